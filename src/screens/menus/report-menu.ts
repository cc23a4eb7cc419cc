import { guideIdOf } from '../../guide/situations.ts';
import { isTypedField } from '../../report/fields.ts';
import type { Report, ReportField } from '../../report/report.ts';
import { pageTexts, reportTexts } from '../../report/report.ja.ts';
import { completionReport } from '../completion-report.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { item, type MenuItem } from './item.ts';

/** Completion report: the terminals, the fields of the form, then what is done with them; or the values on a plain page. */
export function reportMenu(model: Model): readonly MenuItem[] {
  const report = completionReport(model);
  return isPageShown(model, report) ? pageMenu(model, report) : formMenu(model, report);
}

/** The page shows a report that may be sent, or that was; what becomes unready goes back to the form, which says why. */
export function isPageShown(model: Model, report: Report): boolean {
  return model.report.page && notReady(report) === null;
}

/** Why the report must not leave the console yet, in short; null when it may. */
export function notReady({ reasons }: Report): string | null {
  return reasons[0]?.short ?? null;
}

function formMenu(model: Model, report: Report): readonly MenuItem[] {
  const waiting = notReady(report);
  return [
    item(
      'terminals',
      `${reportTexts.terminals}: ${terminalsText(report)}`,
      { type: 'edit-report', field: 'terminals' },
      refusal(model, 'record'),
    ),
    ...report.fields.map(fieldItem),
    item('page', reportTexts.itemPage, { type: 'show-report-page', shown: true }, waiting),
    saveItem(model, waiting),
    item('guide', reportTexts.itemGuide, {
      type: 'open-guide',
      entryId: guideIdOf('step:send-report'),
      seen: [],
    }),
    sentItem(model, report),
    item(
      'elsewhere',
      reportTexts.itemElsewhere,
      { type: 'ask-report-sent', elsewhere: true },
      refusal(model, 'record') ?? report.unproven?.short ?? null,
    ),
    item('to-status', reportTexts.itemStatus, { type: 'go', screen: 'status' }),
  ];
}

function pageMenu(model: Model, report: Report): readonly MenuItem[] {
  return [
    ...report.fields
      .filter(({ value }) => value !== '')
      .map(({ id, label, value }) => item(`copy:${id}`, `${label}: ${value}`, { type: 'copy', label, text: value })),
    saveItem(model, null),
    sentItem(model, report),
    item('form', reportTexts.itemForm, { type: 'show-report-page', shown: false }),
  ];
}

/** Whether all terminals are done, as it was last said. */
export function terminalsText({ terminals }: Report): string {
  return terminals === null ? reportTexts.notCounted : reportTexts.counted(terminals.count, terminals.allDone);
}

function fieldItem({ id, label, value }: ReportField): MenuItem {
  return item(
    `field:${id}`,
    `${label}: ${value === '' ? pageTexts.noValue : value}`,
    isTypedField(id) ? { type: 'edit-report', field: id } : null,
  );
}

function saveItem(model: Model, waiting: string | null): MenuItem {
  const blocked = refusal(model, 'write-file') ?? waiting;
  return item('save', reportTexts.itemSave, { type: 'save-report' }, blocked);
}

function sentItem(model: Model, report: Report): MenuItem {
  return item(
    'sent',
    report.sent === null ? reportTexts.itemSent : reportTexts.itemSentAgain,
    { type: 'ask-report-sent', elsewhere: false },
    refusal(model, 'record') ?? notReady(report),
  );
}
