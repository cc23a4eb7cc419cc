import type { ActionTools } from '../actions/action.ts';
import { App } from './app.tsx';
import { firstModel } from './first-model.ts';
import { keepLive } from './live.ts';
import type { Lock, Model } from '../screens/model.ts';
import type { About } from '../support/about.ts';
import { createRuntime, type Leaving } from './run-effects.ts';
import type { Effect, Opening } from '../screens/step.ts';
import { consoleStarted } from './journal.ts';
import type { Message } from './message.ts';
import { update } from './update.ts';
import { runProgram, type Screen } from '../tui/full-screen.tsx';
import type { Timers } from '../ports/node/timers.ts';

/**
 * Opens the console and waits until the operator leaves, or `ended` is aborted (the machine goes down, the process is told
 * to stop); gives whether it is to open again at once. Rejects for a bug.
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
  readonly ended: AbortSignal;
}): Promise<Leaving> {
  const { about, tools, lock, opening } = options;
  const { clock, files } = tools.ports;
  return runProgram<Model, Message, Effect, Leaving>({
    screen: options.screen,
    now: () => clock.now(),
    first: (size) =>
      firstModel({
        about,
        size,
        now: clock.now(),
        journal: tools.journal.reading(),
        lock,
        livingLock: tools.ports.journal.lockToken(),
        message: options.message,
        opening,
      }),
    update,
    app: (drawn) => <App {...drawn} />,
    work: (store, { finish, onBug }) => {
      const runtime = createRuntime({ tools, notice: about.notice, dispatch: store.dispatch, onLeave: finish, onBug });
      return {
        run: (effect) => runtime.run(effect),
        start: () => {
          const stopLive = keepLive(store, { clock, files }, options.timers);
          if (lock.held && opening === null)
            runtime.run({ type: 'act', request: { action: 'record', events: [consoleStarted(about)] } });
          runtime.run({ type: 'take-survey', history: store.model().history });
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
