import { clipped, fit, hasAmbiguous, plain, width, type Ambiguous } from '../text/cells.ts';
import { wrapUpTo } from '../text/wrap.ts';
import { fitLine, type Line, type Span } from './line.ts';

export interface TableColumn {
  readonly title: string;
  /** Columns of the screen; `content`: as wide as its widest cell; `rest`: what the others leave. */
  readonly width: number | 'content' | 'rest';
}

const GAP = '  ';
/** So much a column keeps, however wide the others are. */
const LEAST_COLUMNS = 12;

/**
 * A table of exactly `columns`: one line of titles, one line a row. Cells that are too long go on below, on so many
 * lines as a row may take, and are cut then.
 */
export function table(input: {
  readonly columns: number;
  readonly cols: readonly TableColumn[];
  readonly rows: readonly (readonly Span[])[];
  readonly ambiguous?: Ambiguous;
  readonly linesARow?: number;
}): readonly Line[] {
  const { ambiguous = 'narrow', linesARow = 1 } = input;
  // A line of open width keeps off the last column.
  const edge =
    ambiguous === 'wide' && input.rows.flat().some(({ text }) => hasAmbiguous(plain(clipped(text, input.columns))))
      ? 1
      : 0;
  const widths = tableWidths(input.cols, input.rows, input.columns - edge, ambiguous);
  const titles = input.cols.map((col): Span => ({ text: col.title, tone: 'quiet' }));
  const rows = input.rows.flatMap((row) => wrapped(row, widths, linesARow, ambiguous));
  return [titles, ...rows].map((row) => {
    const cells = input.cols.flatMap((_, index): Span[] => {
      const cell = row[index] ?? { text: '' };
      const text = fit(cell.text, widths[index] ?? 0, ambiguous);
      return index === 0 ? [{ ...cell, text }] : [{ text: GAP }, { ...cell, text }];
    });
    return fitLine(cells, input.columns, ambiguous);
  });
}

/** A row on as many lines as its longest cell takes, but for so many at most. */
function wrapped(
  row: readonly Span[],
  widths: readonly number[],
  lines: number,
  ambiguous: Ambiguous,
): readonly (readonly Span[])[] {
  if (lines < 2) return [row];
  const cells = row.map(({ text }, index) => wrapUpTo(lines, text, widths[index] ?? 0, ambiguous));
  return Array.from({ length: Math.max(1, ...cells.map(({ length }) => length)) }, (_, at) =>
    row.map((cell, index): Span => ({ ...cell, text: cells[index]?.[at] ?? '' })),
  );
}

function tableWidths(
  cols: readonly TableColumn[],
  rows: readonly (readonly Span[])[],
  columns: number,
  ambiguous: Ambiguous,
): readonly number[] {
  const natural = cols.map(({ title, width: wanted }, index) => {
    if (typeof wanted === 'number') return wanted;
    if (wanted === 'rest') return LEAST_COLUMNS;
    const texts = [title, ...rows.map((row) => row[index]?.text ?? '')];
    return Math.max(...texts.map((text) => width(plain(clipped(text, columns)), ambiguous)));
  });
  const left = columns - natural.reduce((sum, each) => sum + each, 0) - GAP.length * Math.max(0, cols.length - 1);
  if (left < 0) return narrowed(natural, -left);
  const rests = cols.filter((col) => col.width === 'rest').length;
  return natural.map((each, index) => (cols[index]?.width === 'rest' ? each + Math.floor(left / rests) : each));
}

/** What is missing goes from the widest, then from the next. */
function narrowed(widths: readonly number[], missing: number): readonly number[] {
  const widest = widths.indexOf(Math.max(...widths));
  const width = widths[widest] ?? 0;
  const taken = Math.min(missing, width - LEAST_COLUMNS);
  if (missing <= 0 || taken <= 0) return widths;
  return narrowed(widths.with(widest, width - taken), missing - taken);
}
