import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import type { Entry } from '../../src/desk/entry.ts';
import { rosterTexts } from '../../src/desk/roster.ja.ts';
import { deskExitCode } from '../../src/desk/counts.ts';
import { worseClinicFirst, worseFirst } from '../../src/desk/order.ts';
import { deskStates, isDone } from '../../src/desk/states.ts';
import { entry, inShort, notice, NOW, standing } from './build.ts';

const bad = { source: { path: '/answers/x.json', line: null }, reason: '空です' };

describe('one terminal', () => {
  it('is shown by its newest answer, and counts the older ones', () => {
    const entries = [3, 1, 2].map((hours) =>
      entry({
        at: NOW - hours * HOUR,
        reason: String(hours),
        source: { path: `/${String(hours)}`, line: null },
      }),
    );
    const { rows, counts } = standing({ entries });
    expect(rows).toMatchObject([{ superseded: 2, twins: [], entry: { reason: '1' } }]);
    expect(counts).toMatchObject({ terminals: 1, superseded: 2, sameTime: 0 });
  });

  it('has the same name in capitals and full width', () => {
    const entries = ['ONS01', 'ons01', 'ＯＮＳ０１'].map((terminal, index) => entry({ terminal, at: NOW - index }));
    expect(standing({ entries }).rows).toHaveLength(1);
  });

  it('is another one in another clinic', () => {
    const entries = [entry({ clinic: 'a' }), entry({ clinic: 'b' }), entry({ clinic: null })];
    expect(standing({ entries }).rows).toHaveLength(3);
  });

  it('shows the worst of two answers of the same time, and names the other', () => {
    const entries = (['all-done', 'failed'] as const).map((state) =>
      entry({ state, source: { path: `/${state}`, line: 2 } }),
    );
    const { rows, counts } = standing({ entries });
    expect(rows).toMatchObject([{ state: 'failed', superseded: 0, twins: [{ source: { path: '/all-done' } }] }]);
    expect(counts.sameTime).toBe(1);
  });

  it.each([
    [48 * HOUR, false, false],
    [48 * HOUR + 1, true, false],
    [0, false, false],
    [-5 * MINUTE, false, false],
    [-5 * MINUTE - 1, false, true],
  ])('of %i ms ago: stale %s, ahead %s', (ago, stale, ahead) => {
    const { rows, counts } = standing({ entries: [entry({ at: NOW - ago })] });
    expect(rows).toMatchObject([{ stale, ahead }]);
    expect(counts).toMatchObject({ stale: Number(stale), ahead: Number(ahead) });
  });
});

describe('terminals of one name', () => {
  const at = (path: string, given: Partial<Entry> = {}, line: number | null = null): Entry =>
    entry({ clinic: 'C1', clinicSaid: false, source: { path, line }, ...given });
  const done = { state: 'all-done', at: NOW } as const;
  const failed = { state: 'failed' } as const;

  it.each<readonly [string, readonly Entry[]]>([
    [
      'in two folders',
      [at('/m/C1/a.json', { clinic: 'C1', ...done }), at('/m/C2/a.json', { clinic: 'C2', ...failed })],
    ],
    ['in two folders of one name', [at('/x/C1/a.json', done), at('/y/C1/a.json', failed)]],
    ['in two files', [at('/C1/a.json', done), at('/C1/b.json', failed)]],
    [
      'in two files of no folder',
      [at('/a.json', { clinic: null, ...done }), at('/b.json', { clinic: null, ...failed })],
    ],
    ['in two lines', [at('/C1/all.jsonl', done, 1), at('/C1/all.jsonl', failed, 2)]],
  ])('%s are two, and the failed one shows', (_, entries) => {
    const { rows, counts } = standing({ entries });
    expect(rows.map(({ state }) => state)).toEqual(['failed', 'all-done']);
    expect(counts).toMatchObject({ done: 1, superseded: 0 });
    expect(deskExitCode(counts)).toBe(2);
  });

  it.each<readonly [string, readonly Entry[]]>([
    ['of two days', [at('/2026-01-19/C1/a.json', failed), at('/2026-01-20/C1/a.json', done)]],
    ['with the day in the name', [at('/C1/a-20260119.json', failed), at('/C1/a-20260120.json', done)]],
    ['in its own file of lines', [at('/C1/ons01.jsonl', failed, 1), at('/C1/ons01.jsonl', done, 2)]],
    ['that say their clinic', [entry(failed), entry({ ...done, source: { path: '/x', line: 3 } })]],
  ])('%s are one', (_, entries) => {
    expect(standing({ entries }).rows).toMatchObject([{ state: 'all-done', superseded: 1, namesake: false }]);
  });

  it('are marked where only the place tells them apart', () => {
    const { rows, counts } = standing({ entries: [at('/a/C1/a.json'), at('/b/C1/a.json'), entry()] });
    expect(rows.map(({ clinic, namesake }) => [clinic, namesake])).toEqual([
      ['C1', true],
      ['C1', true],
      ['さくら医院', false],
    ]);
    expect(counts.sameName).toBe(2);
  });
});

