import { Box, Text, useCursor } from 'ink';
import type { Ambiguous } from '../text/cells.ts';
import { blank, fitLine, lineWidth, type Line, type Span, type Tone } from './line.ts';
import { frameTexts } from './keys.ja.ts';

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

/** How Ink shows a tone. Only the eight basic colours: every console has them, on black and on white. */
interface Look {
  readonly color?: 'green' | 'yellow' | 'red' | 'cyan' | 'magenta';
  readonly dimColor?: true;
}

const looks: Readonly<Record<Tone, Look>> = {
  plain: {},
  good: { color: 'green' },
  attention: { color: 'yellow' },
  bad: { color: 'red' },
  quiet: { dimColor: true },
  unknown: { color: 'magenta' },
  accent: { color: 'cyan' },
};

function lookOf(tone: Tone): Look {
  return looks[tone];
}

/** The same without colours, for an operator who wants none; what is dim, bold or inverse stays so. */
export function colourless(lines: readonly Line[]): readonly Line[] {
  return lines.map((row) => row.map(({ tone, ...span }) => (tone === 'quiet' ? { ...span, tone } : span)));
}

/** What stands before the selected row on every screen. */
const MARKER = '> ';

/**
 * Lines as a screen reader reads them, top to bottom: what is only drawn (rules, boxes, filling) goes, and with it every line that holds
 * nothing else; the marks of what is selected become words.
 */
export function spokenText(lines: readonly Line[]): string {
  return lines
    .map((row) =>
      row
        .map(({ text, spoken = text }) => spoken)
        .join('')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => (text.startsWith(MARKER) ? frameTexts.selected(text.slice(MARKER.length)) : text))
    .join('\n');
}
