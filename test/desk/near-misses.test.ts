import { describe, expect, it } from 'vitest';
import { rosterTexts } from '../../src/desk/roster.ja.ts';
import type { Entry } from '../../src/desk/entry.ts';
import { readRoster } from '../../src/desk/roster.ts';
import { HOUR } from '../../src/domain/time.ts';
import { entry, inShort, NOW, standing } from './build.ts';

describe('a roster that a spreadsheet has spoiled', () => {
  const at = (clinic: string, terminal: string) => entry({ clinic, terminal, state: 'all-done' });
  const stands = (text: string, ...entries: readonly ReturnType<typeof at>[]) =>
    standing({ entries, roster: readRoster(text, '/roster.csv').entries });

  it.each([
    ['110123456,ONS01', '0110123456', 'ONS01'],
    ['1.10123E+08,ONS01', '0110123456', 'ONS01'],
    ['12345678901234500000,ONS01', '12345678901234567890', 'ONS01'],
    ['さくら,7', 'さくら', '007'],
    ['さくら,1月2日', 'さくら', '1-2'],
    ['110123456,7', '0110123456', '007'],
  ])('%s counts with the answer of %s %s, once, and is named', (line, clinic, terminal) => {
    const { rows, counts, bad } = stands(`医療機関,端末\n${line}`, at(clinic, terminal));
    expect(inShort(rows)).toEqual([`${clinic}/${terminal} all-done`]);
    expect(counts.clinics).toBe(1);
    expect(bad).toEqual([
      {
        source: { path: '/roster.csv', line: 2 },
        reason: rosterTexts.spoiledRosterLine(line.replace(',', ' '), `${clinic} ${terminal}`),
      },
    ]);
  });

  it('counts another terminal of that clinic with it', () => {
    const { rows, counts } = stands('110123456,ONS02', at('0110123456', 'ONS01'));
    expect(inShort(rows)).toEqual(['0110123456/ONS02 no-answer', '0110123456/ONS01 all-done']);
    expect(counts.clinics).toBe(1);
  });

  it('takes the clinic whose terminal answered, where two may be meant', () => {
    const { rows } = stands('1.10123E+08,B', at('0110123456', 'A'), at('0110123457', 'B'));
    expect(inShort(rows).toSorted()).toEqual(['0110123456/A all-done', '0110123457/B all-done']);
  });

  it('names and leaves out what may be two', () => {
    const { rows, bad } = stands('1.10123E+08,C', at('0110123456', 'A'), at('0110123457', 'B'));
    expect(rows).toHaveLength(2);
    expect(bad.map(({ reason }) => reason)).toEqual([rosterTexts.doubtfulRosterLine('1.10123E+08 C')]);
  });

  it.each(['2026/3/4', '26-03-04', '3月4日', '4-Mar'])('knows 3/4 again in %s', (written) => {
    const { rows, bad } = stands(`さくら,${written}`, at('さくら', '3/4'));
    expect(inShort(rows)).toEqual(['さくら/3/4 all-done']);
    expect(bad.map(({ reason }) => reason)).toEqual([rosterTexts.spoiledRosterLine(`さくら ${written}`, 'さくら 3/4')]);
  });

  it('is told from its answers also where one of them says the changed id too', () => {
    const entries = [at('0110123456', 'A'), at('0110123456', 'B'), at('110123456', 'C')];
    const { rows, counts } = stands('110123456,A\n110123456,B\n110123456,C\n110123456,D', ...entries);
    expect(inShort(rows)).toEqual([
      '0110123456/D no-answer',
      ...['A', 'B', 'C'].map((name) => `0110123456/${name} all-done`),
    ]);
    expect(counts.clinics).toBe(1);
  });

  it('counts no clinic twice that stands in it in both ways, whoever answered', () => {
    const text = '0110123456,ONS01\n110123456,ONS01\n110123456,ONS02';
    const { rows, counts, bad } = stands(text);
    expect(inShort(rows)).toEqual(['0110123456/ONS01 no-answer', '0110123456/ONS02 no-answer']);
    expect(counts.clinics).toBe(1);
    expect(bad.map(({ source }) => source.line)).toEqual([2, 3]);
  });

  it.each(['110123456,ONS01', '7,1'])('leaves alone what answers, and what nothing became: %s', (line) => {
    const { bad } = stands(line, at('110123456', 'ONS01'), at('0110123456', 'ONS01'));
    expect(bad).toEqual([]);
  });
});