describe('the document of an error', () => {
  const error = (path: string, given: Partial<Entry> = {}): Entry =>
    entry({
      clinic: 'C1',
      clinicSaid: false,
      state: 'check-failed',
      terminal: 'a',
      source: { path, line: null },
      simulated: null,
      notice: null,
      at: NOW,
      ...given,
    });

  it('is of the terminal whose answers lie in its place, and the newest counts', () => {
    const said = entry({ state: 'all-done', source: { path: '/2026-01-19/C1/a.json', line: null } });
    const path = '/2026-01-20/C1/a.json';
    expect(inShort(standing({ entries: [said, error(path)] }).rows)).toEqual(['さくら医院/ONS01 check-failed']);
    const older = error(path, { at: said.at - HOUR });
    expect(inShort(standing({ entries: [older, said] }).rows)).toEqual(['さくら医院/ONS01 all-done']);
  });

  it('is of the terminal whose lines these are, and of nobody among the lines of many', () => {
    const lines = (name: string) => [
      entry({ state: 'all-done', source: { path: `/C1/${name}.jsonl`, line: 1 } }),
      error('', { source: { path: `/C1/${name}.jsonl`, line: 2 }, at: NOW - 2 * HOUR }),
    ];
    expect(standing({ entries: lines('ONS01') }).rows).toMatchObject([{ state: 'all-done', superseded: 1 }]);
    expect(standing({ entries: lines('all') }).rows).toMatchObject([{ state: 'check-failed' }, { state: 'all-done' }]);
  });

  it('meets the roster by the name of its file, as an answer does', () => {
    const roster = [
      { clinic: 'C1', terminal: 'a' },
      { clinic: 'さくら医院', terminal: 'window' },
    ];
    const named = entry({ source: { path: '/x/window.json', line: null } });
    expect(standing({ entries: [error('/C1/a.json'), named], roster }).counts.byState['no-answer']).toBe(0);
  });
});

describe('what an answer is not counted for', () => {
  const done = { state: 'all-done' } as const;

  it('is a time ahead of the clock', () => {
    const ahead = entry({ ...done, at: NOW + DAY });
    expect(standing({ entries: [ahead, entry({ state: 'failed' })] }).rows).toMatchObject([
      { state: 'failed', ahead: false, superseded: 1 },
    ]);
    const { rows, counts } = standing({ entries: [ahead] });
    expect(rows).toMatchObject([{ state: 'unknown', ahead: true }]);
    expect(counts.done).toBe(0);
    expect(deskExitCode(counts)).toBe(3);
    expect(deskExitCode(standing({ entries: [entry({ at: NOW + DAY })] }).counts)).toBe(3);
  });

  it('is a simulated terminal among real ones, but not among its own kind', () => {
    const practice = entry({ ...done, simulated: true });
    const alone = standing({ entries: [practice] });
    expect(alone.counts).toMatchObject({ done: 1, simulated: 1 });
    expect(deskExitCode(alone.counts)).toBe(0);
    const mixed = standing({ entries: [practice, entry({ ...done, at: NOW - DAY })] });
    expect(inShort(mixed.rows)).toEqual(['さくら医院/ONS01 simulated', 'さくら医院/ONS01 all-done']);
    expect(deskExitCode(mixed.counts)).toBe(3);
    const roster = [{ clinic: 'さくら医院', terminal: 'y' }];
    const only = standing({ entries: [entry({ ...practice, terminal: 'y' }), entry()], roster });
    expect(only.counts.byState['no-answer']).toBe(1);
  });

  it.each([
    ['5.0.3', 'unknown', 3],
    ['5.1', 'all-done', 0],
    ['5.10.0', 'all-done', 3],
    ['soon', 'all-done', 0],
  ] as const)('is a notice older than that of another terminal: %s', (version, state, code) => {
    const { rows, counts } = standing({
      entries: [entry({ ...done, notice: notice('other', version), terminal: '2' }), entry(done)],
    });
    expect(rows.find(({ terminal }) => terminal === '2')).toMatchObject({ state });
    expect(deskExitCode(counts)).toBe(code);
    expect(counts.notices.map((each) => each.notice.id)).toEqual(['n', 'other']);
  });

  it('is no notice about another component', () => {
    const other = notice('other', '1.0.0', 'delivery-app');
    const { counts } = standing({ entries: [entry({ ...done, notice: other, terminal: '2' }), entry(done)] });
    expect(deskExitCode(counts)).toBe(0);
  });
});

