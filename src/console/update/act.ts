import type { ActionRequest } from '../../actions/catalogue.ts';
import type { JournalEvent } from '../../journal/events.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import { refusal } from '../../screens/may-act.ts';
import type { Model } from '../../screens/model.ts';
import { say, still, type Step } from './step.ts';

/**
 * Starts an action, unless it must not be started now: what held when the question was asked may have changed, and
 * read-only mode and the lock hold for every action. Refused, the model stays as it was and says why.
 */
export function act(model: Model, blocked: string | null, request: ActionRequest, next: Model): Step {
  const reason = refusal(model, request.action) ?? blocked;
  return reason === null
    ? [next, [{ type: 'act', request }]]
    : still(say({ ...model, dialog: null }, consoleTexts.blocked(reason)));
}

/** Writes one event to the journal, as `act` does it. */
export function record(model: Model, event: JournalEvent, next: Model): Step {
  return act(model, null, { action: 'record', events: [event] }, say(next, consoleTexts.recording));
}
