import type { ActionRequest } from '../../actions/catalogue.ts';
import { emptyField } from '../../tui/text-field.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import { restartTexts } from '../../screens/restart.ja.ts';
import type { Dialog } from '../../screens/dialog.ts';
import type { Intent } from '../../screens/intent.ts';
import { downloadRefusal } from '../../screens/menus/download-menu.ts';
import { showRecordRefusal } from '../../screens/menus/by-hand-menu.ts';
import { restartRefusal } from '../../screens/menus/restart-menu.ts';
import type { Model } from '../../screens/model.ts';
import { restartAttempt } from '../../screens/model-queries.ts';
import {
  askDownload,
  askLeave,
  askPressedByHand,
  askRestart,
  askStopWaiting,
  askSupportCalled,
} from '../../screens/questions.ts';
import { act, record } from './act.ts';
import { onHistoryIntent } from './history.ts';
import { idleDownload, idleRestart } from './jobs.ts';
import { go, noEntry, openGuide, openSearch, select } from './navigate.ts';
import { onRecordPathIntent } from './record-path.ts';
import { onReportIntent } from './report.ts';
import { onSettingsIntent } from './settings.ts';
import { standingRestart } from './standing-restart.ts';
import { resurvey, say, still, type Step } from './step.ts';
import { onSupportIntent } from './support.ts';

/** Does what the operator chose. `chunk` is the piece of input that chose it. */
export function onIntent(model: Model, intent: Intent, chunk: number): Step {
  const ask = (question: Omit<Dialog, 'opened'>): Step =>
    still({ ...model, dialog: { ...question, opened: { at: model.now, chunk } } });
  switch (intent.type) {
    case 'go':
      return still(go(model, intent.screen));
    case 'open-guide':
      return still(openGuide(model, intent.entryId, intent.seen));
    case 'read-again':
      return resurvey(say(model, consoleTexts.surveying));
    case 'toggle-checks':
      return still({ ...model, showAllChecks: !model.showAllChecks });
    case 'ask-download':
      return ask(askDownload(model));
    case 'ask-restart':
      return ask(askRestart(model));
    case 'ask-pressed-by-hand':
      return ask(askPressedByHand());
    case 'ask-stop-waiting':
      return ask(askStopWaiting());
    case 'ask-support-called':
      return ask(askSupportCalled());
    case 'press-download': {
      const download = { ...idleDownload, phase: 'running', startedAt: model.now } as const;
      const next = select({ ...go(model, 'download'), download }, 0);
      return act(model, downloadRefusal(model), { action: 'press-download' }, next);
    }
    case 'stop-waiting':
      return [model, [{ type: 'stop-waiting' }]];
    case 'open-tool':
      return act(model, null, { action: 'open-tool' }, model);
    case 'pressed-by-hand': {
      const next = select({ ...model, download: { ...model.download, phase: 'by-hand-pressed' } }, 0);
      return act(model, null, { action: 'note-press-by-hand' }, next);
    }
    case 'tool-answered':
      return act(model, null, { action: 'note-tool-answer', outcome: intent.outcome }, model);
    case 'request-restart': {
      const next: Model = { ...go(model, 'restart'), restart: { ...idleRestart, phase: 'asking' } };
      const bootedAt = model.survey?.boot.bootedAt ?? null;
      const attempt = restartAttempt(model);
      const request: ActionRequest = {
        action: 'request-restart',
        bootedAt,
        attempt,
        replace: intent.replace,
      };
      return act(model, restartRefusal(model), request, next);
    }
    case 'cancel-restart':
      return act(model, null, { action: 'cancel-restart' }, say(model, restartTexts.cancelling));
    case 'cancel-and-leave': {
      const leaving = { ...model, leavesOnceCancelled: true };
      return act(model, null, { action: 'cancel-restart' }, say(leaving, restartTexts.cancelling));
    }
    case 'keep-restart':
      return still({ ...model, restart: standingRestart(model) ?? { ...idleRestart, phase: 'counting' } });
    case 'show-record':
      return act(model, showRecordRefusal(model), { action: 'show-record' }, model);
    case 'type-version':
      return still({ ...model, byHand: { ...noEntry, field: emptyField } });
    case 'record-version': {
      const { component } = model.about.notice.target;
      const event = { event: 'operator-version', component, version: intent.version } as const;
      return record(model, event, go(model, 'status'));
    }
    case 'tick': {
      const ticks = model.eveningTicks;
      const without = ticks.filter((tick) => tick !== intent.tick);
      return still({
        ...model,
        eveningTicks: without.length < ticks.length ? without : [...ticks, intent.tick],
      });
    }
    case 'leave-on':
      return record(model, { event: 'left-on', night: intent.night }, go(model, 'status'));
    case 'support-called':
      // Whoever is on the phone goes on reading the sheet.
      return record(model, { event: 'support-called' }, model.screen === 'support' ? model : go(model, 'status'));
    case 'open-document':
      return act(model, null, { action: 'open-document', path: intent.path }, say(model, consoleTexts.openingDocument));
    case 'search':
      return still(openSearch(model));
    case 'take-over':
      return [model, [{ type: 'take-lock' }]];
    case 'ask-leave': {
      const question = askLeave(model);
      return question ? ask(question) : [model, [{ type: 'leave' }]];
    }
    case 'leave':
      return [model, [{ type: 'leave' }]];
    case 'copy':
      return act(
        model,
        null,
        { action: 'copy', label: intent.label, text: intent.text },
        say(model, consoleTexts.copying(intent.label)),
      );
    case 'toggle-history':
    case 'filter-history':
    case 'save-history-page':
    case 'ask-acknowledge-journal':
    case 'acknowledge-journal':
      return onHistoryIntent(model, intent, chunk);
    case 'edit-report':
    case 'answer-terminals':
    case 'show-report-page':
    case 'save-report':
    case 'ask-report-sent':
    case 'report-sent':
      return onReportIntent(model, intent, chunk);
    case 'toggle-clinic':
    case 'save-sheet':
    case 'ask-bundle':
    case 'save-bundle':
      return onSupportIntent(model, intent, chunk);
    case 'type-record-path':
    case 'learn-record-path':
      return onRecordPathIntent(model, intent);
    case 'edit-setting':
    case 'ask-reset-setting':
    case 'save-setting':
      return onSettingsIntent(model, intent, chunk);
  }
}