describe('the roster', () => {
  const roster = [
    { clinic: 'さくら医院', terminal: 'ONS01' },
    { clinic: 'さくら医院', terminal: 'ONS02' },
    { clinic: 'もみじ医院', terminal: 'ONS09' },
  ];

  it('makes terminals without an answer visible, once', () => {
    const { rows, counts } = standing({
      entries: [entry({ state: 'all-done' })],
      roster: [...roster, ...roster],
    });
    expect(inShort(rows)).toEqual([
      'さくら医院/ONS02 no-answer',
      'もみじ医院/ONS09 no-answer',
      'さくら医院/ONS01 all-done',
    ]);
    expect(counts).toMatchObject({ clinics: 2, clinicsDone: 0 });
  });

  it('says whose an answer is that does not say so itself', () => {
    const { rows } = standing({ entries: [entry({ clinic: null, terminal: 'ons09' })], roster });
    expect(inShort(rows)).toContain('もみじ医院/ons09 download-now');
    expect(rows).toHaveLength(3);
  });

  describe('and a folder that it does not know', () => {
    const asked = [{ clinic: 'C1', terminal: 'T' }];
    const at = (folder: string | null, given: Partial<Entry> = {}): Entry =>
      entry({
        clinic: folder,
        clinicSaid: false,
        terminal: 'T',
        state: 'all-done',
        source: { path: `/a/${folder ?? ''}/A.json`, line: null },
        ...given,
      });

    it.each<readonly [string, readonly Entry[], readonly string[], number]>([
      ['one', [at('C2')], ['C1/T no-answer', 'C2/T all-done'], 1],
      ['two', [at('C2'), at('C3')], ['C1/T no-answer', 'C2/T all-done', 'C3/T all-done'], 2],
      ['one, beside the answer', [at('C1'), at('C2')], ['C1/T all-done', 'C2/T all-done'], 0],
      ['one, with an answer that says it', [at('C2', { clinicSaid: true })], ['C1/T no-answer', 'C2/T all-done'], 0],
      ['none at all', [at(null)], ['C1/T all-done'], 0],
      [
        'one, with a check that failed',
        [at('C2', { state: 'check-failed', simulated: null })],
        ['C2/T check-failed', 'C1/T no-answer'],
        1,
      ],
    ])('are two clinics: %s', (_, entries, expected, told) => {
      const { rows, counts, bad: named } = standing({ entries, roster: asked });
      expect(inShort(rows)).toEqual(expected);
      expect(named.map(({ reason }) => reason)).toEqual(
        entries.slice(0, told).map(({ clinic }) => rosterTexts.otherFolder(clinic ?? '', 'C1 T')),
      );
      expect(deskExitCode(counts)).toBe(expected.some((row) => !row.endsWith('all-done')) ? 3 : 0);
    });

    it('tell nothing where several of its lines may be meant', () => {
      const twice = [...asked, { clinic: 'C4', terminal: 't' }];
      expect(standing({ entries: [at('C2')], roster: twice }).bad).toEqual([]);
    });
  });

  it('knows a clinic by its code and by its name', () => {
    const contact = { name: 'さくら医院', phone: null, person: null, opens: null, spare: false };
    const coded = ['ONS01', 'ONS02', 'ONS03'].map((terminal) => ({ clinic: '0110', terminal, contact }));
    const folder = { path: '/a/さくら医院/ONS02.json', line: null };
    const entries = [
      entry({ clinic: '0110', terminal: 'ONS01' }),
      entry({ clinic: 'さくら医院', clinicSaid: false, terminal: 'ONS02', source: folder }),
      entry({ clinic: 'さくら医院', terminal: 'ONS03' }),
    ];
    expect(inShort(standing({ entries, roster: coded }).rows)).toEqual(
      ['ONS01', 'ONS02', 'ONS03'].map((terminal) => `0110/${terminal} download-now`),
    );
    const shared = [...coded, { clinic: '0111', terminal: 'ONS01', contact }];
    expect(inShort(standing({ entries, roster: shared }).rows)).toContain('さくら医院/ONS03 download-now');
  });

  describe('is met by each terminal in one line', () => {
    const at = (name: string, terminal: string, given: Partial<Entry> = {}): Entry =>
      entry({
        clinic: 'C1',
        clinicSaid: false,
        terminal,
        state: 'all-done',
        source: { path: `/C1/${name}.json`, line: null },
        ...given,
      });
    const lines = (...names: readonly string[]) => names.map((terminal) => ({ clinic: 'C1', terminal }));
    const said = { clinicSaid: true };
    const older = { at: NOW - 2 * HOUR };

    it.each<readonly [string, readonly Entry[], readonly string[], readonly string[]]>([
      ['a clone in the file of another', [at('A', 'A'), at('B', 'A', older)], ['A', 'B'], ['B']],
      ['a clone that says its clinic', [at('A', 'A', said), at('B', 'A', { ...said, ...older })], ['A', 'B'], ['B']],
      ['only the clone', [at('B', 'A')], ['A', 'B'], ['B']],
      ['a name that no line has, in the file of one', [at('B', 'PC-7')], ['A', 'B'], ['A']],
      ['the same, and another that has its name', [at('B', 'PC-7'), at('X', 'B')], ['A', 'B'], ['A']],
      ['one that was saved as two', [at('A', 'PC-7', said), at('B', 'PC-7', { ...said, ...older })], ['A', 'B'], ['B']],
      ['two clones of a name that no line has', [at('A', 'PC-7'), at('B', 'PC-7')], ['A', 'B'], []],
    ])('%s', (_, entries, names, missing) => {
      for (const each of [entries, entries.toReversed()]) {
        const { rows, counts } = standing({ entries: each, roster: lines(...names) });
        expect(rows.filter(({ state }) => state === 'no-answer').map(({ terminal }) => terminal)).toEqual(missing);
        expect(deskExitCode(counts)).toBe(missing.length > 0 ? 3 : 0);
      }
    });

    it('and by no practice terminal, of which none is done', () => {
      const practice = at('A', 'A', { simulated: true });
      const { rows, counts } = standing({ entries: [practice], roster: lines('A') });
      expect(inShort(rows)).toEqual(['C1/A no-answer', 'C1/A simulated']);
      expect(counts).toMatchObject({ done: 0, clinicsDone: 0 });
      expect(deskExitCode(counts)).toBe(3);
    });
  });

  it('does not guess where two clinics have a terminal of that name', () => {
    const twice = [...roster, { clinic: 'かえで医院', terminal: 'ONS09' }];
    const { rows } = standing({ entries: [entry({ clinic: null, terminal: 'ONS09' })], roster: twice });
    expect(inShort(rows)).toContain('?/ONS09 download-now');
  });
});

