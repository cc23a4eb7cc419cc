import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beforeOf, gatheredAt } from '../../src/desk/compare.ts';
import type { Entry, Gathered } from '../../src/desk/entry.ts';
import { filterRows, noFilter } from '../../src/desk/filter.ts';
import { standingOf } from '../../src/desk/standing.ts';
import { deskStates, type DeskState, changes, type Change } from '../../src/desk/states.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { entry, NOW, standing } from './build.ts';

const clock = { now: NOW, staleHours: 48 };
const gatheredOf = (given: Partial<Gathered>): Gathered => ({ entries: [], bad: [], roster: [], ...given });

/** How the terminals stand against those of before. */
function compared(now: Partial<Gathered>, then: Partial<Gathered>) {
  const asOf = gatheredAt(gatheredOf(then), NOW);
  const old = standingOf(gatheredOf(then), { ...clock, now: asOf });
  return standingOf(gatheredOf(now), clock, beforeOf(old.rows, [], asOf));
}

const today = (terminal: string, state: DeskState, given: Partial<Entry> = {}): Entry =>
  entry({ terminal, state, ...given });
const yesterday = (terminal: string, state: DeskState, given: Partial<Entry> = {}): Entry =>
  entry({ terminal, state, at: NOW - 25 * HOUR, ...given });

describe('what became of a terminal', () => {
  it.each<readonly [DeskState, DeskState, Change]>([
    ['restart', 'all-done', 'newly-done'],
    ['unknown', 'send-report', 'newly-done'],
    ['all-done', 'unknown', 'newly-bad'],
    ['leave-on-overnight', 'restart', 'newly-bad'],
    ['leave-on-overnight', 'failed', 'newly-bad'],
    ['restart', 'download-now', 'moved'],
    ['download-now', 'fix-first', 'moved'],
    ['send-report', 'all-done', 'moved'],
    ['failed', 'failed', 'unchanged'],
    ['all-done', 'all-done', 'unchanged'],
  ])('from %s to %s is %s', (before, now, change) => {
    const { rows, counts } = compared({ entries: [today('1', now)] }, { entries: [yesterday('1', before)] });
    expect(rows).toMatchObject([{ change, unchangedDays: change === 'unchanged' ? 1 : null }]);
    expect(counts.byChange?.[change]).toBe(1);
  });

  it('is nothing without answers from before', () => {
    expect(standing({ entries: [today('1', 'failed')] })).toMatchObject({
      rows: [{ change: null, unchangedDays: null }],
      counts: { byChange: null, unchangedOpen: 0 },
    });
  });

  it('is not known of one that is new', () => {
    const { rows } = compared(
      { entries: [today('2', 'failed'), today('1', 'failed')] },
      { entries: [yesterday('1', 'failed')] },
    );
    expect(rows.map(({ terminal, change }) => [terminal, change])).toEqual([
      ['1', 'unchanged'],
      ['2', 'new'],
    ]);
  });

  it('is silence where it answered before and does not now, also without a roster', () => {
    const { rows, counts } = compared(
      { entries: [today('1', 'all-done')] },
      {
        entries: [yesterday('1', 'all-done'), yesterday('2', 'all-done')],
      },
    );
    expect(rows).toMatchObject([
      { terminal: '2', state: 'no-answer', change: 'newly-bad' },
      { terminal: '1', state: 'all-done', change: 'unchanged' },
    ]);
    expect(counts.terminals).toBe(2);
  });

  it('goes on for as many days as the answers say the same in a row', () => {
    const old = [5, 3, 2, 1].map((days) =>
      yesterday('1', days === 5 ? 'restart' : 'failed', { at: NOW - days * DAY - HOUR }),
    );
    const { rows, counts } = compared({ entries: [today('1', 'failed')] }, { entries: old });
    expect(rows).toMatchObject([{ change: 'unchanged', unchangedDays: 3 }]);
    expect(counts.unchangedOpen).toBe(1);
  });

  it('is told of terminals in folders of other names, by clinic and name', () => {
    const at = (root: string, given: Partial<Entry>): Entry =>
      entry({ clinic: 'C1', clinicSaid: false, source: { path: `/${root}/C1/a.json`, line: null }, ...given });
    const { rows } = compared(
      { entries: [at('today', { state: 'all-done' })] },
      { entries: [at('yesterday', { state: 'restart', at: NOW - DAY })] },
    );
    expect(rows).toMatchObject([{ change: 'newly-done' }]);
  });

  it('is not guessed where two have one name', () => {
    const at = (path: string, given: Partial<Entry> = {}): Entry =>
      entry({ clinic: 'C1', clinicSaid: false, source: { path, line: null }, ...given });
    const { rows } = compared(
      { entries: [at('/t/C1/a.json'), at('/t/C1/b.json')] },
      { entries: [at('/y/C1/a.json', { at: NOW - DAY }), at('/y/C1/b.json', { at: NOW - DAY })] },
    );
    expect(rows.map(({ change }) => change)).toEqual(['new', 'new']);
  });

  it('names what could not be used of the answers before', () => {
    const bad = [{ source: { path: '/y/x.json', line: null }, reason: '空です' }];
    expect(standingOf(gatheredOf({}), clock, beforeOf([], bad, NOW)).bad).toEqual(bad);
  });
});

const someEntry = (ago: number): fc.Arbitrary<Entry> =>
  fc
    .record({
      clinic: fc.constantFrom('a', 'b'),
      terminal: fc.constantFrom('1', '2', '3', '4'),
      state: fc.constantFrom(...deskStates.filter((state) => state !== 'no-answer')),
      days: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ days, ...given }) => entry({ ...given, at: NOW - ago - days * DAY }));

describe('whatever was gathered', () => {
  it('counts each terminal once, and finds each by its change', () => {
    const roster = fc.array(fc.record({ clinic: fc.constantFrom('a', 'c'), terminal: fc.constantFrom('1', '2', '9') }));
    fc.assert(
      fc.property(fc.array(someEntry(HOUR)), fc.array(someEntry(DAY)), roster, (now, then, lines) => {
        const { rows, counts } = compared({ entries: now, roster: lines }, { entries: then, roster: lines });
        const told = Object.values(counts.byChange ?? { none: 0 });
        const found = changes.map((change) => filterRows(rows, { ...noFilter, change }).length);
        expect(found.reduce((sum, each) => sum + each, 0)).toBe(counts.terminals);
        expect(told.reduce((sum, each) => sum + each, 0)).toBe(counts.terminals);
        expect(rows.every(({ change, unchangedDays }) => (change === 'unchanged') === (unchangedDays !== null))).toBe(
          true,
        );
        expect(rows.every(({ unchangedDays }) => (unchangedDays ?? 0) >= 0)).toBe(true);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    );
  });
});
