import { runAction, type ActionMessage, type ActionRequest } from '../../src/actions/catalogue.ts';
import type { OwnComponent } from '../../src/domain/notice/notice.ts';
import type { JournalEntry } from '../../src/journal/events.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { readJournal } from '../../src/journal/read.ts';
import { type JournalReading } from '../../src/journal/reading.ts';
import type { Commands, ManagementTool, Ports, Power } from '../../src/ports/ports.ts';
import type { JournalStore } from '../../src/journal/store.ts';
import { createManagementTool } from '../../src/ports/windows/management-tool.ts';
import { createPower } from '../../src/ports/windows/power.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import type { Settings } from '../../src/settings/schema.ts';
import { fakeComeback } from '../fakes/comeback.ts';
import { fakePorts, type FakeOptions } from '../fakes/ports.ts';
import { memoryStore, type MemoryStore } from '../journal/memory-store.ts';
import { Happenings } from '../harness/wait.ts';

export const OFFSET = 540;
export const DELAY = 60;
const TIMEOUT_MS = 10_000;

type Note = (line: string) => void;

/** Actions over a terminal of plain values and a journal in memory; `log` holds what was done to both, in order. */
export interface Bench {
  readonly log: readonly string[];
  /** Waits until the log has such a line. */
  until(line: string): Promise<unknown>;
  readonly store: MemoryStore;
  readonly ports: Ports;
  /** Runs the action to its end; gives its messages. */
  run(request: ActionRequest, signal?: AbortSignal): Promise<readonly ActionMessage[]>;
  /** The journal read back from its bytes. */
  reading(): JournalReading;
  /** What the journal holds, oldest first. */
  events(): readonly JournalEntry['event'][];
}

/**
 * `limits`: as the settings have them. `own`: the components that the notice brings. `commands`: the tool and the
 * restart over this runner, as on Windows, instead of over plain values.
 */
export async function bench(
  options: FakeOptions & {
    readonly commands?: Commands;
    readonly limits?: Partial<Settings['limits']>;
    readonly own?: readonly OwnComponent[];
  } = {},
): Promise<Bench> {
  const log: string[] = [];
  const happenings = new Happenings();
  const note: Note = (line) => {
    log.push(line);
    happenings.happened();
  };
  const store = memoryStore();
  const plain = fakePorts(options);
  const { commands } = options;
  const ports: Ports = {
    ...plain,
    tool: loggedTool({ ...plain.tool, ...(commands ? createManagementTool({ commands }) : {}) }, note),
    power: loggedPower(commands ? createPower({ commands, comeback: fakeComeback() }) : plain.power, note),
    journal: loggedStore(store, note),
  };
  const journal = await openJournal({
    store: ports.journal,
    clock: ports.clock,
    offsetMinutes: OFFSET,
    noticeId: '2026-01-face-library',
  });
  if (!journal.ok) throw new Error(journal.fault.headline);
  const tools = {
    ports,
    journal: journal.value,
    settings: settingsWith(options.limits ?? {}),
    ownComponents: options.own ?? [],
    offsetMinutes: OFFSET,
    restartDelaySeconds: DELAY,
  };
  const reading = (): JournalReading => readJournal(store.journal, store.head);
  return {
    log,
    until: (line) =>
      happenings.waitFor(
        () => log.find((each) => each === line) ?? null,
        TIMEOUT_MS,
        () => `no ${line} in:\n${log.join('\n')}`,
      ),
    store,
    ports,
    async run(request, signal = new AbortController().signal) {
      const messages: ActionMessage[] = [];
      for await (const message of runAction(tools, request, signal)) {
        note(`said ${nameOf(message)}`);
        messages.push(message);
      }
      return messages;
    },
    reading,
    events: () => reading().entries.map((entry) => entry.event),
  };
}

/** The types of the messages, in order; the last one has the name of its action. */
export function typesOf(messages: readonly ActionMessage[]): readonly string[] {
  return messages.map(nameOf);
}

function nameOf(message: ActionMessage): string {
  return message.type === 'action-done' ? `${message.action} done` : message.type;
}

/** `written` once the bytes are flushed, `sealed` once the head names them. */
function loggedStore(store: MemoryStore, note: Note): JournalStore {
  return {
    ...store,
    append: async (bytes) => {
      const done = await store.append(bytes);
      note(done.ok ? `written ${eventOf(bytes)}` : 'not written');
      return done;
    },
    replaceHead: async (bytes) => {
      const done = await store.replaceHead(bytes);
      note(done.ok ? 'sealed' : 'not sealed');
      return done;
    },
  };
}

function loggedTool(tool: ManagementTool, note: Note): ManagementTool {
  return {
    locate: (signal) => tool.locate(signal),
    open: (signal) => {
      note('tool.open');
      return tool.open(signal);
    },
    showRecord: (signal) => {
      note('tool.showRecord');
      return tool.showRecord(signal);
    },
    async *pressDownloadNow(options) {
      note(`tool.press ${String(options.maxSilenceMs)}`);
      yield* tool.pressDownloadNow(options);
    },
  };
}

function loggedPower(power: Power, note: Note): Power {
  return {
    restart: (options, signal) => {
      note(`power.restart ${String(options.delaySeconds)}`);
      return power.restart(options, signal);
    },
    cancelRestart: (signal) => {
      note('power.cancelRestart');
      return power.cancelRestart(signal);
    },
  };
}

function eventOf(bytes: Uint8Array): string {
  const line = JSON.parse(new TextDecoder().decode(bytes)) as { readonly event: string };
  return line.event;
}

function settingsWith(limits: Partial<Settings['limits']>): Settings {
  const settings = defaultSettings();
  return { ...settings, limits: { ...settings.limits, ...limits } };
}