describe('a clinic', () => {
  it('has all terminals done or not, and an unknown one never', () => {
    const entries = [
      entry({ clinic: 'a', terminal: '1', state: 'all-done' }),
      entry({ clinic: 'a', terminal: '2', state: 'send-report' }),
      entry({ clinic: 'b', terminal: '1', state: 'all-done' }),
      entry({ clinic: 'b', terminal: '2', state: 'restart' }),
      entry({ clinic: null, terminal: '1', state: 'all-done' }),
    ];
    const { clinics, counts } = standing({ entries });
    expect(clinics.map(({ name, done, rows, allDone }) => [name, done, rows.length, allDone])).toEqual([
      ['b', 1, 2, false],
      ['a', 2, 2, true],
      [null, 1, 1, false],
    ]);
    expect(counts).toMatchObject({ clinics: 2, clinicsDone: 1 });
  });

  it('comes by its worst terminal, then stale ones, then by the share that is open', () => {
    const entries = [
      entry({ clinic: 'c1', terminal: '1' }),
      entry({ clinic: 'c1', terminal: '2', state: 'all-done' }),
      entry({ clinic: 'c2', terminal: '1' }),
      entry({ clinic: 'c3', terminal: '1', at: NOW - 9 * DAY }),
      entry({ clinic: 'c4', terminal: '1', state: 'failed' }),
    ];
    expect(standing({ entries }).clinics.map(({ name }) => name)).toEqual(['c4', 'c3', 'c2', 'c1']);
  });
});

