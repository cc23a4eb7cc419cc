import { emptyField } from '../tui/text-field.ts';
import { historyOf } from '../journal/history.ts';
import type { JournalReading } from '../journal/reading.ts';
import type { ConsoleAbout, Lock, Model } from '../screens/model.ts';
import type { Opening } from '../screens/step.ts';
import type { Instant } from '../domain/time.ts';
import { idleDownload } from '../screens/download/update.ts';
import { emptyReport, noEntry } from '../screens/navigate.ts';
import { idleRestart } from '../screens/restart/countdown.ts';

/** The console as it opens: nothing has been read of the terminal yet but the journal. */
export function firstModel(start: {
  readonly about: ConsoleAbout;
  readonly size: Model['size'];
  readonly now: Instant;
  readonly journal: JournalReading;
  readonly lock: Lock;
  /** Of the lock that this console has just taken; absent: another's is looked for with the first reading. */
  readonly livingLock?: string | null;
  readonly message: string | null;
  readonly opening?: Opening | null;
}): Model {
  const { opening, ...holding } = start;
  return {
    livingLock: null,
    uptimeSeconds: null,
    programThere: true,
    recording: [],
    ...holding,
    history: historyOf(start.journal.entries, start.about.notice.id),
    screen: 'status',
    trail: [],
    selected: {},
    dialog: null,
    survey: null,
    surveying: true,
    surveyAgain: false,
    rereading: 'no',
    changed: [],
    decision: null,
    outlook: { verdict: null, step: null, waitsFor: [] },
    restartProof: { type: 'none' },
    commands: [],
    download: idleDownload,
    restart: idleRestart,
    calledOff: null,
    leavesOnceCancelled: false,
    guide: { entryId: null, query: emptyField, searching: false, seen: [] },
    byHand: noEntry,
    eveningTicks: [],
    showAllChecks: false,
    checksInPlace: false,
    saved: {},
    waiting: [],
    historyList: { view: 'journal', query: emptyField, searching: false },
    report: emptyReport,
    support: { withClinic: false },
    settingsForm: { editing: null, saving: null, failed: null },
    ...opening,
  };
}
