import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootBetween, bootSince, presentBoot, type Booted, type Moment } from '../../src/domain/boots.ts';
import { at } from './procedure/builders.ts';

/** `08:10`, up for 480 s, in the boot of record 812: a line of the journal, or the present. null: no mark at all. */
type Row = readonly [time: string, uptimeSeconds: number | null, record: number | null] | readonly [time: string, null];

function moment([time, uptimeSeconds, record]: Row): Moment {
  const boot = record === undefined ? null : { uptimeSeconds, record };
  return { at: at(`20 ${time}`), boot };
}

/** Whether there was a boot since the first of the lines; the last row is the present. `moved`: lines that say so. */
function since(rows: readonly Row[], moved: readonly number[] = [], fullBoots: readonly string[] = []): Booted {
  const moments = rows.map(moment);
  const trail = moments
    .slice(0, -1)
    .map((each, line): Moment => (moved.includes(line) ? { ...each, clockMoved: true } : each));
  const present = moments.at(-1);
  const uptime = present?.boot?.uptimeSeconds ?? null;
  return bootSince(
    {
      history: { trail, fullBoots: fullBoots.map((time) => at(`20 ${time}`)) },
      bootedAt: present === undefined || uptime === null ? null : present.at - uptime * 1_000,
      present,
    },
    { at: moments[0]?.at ?? 0, place: 0 },
  );
}

describe('a full boot since a line of the journal', () => {
  it.each<readonly [string, readonly Row[], Booted]>([
    // (a) both records are known
    [
      'the same record',
      [
        ['08:10', 480, 812],
        ['08:20', 1_080, 812],
      ],
      'none',
    ],
    [
      'another record',
      [
        ['08:10', 480, 812],
        ['08:20', 60, 813],
      ],
      'proven',
    ],
    [
      'a smaller record: the journal was taken to another machine',
      [
        ['08:10', 480, 812],
        ['08:20', 900, 7],
      ],
      'proven',
    ],
    [
      'the same record, and the clock was put forward two hours',
      [
        ['08:10', 480, 812],
        ['10:20', 1_080, 812],
      ],
      'none',
    ],
    [
      'the same record, and the clock was set back',
      [
        ['10:10', 480, 812],
        ['08:20', 1_080, 812],
      ],
      'none',
    ],
    [
      'another record, and the clock was set right after the boot',
      [
        ['10:10', 480, 812],
        ['08:20', 60, 813],
      ],
      'proven',
    ],
    [
      'another record, though the uptime grew: looked at hours later',
      [
        ['08:10', 60, 812],
        ['18:00', 30_000, 813],
      ],
      'proven',
    ],
    [
      'the same record after a sleep over night',
      [
        ['08:10', 480, 812],
        ['23:50', 56_880, 812],
      ],
      'none',
    ],
    [
      'records decide alone',
      [
        ['08:10', 480, 812],
        ['08:20', 60, 812],
      ],
      'none',
    ],
    [
      'records decide alone where no uptime is known',
      [
        ['08:10', null, 812],
        ['08:20', null, 813],
      ],
      'proven',
    ],
    // (b) a record is missing: the uptime went back
    [
      'the uptime is smaller',
      [
        ['08:10', 480, null],
        ['08:20', 60, null],
      ],
      'proven',
    ],
    [
      'smaller, with a record on one side',
      [
        ['08:10', 480, 812],
        ['08:20', 60, null],
      ],
      'proven',
    ],
    [
      'smaller, with a record on the other',
      [
        ['08:10', 480, null],
        ['08:20', 60, 812],
      ],
      'proven',
    ],
    [
      'the uptime went back on the way',
      [
        ['08:10', 480, null],
        ['08:20', 60, null],
        ['09:00', 2_460, null],
      ],
      'proven',
    ],
    [
      'twice on the way',
      [
        ['08:10', 480, null],
        ['08:20', 60, null],
        ['09:00', 40, null],
        ['09:30', 1_840, null],
      ],
      'proven',
    ],
    [
      'the records differ on the way',
      [
        ['08:10', 480, null],
        ['08:11', 540, 812],
        ['08:14', 550, 813],
        ['08:15', 610, null],
      ],
      'proven',
    ],
    [
      'the uptime stands still',
      [
        ['08:10', 480, null],
        ['08:10', 480, null],
      ],
      'none',
    ],
    [
      'the uptime drifts by a second',
      [
        ['08:10', 480, null],
        ['08:10', 479, null],
      ],
      'none',
    ],
    [
      'lines of one record do not count against each other',
      [
        ['08:10', 480, null],
        ['08:20', 1_080, 812],
        ['08:20', 1_070, 812],
        ['08:21', 1_140, null],
      ],
      'none',
    ],
    // (c) only the clock
    [
      'the clock ran ahead of the uptime',
      [
        ['08:10', 60, null],
        ['18:00', 30_000, null],
      ],
      'assumed',
    ],
    [
      'by five minutes',
      [
        ['08:10', 480, null],
        ['08:25', 1_080, null],
      ],
      'none',
    ],
    [
      'by a second more',
      [
        ['08:10', 480, null],
        ['08:25', 1_079, null],
      ],
      'assumed',
    ],
    [
      'the clock fell behind',
      [
        ['10:10', 480, null],
        ['08:20', 1_080, null],
      ],
      'none',
    ],
    // nothing to compare: the times alone
    [
      'only an uptime now, only a record then',
      [
        ['08:10', null, 812],
        ['08:20', 60, null],
      ],
      'assumed',
    ],
    [
      'nothing known now',
      [
        ['08:10', 480, 812],
        ['08:20', null, null],
      ],
      'unknown',
    ],
    // lines of earlier versions
    [
      'no mark, booted after it',
      [
        ['08:10', null],
        ['08:20', 60, 812],
      ],
      'assumed',
    ],
    [
      'no mark, booted before it',
      [
        ['08:10', null],
        ['08:20', 1_080, 812],
      ],
      'none',
    ],
    [
      'no mark, and a marked line in the same boot',
      [
        ['08:10', null],
        ['08:11', 540, 812],
        ['10:20', 1_080, 812],
      ],
      'none',
    ],
    [
      'no mark, and a marked line in another boot',
      [
        ['08:10', null],
        ['08:11', 540, 812],
        ['08:20', 60, 813],
      ],
      'proven',
    ],
    [
      'no mark, and the first marked line is of a later boot',
      [
        ['08:10', null],
        ['08:20', 60, 812],
        ['08:21', 120, 812],
      ],
      'assumed',
    ],
    [
      'nothing known at all',
      [
        ['08:10', null],
        ['08:20', null],
      ],
      'unknown',
    ],
  ])('%s', (_, rows, expected) => {
    expect(since(rows)).toBe(expected);
  });

  it('is not read from a clock that is on record as set', () => {
    const rows: readonly Row[] = [
      ['08:10', 60, null],
      ['08:11', 120, null],
      ['18:00', 30_000, null],
    ];
    expect(since(rows)).toBe('assumed');
    expect(since(rows, [1])).toBe('unknown');
    // Set before the event: its own time is good again.
    expect(since(rows, [0])).toBe('assumed');
  });

  it('counts a journaled boot for a line without a mark', () => {
    expect(
      since(
        [
          ['08:10', null],
          ['08:20', null],
        ],
        [],
        ['08:15'],
      ),
    ).toBe('assumed');
    expect(
      since(
        [
          ['08:10', null],
          ['08:20', null],
        ],
        [],
        ['08:05'],
      ),
      // Whether the terminal was booted since the last line, nobody can tell.
    ).toBe('unknown');
  });

  it('never calls a boot proven in one boot, however the clock is set', () => {
    const minutes = fc.integer({ min: -2_000, max: 2_000 });
    const lines = fc.array(fc.record({ gained: fc.nat(5_000), clock: minutes, isBlind: fc.boolean() }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, (steps) => {
        let uptimeSeconds = 60;
        const moments = steps.map(({ gained, clock, isBlind }): Moment => {
          uptimeSeconds += gained;
          return { at: at('20 08:00') + clock * 60_000, boot: { uptimeSeconds, record: isBlind ? null : 812 } };
        });
        const known = {
          history: { trail: moments.slice(0, -1), fullBoots: [] },
          bootedAt: null,
          present: moments.at(-1),
        };
        const events = moments.slice(0, -1).map((each, place) => ({ at: each.at, place }));
        for (const event of events) expect(bootSince(known, event)).not.toBe('proven');
      }),
    );
  });
});