describe('the exit code', () => {
  it.each([
    [[], [], 3],
    [['all-done', 'send-report'], [], 0],
    [['all-done', 'restart'], [], 1],
    [['restart', 'unknown'], [], 3],
    [['all-done', 'check-failed'], [], 3],
    [['all-done'], [bad], 3],
    [['unknown', 'failed'], [bad], 2],
  ] as const)('%j with %j ends with %i', (states, badFiles, code) => {
    const entries = states.map((state, index) => entry({ state, terminal: String(index) }));
    expect(deskExitCode(standing({ entries, bad: badFiles }).counts)).toBe(code);
  });

  it('is 3 for a terminal that only the roster knows', () => {
    const roster = [{ clinic: 'a', terminal: '1' }];
    expect(deskExitCode(standing({ roster }).counts)).toBe(3);
  });
});

const someEntry: fc.Arbitrary<Entry> = fc
  .record({
    clinic: fc.constantFrom('a', 'b', 'ｂ', 'c', null),
    terminal: fc.constantFrom('1', '2', '3', 'Ｘ', 'x'),
    state: fc.constantFrom(...deskStates.filter((state) => state !== 'no-answer')),
    at: fc.integer({ min: -3, max: 96 }).map((hours) => NOW - hours * HOUR),
    path: fc.nat(9),
    line: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ path, line, ...given }) => entry({ ...given, source: { path: `/${String(path)}`, line } }));
const someRoster = fc.array(
  fc.record({ clinic: fc.constantFrom('a', 'b', 'd'), terminal: fc.constantFrom('1', '2', '9') }),
);

describe('whatever was gathered', () => {
  it('counts every document once', () => {
    fc.assert(
      fc.property(fc.array(someEntry, { maxLength: 30 }), someRoster, (entries, roster) => {
        const { rows, clinics, counts } = standing({ entries, roster });
        const answered = rows.filter(({ entry }) => entry !== null).length;
        expect(answered + counts.superseded + counts.sameTime).toBe(entries.length);
        expect(counts.terminals - answered).toBe(counts.byState['no-answer']);
        expect(Object.values(counts.byState).reduce((sum, each) => sum + each, 0)).toBe(counts.terminals);
        expect(counts.done).toBe(rows.filter(({ state }) => isDone(state)).length);
        expect(clinics.flatMap((clinic) => clinic.rows)).toHaveLength(rows.length);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    );
  });

  it('stands the same in whatever order it was read', () => {
    const shuffled = fc
      .uniqueArray(someEntry, {
        maxLength: 20,
        selector: ({ source, clinic, terminal, at, state }) =>
          [source.path, source.line, clinic, terminal, at, state].join(),
      })
      .chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })));
    fc.assert(
      fc.property(shuffled, someRoster, ([entries, other], roster) => {
        const [one, two] = [entries, other].map((each) => standing({ entries: each, roster }));
        expect(inShort(one?.rows ?? []).map(fold)).toEqual(inShort(two?.rows ?? []).map(fold));
        expect(one?.counts).toEqual(two?.counts);
        expect(one?.clinics.map(({ done, rows }) => [done, rows.length])).toEqual(
          two?.clinics.map(({ done, rows }) => [done, rows.length]),
        );
      }),
    );
  });

  it('is in a total order', () => {
    fc.assert(
      fc.property(fc.array(someEntry, { minLength: 3, maxLength: 12 }), (entries) => {
        const { rows, clinics } = standing({ entries });
        for (const [index, row] of rows.entries())
          for (const [other, after] of rows.entries())
            expect(Math.sign(worseFirst(row, after))).toBe(Math.sign(index - other));
        for (const [index, clinic] of clinics.entries())
          for (const [other, after] of clinics.entries())
            expect(Math.sign(worseClinicFirst(clinic, after))).toBe(Math.sign(index - other));
      }),
    );
  });
});

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
