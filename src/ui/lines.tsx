import { Box, Text } from 'ink';
import type { Ambiguous } from './cells.ts';
import type { Line, Span } from './line.ts';
import { blank, fitLine } from './line.ts';
import { lookOf } from './tones.ts';

interface LinesProps {
  readonly lines: readonly Line[];
  readonly height: number;
  readonly columns: number;
  readonly ambiguous?: Ambiguous;
}

/** Exactly `height` rows of exactly `columns`; lines are fitted here, so that Ink never wraps or truncates one. */
export function Lines({ lines, height, columns, ambiguous = 'narrow' }: LinesProps) {
  const rows = Array.from({ length: height }, (_, index) =>
    fitLine(lines[index] ?? blank, columns, ambiguous),
  );
  return (
    <Box flexDirection="column" width={columns} height={height} flexShrink={0}>
      {placed(rows).map(({ place, item }) => (
        <Row key={place} row={item} />
      ))}
    </Box>
  );
}

function Row({ row }: { readonly row: Line }) {
  return (
    <Text wrap="truncate">
      {placed(row).map(({ place, item }) => (
        <Piece key={place} span={item} />
      ))}
    </Text>
  );
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
