import type { ActionTools } from '../actions/action.ts';
import { guideWhenAsked } from '../guide/built-in.ts';
import { placeOf, view } from '../screens/index.ts';
import { WIDE } from '../screens/layout.ts';
import type { Lock, Model } from '../screens/model.ts';
import type { Effect, Opening } from '../screens/step.ts';
import type { About } from '../support/about.ts';
import type { InputMode } from '../tui/keys.ts';
import { runProgram } from '../tui/run-program.ts';
import type { Screen } from '../tui/screen.ts';
import type { View } from '../tui/store.ts';
import type { Timers } from '../domain/timers.ts';
import { firstModel } from './first-model.ts';
import { consoleStarted } from './journal.ts';
import { keepLive } from './live.ts';
import { createRuntime, type Leaving } from './run-effects.ts';
import { update, type Message } from './update.ts';

/**
 * Opens the console and waits until the operator leaves, or `ended` is aborted (the machine goes down, the process is
 * told to stop); gives whether it is to open again at once. Rejects for a bug.
 */
export async function runConsole(options: {
  readonly about: About;
  readonly tools: ActionTools;
  readonly lock: Lock;
  readonly message: string | null;
  /** What a console that closed to open again leaves to this one. */
  readonly opening: Opening | null;
  readonly screen: Screen;
  readonly timers: Timers;
  /** As in `SurveyContext`. */
  readonly stopwatch?: () => number;
  readonly ended: AbortSignal;
}): Promise<Leaving> {
  const { about, tools, lock, opening } = options;
  const { clock } = tools.ports;
  return runProgram<Model, Message, Effect, Leaving>({
    screen: options.screen,
    now: () => clock.now(),
    first: (size) =>
      firstModel({
        about: { ...about, guide: guideWhenAsked(about.ownGuide, about.words) },
        size,
        now: clock.now(),
        journal: tools.journal.reading(),
        lock,
        livingLock: tools.ports.journal.lockToken(),
        message: options.message,
        opening,
      }),
    update,
    view: consoleView,
    mode: modeOf,
    settled: ({ surveying }) => !surveying,
    work: (store, { finish, onBug }) => {
      const runtime = createRuntime({
        tools,
        notice: about.notice,
        problems: about.problems,
        ...(options.stopwatch ? { stopwatch: options.stopwatch } : {}),
        dispatch: store.dispatch,
        onLeave: finish,
        onBug,
      });
      return {
        run: runtime.run,
        start: () => {
          runtime.run({ type: 'take-survey', scope: 'all', history: store.model().history });
          const stopLive = keepLive(store, tools.ports, options.timers);
          if (lock.held && opening === null)
            runtime.run({ type: 'act', request: { action: 'record', events: [consoleStarted(about)] } });
          return () => {
            runtime.stop();
            stopLive();
          };
        },
      };
    },
    left: { how: 'left' },
    ended: options.ended,
  });
}

/** The frame of the model, and what a screen reader gets of it. */
export const consoleView: View<Model> = { view, readOut: forReadingOut };

/** Whether characters are keys or text now. */
export function modeOf(model: Model): InputMode {
  return placeOf(model) === 'text' ? 'text' : 'menu';
}

/** A screen reader reads line by line: there a detail stands below its list, never beside it. */
function forReadingOut(model: Model): Model {
  const { columns, rows } = model.size;
  return { ...model, size: { columns: Math.min(columns, WIDE - 1), rows } };
}
