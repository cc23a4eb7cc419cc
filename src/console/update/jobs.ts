import type { ActionDone } from '../../actions/catalogue.ts';
import { guideIdOf } from '../../guide/situations.ts';
import { outcomeTexts, restartAnswerTexts } from '../../domain/outcomes.ja.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import { restartTexts } from '../../screens/restart.ja.ts';
import type { ToolEvent } from '../../domain/outcomes.ts';
import { finishOf, finishWithout } from '../../actions/download.ts';
import type { DownloadOutcome } from '../../domain/facts.ts';
import type { Fault } from '../../domain/fault.ts';
import type { DownloadJob, Model, RestartJob } from '../../screens/model.ts';
import { running } from '../../screens/under-way.ts';
import { onFileWritten } from './files.ts';
import { onSettingsWritten } from './settings.ts';
import { withRestart } from './countdown.ts';
import { openGuide } from './navigate.ts';
import { onRecordLookedAt } from './record-path.ts';
import { scheduledDialog } from '../../screens/questions.ts';
import { resurvey, say, still, type Step } from './step.ts';

/** The most words of the tool that are kept: a tool that never stops talking must not fill the memory. */
const MOST_WORDS = 200;

export const idleDownload: DownloadJob = {
  phase: 'idle',
  startedAt: null,
  step: null,
  words: [],
  outcome: null,
  obstacle: null,
  detail: null,
  fault: null,
  finish: null,
};

export const idleRestart: RestartJob = {
  phase: 'idle',
  dueAt: null,
  uptimes: null,
  askedAt: null,
  answer: null,
  exitCode: null,
  fault: null,
  comesBack: true,
};

/** What the management tool does and says. */
export function onTool(model: Model, event: ToolEvent): Step {
  const { download } = model;
  switch (event.type) {
    case 'step':
      return still({ ...model, download: { ...download, step: event.step } });
    case 'says':
      return still({
        ...model,
        download: { ...download, words: [...download.words, event.text].slice(-MOST_WORDS) },
      });
    case 'finished': {
      const words = wordsWith(download.words, event);
      const finished: Model = {
        ...model,
        dialog: null,
        download: {
          ...download,
          phase: event.pressed ? 'finished' : 'by-hand',
          outcome: event.outcome,
          obstacle: event.pressed ? null : (event.obstacle ?? null),
          detail: event.pressed ? null : event.message,
          words,
          finish: finishOf(event),
        },
        selected: { ...model.selected, download: 0 },
      };
      const outcome = failures.has(event.outcome) && event.pressed ? event.outcome : null;
      const seen = [outcomeTexts[event.outcome].title, ...words.slice(-2)];
      return resurvey(outcome === null ? finished : openGuide(finished, guideIdOf(`download:${outcome}`), seen));
    }
  }
}

/** The last words too, unless they were said before, or are not the tool's: where nothing was pressed, it answered nothing. */
function wordsWith(
  words: readonly string[],
  { pressed, message }: Extract<ToolEvent, { readonly type: 'finished' }>,
): readonly string[] {
  return !pressed || message === null || words.includes(message) ? words : [...words, message];
}

/** Outcomes that need an explanation before the next step; what could not be pressed has its own way, by hand. */
const failures: ReadonlySet<DownloadOutcome> = new Set<DownloadOutcome>(['error', 'hang', 'crash', 'unknown-dialog']);

