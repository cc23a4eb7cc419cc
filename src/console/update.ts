import type { ActionDone } from '../actions/catalogue.ts';
import { historyOf } from '../journal/history.ts';
import type { JournalReading } from '../journal/reading.ts';
import { consoleTexts } from '../screens/console.ja.ts';
import { journalHeadTexts } from '../journal/journal.ja.ts';
import type { Message } from './message.ts';
import { refusal } from '../screens/may-act.ts';
import type { Model } from '../screens/model.ts';
import { MINUTE, SECOND } from '../domain/time.ts';
import { withTime } from './update/countdown.ts';
import { onActionDone, onTool } from './update/jobs.ts';
import { onPress } from './update/keys.ts';
import { clockMoved } from './update/boot-findings.ts';
import { consoleStarted } from './update/console-started.ts';
import { select } from './update/navigate.ts';
import { recordedText } from './update/recorded.ts';
import { withStandingRestart } from './update/standing-restart.ts';
import { resurvey, say, still, type Step } from './update/step.ts';
import { onSurveyed, withDecision } from './update/survey.ts';

/** What the console becomes when something happens, and what it asks for then. Pure. */
export function update(model: Model, message: Message): Step {
  switch (message.type) {
    case 'resized':
      return still({ ...model, size: { columns: message.columns, rows: message.rows } });
    case 'pressed':
      return onPress(withClock(model, message.now), message.press, message.chunk);
    case 'clock':
      return still(withClock(model, message.now, message.uptimeSeconds));
    case 'refresh':
      return model.surveying ? still(model) : resurvey(model);
    case 'settle':
      return needsSettling(model) ? resurvey(model) : still(model);
    case 'files-changed':
      return resurvey(model);
    case 'surveyed':
      return onSurveyed(model, message.survey, message.commands);
    case 'journal':
      return onJournal(model, message.reading);
    case 'journal-failed':
      return still(say(model, consoleTexts.journalFailed(`${message.fault.headline} ${message.fault.tryNext}`)));
    case 'lock':
      return onLock(model, message.lock);
    case 'living-lock':
      return message.token === model.livingLock
        ? still(model)
        : still(withDecision({ ...model, livingLock: message.token }));
    case 'look-on':
      return model.lock.held ? still(model) : [model, [{ type: 'look-on' }]];
    case 'tool':
      return onTool(model, message.event);
    case 'action-done':
      return onActionDone(atAnswer(model, message), message);
  }
}

/** A countdown, and a question that the answer opens, begin now: the clock was last read when a key was pressed. */
function atAnswer(model: Model, done: ActionDone): Model {
  if (done.action !== 'request-restart' || !done.outcome.ok) return model;
  return withClock(model, done.outcome.value.dueAt - model.about.restartDelaySeconds * SECOND);
}

function withClock(model: Model, now: Model['now'], uptimeSeconds?: number | null): Model {
  if (now === model.now) return model;
  return withStandingRestart(withDecision(withTime(model, now, uptimeSeconds)));
}

/** The journal as it now is. What it says of versions seen by eye, and of the record's path, is asked for anew. */
function onJournal(model: Model, reading: JournalReading): Step {
  const moved = clockMoved(model.journal.present, reading.present);
  const history = historyOf(reading.entries, model.about.notice.id);
  const next = withDecision({ ...model, journal: reading, history });
  const asksAgain =
    history.operatorVersions.length !== model.history.operatorVersions.length ||
    history.recordPath !== model.history.recordPath;
  const text =
    reading.headFault === null ? recordedText(model, reading) : journalHeadTexts.notRenewed(reading.headFault);
  const said = text === null ? next : say(next, text);
  const [told, effects] = asksAgain ? resurvey(said) : still(said);
  if (moved === null || refusal(told, 'record') !== null) return [told, effects];
  return [told, [{ type: 'act', request: { action: 'record', events: [moved] } }, ...effects]];
}

function onLock(model: Model, lock: Model['lock']): Step {
  if (!lock.held) return resurvey(say({ ...model, lock }, consoleTexts.locked(lock.ownerPid)));
  // The row that took over is gone; another must not stand under the same Enter.
  const [next, effects] = resurvey(select(say({ ...model, lock }, consoleTexts.lockTaken), 0));
  if (model.lock.held || refusal(next, 'record') !== null) return [next, effects];
  return [next, [{ type: 'act', request: { action: 'record', events: [consoleStarted(model.about)] } }, ...effects]];
}

/** How long after a boot the terminal's services may still be on their way up. */
const SETTLING = 10 * MINUTE;

/** Shortly after a boot a check that fails, or cannot tell, is asked again before anybody believes it. */
function needsSettling(model: Model): boolean {
  const { survey, now } = model;
  if (!survey || survey.boot.bootedAt === null || now - survey.boot.bootedAt > SETTLING) return false;
  return survey.checks.some((check) => check.status === 'fail' || check.status === 'unknown');
}
