import { describe, expect, it } from 'vitest';
import type { BootKind, Survey } from '../../src/domain/facts.ts';
import type { Model } from '../../src/screens/model.ts';
import { restartAttempt } from '../../src/screens/restart/update.ts';
import { MINUTE, SECOND, toIso } from '../../src/domain/time.ts';
import { update } from '../../src/console/update.ts';
import type { BootMark, Moment } from '../../src/domain/boots.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { JournalReading } from '../../src/journal/reading.ts';
import { fileOf, headOf, line } from '../journal/build.ts';
import { acts, at, foreign, morning, OFFSET, opening, surveyWith } from './builders.ts';

type Told = readonly [time: string, boot: BootMark, event: JournalEvent];

const mark = (uptimeSeconds: number | null, record: number | null = 812): BootMark => ({
  uptimeSeconds,
  record,
});
const moment = (time: string, boot: BootMark): Moment => ({ at: at(time), boot });

/** A journal of these lines, read at that moment. */
function journalAt(present: Moment, ...told: readonly Told[]): JournalReading {
  const lines = told.reduce<readonly string[]>(
    (before, [time, boot, event]) => [...before, line(before, { at: toIso(at(time), OFFSET), boot, ...event })],
    [],
  );
  const reading = lines.length === 0 ? readJournal(null, null) : readJournal(fileOf(lines), headOf(lines));
  return { ...reading, present };
}

const confirmed = (time: string, kind = 'full'): JournalEvent => ({
  event: 'restart-confirmed',
  bootedAt: toIso(at(time), OFFSET),
  kind,
});
const started: JournalEvent = { event: 'console-started', version: '0.1.0' };

function surveyed(model: Model, boot: Survey['boot']) {
  const survey = surveyWith({ takenAt: model.now, boot });
  return update(model, { type: 'surveyed', scope: 'all', survey, commands: [] });
}

/** What the first reading puts on record of boots and of the clock. */
function findings(journal: JournalReading, boot: Survey['boot'], start = {}): readonly JournalEvent[] {
  const now = journal.present?.at ?? morning;
  const [, effects] = surveyed(opening({ journal, now, ...start }), boot);
  return recorded(effects).filter(({ event }) => event !== 'version-seen');
}

function recorded(effects: Parameters<typeof acts>[0]): readonly JournalEvent[] {
  return acts(effects).flatMap((request) => (request.action === 'record' ? request.events : []));
}

const boot = (time: string, record: number | null, lastBootKind: BootKind = 'full'): Survey['boot'] => ({
  bootedAt: at(time),
  lastBootKind,
  record,
});

describe('the boot that is put on record', () => {
  const known: readonly Told[] = [
    ['20 08:10', mark(480), started],
    ['20 08:10', mark(480), confirmed('20 08:02')],
  ];

  it.each<readonly [string, Moment, Survey['boot'], readonly JournalEvent[]]>([
    ['another record', moment('20 08:20', mark(60, null)), boot('20 08:19', 813), [confirmed('20 08:19')]],
    ['a smaller uptime', moment('20 08:20', mark(60, null)), boot('20 08:19', null), [confirmed('20 08:19')]],
    ['the same boot', moment('20 08:20', mark(1_080, null)), boot('20 08:02', 812), []],
    ['the same boot, its time drifted', moment('20 08:20', mark(1_080, null)), boot('20 08:04', 812), []],
    [
      'a kind that the machine does not tell',
      moment('20 08:20', mark(60, null)),
      boot('20 08:19', null, 'unknown'),
      [confirmed('20 08:19', 'unknown')],
    ],
    ['a fast startup since', moment('20 18:00', mark(35_880, null)), boot('20 08:02', 812, 'fast-startup'), []],
    ['a hibernation since', moment('20 18:00', mark(35_880, null)), boot('20 08:02', null, 'hibernate'), []],
    [
      'a full start, and a fast one since',
      moment('20 18:00', mark(34_860, null)),
      boot('20 08:19', 813, 'fast-startup'),
      [confirmed('20 08:19')],
    ],
    ['what only the clock speaks for', moment('20 18:00', mark(30_000, null)), boot('20 09:40', null), []],
  ])('%s', (_, present, machine, expected) => {
    expect(findings(journalAt(present, ...known), machine)).toEqual(expected);
  });

  it('is the first one, and none where the first start that is seen was no full one', () => {
    const first = journalAt(moment('20 08:10', mark(480, null)));
    expect(findings(first, boot('20 08:02', 812))).toEqual([confirmed('20 08:02')]);
    expect(findings(first, boot('20 08:02', null, 'fast-startup'))).toEqual([]);
  });
});

