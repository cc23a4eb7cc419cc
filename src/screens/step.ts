import type { ActionRequest } from '../actions/catalogue.ts';
import type { Fault } from '../domain/fault.ts';
import type { History } from '../domain/history.ts';
import type { JournalEvent } from '../journal/events.ts';
import { consoleTexts } from './console.ja.ts';
import { NO_CHUNK, type Intent, type Question } from './intent.ts';
import type { SurveyScope } from '../probes/survey.ts';
import type { Model, Waiting } from './model.ts';
import { refusal } from './queries.ts';

/** What `update` gives: the new model, and what the world is asked for. */
export type Step = readonly [model: Model, effects: readonly Effect[]];

/** What each of these intents does. */
export type Handlers<Some extends Intent> = {
  readonly [Type in Some['type']]: (model: Model, intent: Extract<Some, { type: Type }>) => Step;
};

/** What `update` asks the world for. The runtime does it and answers with messages. */
export type Effect =
  | { readonly type: 'take-survey'; readonly scope: SurveyScope; readonly history: History }
  | { readonly type: 'act'; readonly request: ActionRequest }
  /** Stops waiting for the download; what was started goes on. */
  | { readonly type: 'stop-waiting' }
  | { readonly type: 'take-lock' }
  /** Reads again who holds the lock, and where another does, the journal if it has grown. */
  | { readonly type: 'look-on' }
  /** Closes this console and opens it anew: settings are read when it opens. */
  | { readonly type: 'reopen'; readonly opening: Opening }
  | { readonly type: 'leave' };

/** What a console that opens anew takes over from the one before: where it stood, what was typed and ticked. */
export type Opening = Pick<Model, 'screen' | 'trail' | 'selected' | 'message' | 'eveningTicks' | 'report' | 'support'>;

export function still(model: Model): Step {
  return [model, []];
}

/** One step, then the next one on what it gives: what both ask for, in that order. */
export function inTurn([model, effects]: Step, next: (model: Model) => Step): Step {
  const [after, more] = next(model);
  return [after, [...effects, ...more]];
}

export function say(model: Model, message: string | null): Model {
  return { ...model, message };
}

/** What went wrong, and what to try. */
export function sayFault(model: Model, { headline, tryNext }: Fault): Model {
  return say(model, `${headline} ${tryNext}`);
}

/** Moves the selection of the current screen. */
export function select(model: Model, index: number): Model {
  const selected = { ...model.selected, [model.screen]: Math.max(0, index) };
  return { ...model, selected, checksInPlace: index > 0 && model.checksInPlace };
}

/** Opens a question; where a key led to it, the console notes of which chunk of input that was. */
export function ask(model: Model, question: Question): Step {
  return still({ ...model, dialog: { ...question, selected: 0, opened: { at: model.now, chunk: NO_CHUNK } } });
}

/** Asks for a new survey; while one is running it only notes that another must follow. */
export function resurvey(model: Model, scope: Exclude<SurveyScope, 'versions'> = 'all'): Step {
  if (model.surveying) return still({ ...model, surveyAgain: true });
  return [{ ...model, surveying: true, surveyAgain: false }, [{ type: 'take-survey', scope, history: model.history }]];
}

/** Asks for the versions alone, whatever else is being read: what hangs there does not keep them waiting. */
export function rereadVersions(model: Model): Step {
  if (model.rereading !== 'no') return still({ ...model, rereading: 'again' });
  return [{ ...model, rereading: 'now' }, [{ type: 'take-survey', scope: 'versions', history: model.history }]];
}

/**
 * Starts an action, unless it must not be started now: what held when the question was asked may have changed, and
 * read-only mode and the lock hold for every action. Refused, the model stays as it was and says why.
 */
export function act(model: Model, blocked: string | null, request: ActionRequest, next: Model = model): Step {
  const waited = waitedFor(request);
  const isWaited = model.waiting.some(({ what }) => what === waited?.what);
  const reason = refusal(model, request.action) ?? blocked ?? (waited !== null && isWaited ? waited.text : null);
  if (reason !== null) return still(say({ ...model, dialog: null }, consoleTexts.blocked(reason)));
  const effects: readonly Effect[] = [{ type: 'act', request }];
  if (waited === null) return [next, effects];
  return [{ ...next, message: null, waiting: [...next.waiting, { ...waited, since: model.now }] }, effects];
}

/** What the operator waits for, and what is said meanwhile; null: an action that has words of its own, or none. */
function waitedFor(request: ActionRequest): Pick<Waiting, 'what' | 'text'> | null {
  if (request.action === 'copy') return { what: `copy:${request.label}`, text: consoleTexts.copying(request.label) };
  const isSaved = request.action === 'write-file' && request.purpose !== 'clinic';
  return isSaved ? { what: request.purpose, text: consoleTexts.saving } : null;
}

/** The file or the copy that was waited for has come to its end. */
export function answered(model: Model, request: ActionRequest): Model {
  const what = waitedFor(request)?.what;
  return { ...model, waiting: model.waiting.filter((each) => each.what !== what) };
}

/** Writes one event to the journal, as `act` does it. */
export function record(model: Model, event: JournalEvent, next: Model): Step {
  return act(model, null, { action: 'record', events: [event] }, say(next, consoleTexts.recording));
}