/** How an action went. What was only written to the journal, or done to its end, has told all as it went. */
export function onActionDone(model: Model, done: ActionDone): Step {
  switch (done.action) {
    case 'record':
    case 'note-press-by-hand':
    case 'note-tool-answer':
      return still(model);
    case 'press-download':
      return done.outcome.ok ? still(model) : resurvey(notPressed(model, done.outcome.fault));
    case 'open-tool':
      return still(say(model, done.outcome.ok ? consoleTexts.toolOpened : inWords(done.outcome.fault)));
    case 'open-document':
      return still(say(model, done.outcome.ok ? consoleTexts.documentOpened(done.path) : inWords(done.outcome.fault)));
    case 'write-file':
      return onFileWritten(model, done);
    case 'save-setting':
      return onSettingsWritten(model, done.outcome.ok ? null : done.outcome.fault);
    case 'copy':
      return still(say(model, done.outcome.ok ? consoleTexts.copied(done.label) : inWords(done.outcome.fault)));
    case 'show-record':
      return onRecordShown(model, done.outcome);
    case 'look-at-record':
      return onRecordLookedAt(model, done);
    case 'request-restart':
      return onRestartAnswered(model, done.outcome);
    case 'cancel-restart':
      return onRestartCancelled(model, done.outcome);
  }
}

function notPressed(model: Model, fault: Fault): Model {
  return { ...model, download: { ...model.download, phase: 'failed', fault, finish: finishWithout(fault) } };
}

function onRecordShown(model: Model, outcome: ActionDone<'show-record'>['outcome']): Step {
  if (!outcome.ok) return still(say(model, inWords(outcome.fault)));
  const { path } = outcome.value;
  return resurvey(say(model, path === null ? consoleTexts.recordShownWithoutPath : consoleTexts.recordShown(path)));
}

function onRestartAnswered(model: Model, outcome: ActionDone<'request-restart'>['outcome']): Step {
  if (!outcome.ok) return onRestartFault(model, outcome.fault);
  const { answer, exitCode, dueAt, uptimes, comesBack } = outcome.value;
  if (answer === 'accepted')
    return still(withRestart(model, { ...idleRestart, phase: 'counting', dueAt, uptimes, comesBack }));
  const refused = withRestart(model, { ...idleRestart, phase: 'refused', answer, exitCode });
  if (answer === 'already-scheduled') return still({ ...refused, dialog: scheduledDialog(model.now) });
  if (answer === 'already-going-down') return still(refused);
  const seen = [restartTexts.refused(restartAnswerTexts[answer], exitCode)];
  return still(openGuide(refused, guideIdOf(`restart:${answer}`), seen));
}

function onRestartCancelled(model: Model, outcome: ActionDone<'cancel-restart'>['outcome']): Step {
  if (!outcome.ok) return onRestartFault(model, outcome.fault);
  const { answer, exitCode } = outcome.value;
  if (answer !== 'accepted' && answer !== 'nothing-to-cancel')
    return still(say(staying(model), restartTexts.notCancelled(restartAnswerTexts[answer], exitCode)));
  const { restart } = model.history.begun;
  const calledOff = restart?.at ?? model.calledOff;
  const cancelled = say({ ...withRestart(model, idleRestart), calledOff }, restartTexts.cancelled);
  // Where the journal could not be told, the next reading tells it: whoever opens a console later must not find the countdown.
  if (restart !== null) return resurvey(staying(cancelled));
  return model.leavesOnceCancelled ? [cancelled, [{ type: 'leave' }]] : resurvey(cancelled);
}

/** The system could not be asked, or gave no answer. */
function onRestartFault(model: Model, fault: Fault): Step {
  const stays = staying(model);
  if (isUnderWay(model)) return still(say(stays, inWords(fault)));
  const next = withRestart(stays, { ...idleRestart, phase: 'failed', fault });
  return still(openGuide(next, fault.guideId ?? guideIdOf('restart:other'), [fault.headline, fault.tryNext]));
}

/** What could not be called off must not be left unseen. */
function staying(model: Model): Model {
  return { ...model, leavesOnceCancelled: false };
}

/** A countdown is the system's: where it could not be called off it goes on, and must stay in sight. */
function isUnderWay(model: Model): boolean {
  const { phase } = model.restart;
  // A request that fails while it is being asked has not begun.
  return phase === 'overdue' || (phase !== 'asking' && running(model)?.what === 'restart');
}

function inWords({ headline, tryNext }: Fault): string {
  return `${headline} ${tryNext}`;
}
