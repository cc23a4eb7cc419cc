import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutLine,
  fitLine,
  foldLine,
  isCutLine,
  line,
  lineText,
  lineWidth,
  spans,
  spread,
  wrapLines,
  type Line,
} from '../../src/tui/line.ts';
import { CUT_MARK, plain, type Ambiguous } from '../../src/text/cells.ts';
import { anyText } from './texts.ts';

const worlds = fc.constantFrom<Ambiguous>('narrow', 'wide');
const anyLine: fc.Arbitrary<Line> = fc.array(
  anyText.map((text) => ({ text })),
  { maxLength: 5 },
);

describe('lines', () => {
  it('keeps the look of each piece when it cuts', () => {
    const row = spans({ text: '[要]', tone: 'attention' }, { text: '再起動してください', bold: true });
    expect(cutLine(row, 11)).toEqual([
      { text: '[要]', tone: 'attention' },
      { text: '再起..', bold: true },
    ]);
  });

  it('shows the mark where the last piece but one would just fit', () => {
    expect(lineText(cutLine(spans('abcd', 'efgh'), 4))).toBe('ab..');
    expect(lineText(cutLine(spans('abcd', 'efgh'), 5))).toBe('abc..');
    expect(lineText(cutLine(spans('abcd', 'ef'), 6))).toBe('abcdef');
  });

  it('fits to exactly the columns, in both kinds of console', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(120), worlds, (row, columns, ambiguous) => {
        expect(lineWidth(fitLine(row, columns, ambiguous), ambiguous)).toBe(columns);
      }),
    );
  });

  it('keeps a character of open width off the last column where it may be wide', () => {
    expect(lineText(fitLine(line('版○○'), 6, 'wide'))).toBe('版..  ');
    expect(lineText(fitLine(line('版○○'), 7, 'wide'))).toBe('版○○ ');
  });

  it('goes on below with its last piece, in its look, where it may take more lines', () => {
    const row = spans({ text: '[要] ' }, { text: '再起動してください', bold: true });
    const fold = (lines: number): readonly string[] =>
      foldLine(row, 15, { lines, indent: 2, ambiguous: 'narrow' }).map(lineText);
    expect(fold(1)).toEqual(['[要] 再起動し..']);
    expect(fold(2)).toEqual(['[要] 再起動して', '  ください']);
    expect(foldLine(row, 15, { lines: 2, indent: 2, ambiguous: 'narrow' })[1]?.[1]).toMatchObject({ bold: true });
    const long = foldLine(line('abc '.repeat(9)), 10, { lines: 3, indent: 2, ambiguous: 'narrow' });
    expect(long.map(lineText)).toEqual(['abc abc', '  abc abc', '  abc ab..']);
  });

  it('stands below the others as a whole where hardly any of it has room beside them', () => {
    const row = spans('完了報告に書くもの: ', { text: 'さくら医院' });
    const folded = foldLine(row, 22, { lines: 3, indent: 2, ambiguous: 'narrow' }).map(lineText);
    expect(folded.map((each) => each.trimEnd())).toEqual(['完了報告に書くもの:', '  さくら医院']);
  });

  it('takes at most so many lines of at most the columns, and loses nothing where they are enough', () => {
    fc.assert(
      fc.property(
        anyLine,
        fc.integer({ min: 20, max: 80 }),
        fc.integer({ min: 1, max: 9 }),
        worlds,
        (row, columns, most, ambiguous) => {
          const folded = foldLine(row, columns, { lines: most, indent: 4, ambiguous });
          expect(folded.length).toBeLessThanOrEqual(most);
          for (const each of folded) expect(lineWidth(each, ambiguous)).toBeLessThanOrEqual(columns);
          if (folded.some((each) => lineText(each).includes(CUT_MARK))) return;
          const inked = (lines: readonly Line[]): string =>
            lines
              .flat()
              .map((span) => plain(span.text))
              .join('')
              .replaceAll(' ', '');
          expect(inked(folded)).toBe(inked([row]));
        },
      ),
    );
  });

  it('knows a line that was cut from one that says that something is waited for', () => {
    expect([line('再起..'), spans('実績', 'Vers..  ')].map(isCutLine)).toEqual([true, true]);
    expect([line('..'), line('時計 .. 3 秒'), line('[..] 時計'), line('再起動。')].map(isCutLine)).toEqual(
      Array(4).fill(false),
    );
  });

  it('keeps the right side at the right edge', () => {
    expect(lineText(spread(line('状態'), line('08:10'), 14))).toBe('状態     08:10');
    expect(lineText(spread(line('とても長い題名'), line('08:10'), 14))).toBe('とても.. 08:10');
  });

  it('moves wrapped lines in under a first mark', () => {
    const rows = wrapLines('端末を再起動します', 10, { first: '- ' });
    expect(rows.map(lineText)).toEqual(['- 端末を', '  再起動し', '  ます']);
  });
});
