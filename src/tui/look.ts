import type { Ambiguous } from '../text/cells.ts';
import { blank, fitLine, lineWidth, type Line, type Tone } from './line.ts';
import type { Size } from './canvas.ts';

/** The lines as rows of exactly the window's width; the last row of the window stays free. */
export function screenRows(lines: readonly Line[], { columns, rows }: Size, ambiguous: Ambiguous): readonly Line[] {
  const height = Math.max(1, rows - 1);
  return Array.from({ length: height }, (_, index) => fitLine(lines[index] ?? blank, columns, ambiguous));
}

/** Where the cursor stands, in cells from the upper left; undefined where no line says so. */
export function cursorIn(
  rows: readonly Line[],
  ambiguous: Ambiguous,
): { readonly x: number; readonly y: number } | undefined {
  const y = rows.findIndex((row) => row.some((span) => span.cursor === true));
  const row = rows[y];
  if (!row) return undefined;
  const before = row.slice(
    0,
    row.findIndex((span) => span.cursor === true),
  );
  return { x: lineWidth(before, ambiguous), y };
}

/** The same without colours, for an operator who wants none; what is dim, bold or inverse stays so. */
export function colourless(lines: readonly Line[]): readonly Line[] {
  return lines.map((row) => row.map(({ tone, ...span }) => (tone === 'quiet' ? { ...span, tone } : span)));
}

/** How a tone is shown. Only the eight basic colours: every console has them, on black and on white. */
export interface Look {
  readonly color?: 'green' | 'yellow' | 'red' | 'cyan' | 'magenta';
  readonly dimColor?: true;
}

export const looks: Readonly<Record<Tone, Look>> = {
  plain: {},
  good: { color: 'green' },
  attention: { color: 'yellow' },
  bad: { color: 'red' },
  quiet: { dimColor: true },
  unknown: { color: 'magenta' },
  accent: { color: 'cyan' },
};
