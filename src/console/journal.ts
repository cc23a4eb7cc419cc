import { nightDay } from '../domain/notice/night-names.ja.ts';
import { recordPathTexts } from '../actions/actions.ja.ts';
import { historyOf } from '../journal/history.ts';
import type { JournalEntry, JournalEvent } from '../journal/events.ts';
import { journalHeadTexts } from '../journal/journal.ja.ts';
import type { JournalReading } from '../journal/reading.ts';
import { reportTexts } from '../report/report.ja.ts';
import { consoleTexts } from '../screens/console.ja.ts';
import { withFound } from '../screens/history/rows.ts';
import type { Model } from '../screens/model.ts';
import { rereadVersions, say, still, type Step } from '../screens/step.ts';
import type { About } from '../support/about.ts';
import { clockMoved } from './boot-findings.ts';
import { recordingFirst, withDecision } from './survey.ts';

/**
 * The journal as it now is. What it says of versions seen by eye, of steps done by hand and of the record's path, is
 * asked for anew.
 */
export function onJournal(model: Model, reading: JournalReading): Step {
  const moved = clockMoved(model.journal.present, reading.present);
  const history = historyOf(reading.entries, model.about.notice.id, model.history);
  const next = withDecision(withFound({ ...model, journal: reading, history }));
  const asksAgain =
    history.operatorVersions.length !== model.history.operatorVersions.length ||
    handSteps(history) !== handSteps(model.history) ||
    history.recordPath !== model.history.recordPath;
  const text =
    reading.headFault === null ? recordedText(model, reading) : journalHeadTexts.notRenewed(reading.headFault);
  const said = text === null ? next : say(next, text);
  return recordingFirst(asksAgain ? rereadVersions(said) : still(said), moved === null ? [] : [moved]);
}

function handSteps({ presses }: Model['history']): number {
  return presses.filter(({ kind }) => kind === 'hand-steps').length;
}

/** That a console may act from here on: the record of remote maintenance says when there was one. */
export function consoleStarted({ consoleVersion }: Pick<About, 'consoleVersion'>): JournalEvent {
  return { event: 'console-started', version: consoleVersion };
}

/** What is told when the journal has an entry that the operator asked for, and not before; null where there is none. */
function recordedText({ journal, lock, about }: Model, { entries }: JournalReading): string | null {
  const last = entries.at(-1);
  return lock.held && last && entries.length > journal.entries.length ? textOf(last.event, about) : null;
}

function textOf(event: JournalEntry['event'], { calendar }: Pick<About, 'calendar'>): string | null {
  switch (event.event) {
    case 'operator-version':
      return consoleTexts.versionRecorded(event.version);
    case 'record-path-learned':
      return recordPathTexts.learned(event.path);
    case 'hand-step-ticked':
      return event.done ? consoleTexts.stepTicked(event.step + 1) : consoleTexts.stepUnticked(event.step + 1);
    case 'hand-steps-done':
      return consoleTexts.handStepsDone;
    case 'left-on':
      return consoleTexts.leftOn(nightDay(event.night, calendar));
    case 'support-called':
      return consoleTexts.supportCalled;
    case 'terminals-counted':
      return event.allDone ? reportTexts.answeredAll(event.count) : reportTexts.answeredNotAll;
    case 'report-sent':
      return event.elsewhere === true ? reportTexts.elsewhereRecorded : reportTexts.sentRecorded;
    default:
      return null;
  }
}
