import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMED_LINES } from '../../src/desk/bad-lines.ts';
import { readRoster } from '../../src/desk/roster.ts';
import { rosterTexts } from '../../src/desk/roster.ja.ts';

describe('a roster', () => {
  const reads = (text: string) => readRoster(text, '/roster.csv');

  it.each([
    ['さくら,ONS01\nもみじ,ONS02', ['さくら/ONS01', 'もみじ/ONS02']],
    ['\uFEFF医療機関,端末\r\nさくら,ONS01\r\n', ['さくら/ONS01']],
    ['備考,端末名,医療機関名\nx,ONS01,"さくら,本院"', ['さくら,本院/ONS01']],
    ['clinic,terminal\n\n a , b \n,,\n', ['a/b']],
    ['端末,医療機関\nONS01,さくら', ['さくら/ONS01']],
    ['端末名,医院名\nONS01,さくら', ['さくら/ONS01']],
    ['施設名,端末\nさくら,ONS01', ['さくら/ONS01']],
    ['端末,医療機関番号\nONS01,131', ['131/ONS01']],
    ['番号,端末\n131,ONS01', ['131/ONS01']],
    ['番号,施設名,端末\n1,さくら,ONS01', ['さくら/ONS01']],
  ])('%j', (text, expected) => {
    const { entries, bad } = reads(text);
    expect(entries.map(({ clinic, terminal }) => `${clinic}/${terminal}`)).toEqual(expected);
    expect(bad).toEqual([]);
  });

  it.each(['端末名,備考\nONS01,x', '医院名,パソコン\nさくら,ONS01', '\uFEFF番号,x\n1,ONS01'])(
    'does not take half a header for a terminal: %j',
    (text) => {
      expect(() => reads(text)).toThrow(
        expect.objectContaining({ message: rosterTexts.badRosterHeader, where: '/roster.csv:1' }) as Error,
      );
    },
  );

  it('reads lists that were copied together, with the end of each', () => {
    const { entries, bad } = reads('\uFEFF医療機関,端末\r\n1,a\r\n\u001A\uFEFF医療機関,端末\r\n2,b\r\n\u001A');
    expect(entries.map(({ clinic, terminal }) => `${clinic}/${terminal}`)).toEqual(['1/a', '2/b']);
    expect(bad).toEqual([]);
  });

  const { unclosedRosterLine: unclosed, oddRosterLine: odd, rosterLineEnd: lineEnd } = rosterTexts;

  it.each<readonly [string, readonly string[], readonly (readonly [number, string])[]]>([
    ['C1,"ONS01\nC2,ONS01\nC3,ONS01', ['C2/ONS01', 'C3/ONS01'], [[1, unclosed]]],
    ['C1,T1,"note\nC1,T2,x\n', ['C1/T1', 'C1/T2'], [[1, unclosed]]],
    ['医療機関,端末,"備考\nC1,T1,x\nC1,T2,x\n', ['C1/T1', 'C1/T2'], [[1, unclosed]]],
    ['C1,T1\nC1,"T2\nC1,T3\n', ['C1/T1', 'C1/T3'], [[2, unclosed]]],
    ['"C1,T1\nC1,T2\n', ['C1/T2'], [[1, unclosed]]],
    [
      'C1,T1,"note\nC1,T2,"\nC1,T3\n',
      ['C1/T1', 'C1/T2', 'C1/T3'],
      [
        [1, lineEnd],
        [2, unclosed],
      ],
    ],
    [
      'C1,"T1\nC1,T2\nC1,T3"\nC1,T4\n',
      ['C1/T2', 'C1/T4'],
      [
        [1, lineEnd],
        [3, odd],
      ],
    ],
    ['C1,T1,,"\n",\n', ['C1/T1'], [[1, lineEnd]]],
    ['C1,T1,"東京\n大阪,京都\n名古屋"\nC1,T2,x\n', ['C1/T1', 'C1/T2'], [[1, lineEnd]]],
    ['C1,T"1\nC1,T2\n', ['C1/T2'], [[1, odd]]],
    ['C1,"T1"x\nC1,T2\n', ['C1/T2'], [[1, odd]]],
    ['C1,T1,5" screen\nC1,T2,x\n', ['C1/T1', 'C1/T2'], [[1, odd]]],
    ['\uFEFF"医療機関","端末"\n"C1","T1"\n\u001A\uFEFF"医療機関","端末"\n"C1","T2"', ['C1/T1', 'C1/T2'], []],
  ])('names a quotation mark that is out of place, and counts the other lines: %j', (text, expected, named) => {
    const { entries, bad } = reads(text);
    expect(entries.map(({ clinic, terminal }) => `${clinic}/${terminal}`)).toEqual(expected);
    expect(bad).toEqual(named.map(([line, reason]) => ({ source: { path: '/roster.csv', line }, reason })));
  });

  it('hides no terminal, wherever one stray quotation mark stands', () => {
    const lines = Array.from({ length: 6 }, (_, index) => `C${String(index)},T${String(index)},note`);
    const text = lines.join('\n');
    const place = fc.integer({ min: 0, max: text.length });
    fc.assert(
      fc.property(place, fc.constantFrom('"', '""', '"x', ',"'), (at, mark) => {
        const { entries, bad } = reads(`${text.slice(0, at)}${mark}${text.slice(at)}`);
        const named = new Set([...entries, ...bad].map(({ source }) => source?.line));
        expect([1, 2, 3, 4, 5, 6].filter((line) => !named.has(line))).toEqual([]);
        expect(entries.length).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it.each([
    ['医療機関名,医療機関コード,端末\nさくら,0110123456,ONS01', '0110123456', 'さくら'],
    ['端末,医療機関,電話,医療機関番号\nONS01,さくら,03,0110123456', '0110123456', 'さくら'],
    ['コード,施設名,端末\n0110123456,さくら,ONS01', '0110123456', 'さくら'],
    ['施設名,端末\nさくら,ONS01', 'さくら', null],
  ])('takes a code for the clinic before a name, wherever it stands: %j', (text, clinic, name) => {
    const [entry] = reads(text).entries;
    expect(entry?.clinic).toBe(clinic);
    expect(entry?.contact?.name ?? null).toBe(name);
  });

  it('keeps whom to call, and which machine is a spare one', () => {
    const { entries, bad } = reads(
      [
        '医療機関コード,医療機関名,端末,電話番号,担当者,開院,予備機',
        '0110123456,さくら,ONS01,03-1234-5678,山田,8:30,',
        '0110123456,さくら,ONS02,,,８時半,○',
        '0110123456,さくら,ONS03,,,午前,たぶん',
      ].join('\n'),
    );
    const empty = { name: 'さくら', phone: null, person: null };
    expect(entries.map(({ contact }) => contact)).toEqual([
      {
        name: 'さくら',
        phone: '03-1234-5678',
        person: '山田',
        opens: { text: '8:30', minutes: 510 },
        spare: false,
      },
      { ...empty, opens: { text: '８時半', minutes: 510 }, spare: true },
      { ...empty, opens: { text: '午前', minutes: null }, spare: false },
    ]);
    expect(bad).toEqual([{ source: { path: '/roster.csv', line: 4 }, reason: rosterTexts.badSpare('たぶん') }]);
  });

  it.each([
    ['8:30', 510],
    ['08:30:00', 510],
    ['9', null],
    ['9時', 540],
    ['9時5分', 545],
    ['13時半', 810],
    ['8:30-18:00', 510],
    ['午前8時半', 510],
    ['AM 8:30', 510],
    ['8:30:00 AM', 510],
    ['午後1時', 780],
    ['1:30 PM', 810],
    ['午後13:00', 780],
    ['12:30 PM', 750],
    ['25:00', null],
  ])('reads %s as an opening time', (text, minutes) => {
    expect(reads(`clinic,terminal,opens\na,b,${text}`).entries[0]?.contact?.opens).toEqual({ text, minutes });
  });

  it('names the first lines that it cannot use, and counts the rest', () => {
    const { entries, bad } = reads(`C1,T1\n${'C2\n'.repeat(1_000)}`);
    expect(entries).toHaveLength(1);
    expect(bad).toHaveLength(NAMED_LINES + 1);
    expect(bad.at(-1)).toMatchObject({ source: { path: '/roster.csv', line: null }, lines: 1_000 - NAMED_LINES });
  });

  it('names the lines that it cannot use', () => {
    expect(reads('医療機関,端末\nさくら,ONS01\nもみじ\n,ONS02').bad).toEqual(
      [3, 4].map((line) => ({ source: { path: '/roster.csv', line }, reason: rosterTexts.badRosterLine })),
    );
  });
});
