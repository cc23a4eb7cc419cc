import type { GuideEntry } from '../../domain/notice/parts.ts';
import { guideTexts as texts } from '../../guide/guide.ja.ts';
import { guideIdOf, isOnErrorPaper, isRestartRefused } from '../../guide/situations.ts';
import { supportTexts } from '../../support/support.ja.ts';
import { fit } from '../../text/cells.ts';
import { markTexts } from '../../tui/keys.ja.ts';
import { spans } from '../../tui/line.ts';
import type { Model } from '../model.ts';
import { nextStepRow } from '../navigate.ts';
import { refusal } from '../queries.ts';
import { row, type Row } from '../screen.ts';

/** The rows of an entry: what can be done at once, its instructions, and what comes when they are done. */
export interface EntryRows {
  readonly here: readonly Row[];
  readonly instructions: readonly Row[];
  readonly after: readonly Row[];
}

export function entryRows(model: Model, entry: GuideEntry): EntryRows {
  return {
    here: hereRows(model, entry),
    instructions: entry.do.map((text, index) => instructionRow(model, entry.id, text, index)),
    after: afterRows(model),
  };
}

const TICK_COLUMNS = 5;

function instructionRow({ guide: { ticks = [] } }: Model, id: string, text: string, index: number): Row {
  const number = `${String(index + 1)}. `;
  return {
    ...row(`do:${String(index)}`, text, { type: 'tick-instruction', index }),
    line: spans(fit(ticks.includes(tickOf(id, index)) ? markTexts.done : texts.open, TICK_COLUMNS) + number),
  };
}

/** Names an instruction among those of all entries. */
export function tickOf(entryId: string, index: number): string {
  return `${entryId}:${String(index)}`;
}

/**
 * What the console itself can do about it. On a page about an error that a patient sees: the paper on errors, the
 * restart that the page asks for, and what to do for the patient, before the next step. While a patient waits nothing
 * comes before the call.
 */
function hereRows(model: Model, { id, do: steps }: GuideEntry): readonly Row[] {
  if (id === guideIdOf('moment:patient-waiting')) return [];
  const next = nextStepRows(model).filter(({ intent }) => !(isRestartRefused(id) && isRestart(intent)));
  const restarts = steps.some((step) => /「再起動」を選|再起動を済ませ/.test(step));
  const restart =
    restarts && !isRestartRefused(id) && !next.some(({ intent }) => isRestart(intent))
      ? [row('restart', texts.itemRestart, { type: 'go', screen: 'restart' })]
      : [];
  const others = [
    row('read-again', texts.itemCheckAgain, { type: 'read-again' }),
    row('to-support', supportTexts.itemOpen, { type: 'go', screen: 'support' }),
  ];
  const paper = paperRows(model);
  return isOnErrorPaper(id)
    ? [...paper.open, ...restart, patientRow, ...next, ...others, ...paper.set]
    : [...next, ...restart, ...others, ...paper.open];
}

const patientRow = row('patient-waiting', texts.itemPatient, {
  type: 'open-guide',
  entryId: guideIdOf('moment:patient-waiting'),
  seen: [],
});

function isRestart(intent: Row['intent']): boolean {
  return intent?.type === 'go' && intent.screen === 'restart';
}

/** The operator's own copy of the paper on errors; where the settings do not say where it is, the way to say it. */
function paperRows({ about: { settings } }: Model): Record<'open' | 'set', readonly Row[]> {
  const { errorDetails } = settings.paths;
  return errorDetails === null
    ? { open: [], set: [row('set-error-details', texts.itemSetErrorDetails, { type: 'set-error-details' })] }
    : { open: [row('error-details', texts.itemErrorDetails, { type: 'open-document', path: errorDetails })], set: [] };
}

function afterRows(model: Model): readonly Row[] {
  return [
    row('support-called', texts.itemCalled, { type: 'ask-support-called' }, refusal(model, 'record')),
    row('to-status', texts.itemStatus, { type: 'go', screen: 'status' }),
    row('list', texts.itemList, { type: 'open-guide', entryId: null, seen: [] }),
  ];
}

/** On to what the rules say next, where that is something to do and not another page of this guide. */
function nextStepRows({ decision, survey, about }: Model): readonly Row[] {
  const next = decision && survey ? nextStepRow(decision, survey.checks, about.words) : null;
  return next?.intent?.type === 'go' ? [row('next-step', texts.itemNext(next.label), next.intent)] : [];
}
