import type { ActionDone, ActionMessage } from '../actions/catalogue.ts';
import type { Survey } from '../domain/facts.ts';
import { MINUTE, SECOND, type Instant } from '../domain/time.ts';
import type { CommandRecord } from '../ports/ports.ts';
import type { SurveyScope } from '../probes/survey.ts';
import { onRecordLookedAt, onRecordShown } from '../screens/by-hand/update.ts';
import { consoleTexts } from '../screens/console.ja.ts';
import { onDownloadFailed, onTool } from '../screens/download/update.ts';
import { pageOf } from '../screens/index.ts';
import type { Lock, Model } from '../screens/model.ts';
import { onClinicWritten } from '../screens/report/completion.ts';
import { onCopied } from '../screens/report/update.ts';
import { withStandingRestart, withTime } from '../screens/restart/countdown.ts';
import { onRestartAnswered, onRestartCancelled } from '../screens/restart/update.ts';
import { onAgreed, onSettingsWritten } from '../screens/settings/update.ts';
import { selectedOf } from '../screens/screen.ts';
import { answered, rereadVersions, resurvey, say, sayFault, select, still, type Step } from '../screens/step.ts';
import type { StoreOf, TerminalMessage } from '../tui/store.ts';
import { consoleStarted, onJournal } from './journal.ts';
import { onPress } from './keys.ts';
import { onArrived, onSurveyed, recorded, recordingFirst, withDecision } from './survey.ts';

/** Everything that can happen to the console. */
export type Message =
  | ActionMessage
  | TerminalMessage
  /** `uptimeSeconds`: since the last full boot, read at the same time; null where it cannot be read. */
  | { readonly type: 'clock'; readonly now: Instant; readonly uptimeSeconds: number | null }
  /** Time for the regular reading. */
  | { readonly type: 'refresh' }
  /** Shortly after the start: services may have come up meanwhile. */
  | { readonly type: 'settle' }
  | { readonly type: 'files-changed' }
  /** A check has its result; `survey`: all that is known then. */
  | { readonly type: 'arrived'; readonly survey: Survey }
  /** A reading is over. */
  | {
      readonly type: 'surveyed';
      readonly scope: SurveyScope;
      readonly survey: Survey;
      readonly commands: readonly CommandRecord[];
    }
  | { readonly type: 'lock'; readonly lock: Lock }
  /** Whose lock it is that an owner at work holds; null: nobody's. */
  | { readonly type: 'living-lock'; readonly token: string | null }
  /** Whether the program's own files can be read. */
  | { readonly type: 'program'; readonly areThere: boolean }
  /** Time to see who holds the lock, and what another console does. */
  | { readonly type: 'look-on' };

/** The one place that holds the console's model. */
export type Store = StoreOf<Model, Message>;

/** What the console becomes when something happens, and what it asks for then. Pure. */
export function update(model: Model, message: Message): Step {
  const [next, effects] = onMessage(model, message);
  return [isOver(model, next) ? say(next, null) : next, effects];
}

/** Whether it is still told why a row cannot be chosen, though nothing stands in its way any more. */
function isOver(before: Model, after: Model): boolean {
  return after.message !== null && after.message === before.message && saysWhy(before) && !saysWhy(after);
}

/** Whether what is told is why the selected row cannot be chosen. */
function saysWhy(model: Model): boolean {
  const row = selectedOf(model, pageOf(model).rows);
  return row !== null && row.blocked !== null && model.message === consoleTexts.blocked(row.blocked);
}

function onMessage(model: Model, message: Message): Step {
  switch (message.type) {
    case 'resized':
      return still({ ...model, size: { columns: message.columns, rows: message.rows } });
    case 'pressed':
      return onPress(withClock(model, message.now), message.press, message.chunk);
    case 'clock':
      return still(withClock(model, message.now, message.uptimeSeconds));
    case 'refresh':
      return model.surveying ? still(model) : resurvey(model, 'regular');
    case 'settle':
      return needsSettling(model) ? resurvey(model, 'regular') : still(model);
    case 'files-changed':
      return rereadVersions(model);
    case 'arrived':
      return onArrived(model, message.survey);
    case 'surveyed':
      return onSurveyed(model, message);
    case 'journal':
      return onJournal(model, message.reading);
    case 'journal-failed':
      return still(say(model, consoleTexts.journalFailed(`${message.fault.headline} ${message.fault.tryNext}`)));
    case 'lock':
      return onLock(model, message.lock);
    case 'living-lock':
      return still(onLivingLock(model, message.token));
    case 'program':
      return still(message.areThere === model.programThere ? model : { ...model, programThere: message.areThere });
    case 'look-on':
      return [model, [{ type: 'look-on' }]];
    case 'tool':
      return onTool(model, message.event);
    case 'action-done':
      return onActionDone(answered(atAnswer(model, message), message), message);
  }
}

