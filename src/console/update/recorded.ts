import type { JournalEntry } from '../../journal/events.ts';
import type { JournalReading } from '../../journal/reading.ts';
import { consoleTexts } from '../../screens/console.ja.ts';
import { recordPathTexts } from '../../actions/record-path.ja.ts';
import { reportTexts } from '../../report/report.ja.ts';
import type { Model } from '../../screens/model.ts';
import { dateToShortText } from '../../domain/time.ts';

/** What is told when the journal has an entry that the operator asked for, and not before; null where there is none. */
export function recordedText({ journal, lock }: Model, { entries }: JournalReading): string | null {
  const last = entries.at(-1);
  return lock.held && last && entries.length > journal.entries.length ? textOf(last.event) : null;
}

function textOf(event: JournalEntry['event']): string | null {
  switch (event.event) {
    case 'operator-version':
      return consoleTexts.versionRecorded(event.version);
    case 'record-path-learned':
      return recordPathTexts.learned(event.path);
    case 'left-on':
      return consoleTexts.leftOn(dateToShortText(event.night));
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