describe('an answer whose ids a spreadsheet has spoiled', () => {
  const roster = readRoster('0110123456,ONS01\n0110123456,007\n1-2,ONS01', '/roster.csv').entries;
  const at = (clinic: string | null, terminal: string, given: Partial<Entry> = {}) =>
    entry({ clinic, terminal, state: 'all-done', ...given });
  const others = [at('0110123456', '007'), at('1-2', 'ONS01')];

  it.each([
    ['110123456', 'ONS01', '0110123456', 'ONS01', others],
    ['1.10123E+08', 'ONS01', '0110123456', 'ONS01', others],
    ['1月2日', 'ONS01', '1-2', 'ONS01', [at('0110123456', '007'), at('0110123456', 'ONS01')]],
    ['0110123456', '7', '0110123456', '007', [at('0110123456', 'ONS01'), at('1-2', 'ONS01')]],
  ] as const)('%s %s is no new clinic or terminal, and is named', (clinic, terminal, meant, terminalMeant, rest) => {
    const answer = at(clinic, terminal);
    const { rows, counts, bad } = standing({ entries: [answer, ...rest], roster });
    expect(counts).toMatchObject({ terminals: 3, clinics: 2, done: 3 });
    expect(inShort(rows)).toContain(`${meant}/${terminalMeant} all-done`);
    expect(bad).toEqual([
      {
        source: answer.source,
        reason: rosterTexts.spoiledAnswer(`${clinic} ${terminal}`, `${meant} ${terminalMeant}`),
      },
    ]);
  });

  it('is named once, however many answers there are', () => {
    const entries = [1, 2, 3].map((hours) => at('110123456', 'ONS01', { at: NOW - hours * HOUR }));
    expect(standing({ entries, roster }).bad).toHaveLength(1);
  });

  it('stays as it is, and is named, where it may be of two clinics', () => {
    const two = readRoster('0110123456,A\n0110123457,A', '/roster.csv').entries;
    const { counts, bad } = standing({ entries: [at('1.10123E+08', 'A')], roster: two });
    expect(counts.terminals).toBe(3);
    expect(bad.map(({ reason }) => reason)).toEqual([rosterTexts.doubtfulAnswer('1.10123E+08 A')]);
  });

  it.each([
    ['9', 'ONS01'],
    ['0110123456', 'ONS02'],
    ['ONS', '7'],
  ])('is left alone where nothing in the roster can have become %s %s', (clinic, terminal) => {
    expect(standing({ entries: [at(clinic, terminal)], roster }).bad).toEqual([]);
  });

  it('is left alone where its file has the name that the roster knows', () => {
    const source = { path: '/a/007.json', line: null };
    expect(standing({ entries: [at('0110123456', '7', { source })], roster }).bad).toEqual([]);
  });

  it('is left alone without a roster: nobody says which of them is right', () => {
    expect(standing({ entries: [at('110123456', 'A'), at('0110123456', 'A')] })).toMatchObject({
      counts: { terminals: 2 },
      bad: [],
    });
  });
});

describe('a large roster of which a spreadsheet has spoiled some lines', () => {
  it('counts every terminal once', () => {
    const clinics = Array.from({ length: 400 }, (_, index) => `0${String(110_000_000 + index * 97)}`);
    const entries = clinics.map((clinic) => entry({ clinic, terminal: 'ONS01', state: 'all-done' }));
    const spoil = (clinic: string, index: number): string => (index % 29 === 0 ? String(Number(clinic)) : clinic);
    const text = clinics.map((clinic, index) => `${spoil(clinic, index)},ONS01`).join('\n');
    const { counts, bad } = standing({ entries, roster: readRoster(text, '/r').entries });
    expect(counts).toMatchObject({ terminals: 400, clinics: 400, done: 400 });
    expect(bad).toHaveLength(14);
  });
});
