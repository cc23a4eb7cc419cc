import { consoleTexts } from '../screens/console.ja.ts';
import { MINUTE, SECOND } from '../domain/time.ts';
import type { ActionDone } from '../actions/catalogue.ts';
import { onTool } from '../screens/download/update.ts';
import type { Model } from '../screens/model.ts';
import { withStandingRestart, withTime } from '../screens/restart/countdown.ts';
import { resurvey, say, select, still, type Step } from '../screens/step.ts';
import { onActionDone } from './action-done.ts';
import { consoleStarted, onJournal } from './journal.ts';
import { onPress } from './keys.ts';
import type { Message } from './message.ts';
import { onSurveyed, recordingFirst, withDecision } from './survey.ts';

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

function onLock(model: Model, lock: Model['lock']): Step {
  if (!lock.held) return resurvey(say({ ...model, lock }, consoleTexts.locked(lock.ownerPid)));
  // The row that took over is gone; another must not stand under the same Enter.
  const taken = resurvey(select(say({ ...model, lock }, consoleTexts.lockTaken), 0));
  return model.lock.held ? taken : recordingFirst(taken, [consoleStarted(model.about)]);
}

/** How long after a boot the terminal's services may still be on their way up. */
const SETTLING = 10 * MINUTE;

/** Shortly after a boot a check that fails, or cannot tell, is asked again before anybody believes it. */
function needsSettling(model: Model): boolean {
  const { survey, now } = model;
  if (!survey || survey.boot.bootedAt === null || now - survey.boot.bootedAt > SETTLING) return false;
  return survey.checks.some((check) => check.status === 'fail' || check.status === 'unknown');
}
