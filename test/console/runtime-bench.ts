import { setImmediate } from 'node:timers/promises';
import type { ActionDone } from '../../src/actions/catalogue.ts';
import type { ActionId } from '../../src/actions/dangers.ts';
import type { Message } from '../../src/console/update.ts';
import { createRuntime } from '../../src/console/run-effects.ts';
import { openJournal } from '../../src/journal/journal.ts';
import type { ManagementTool, Ports } from '../../src/ports/ports.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakePorts, type FakeOptions } from '../fakes/ports.ts';
import { Happenings } from '../harness/wait.ts';
import { memoryStore } from '../journal/memory-store.ts';
import { OFFSET, RESTART_DELAY } from './builders.ts';

const PATIENCE_MS = 10_000;

/** One turn of the event loop: whatever waits for nothing but other promises has come by then. */
export const turn = async (): Promise<void> => setImmediate();

/** A runtime over a terminal of plain values and a journal in memory. */
export async function wired(
  options: FakeOptions = {},
  change: (ports: Ports) => Partial<Ports> = () => ({}),
  stopwatch: () => number = () => 0,
) {
  const happenings = new Happenings();
  const messages: Message[] = [];
  const bugs: unknown[] = [];
  let left = 0;
  const store = memoryStore();
  const plain = { ...fakePorts(options), journal: store };
  const ports: Ports = { ...plain, ...change(plain) };
  const notice = builtInNotice();
  const journal = await openJournal({ store, clock: ports.clock, offsetMinutes: OFFSET, noticeId: notice.id });
  if (!journal.ok) throw new Error(journal.fault.headline);
  const runtime = createRuntime({
    problems: [],
    stopwatch,
    tools: {
      ports,
      journal: journal.value,
      settings: defaultSettings(),
      ownComponents: [],
      offsetMinutes: OFFSET,
      restartDelaySeconds: RESTART_DELAY,
    },
    notice,
    dispatch(message) {
      messages.push(message);
      happenings.happened();
    },
    onLeave() {
      left += 1;
    },
    onBug(error) {
      bugs.push(error);
      happenings.happened();
    },
  });
  const until = <T>(holds: () => T | null): Promise<T> =>
    happenings.waitFor(holds, PATIENCE_MS, () => `only ${typesOf(messages).join(', ')}`);
  return {
    runtime,
    store,
    journal: journal.value,
    messages,
    until,
    left: () => left,
    types: () => typesOf(messages),
    /** The next message of this type that came, or comes. */
    message: <Type extends Message['type']>(type: Type): Promise<Extract<Message, { type: Type }>> =>
      until(() => messages.find((each): each is Extract<Message, { type: Type }> => each.type === type) ?? null),
    /** The message that this action has ended, as it came, or comes. */
    actionDone: (id: ActionId): Promise<ActionDone> =>
      until(
        () => messages.find((each): each is ActionDone => each.type === 'action-done' && each.action === id) ?? null,
      ),
    bug: () => until(() => (bugs.length > 0 ? bugs : null)),
  };
}

/** A press that nobody answers until it is no longer waited for; `signals` keeps each press's. */
export function patientTool(tool: ManagementTool, signals: AbortSignal[]): ManagementTool {
  return {
    ...tool,
    async *pressDownloadNow({ signal }) {
      signals.push(signal);
      yield { type: 'step', step: 'pressed' };
      if (!signal.aborted)
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve, { once: true });
        });
      yield { type: 'finished', outcome: 'hang', pressed: true, message: null };
    },
  };
}

/** The types of the messages, in order; the end of an action has its name. */
function typesOf(messages: readonly Message[]): readonly string[] {
  return messages.map((message) => (message.type === 'action-done' ? `${message.action} done` : message.type));
}
