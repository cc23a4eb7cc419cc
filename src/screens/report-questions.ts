import { reportTexts } from '../report/report.ja.ts';
import { completionReport } from './completion-report.ts';
import type { Dialog } from './dialog.ts';
import type { Model } from './model.ts';
import { toShortText } from '../domain/time.ts';

type Question = Omit<Dialog, 'opened'>;

/** Whether all of the clinic's terminals are done. Either answer is journaled, so the safe choice is to give none. */
export function askTerminals(count: number): Question {
  return {
    title: reportTexts.askTerminalsTitle(count),
    body: reportTexts.askTerminalsBody,
    choices: [
      { label: reportTexts.askTerminalsCancel, intent: null },
      { label: reportTexts.askTerminalsNo, intent: { type: 'answer-terminals', count, allDone: false } },
      { label: reportTexts.askTerminalsYes, intent: { type: 'answer-terminals', count, allDone: true } },
    ],
    selected: 0,
  };
}

/** Whether the report was really sent: from here, or from another terminal. One that was sent before is told. */
export function askReportSent(model: Model, elsewhere: boolean): Question {
  const { about } = model;
  const { sent } = completionReport(model);
  const label = reportTexts.number(about.notice.report.identificationNumber);
  const before = sent === null ? [] : [reportTexts.sentBefore(toShortText(sent.at, about.offsetMinutes))];
  const body = elsewhere ? reportTexts.askElsewhereBody(label) : reportTexts.askSentBody(label);
  return {
    title: elsewhere ? reportTexts.askElsewhereTitle : reportTexts.askSentTitle,
    body: [...before, ...body],
    choices: [
      { label: reportTexts.askSentNo, intent: null },
      { label: reportTexts.askSentYes, intent: { type: 'report-sent', elsewhere } },
    ],
    selected: 0,
  };
}
