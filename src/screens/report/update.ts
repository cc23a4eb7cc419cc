import { textFile } from '../../text/text-file.ts';
import { filled } from '../../domain/notice/words.ts';
import { toShortText } from '../../domain/time.ts';
import { reportPage } from '../../report/page.ts';
import { reportTexts as texts } from '../../report/report.ja.ts';
import { emptyField } from '../../tui/text-field.ts';
import { consoleTexts } from '../console.ja.ts';
import type { Question, ReportIntent } from '../intent.ts';
import type { Model } from '../model.ts';
import { act, ask, record, say, select, still, type Handlers, type Step } from '../step.ts';
import { completionReport, rememberClinic } from './completion.ts';
import { editReport } from './entry.ts';
import { notReady, reportRows } from './rows.ts';

/** What the rows and questions of the completion report do. */
export const reportIntents: Handlers<ReportIntent> = {
  'edit-report': (model, { field }) => still(editReport(model, field)),
  'answer-terminals'(model, { count, allDone }) {
    const answered: Model = { ...model, report: { ...model.report, terminals: emptyField } };
    const next = allDone ? onToFields(answered) : answered;
    return record(model, { event: 'terminals-counted', count, allDone }, next);
  },
  'show-report-page': (model, { shown }) => still(select({ ...model, report: { ...model.report, page: shown } }, 0)),
  'save-report': (model) => rememberingFirst(model, saveReport),
  copy: (model, { label, text }) =>
    act(model, null, { action: 'copy', label, text }, say(model, consoleTexts.copying(label))),
  'ask-report-sent': (model, { elsewhere }, chunk) => ask(model, askReportSent(model, elsewhere), chunk),
  'report-sent': (model, { elsewhere }) => rememberingFirst(model, (each) => markAsSent(each, elsewhere)),
};

/** To the first field that is not yet right; where there is none, to what is done with them. */
function onToFields(model: Model): Model {
  const report = completionReport(model);
  if (report === null) return model;
  const { fields } = reportRows(model, report);
  const wrong = report.fields.findIndex(({ problem }) => problem !== null);
  // The terminals stand before the fields of the form.
  return select(model, wrong === -1 ? fields.length : 1 + wrong);
}

function saveReport(model: Model): Step {
  const report = completionReport(model);
  if (report === null) return still(model);
  const name = `exports/kanryo-hokoku-${model.about.notice.id}.txt`;
  const bytes = textFile(reportPage(report));
  return act(model, notReady(report), { action: 'write-file', purpose: 'report', name, bytes });
}

/** One that was sent from another terminal needs only this terminal's proof. */
function markAsSent(model: Model, elsewhere: boolean): Step {
  const report = completionReport(model);
  if (report === null) return still(model);
  const identificationNumber = model.about.notice.report?.number ?? null;
  const event = { event: 'report-sent', identificationNumber, ...(elsewhere ? { elsewhere } : {}) } as const;
  const blocked = elsewhere ? (report.unproven?.short ?? null) : notReady(report);
  const done = select({ ...say(model, consoleTexts.recording), report: { ...model.report, page: false } }, 0);
  return act(model, blocked, { action: 'record', events: [event] }, done);
}

function rememberingFirst(model: Model, then: (model: Model) => Step): Step {
  const [remembering, effects] = rememberClinic(model);
  const [next, more] = then(remembering);
  return [next, [...effects, ...more]];
}

/** Whether the report was really sent: from here, or from another terminal. One that was sent before is told. */
function askReportSent(model: Model, elsewhere: boolean): Question {
  const { about } = model;
  const sent = completionReport(model)?.sent ?? null;
  const { report } = about.notice;
  const fixed = report?.fields.find(({ kind }) => kind === 'fixed')?.label ?? null;
  const label = texts.number(fixed, report?.number ?? null);
  const before = sent === null ? [] : [texts.sentBefore(toShortText(sent.at, about.offsetMinutes))];
  return {
    title: elsewhere ? texts.askElsewhereTitle : texts.askSentTitle,
    body: [...before, ...(elsewhere ? texts.askElsewhereBody(label) : texts.askSentBody(label))].map((text) =>
      filled(text, about.words),
    ),
    choices: [
      { label: texts.askSentNo, intent: null },
      { label: texts.askSentYes, intent: { type: 'report-sent', elsewhere } },
    ],
    selected: 0,
  };
}
