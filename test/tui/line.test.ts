import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutLine,
  fitLine,
  line,
  lineText,
  lineWidth,
  spans,
  spread,
  wrapLines,
  type Line,
} from '../../src/tui/line.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
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

  it('keeps the right side at the right edge', () => {
    expect(lineText(spread(line('状態'), line('08:10'), 14))).toBe('状態     08:10');
    expect(lineText(spread(line('とても長い題名'), line('08:10'), 14))).toBe('とても.. 08:10');
  });

  it('moves wrapped lines in under a first mark', () => {
    const rows = wrapLines('端末を再起動します', 10, { first: '- ' });
    expect(rows.map(lineText)).toEqual(['- 端末を', '  再起動し', '  ます']);
  });
});
