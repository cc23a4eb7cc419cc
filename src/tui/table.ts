import { fit, plain, width, type Ambiguous } from '../text/cells.ts';
import { fitLine, type Line, type Span } from './line.ts';

export interface TableColumn {
  readonly title: string;
  /** Columns of the screen; `content`: as wide as its widest cell; `rest`: what the others leave. */
  readonly width: number | 'content' | 'rest';
}

const GAP = '  ';

/** A table of exactly `columns`: one line of titles, one line a row. Cells that are too long are cut. */
export function table(input: {
  readonly columns: number;
  readonly cols: readonly TableColumn[];
  readonly rows: readonly (readonly Span[])[];
  readonly ambiguous?: Ambiguous;
}): readonly Line[] {
  const { ambiguous = 'narrow' } = input;
  const widths = tableWidths(input.cols, input.rows, input.columns, ambiguous);
  const titles = input.cols.map((col): Span => ({ text: col.title, tone: 'quiet' }));
  return [titles, ...input.rows].map((row) => {
    const cells = input.cols.flatMap((_, index): Span[] => {
      const cell = row[index] ?? { text: '' };
      const text = fit(cell.text, widths[index] ?? 0, ambiguous);
      return index === 0 ? [{ ...cell, text }] : [{ text: GAP }, { ...cell, text }];
    });
    return fitLine(cells, input.columns, ambiguous);
  });
}

function tableWidths(
  cols: readonly TableColumn[],
  rows: readonly (readonly Span[])[],
  columns: number,
  ambiguous: Ambiguous,
): readonly number[] {
  const natural = cols.map((col, index) =>
    typeof col.width === 'number'
      ? col.width
      : Math.max(
          ...[col.title, ...rows.map((row) => row[index]?.text ?? '')].map((text) => width(plain(text), ambiguous)),
        ),
  );
  const fixed = natural.filter((_, index) => cols[index]?.width !== 'rest');
  const used = fixed.reduce((sum, each) => sum + each, 0) + GAP.length * Math.max(0, cols.length - 1);
  const share = Math.floor(Math.max(0, columns - used) / Math.max(1, cols.length - fixed.length));
  return natural.map((each, index) => (cols[index]?.width === 'rest' ? share : each));
}