describe('a clock that was set', () => {
  it.each<readonly [string, string, number | null, number]>([
    ['forward by two hours', '20 10:20', 7_200, 1_080],
    ['back by two hours', '20 06:20', -7_200, 1_080],
    ['by no more than a minute', '20 08:21', null, 1_080],
    ['not at all, over a night of sleep', '21 08:10', null, 86_880],
  ])('is put on record when the boot is known to be the same: %s', (_, now, bySeconds, uptime) => {
    const journal = journalAt(
      moment(now, mark(uptime, null)),
      ['20 08:10', mark(480), started],
      ['20 08:10', mark(480), confirmed('20 08:02')],
    );
    const machine = { bootedAt: at(now) - uptime * SECOND, lastBootKind: 'full', record: 812 } as const;
    const moved = bySeconds === null ? [] : [{ event: 'clock-moved', bySeconds }];
    expect(findings(journal, machine)).toEqual(moved);
    expect(findings(journal, machine, { lock: foreign })).toEqual([]);
    // Where the record cannot be read it may as well be another boot.
    expect(findings(journal, { ...machine, record: null })).toEqual([]);
  });

  it('is put on record once while the console is open, when the journal is read', () => {
    const first = journalAt(moment('20 08:10', mark(480)), ['20 08:10', mark(480), started]);
    const later = { ...first, present: moment('20 10:11', mark(540)) };
    const [told, effects] = update(opening({ journal: first }), { type: 'journal', reading: later });
    expect(recorded(effects)).toEqual([{ event: 'clock-moved', bySeconds: 7_200 }]);
    const after = { ...later, present: moment('20 10:12', mark(600)) };
    expect(recorded(update(told, { type: 'journal', reading: after })[1])).toEqual([]);
  });

  it.each<readonly [string, Moment]>([
    ['by less than a minute', moment('20 08:12', mark(541))],
    ['to where nothing can be read', moment('20 10:11', mark(null))],
    ['and it is another boot', moment('20 10:11', mark(60))],
  ])('is none %s', (_, present) => {
    const first = journalAt(moment('20 08:10', mark(480)));
    const [, effects] = update(opening({ journal: first }), { type: 'journal', reading: { ...first, present } });
    expect(recorded(effects)).toEqual([]);
  });

  it('is for the console that acts to write', () => {
    const first = journalAt(moment('20 08:10', mark(480)));
    const later = { ...first, present: moment('20 10:11', mark(540)) };
    const [, effects] = update(opening({ journal: first, lock: foreign }), { type: 'journal', reading: later });
    expect(recorded(effects)).toEqual([]);
  });
});

it('counts the requests of this boot, whatever the clock says', () => {
  const asked: JournalEvent = { event: 'restart-requested', bootedAt: null, attempt: 1 };
  const journal = journalAt(
    moment('20 08:20', mark(300, null)),
    ['20 10:10', mark(480, 811), asked],
    ['20 10:14', mark(60, 812), asked],
    ['20 10:15', mark(120, 812), asked],
  );
  const [model] = surveyed(opening({ journal, now: at('20 08:20') }), boot('20 08:15', 812));
  expect(restartAttempt(model)).toBe(3);
});

it.each([
  // The uptime tells that it was made long ago, and a moment ago, whatever the clock says.
  [2_000, 'idle'],
  [500, 'counting'],
])('takes a request in the future by the uptime, %i s: %s', (uptime, phase) => {
  const accepted: JournalEvent = { event: 'restart-answered', answer: 'accepted', exitCode: 0 };
  const asked: JournalEvent = { event: 'restart-requested', bootedAt: null, attempt: 1 };
  const journal = journalAt(
    moment('20 08:11', mark(uptime)),
    ['20 10:10', mark(480), asked],
    ['20 10:10', mark(480), accepted],
  );
  const [model] = surveyed(opening({ journal, now: at('20 08:10') + MINUTE }), boot('20 08:02', 812));
  expect(model).toMatchObject({ restart: { phase }, restartProof: { type: 'not-yet' } });
});