it('finds the boot between two lines, and no boot after the later one', () => {
  const trail = (
    [
      ['08:10', 480, 812],
      ['08:20', 60, 813],
      ['08:30', 660, 813],
    ] as const
  ).map(moment);
  const present = moment(['08:40', 60, 814]);
  const known = { history: { trail, fullBoots: [] }, bootedAt: null, present };
  const event = (place: number) => ({ at: trail[place]?.at ?? 0, place });
  expect(bootBetween(known, event(0), event(1))).toBe('proven');
  expect(bootBetween(known, event(1), event(2))).toBe('none');
  expect(bootSince(known, event(2))).toBe('proven');
});

it('keeps the time of the present boot where the clock was put forward since', () => {
  const trail = (
    [
      ['07:00', 600, 811],
      ['08:10', 480, 812],
    ] as const
  ).map(moment);
  const known = (time: string, uptime: number, record: number | null) => ({
    history: { trail, fullBoots: [] },
    bootedAt: at(`20 ${time}`) - uptime * 1_000,
    present: moment([time, uptime, record]),
  });
  expect(presentBoot(known('10:20', 1_080, 812))).toBe(at('20 08:02'));
  expect(presentBoot(known('08:20', 1_080, 812))).toBe(at('20 08:02'));
  expect(presentBoot(known('10:20', 1_080, 813))).toBe(at('20 10:02'));
  expect(presentBoot(known('10:20', 1_080, null))).toBe(at('20 10:02'));
});

it('does not put the present boot before a line of an earlier one: the clock was behind when the machine came up', () => {
  const trail = (
    [
      ['05:30', 9_000, 811],
      ['03:10', 480, 812],
    ] as const
  ).map(moment);
  const present = moment(['08:20', 1_080, 812]);
  const known = { history: { trail, fullBoots: [] }, bootedAt: at('20 08:02'), present };
  expect(presentBoot(known)).toBe(at('20 08:02'));
  // As it would be where nothing speaks against the earlier time.
  expect(presentBoot({ ...known, history: { trail: trail.slice(1), fullBoots: [] } })).toBe(at('20 03:02'));
});
