import { expect, it } from 'vitest';
import { historyOf } from '../../src/journal/history.ts';
import type { JournalEntry, JournalEvent } from '../../src/journal/events.ts';
import { timesNow } from '../../src/domain/history.ts';

/** Entries a minute apart, from 08:00 on, each for another notice: what runs on the terminal is nobody's alone. */
function entriesOf(events: readonly JournalEvent[]): readonly JournalEntry[] {
  return events.map((event, index) => ({
    line: index + 1,
    seq: index + 1,
    at: minute(index),
    boot: null,
    time: `2026-01-20T08:0${String(index)}:00+09:00`,
    notice: index % 2 === 0 ? null : `notice-${String(index)}`,
    event,
  }));
}

const begunOf = (entries: readonly JournalEntry[]) => historyOf(entries, 'notice').begun;
const minute = (index: number): number => Date.parse(`2026-01-20T08:0${String(index)}:00+09:00`);
const started: JournalEvent = { event: 'download-started', lock: 'theirs' };
const byHand: JournalEvent = { event: 'download-started', byHand: true };
const finished: JournalEvent = { event: 'download-finished', outcome: 'hang', pressed: true };

it.each<readonly [string, readonly JournalEvent[], object | null]>([
  ['nothing', [], null],
  ['a press', [started], { at: minute(0), lock: 'theirs' }],
  ['a press that ended', [started, finished], null],
  ['a press after one that ended', [started, finished, started], { at: minute(2), lock: 'theirs' }],
  ['a press by hand', [byHand], { at: minute(0), lock: null }],
  ['a press of an earlier version', [{ event: 'download-started' }], { at: minute(0), lock: null }],
  ['a press, then other things', [started, { event: 'support-called' }], { at: minute(0), lock: 'theirs' }],
])('the download that was begun: %s', (_, events, download) => {
  expect(begunOf(entriesOf(events)).download).toEqual(download);
});

const requested: JournalEvent = {
  event: 'restart-requested',
  bootedAt: null,
  attempt: 1,
  dueAt: '2026-01-20T08:09:00+09:00',
};
const earlier: JournalEvent = { event: 'restart-requested', bootedAt: null, attempt: 1 };
const answered = (answer: string): JournalEvent => ({ event: 'restart-answered', exitCode: 0, answer });
const cancelled: JournalEvent = { event: 'restart-cancelled' };
const booted = (at: string): JournalEvent => ({
  event: 'restart-confirmed',
  bootedAt: `2026-01-20T${at}+09:00`,
  kind: 'full',
});
const standing = (index: number) => ({ at: minute(index), dueAt: minute(9) });

it.each<readonly [string, readonly JournalEvent[], object | null]>([
  ['nothing', [], null],
  ['a request that is not answered yet', [requested], standing(0)],
  ['a request of an earlier version', [earlier], { at: minute(0), dueAt: null }],
  ['one that was accepted', [requested, answered('accepted')], standing(0)],
  ['one that was denied', [requested, answered('denied')], null],
  ['one that nobody heard the answer to', [requested, answered('timed-out')], null],
  ['one that was called off', [requested, answered('accepted'), cancelled], null],
  ['one that was made again', [requested, answered('accepted'), cancelled, requested], standing(3)],
  [
    'one that was refused because an earlier one stands',
    [requested, answered('accepted'), requested, answered('already-scheduled')],
    standing(0),
  ],
  [
    'one that was refused while an earlier one stands',
    [requested, answered('accepted'), requested, answered('denied')],
    standing(0),
  ],
  [
    'one that nobody heard the answer to while an earlier one stands',
    [requested, answered('accepted'), requested, answered('crashed')],
    standing(0),
  ],
  [
    'one that was refused after the earlier one was called off for it',
    [requested, answered('accepted'), requested, answered('denied'), cancelled],
    null,
  ],
  ['one that was refused because of a restart that is not ours', [requested, answered('already-scheduled')], null],
  [
    'one that took the place of an earlier one',
    [requested, answered('accepted'), requested, answered('accepted')],
    standing(2),
  ],
  ['one that a boot has answered', [requested, answered('accepted'), booted('08:00:30')], null],
  ['an older boot that is found only now', [requested, answered('accepted'), booted('07:55:00')], standing(0)],
])('the restart that was begun: %s', (_, events, restart) => {
  expect(begunOf(entriesOf(events)).restart).toEqual(restart);
});

it('is told whichever notice it was for', () => {
  const entries = entriesOf([{ event: 'support-called' }, started, { event: 'support-called' }, requested]);
  expect(historyOf(entries, 'another').begun).toEqual({
    download: { at: minute(1), lock: 'theirs' },
    restart: standing(3),
  });
});

const marked = (entries: readonly JournalEntry[], marks: readonly JournalEntry['boot'][]) =>
  entries.map((entry, index) => ({ ...entry, boot: marks[index] ?? null }));

it('has the mark of its boot, a download as well', () => {
  const boot = { uptimeSeconds: 480, record: 7 };
  expect(begunOf(marked(entriesOf([started]), [boot])).download).toEqual({ at: minute(0), lock: 'theirs', boot });
});

it('is answered by a line of another boot, whatever the clock says', () => {
  const entries = entriesOf([requested, answered('accepted'), { event: 'support-called' }]);
  const first = { uptimeSeconds: 480, record: 7 };
  expect(begunOf(marked(entries, [first, first, { uptimeSeconds: 60, record: 8 }])).restart).toBeNull();
  expect(begunOf(marked(entries, [first, first, { uptimeSeconds: 60, record: null }])).restart).toBeNull();
  expect(begunOf(marked(entries, [first, first, { uptimeSeconds: 540, record: 7 }])).restart).not.toBeNull();
});

it('is due by the uptime where the clock was set since', () => {
  const asked = { at: minute(0), dueAt: minute(1), boot: { uptimeSeconds: 480, record: 7 } };
  const after = (clock: number, uptimeSeconds: number | null) =>
    timesNow(asked, { at: clock, boot: { uptimeSeconds, record: 7 } });
  const plain = { at: minute(0), dueAt: minute(1) };
  expect(after(minute(0) + 20_000, 500)).toEqual(plain);
  expect(after(minute(0) + 22_000, 500)).toEqual(plain);
  // 20 seconds later, by a clock that was put forward two hours.
  const hours = 7_200_000;
  expect(after(minute(0) + 20_000 + hours, 500)).toEqual({ at: minute(0) + hours, dueAt: minute(1) + hours });
  expect(after(minute(0) + 20_000 - hours, 500)).toEqual({ at: minute(0) - hours, dueAt: minute(1) - hours });
  expect(after(minute(0) + hours, null)).toEqual(plain);
});
