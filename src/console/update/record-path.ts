import type { ActionDone } from '../../actions/catalogue.ts';
import { fieldOf } from '../../tui/text-field.ts';
import { isInExchangeFolder, isWholePath, pathFromText } from '../../settings/terminal-path.ts';
import { recordPathTexts as texts } from '../../actions/record-path.ja.ts';
import type { Intent } from '../../screens/intent.ts';
import type { Model } from '../../screens/model.ts';
import { askRecordPath } from '../../screens/record-path-question.ts';
import { act, record } from './act.ts';
import { noEntry } from './navigate.ts';
import { still, type Step } from './step.ts';
import type { TextEntry } from './text-entry.ts';

type RecordPathIntent = Extract<Intent, { type: 'type-record-path' | 'learn-record-path' }>;

/** Where the delivery record is, as the operator tells it. */
export function onRecordPathIntent(model: Model, intent: RecordPathIntent): Step {
  switch (intent.type) {
    case 'type-record-path':
      return still({
        ...model,
        byHand: { ...noEntry, asks: 'record-path', field: fieldOf(model.history.recordPath ?? '') },
      });
    case 'learn-record-path': {
      const { path } = intent;
      return record(model, { event: 'record-path-learned', path }, model);
    }
  }
}

/** The field for the path. Enter has the file looked at; what is no path of a file that may be read gets a word instead. */
export const recordPathEntry: TextEntry = {
  edited: (model, field) => ({ ...model, byHand: { ...model.byHand, field, problem: null } }),
  command(model, command) {
    const { field } = model.byHand;
    if (command === 'back') return still({ ...model, byHand: noEntry });
    if (command !== 'do' || !field) return still(model);
    const path = pathFromText(field.text);
    const problem = problemWith(path);
    if (problem !== null) return still(withProblem(model, problem));
    return act(model, null, { action: 'look-at-record', path }, withProblem(model, texts.looking));
  },
};

/** What the file turned out to be: the operator says whether it is to be kept. Not where they have turned to something else. */
export function onRecordLookedAt(model: Model, { path, outcome }: ActionDone<'look-at-record'>): Step {
  const { field, asks } = model.byHand;
  const isAwaited = asks === 'record-path' && field !== null && pathFromText(field.text) === path;
  if (!isAwaited || model.dialog) return still(model);
  if (!outcome.ok) return still(withProblem(model, `${outcome.fault.headline} ${outcome.fault.tryNext}`));
  return still({ ...model, byHand: noEntry, dialog: askRecordPath(path, outcome.value, model.now) });
}

function problemWith(path: string): string | null {
  if (!isWholePath(path)) return texts.notWhole;
  return isInExchangeFolder(path) ? texts.exchangeFolder : null;
}

function withProblem(model: Model, problem: string | null): Model {
  return { ...model, byHand: { ...model.byHand, problem } };
}
