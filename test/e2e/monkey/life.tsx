import { setImmediate } from 'node:timers/promises';
import type { Effect } from '../../../src/screens/step.ts';
import { firstModel } from '../../../src/console/first-model.ts';
import { keepLive } from '../../../src/console/live.ts';
import { createRuntime } from '../../../src/console/run-effects.ts';
import { storeOf } from '../../../src/tui/store.ts';
import { update, type Store } from '../../../src/console/update.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { readJournal } from '../../../src/journal/read.ts';
import { nodeTimers } from '../../../src/ports/node/timers.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { problemsOfCells } from '../../audit/problems.ts';
import { aboutWith, morning, OFFSET, RESTART_DELAY } from '../../console/builders.ts';
import { showConsole } from '../../harness/console-frames.tsx';
import type { Frames } from '../../harness/frames.tsx';
import { rowsOf } from '../../screens/builders.ts';
import { Oracle } from './oracle.ts';
import { holdsEnter, type Step } from './steps.ts';
import { portsOf, type World } from './world.ts';

const SIZE = { columns: 60, rows: 16 };
/** Longer than Ink holds back a frame or a lone Esc. */
const SETTLED_MS = 60;

/** Time that moves only when it is told to, for everything in the process: the clock, and timers. */
export interface Time {
  readonly set: (now: number) => void;
  readonly pass: (ms: number) => void;
}

/** What came of one console's life. */
export interface Outcome {
  readonly problems: readonly string[];
  readonly graves: number;
}

/**
 * One console from its opening to its end: the real app on Ink, with the bytes of `steps` on its stdin and a terminal's
 * parser behind its stdout. Time is the test's, so nothing waits.
 */
export async function live(world: World, steps: readonly Step[], time: Time): Promise<Outcome> {
  time.set(morning);
  const now = (): number => Date.now();
  const oracle = new Oracle();
  const bugs: unknown[] = [];
  const { ports, store: journalStore } = portsOf(world, now, (what) => oracle.acted(what));
  const about = aboutWith({ readOnly: world.readOnly });
  const journal = await openJournal({
    store: journalStore,
    clock: ports.clock,
    offsetMinutes: OFFSET,
    noticeId: about.notice.id,
  });
  if (!journal.ok) throw new Error(journal.fault.headline);

  let isOver = false;
  let step = 0;
  let hasEnter = false;
  const runtime = createRuntime({
    problems: [],
    tools: {
      ports,
      journal: journal.value,
      settings: defaultSettings(),
      ownComponents: [],
      offsetMinutes: OFFSET,
      restartDelaySeconds: RESTART_DELAY,
    },
    notice: about.notice,
    dispatch: (message) => store.dispatch(message),
    onLeave: () => (isOver = true),
    onBug: (error) => bugs.push(error),
  });
  const store: Store = storeOf(
    firstModel({
      about,
      size: SIZE,
      now: now(),
      journal: journal.value.reading(),
      lock: world.locked ? { held: false, ownerPid: 4711 } : { held: true },
      message: null,
    }),
    update,
    (effect: Effect) => {
      oracle.asked(effect, store.model());
      runtime.run(effect);
    },
  );
  let before = store.model();
  store.subscribe(() => {
    const after = store.model();
    oracle.changed(before, after, { at: now(), step }, hasEnter);
    before = after;
  });

  const frames = showConsole(store, { now, ambiguous: world.ambiguous });
  // As the console does when it opens (src/tui/terminal-screen.ts).
  frames.terminal.feed('\u001B[?7l', () => undefined);
  const stopLive = keepLive(store, ports, nodeTimers);
  runtime.run({ type: 'take-survey', scope: 'all', history: store.model().history });
  await settled(time);
  for (const each of steps) {
    await pass(time, each.later);
    if (isOver) break;
    step += 1;
    hasEnter = holdsEnter(each);
    if (each.kind === 'bytes') frames.send(each.bytes);
    else {
      frames.resize(each.columns, each.rows, () =>
        store.dispatch({ type: 'resized', columns: each.columns, rows: each.rows }),
      );
      frames.redrawn();
    }
    await turns(time);
  }
  await settled(time);
  const seen = problemsOfFrame(frames, store, world);
  runtime.stop();
  stopLive();
  await turns(time);
  const closing = frames.close();
  await pass(time, SETTLED_MS);
  await closing;
  const { state } = readJournal(journalStore.journal, journalStore.head);
  return {
    graves: oracle.graves,
    problems: [
      ...new Set(oracle.problems),
      ...bugs.map(String),
      ...seen,
      ...(state === 'intact' || state === 'absent' ? [] : [`the journal is ${state}`]),
      ...notRestored(frames.output()),
    ],
  };
}

/** The screen shows the model, all of it and nothing else. */
function problemsOfFrame({ terminal }: Frames, store: Store, { ambiguous }: World): readonly string[] {
  const { size } = store.model();
  // The terminal's parser has no screens narrower than this.
  if (size.columns < 2 || size.rows < 2) return [];
  const wanted = [...rowsOf(store.model(), ambiguous), ''];
  const screen = terminal.screen();
  return [
    ...screen.flatMap((row, index) =>
      row === wanted[index]
        ? []
        : [`${String(size.columns)}x${String(size.rows)}, row ${String(index)}: ${row}| for ${wanted[index] ?? ''}|`],
    ),
    ...problemsOfCells(terminal, ambiguous),
  ];
}

function notRestored(output: string): readonly string[] {
  const last = (sequence: string): number => output.lastIndexOf(`\u001B[${sequence}`);
  return [
    ...(last('?1049l') > last('?1049h') ? [] : ['the alternate screen was not left']),
    ...(last('?25h') > last('?25l') ? [] : ['the cursor is hidden']),
  ];
}

/** Until what is on its way has come, and has been drawn: each may wait for the one before. */
async function settled(time: Time): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await pass(time, SETTLED_MS);
}

/** Lets time pass, and everything that waited for it happen. */
async function pass(time: Time, ms: number): Promise<void> {
  await turns(time);
  time.pass(ms);
  await turns(time);
}

/** Streams, effects of React and promises take some turns of the event loop. */
async function turns(time: Time): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await setImmediate();
    time.pass(0);
  }
}
