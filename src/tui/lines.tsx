import { Box, Text, useCursor } from 'ink';
import type { Ambiguous } from '../text/cells.ts';
import type { Line, Span } from './line.ts';
import { cursorIn, looks, screenRows } from './look.ts';
import type { Size } from './canvas.ts';

interface LinesProps {
  readonly lines: readonly Line[];
  readonly size: Size;
  readonly ambiguous: Ambiguous;
}

/**
 * Exactly as many rows as the window has, but for its last, and exactly as wide: lines are fitted here, so that Ink
 * never wraps or truncates one. The terminal's cursor stands where a line says so; else it is hidden.
 */
export function Lines({ lines, size, ambiguous }: LinesProps) {
  const rows = screenRows(lines, size, ambiguous);
  useCursor().setCursorPosition(cursorIn(rows, ambiguous));
  return (
    <Box width={size.columns} height={rows.length} flexShrink={0}>
      <Text wrap="truncate">
        {placed(rows).map(({ place, item }) => (
          <Row key={place} row={item} first={place === '0'} />
        ))}
      </Text>
    </Box>
  );
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
    <Text {...looks[span.tone ?? 'plain']} bold={span.bold ?? false} inverse={span.inverse ?? false}>
      {span.text}
    </Text>
  );
}

/** A row, and a piece of a row, is what stands at its place: it has no other identity. */
function placed<T>(items: readonly T[]): readonly { readonly place: string; readonly item: T }[] {
  return items.map((item, index) => ({ place: String(index), item }));
}
