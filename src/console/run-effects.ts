import type { ActionTools } from '../actions/action.ts';
import { runAction, type ActionRequest } from '../actions/catalogue.ts';
import { historyOf } from '../journal/history.ts';
import type { CheckId, Survey } from '../domain/facts.ts';
import type { InputProblem } from '../domain/input-error.ts';
import type { History } from '../domain/history.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { createSurveyor, type SurveyScope } from '../probes/survey.ts';
import type { Effect, Opening } from '../screens/step.ts';
import { readClock } from './live.ts';
import type { Message } from './update.ts';

/** How the console was left: for good, or to open again at once as it then was. */
export type Leaving = { readonly how: 'left' } | { readonly how: 'reopen'; readonly opening: Opening };

export interface Runtime {
  run(effect: Effect): void;
  /** Ends everything that waits. What was started on the terminal goes on. */
  stop(): void;
}

/** Does effects over the ports, and answers with messages. `onBug` gets what should never be thrown. */
export function createRuntime(wiring: {
  readonly tools: ActionTools;
  readonly notice: Notice;
  /** The site's files that could not be used. */
  readonly problems: readonly InputProblem[];
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
    const onArrival = (_check: CheckId, arrived: Survey): void => {
      if (!leaving.signal.aborted) dispatch({ type: 'arrived', survey: arrived });
    };
    const { notice, problems } = wiring;
    const context = { notice, settings: tools.settings, problems, history: known, onArrival };
    const [taken, written] = await Promise.all([surveyor.read(context, leaving.signal, scope), meanwhile, journal]);
    if (leaving.signal.aborted) return;
    dispatch({ type: 'surveyed', scope, survey: taken, commands: tools.ports.commands.recent() });
    // Another console has written something between the opening and this reading, which went without it.
    if (written?.ok === true && written.value.entries !== history.trail) dispatch({ type: 'refresh' });
  }

  async function act(request: ActionRequest): Promise<void> {
    waiting = request.action === 'press-download' ? new AbortController() : waiting;
    const signal =
      request.action === 'press-download' ? AbortSignal.any([leaving.signal, waiting.signal]) : leaving.signal;
    for await (const message of runAction(tools, request, signal)) dispatch(message);
  }

  async function takeLock(): Promise<void> {
    const taken = await tools.ports.journal.acquireLock();
    if (!taken.ok) dispatch({ type: 'journal-failed', fault: taken.fault });
    else {
      dispatch({ type: 'living-lock', token: await store.livingLock() });
      dispatch({ type: 'lock', lock: taken.value });
    }
  }

  function start(work: Promise<void>): void {
    work.catch(wiring.onBug);
  }

  return {
    run(effect) {
      switch (effect.type) {
        case 'take-survey':
          start(survey(effect.scope, effect.history));
          break;
        case 'act':
          start(act(effect.request));
          break;
        case 'stop-waiting':
          waiting.abort();
          break;
        case 'take-lock':
          start(takeLock());
          break;
        case 'look-on':
          start(lookOn());
          break;
        case 'reopen':
          wiring.onLeave({ how: 'reopen', opening: effect.opening });
          break;
        case 'leave':
          wiring.onLeave({ how: 'left' });
          break;
      }
    },
    stop() {
      leaving.abort();
    },
  };
}
