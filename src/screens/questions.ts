import { lastLineSeen } from '../journal/on-record.ts';
import { bundleTexts } from '../support/bundle.ja.ts';
import { byHandTexts, consoleTexts } from './console.ja.ts';
import { downloadTexts } from './download.ja.ts';
import { guideTexts } from '../guide/guide.ja.ts';
import { historyTexts } from '../journal/history.ja.ts';
import { journalStateInWords } from '../journal/journal.ja.ts';
import { restartTexts } from './restart.ja.ts';
import { supportTexts } from '../support/support.ja.ts';
import { bundleList } from '../support/bundle.ts';
import { focusedField } from './focused-field.ts';
import type { Dialog } from './dialog.ts';
import type { Model } from './model.ts';
import { inReception, unseenDownloadAt } from './model-queries.ts';
import { NO_CHUNK, yesNo, type Question } from './question.ts';
import { toShortText, type Instant } from '../domain/time.ts';
import { mayCallOff } from './under-way.ts';

export function askDownload(model: Model): Question {
  return yesNo({
    title: downloadTexts.askTitle,
    body: [...downloadTexts.askBody, ...(inReception(model) ? [downloadTexts.inReception] : [])],
    no: downloadTexts.askChoiceNo,
    yes: downloadTexts.askChoiceYes,
    intent: { type: 'press-download' },
  });
}

export function askRestart(model: Model): Question {
  return yesNo({
    title: restartTexts.askTitle,
    body: [...restartTexts.whatHappens(model.about.restartDelaySeconds).slice(0, 2), ...restartWarnings(model)],
    no: restartTexts.askChoiceNo,
    yes: restartTexts.askChoiceYes,
    intent: { type: 'request-restart', replace: false },
  });
}

/** What must be weighed before this restart: a download whose result was never seen, patients, the remote session, a delivery that is under way. */
export function restartWarnings(model: Model): readonly string[] {
  const { about, now, survey } = model;
  const night = about.calendar.nights.find((each) => each.delivers && each.start <= now && now < each.end);
  const unseen = unseenDownloadAt(model);
  return [
    ...(unseen === null ? [] : [restartTexts.unseenDownload(toShortText(unseen, about.offsetMinutes))]),
    ...(inReception(model) ? [restartTexts.inReception] : []),
    ...(survey?.session?.remote === true ? [restartTexts.remoteDrops] : []),
    ...(night ? [restartTexts.duringNight(toShortText(night.end, about.offsetMinutes))] : []),
  ];
}

export function scheduledDialog(now: Instant): Dialog {
  return {
    title: restartTexts.scheduledTitle,
    body: restartTexts.scheduledBody,
    choices: [
      { label: restartTexts.scheduledKeep, intent: { type: 'keep-restart' } },
      { label: restartTexts.scheduledReplace, intent: { type: 'request-restart', replace: true } },
    ],
    selected: 0,
    opened: { at: now, chunk: NO_CHUNK },
  };
}

export function askStopWaiting(): Question {
  return yesNo({
    title: downloadTexts.askStopTitle,
    body: downloadTexts.askStopBody,
    no: downloadTexts.askStopNo,
    yes: downloadTexts.askStopYes,
    intent: { type: 'stop-waiting' },
  });
}

export function askPressedByHand(): Question {
  return yesNo({
    title: downloadTexts.askPressedTitle,
    body: downloadTexts.askPressedBody,
    no: downloadTexts.askPressedNo,
    yes: downloadTexts.askPressedYes,
    intent: { type: 'pressed-by-hand' },
  });
}

export function askRecordVersion(version: string): Question {
  return yesNo({
    title: byHandTexts.askTitle(version),
    body: byHandTexts.askBody,
    no: byHandTexts.askNo,
    yes: byHandTexts.askYes,
    intent: { type: 'record-version', version },
  });
}

export function askSupportCalled(): Question {
  return yesNo({
    title: guideTexts.askCalledTitle,
    body: guideTexts.askCalledBody,
    no: guideTexts.askCalledNo,
    yes: guideTexts.askCalledYes,
    intent: { type: 'support-called' },
  });
}

/** Whether what was found wrong with the journal has been seen; what is found while the question stands open is not part of it. */
export function askAcknowledge({ journal }: Model): Question {
  const texts = historyTexts.askAcknowledge;
  return yesNo({
    title: texts.title,
    body: texts.body(journalStateInWords(journal)),
    no: texts.no,
    yes: texts.yes,
    intent: { type: 'acknowledge-journal', line: lastLineSeen(journal) },
  });
}

/** Whether the support bundle is to be made: all that it will hold is listed first. */
export function askBundle(withClinic: boolean): Question {
  return yesNo({
    title: supportTexts.askTitle,
    body: [
      ...bundleList(withClinic).map(({ name, words }) => supportTexts.askEntry(name, words)),
      bundleTexts.never,
      ...(withClinic ? [] : [bundleTexts.withoutClinic]),
    ],
    no: supportTexts.askNo,
    yes: supportTexts.askYes,
    intent: { type: 'save-bundle' },
  });
}

/** null: nothing is under way that this console answers for, so leaving needs no question. */
export function askLeave(model: Model): Question | null {
  const canCancel = mayCallOff(model);
  const restarts = canCancel || model.restart.phase === 'asking';
  const body = [
    // A restart ends a download as well.
    ...(restarts ? consoleTexts.leaveCountdown : model.download.phase === 'running' ? consoleTexts.leaveDownload : []),
    ...(isTyping(model) ? consoleTexts.leaveTyping : []),
  ];
  if (body.length === 0) return null;
  return {
    title: consoleTexts.leaveTitle,
    body,
    choices: [
      { label: consoleTexts.leaveStay, intent: null },
      ...(canCancel ? [{ label: consoleTexts.leaveCancelled, intent: { type: 'cancel-and-leave' } as const }] : []),
      { label: restarts ? consoleTexts.leaveCounting : consoleTexts.leaveGo, intent: { type: 'leave' } },
    ],
    selected: 0,
  };
}

/** Whether a value is being typed that would be lost; words to search by are none. */
function isTyping(model: Model): boolean {
  const keeps = model.screen === 'report' || model.screen === 'by-hand' || model.screen === 'settings';
  return keeps && (focusedField(model)?.text ?? '') !== '';
}
