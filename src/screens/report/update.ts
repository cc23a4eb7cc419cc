import { textFile } from '../../text/text-file.ts';
import { filledRows } from '../../domain/notice/words.ts';
import { toShortText } from '../../domain/time.ts';
import { reportPage, standsAgainstRecord } from '../../report/report.ts';
import { reportTexts as texts } from '../../report/report.ja.ts';
import type { SavePlace } from '../../ports/ports.ts';
import { consoleTexts } from '../console.ja.ts';
import { yesNo, type Question, type ReportIntent } from '../intent.ts';
import type { Model } from '../model.ts';
import { act, ask, inTurn, say, select, still, type Handlers, type Step } from '../step.ts';
import { completionReport, rememberClinic } from './completion.ts';
import { editReport } from './entry.ts';
import { notReady, reportRows } from './rows.ts';

/** What the rows and questions of the completion report do. */
export const reportIntents: Handlers<ReportIntent> = {
  'edit-report': (model, { field }) => still(editReport(model, field)),
  'show-report-page': (model, { shown }) => still(select({ ...model, report: { ...model.report, page: shown } }, 0)),
  'save-report': (model, { to }) => inTurn(rememberClinic(model), (each) => saveReport(each, to)),
  copy: (model, { label, text }) => act(model, null, { action: 'copy', label, text }),
  'ask-report-sent': (model, { elsewhere }) => ask(model, askReportSent(model, elsewhere)),
  'report-sent': (model, { elsewhere }) => inTurn(rememberClinic(model), (each) => markAsSent(each, elsewhere)),
};

/**
 * The value is on the clipboard: it is marked, and the next one is selected where the operator has not gone on already.
 */
export function onCopied(model: Model, { label, text }: { readonly label: string; readonly text: string }): Model {
  const copied = { ...model.report.copied, [label]: text };
  const marked = say({ ...model, report: { ...model.report, copied } }, consoleTexts.copied(label));
  const { fields } = reportRows(model, completionReport(model));
  const at = model.selected.report ?? 0;
  const intent = model.screen === 'report' ? (fields[at]?.intent ?? null) : null;
  return intent?.type === 'copy' && intent.label === label ? select(marked, at + 1) : marked;
}

/** Saves it there; where that was not said and there is a choice, it is asked. */
function saveReport(model: Model, to: SavePlace | null): Step {
  const report = completionReport(model);
  const { places, notice } = model.about;
  const place = to ?? (places.length === 1 ? places[0] : undefined);
  if (report === null) return still(model);
  if (place === undefined) return ask(model, askWhere(places));
  const name = `kanryo-hokoku-${notice.id}.txt`;
  const bytes = textFile(reportPage(report));
  return act(model, notReady(report), { action: 'write-file', purpose: 'report', name, to: place, bytes });
}

function askWhere(places: readonly SavePlace[]): Question {
  return {
    title: texts.askWhereTitle,
    body: [...texts.askWhereBody, ...places.map(({ id, path }) => `${texts.places[id]}: ${path}`)],
    choices: [
      { label: texts.askWhereNot, intent: null },
      ...places.map((to) => ({ label: texts.places[to.id], intent: { type: 'save-report', to } as const })),
    ],
  };
}

/** One that was sent from another terminal needs only this terminal's proof. */
function markAsSent(model: Model, elsewhere: boolean): Step {
  const report = completionReport(model);
  if (report === null) return still(model);
  const identificationNumber = model.about.notice.report?.number ?? null;
  const event = { event: 'report-sent', identificationNumber, ...(elsewhere ? { elsewhere } : {}) } as const;
  const blocked = (elsewhere ? report.unproven : standsAgainstRecord(report))?.short ?? null;
  const done = select({ ...say(model, consoleTexts.recording), report: { ...model.report, page: false } }, 0);
  return act(model, blocked, { action: 'record', events: [event] }, done);
}

/** Whether the report was really sent: from here, or from another terminal. One that was sent before is told. */
function askReportSent(model: Model, elsewhere: boolean): Question {
  const { about } = model;
  const sent = completionReport(model)?.sent ?? null;
  const { report } = about.notice;
  const fixed = report?.fields.find(({ kind }) => kind === 'fixed')?.label ?? null;
  const label = texts.number(fixed, report?.number ?? null);
  const before = sent === null ? [] : [texts.sentBefore(toShortText(sent.at, about.offsetMinutes))];
  const body = [...before, ...(elsewhere ? texts.askElsewhereBody(label) : texts.askSentBody(label))];
  return yesNo(
    {
      title: elsewhere ? texts.askElsewhereTitle : texts.askSentTitle,
      body: filledRows(body, about.words),
      no: texts.askSentNo,
      yes: texts.askSentYes,
    },
    { type: 'report-sent', elsewhere },
  );
}
