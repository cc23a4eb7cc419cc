import { describe, expect, it } from 'vitest';
import { isSameBoot, restartProof } from '../../../src/screens/restart/proof.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { historyOf } from '../../../src/journal/history.ts';
import type { JournalEntry, JournalEvent } from '../../../src/journal/events.ts';
import { at, bootedAt, journalOf } from '../../console/builders.ts';

const before = '2026-01-19T08:00:00+09:00';
const requested = (bootBefore: string | null): readonly [string, JournalEvent] => [
  '20 08:00',
  { event: 'restart-requested', bootedAt: bootBefore, attempt: 1 },
];
const answered = (answer: string, exitCode: number | null): readonly [string, JournalEvent] => [
  '20 08:00',
  { event: 'restart-answered', answer, exitCode },
];
const cancelled: readonly [string, JournalEvent] = ['20 08:01', { event: 'restart-cancelled' }];

const again: readonly [string, JournalEvent] = [
  '20 08:01',
  { event: 'restart-requested', bootedAt: before, attempt: 2 },
];
/** After the boot at 08:02. */
const later: readonly [string, JournalEvent] = [
  '20 08:05',
  { event: 'restart-requested', bootedAt: '2026-01-20T08:02:00+09:00', attempt: 1 },
];

const notYet = { type: 'not-yet', requestedAt: at('20 08:00'), accepted: false };
const accepted = { ...notYet, accepted: true };
const proven = { type: 'proven', bootedAt };

describe('what a restart that was asked for has come to', () => {
  it.each([
    ['nothing was asked for', [], bootedAt, { type: 'none' }],
    ['the boot time is another one', [requested(before)], bootedAt, proven],
    ['the boot time is the same', [requested(before)], at('19 08:00'), notYet],
    ['the boot time has only drifted', [requested(before)], at('19 08:01'), notYet],
    [
      'the boot time is just beyond the drift, but lies before the request',
      [requested(before)],
      at('19 08:01') + 1,
      notYet,
    ],
    [
      'the clock was put forward since: the boot time moved with it, and lies before the request',
      [requested(before)],
      at('19 10:00'),
      notYet,
    ],
    ['the boot time went back, as when the clock was set', [requested(before)], at('18 08:00'), notYet],
    ['the boot time cannot be told', [requested(before)], null, notYet],
    ['no boot was known before, and there was one since', [requested(null)], bootedAt, proven],
    ['no boot was known before, and none came since', [requested(null)], at('20 07:59'), notYet],
    ['it was accepted', [requested(before), answered('accepted', 0)], at('19 08:00'), accepted],
    ['it was refused', [requested(before), answered('denied', 5)], at('19 08:00'), { type: 'none' }],
    ['it was not answered', [requested(before), answered('timed-out', null)], at('19 08:00'), { type: 'none' }],
    ['it was called off', [requested(before), answered('accepted', 0), cancelled], at('19 08:00'), { type: 'none' }],
    ...(['already-scheduled', 'already-going-down'] as const).map(
      (answer) =>
        [
          `it was asked for once more: ${answer}`,
          [requested(before), answered('accepted', 0), again, answered(answer, 1190)],
          at('19 08:00'),
          accepted,
        ] as const,
    ),
    [
      'it was asked for once more, and refused',
      [requested(before), answered('accepted', 0), again, answered('denied', 5)],
      at('19 08:00'),
      accepted,
    ],
    [
      'it was asked for once more, and nobody heard the answer',
      [requested(before), answered('accepted', 0), again, answered('crashed', null)],
      at('19 08:00'),
      accepted,
    ],
    [
      'another one was on its way',
      [requested(before), answered('already-scheduled', 1190)],
      at('19 08:00'),
      { type: 'none' },
    ],
    [
      'it came, and a later one found another on its way',
      [requested(before), answered('accepted', 0), later, answered('already-scheduled', 1190)],
      bootedAt,
      { type: 'none' },
    ],
    ['it was called off too late', [requested(before), cancelled], bootedAt, proven],
    ['an older one was called off', [cancelled, requested(before)], at('19 08:00'), notYet],
    ['the newest counts', [requested(before), requested('2026-01-20T08:02:00+09:00')], bootedAt, notYet],
  ] as const)('%s', (_, events, boot, proof) => {
    const { entries } = journalOf(...events);
    const known = { history: historyOf(entries, ''), bootedAt: boot };
    expect(restartProof(entries, known)).toEqual(proof);
  });
});

it.each([
  [0, true],
  [MINUTE, true],
  [-MINUTE, true],
  [MINUTE + 1, false],
  [-MINUTE - 1, false],
])('takes boot times %i ms apart for the same boot: %s', (apart, same) => {
  expect(isSameBoot(bootedAt, bootedAt + apart)).toBe(same);
});

describe('a restart by the identity of its boot', () => {
  const asked: JournalEntry = {
    line: 1,
    seq: 1,
    at: at('20 08:10'),
    time: '2026-01-20T08:10:00+09:00',
    notice: null,
    boot: { uptimeSeconds: 480, record: 812 },
    event: { event: 'restart-requested', bootedAt: '2026-01-20T08:02:00+09:00', attempt: 1 },
  };
  const waiting = { type: 'not-yet', requestedAt: at('20 08:10'), accepted: false };

  it.each<readonly [string, string, string, number | null, number | null, unknown]>([
    ['another record', '20 08:14', '20 08:13', 60, 813, { type: 'proven', bootedAt: at('20 08:13') }],
    ['a smaller uptime', '20 08:14', '20 08:13', 60, null, { type: 'proven', bootedAt: at('20 08:13') }],
    ['the clock was put forward in the same boot', '20 10:20', '20 10:02', 1_080, 812, waiting],
    [
      'the clock was set back after the restart',
      '20 06:14',
      '20 06:13',
      60,
      813,
      { type: 'proven', bootedAt: at('20 06:13') },
    ],
    [
      'only the clock speaks for it: neither proven nor missing',
      '20 18:00',
      '20 09:40',
      30_000,
      null,
      { type: 'none' },
    ],
    ['nothing can be read any more', '20 08:20', '20 08:13', null, null, { type: 'none' }],
  ])('%s', (_, now, booted, uptimeSeconds, record, proof) => {
    const present = { at: at(now), boot: { uptimeSeconds, record } };
    const known = { history: historyOf([asked], ''), bootedAt: at(booted), present };
    expect(restartProof([asked], known)).toEqual(proof);
  });
});
