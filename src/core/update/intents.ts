import type { ActionRequest } from '../../actions/catalogue.ts';
import { emptyField } from '../../input/text-field.ts';
import type { JournalEvent } from '../../journal/events.ts';
import { consoleTexts } from '../../strings/console.ja.ts';
import type { Dialog } from '../dialog.ts';
import type { Intent } from '../intent.ts';
import { refusal } from '../may-act.ts';
import { downloadRefusal } from '../menus/download-menu.ts';
import { restartRefusal } from '../menus/restart-menu.ts';
import type { Model } from '../model.ts';
import { restartAttempt } from '../model-queries.ts';
import {
  askDownload,
  askLeave,
  askPressedByHand,
  askRestart,
  askStopWaiting,
  askSupportCalled,
} from '../questions.ts';
import { dateToShortText } from '../time.ts';
import { idleDownload, idleRestart } from './jobs.ts';
import { go, openGuide, openSearch, select } from './navigate.ts';
import { standingRestart } from './standing-restart.ts';
import type { Step } from './step.ts';
import { resurvey, say, still } from './step.ts';

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
    case 'toggle-history':
      return still({ ...model, historyView: model.historyView === 'journal' ? 'commands' : 'journal' });
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
      return act(model, null, { action: 'cancel-restart' }, model);
    case 'keep-restart':
      return still({ ...model, restart: standingRestart(model) ?? { ...idleRestart, phase: 'counting' } });
    case 'show-record':
      return act(model, null, { action: 'show-record' }, model);
    case 'type-version':
      return still({ ...model, byHand: { field: emptyField, first: null, problem: null } });
    case 'record-version': {
      const { component } = model.about.notice.target;
      const said = say(go(model, 'status'), consoleTexts.versionRecorded(intent.version));
      return record(model, { event: 'operator-version', component, version: intent.version }, said);
    }
    case 'tick': {
      const ticks = model.eveningTicks;
      const without = ticks.filter((tick) => tick !== intent.tick);
      return still({
        ...model,
        eveningTicks: without.length < ticks.length ? without : [...ticks, intent.tick],
      });
    }
    case 'leave-on': {
      const said = say(go(model, 'status'), consoleTexts.leftOn(dateToShortText(intent.night)));
      return record(model, { event: 'left-on', night: intent.night }, said);
    }
    case 'support-called':
      return record(model, { event: 'support-called' }, say(go(model, 'status'), consoleTexts.supportCalled));
    case 'open-document':
      return act(
        model,
        null,
        { action: 'open-document', path: intent.path },
        say(model, consoleTexts.openingDocument),
      );
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
  }
}

/**
 * Starts an action, unless it must not be started now: what held when the question was asked may have changed, and
 * read-only mode and the lock hold for every action. Refused, the model stays as it was and says why.
 */
function act(model: Model, blocked: string | null, request: ActionRequest, next: Model): Step {
  const reason = refusal(model, request.action) ?? blocked;
  return reason === null
    ? [next, [{ type: 'act', request }]]
    : still(say({ ...model, dialog: null }, consoleTexts.blocked(reason)));
}

function record(model: Model, event: JournalEvent, next: Model): Step {
  return act(model, null, { action: 'record', events: [event] }, next);
}
