import type { ActionTools } from '../actions/action.ts';
import { runAction, type ActionRequest } from '../actions/catalogue.ts';
import { historyOf } from '../journal/history.ts';
import type { LockAnswer } from '../journal/store.ts';
import type { Result } from '../domain/fault.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import type { History } from '../domain/history.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { createSurveyor, type SurveyContext, type SurveyScope } from '../probes/survey.ts';
import type { Effect, Opening } from '../screens/step.ts';
import { readClock } from './live.ts';
import type { Message } from './update.ts';

/** How the console was left: for good, or to open again at once as it then was. */
export type Leaving = { readonly how: 'left' } | { readonly how: 'reopen'; readonly opening: Opening };

export interface Runtime {
  readonly run: (effect: Effect) => void;
  /** Ends everything that waits. What was started on the terminal goes on. */
  readonly stop: () => void;
}

/** Does effects over the ports, and answers with messages. `onBug` gets what should never be thrown. */
export function createRuntime(wiring: {
  readonly tools: ActionTools;
  readonly notice: Notice;
  /** The site's files that could not be used. */
  readonly problems: readonly InputProblem[];
  /** As in `SurveyContext`. */
  readonly stopwatch?: () => number;
  readonly dispatch: (message: Message) => void;
  readonly onLeave: (how: Leaving) => void;
  readonly onBug: (error: unknown) => void;
}): Runtime {
  const { tools, dispatch } = wiring;
  const leaving = new AbortController();
  let waiting = new AbortController();

  const { journal: store } = tools.ports;
  const surveyor = createSurveyor(tools.ports);
  let seen: string | null = null;
  let isLooking = false;
  let isFirst = true;

  async function readJournal(): ReturnType<typeof tools.journal.refresh> {
    const token = await store.livingLock();
    seen = await store.stamp();
    const reading = await tools.journal.refresh();
    dispatch({ type: 'living-lock', token });
    if (reading.ok) dispatch({ type: 'journal', reading: reading.value });
    else dispatch({ type: 'journal-failed', fault: reading.fault });
    return reading;
  }

  async function lookOn(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      // Nobody else writes while the lock is ours. What stands in its way is told where something is to be done.
      if (store.lockToken() !== null) {
        await toldOf(await store.holdLock());
        return;
      }
      if ((await store.stamp()) === seen) {
        dispatch({ type: 'living-lock', token: await store.livingLock() });
        return;
      }
      await readJournal();
      // What was written is of a moment ago: by an older clock it would lie in the future.
      dispatch({ type: 'clock', ...readClock(tools.ports.clock) });
    } finally {
      isLooking = false;
    }
  }

  async function survey(scope: SurveyScope, history: History): Promise<void> {
    // The journal was read a moment ago, when the console was opened: who holds the lock does not wait for it in the
    // first reading. Who only looks does: what another console is at comes before anything that is said here.
    const isOpening = isFirst && store.lockToken() !== null;
    isFirst = false;
    // Asked for before this console writes anything itself.
    const meanwhile = isOpening ? tools.journal.refresh() : null;
    const journal = readJournal();
    const reading = isOpening ? null : await journal;
    const known = reading?.ok === true ? historyOf(reading.value.entries, wiring.notice.id, history) : history;
    const { notice, problems, stopwatch } = wiring;
    const context: SurveyContext = {
      notice,
      settings: tools.settings,
      problems,
      ...(stopwatch ? { stopwatch } : {}),
      history: known,
      onArrival: (_, arrived) => {
        if (!leaving.signal.aborted) dispatch({ type: 'arrived', survey: arrived });
      },
    };
    const [taken, written] = await Promise.all([surveyor.read(context, leaving.signal, scope), meanwhile, journal]);
    if (leaving.signal.aborted) return;
    dispatch({ type: 'surveyed', scope, survey: taken, commands: tools.ports.commands.recent() });
    // Another console has written something between the opening and this reading, which went without it.
    if (written?.ok === true && written.value.entries !== history.trail) dispatch({ type: 'refresh' });
  }

  async function act(request: ActionRequest): Promise<void> {
    const isPress = request.action === 'press-download';
    if (isPress) {
      waiting = new AbortController();
      // What is said from here on is told by the clock and the uptime, and the last tick may be a minute ago.
      dispatch({ type: 'clock', ...readClock(tools.ports.clock) });
    }
    const signal = isPress ? AbortSignal.any([leaving.signal, waiting.signal]) : leaving.signal;
    for await (const message of runAction(tools, request, signal)) dispatch(message);
  }

  /** Tells who holds the lock, where that could be seen. */
  async function toldOf(lock: Result<LockAnswer | null>): Promise<void> {
    if (!lock.ok || lock.value === null) return;
    dispatch({ type: 'living-lock', token: await store.livingLock() });
    dispatch({ type: 'lock', lock: lock.value });
  }

  async function takeOver(): Promise<void> {
    const taken = await store.acquireLock();
    if (!taken.ok) dispatch({ type: 'journal-failed', fault: taken.fault });
    await toldOf(taken);
  }

  function start(work: Promise<void>): void {
    work.catch(wiring.onBug);
  }

  return {
    run(effect) {
      switch (effect.type) {
        case 'take-survey':
          return start(survey(effect.scope, effect.history));
        case 'act':
          return start(act(effect.request));
        case 'stop-waiting':
          return waiting.abort();
        case 'take-lock':
          return start(takeOver());
        case 'look-on':
          return start(lookOn());
        case 'reopen':
          return wiring.onLeave({ how: 'reopen', opening: effect.opening });
        case 'leave':
          return wiring.onLeave({ how: 'left' });
      }
    },
    stop: () => leaving.abort(),
  };
}
