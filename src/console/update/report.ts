import { emptyField } from '../../tui/text-field.ts';
import { reportPage } from '../../report/page.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import { completionReport } from '../../screens/completion-report.ts';
import type { Intent } from '../../screens/intent.ts';
import { notReady, reportMenu } from '../../screens/menus/report-menu.ts';
import type { Model } from '../../screens/model.ts';
import { askReportSent } from '../../screens/report-questions.ts';
import { textFile } from '../../text/text-file.ts';
import { act, record } from './act.ts';
import { select } from './navigate.ts';
import { rememberClinic } from './remember-clinic.ts';
import { editReport } from './report-entry.ts';
import { say, still, type Step } from './step.ts';

type ReportIntent = Extract<
  Intent,
  {
    type: 'edit-report' | 'answer-terminals' | 'show-report-page' | 'save-report' | 'ask-report-sent' | 'report-sent';
  }
>;

/** What the rows and questions of the completion report do. */
export function onReportIntent(model: Model, intent: ReportIntent, chunk: number): Step {
  switch (intent.type) {
    case 'edit-report':
      return still(editReport(model, intent.field));
    case 'answer-terminals': {
      const { count, allDone } = intent;
      const answered: Model = { ...model, report: { ...model.report, terminals: emptyField } };
      const next = allDone ? onToFields(answered) : answered;
      return record(model, { event: 'terminals-counted', count, allDone }, next);
    }
    case 'show-report-page':
      return still(select({ ...model, report: { ...model.report, page: intent.shown } }, 0));
    case 'save-report':
      return rememberingFirst(model, saveReport);
    case 'ask-report-sent':
      return still({
        ...model,
        dialog: { ...askReportSent(model, intent.elsewhere), opened: { at: model.now, chunk } },
      });
    case 'report-sent':
      return rememberingFirst(model, (each) => markAsSent(each, intent.elsewhere));
  }
}

/** To the first field that is not yet right; where there is none, to what is done with them. */
function onToFields(model: Model): Model {
  const wrong = completionReport(model).fields.find(({ problem }) => problem !== null);
  const id = wrong ? `field:${wrong.id}` : 'page';
  return select(
    model,
    Math.max(
      0,
      reportMenu(model).findIndex((row) => row.id === id),
    ),
  );
}

function saveReport(model: Model): Step {
  const report = completionReport(model);
  const name = `exports/kanryo-hokoku-${model.about.notice.id}.txt`;
  const bytes = textFile(reportPage(report));
  return act(model, notReady(report), { action: 'write-file', purpose: 'report', name, bytes }, model);
}

/** One that was sent from another terminal needs only this terminal's proof. */
function markAsSent(model: Model, elsewhere: boolean): Step {
  const report = completionReport(model);
  const { identificationNumber } = model.about.notice.report;
  const done = select({ ...say(model, consoleTexts.recording), report: { ...model.report, page: false } }, 0);
  return act(
    model,
    elsewhere ? (report.unproven?.short ?? null) : notReady(report),
    {
      action: 'record',
      events: [{ event: 'report-sent', identificationNumber, ...(elsewhere ? { elsewhere } : {}) }],
    },
    done,
  );
}

function rememberingFirst(model: Model, then: (model: Model) => Step): Step {
  const [remembering, effects] = rememberClinic(model);
  const [next, more] = then(remembering);
  return [next, [...effects, ...more]];
}
