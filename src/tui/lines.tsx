import { Box, Text, useCursor } from 'ink';
import type { Ambiguous } from '../text/cells.ts';
import { blank, fitLine, lineWidth, type Line, type Span } from './line.ts';
import { lookOf } from './tones.ts';

interface LinesProps {
  readonly lines: readonly Line[];
  readonly height: number;
  readonly columns: number;
  readonly ambiguous?: Ambiguous;
}

/**
 * Exactly `height` rows of exactly `columns`; lines are fitted here, so that Ink never wraps or truncates one. The terminal's
 * cursor stands where a line says so; else it is hidden.
 */
export function Lines({ lines, height, columns, ambiguous = 'narrow' }: LinesProps) {
  const rows = Array.from({ length: height }, (_, index) => fitLine(lines[index] ?? blank, columns, ambiguous));
  useCursor().setCursorPosition(cursorIn(rows, ambiguous));
  return (
    <Box width={columns} height={height} flexShrink={0}>
      <Text wrap="truncate">
        {placed(rows).map(({ place, item }) => (
          <Row key={place} row={item} first={place === '0'} />
        ))}
      </Text>
    </Box>
  );
}

/** Where the cursor stands, in cells from the upper left. */
function cursorIn(rows: readonly Line[], ambiguous: Ambiguous): { readonly x: number; readonly y: number } | undefined {
  const y = rows.findIndex((row) => row.some((span) => span.cursor === true));
  const row = rows[y];
  if (!row) return undefined;
  const before = row.slice(
    0,
    row.findIndex((span) => span.cursor === true),
  );
  return { x: lineWidth(before, ambiguous), y };
}

/** All rows are one text to Ink: it lays out and measures one node instead of one a row. */
function Row({ row, first }: { readonly row: Line; readonly first: boolean }) {
  return (
    <>
      {first ? null : '\n'}
      {placed(row).map(({ place, item }) => (isPlain(item) ? item.text : <Piece key={place} span={item} />))}
    </>
  );
}

function isPlain({ tone = 'plain', bold = false, inverse = false }: Span): boolean {
  return tone === 'plain' && !bold && !inverse;
}

function Piece({ span }: { readonly span: Span }) {
  return (
    <Text {...lookOf(span.tone ?? 'plain')} bold={span.bold ?? false} inverse={span.inverse ?? false}>
      {span.text}
    </Text>
  );
}

/** A row, and a piece of a row, is what stands at its place: it has no other identity. */
function placed<T>(items: readonly T[]): readonly { readonly place: string; readonly item: T }[] {
  return items.map((item, index) => ({ place: String(index), item }));
}