/** A countdown, and a question that the answer opens, begin now: the clock was last read when a key was pressed. */
function atAnswer(model: Model, done: ActionDone): Model {
  if (done.action !== 'request-restart' || !done.outcome.ok) return model;
  return withClock(model, done.outcome.value.dueAt - model.about.restartDelaySeconds * SECOND);
}

function withClock(model: Model, now: Model['now'], uptimeSeconds?: number | null): Model {
  if (now === model.now && (uptimeSeconds === undefined || uptimeSeconds === model.uptimeSeconds)) return model;
  return withStandingRestart(withDecision(withTime(model, now, uptimeSeconds)));
}

/** Whether anybody is at work on the terminal. A process is named by the lock's own answer, not of a later owner. */
function onLivingLock(model: Model, token: string | null): Model {
  const { lock, livingLock } = model;
  const hasEnded = !lock.held && token === null;
  const next = token === livingLock ? model : withDecision({ ...model, livingLock: token });
  // Where the lock itself was refused, an owner that is not seen has not ended for that.
  if (lock.held || (token === livingLock && lock.hasEnded !== undefined)) return next;
  const isAnother = lock.hasEnded === true || (livingLock !== null && token !== null);
  const seen: Model = { ...next, lock: { ...lock, ownerPid: isAnother && !hasEnded ? null : lock.ownerPid, hasEnded } };
  return hasEnded && seen.message === consoleTexts.stillLocked ? say(seen, null) : seen;
}

function onLock(model: Model, lock: Model['lock']): Step {
  if (!lock.held) {
    const looking: Model = { ...model, lock: { ...lock, hasEnded: false } };
    // Until now this console acted: the first token that is seen from here on is that owner's, and no third one's.
    if (model.lock.held) return resurvey(say({ ...looking, livingLock: null }, consoleTexts.lockLost(lock.ownerPid)));
    // Whoever is seen at work is named at the foot already: an answer of its own shows that there was one.
    const told = model.livingLock === null ? consoleTexts.locked(lock.ownerPid) : consoleTexts.stillLocked;
    return resurvey(say(looking, told));
  }
  if (model.lock.held) return still(model);
  // The row that took over is gone; another must not stand under the same Enter.
  const taken = resurvey(select(say({ ...model, lock }, consoleTexts.lockTaken), 0));
  return recordingFirst(taken, [consoleStarted(model.about)]);
}

/** How long after a boot the terminal's services may still be on their way up. */
const SETTLING = 10 * MINUTE;

/** Shortly after a boot a check that fails, or cannot tell, is asked again before anybody believes it. */
function needsSettling(model: Model): boolean {
  const { survey, now } = model;
  if (!survey || survey.boot.bootedAt === null || now - survey.boot.bootedAt > SETTLING) return false;
  return survey.checks.some((check) => check.status === 'fail' || check.status === 'unknown');
}

/** How an action went. What was only written to the journal, or done to its end, has told all as it went. */
function onActionDone(model: Model, done: ActionDone): Step {
  switch (done.action) {
    case 'record':
      return still(recorded(model, done.events));
    case 'note-press-by-hand':
    case 'note-tool-answer':
      return still(model);
    case 'press-download':
      return done.outcome.ok ? still(model) : onDownloadFailed(model, done.outcome.fault);
    case 'open-tool':
      return told(model, done.outcome, consoleTexts.toolOpened);
    case 'open-document':
      return told(model, done.outcome, consoleTexts.documentOpened(done.path));
    case 'copy':
      return still(done.outcome.ok ? onCopied(model, done) : sayFault(model, done.outcome.fault));
    case 'write-file':
      return onFileWritten(model, done);
    case 'save-setting':
      return onSettingsWritten(model, done.outcome.ok ? null : done.outcome.fault);
    case 'agree-file':
      return onAgreed(model, done.outcome.ok ? null : done.outcome.fault);
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

function told(model: Model, outcome: ActionDone['outcome'], text: string): Step {
  return still(outcome.ok ? say(model, text) : sayFault(model, outcome.fault));
}

/** A file of the console's own was written, or could not be. */
function onFileWritten(model: Model, { purpose, outcome }: ActionDone<'write-file'>): Step {
  if (purpose === 'clinic') return onClinicWritten(model, outcome.ok ? null : outcome.fault);
  if (!outcome.ok) return still(sayFault(model, outcome.fault));
  const { path } = outcome.value;
  const report = purpose === 'report' ? { ...model.report, filed: model.report.typed } : model.report;
  return still(say({ ...model, report, saved: { ...model.saved, [purpose]: path } }, consoleTexts.fileWritten(path)));
}
