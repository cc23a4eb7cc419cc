import { clipped, cut, CUT_MARK, hasAmbiguous, plain, width, type Ambiguous } from '../text/cells.ts';
import { wrap, wrapUpTo } from '../text/wrap.ts';

/** What a piece of text means. It becomes a colour where there is one; the words must say the same. */
export type Tone = 'plain' | 'good' | 'attention' | 'bad' | 'quiet' | 'unknown' | 'accent';

/** A piece of a line in one look. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone;
  readonly bold?: boolean;
  readonly inverse?: boolean;
  /** What a screen reader says in place of the text; '' for what is only drawn. */
  readonly spoken?: string;
  /** The text cursor stands on its first character: where the input method shows what is being composed. */
  readonly cursor?: boolean;
}

export type Style = Omit<Span, 'text'>;

/** One row of the screen, left to right. */
export type Line = readonly Span[];

export const blank: Line = [];

/** Where less than this is left for a piece, it begins below. */
const LEAST_FOLDED = 8;

/** A line in one look. */
export function line(text: string, style: Style = {}): Line {
  return text === '' ? blank : [{ ...style, text }];
}

/** A line of several pieces; a bare text is plain. */
export function spans(...parts: readonly (string | Span)[]): Line {
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** Text broken into lines (see `wrap`), each moved in by `indent` columns; `first` stands before the first one. */
export function wrapLines(
  text: string,
  columns: number,
  options: {
    readonly style?: Style;
    readonly indent?: number;
    readonly first?: string;
    readonly ambiguous?: Ambiguous;
  } = {},
): Line[] {
  const ambiguous = options.ambiguous ?? 'narrow';
  const first = options.first ?? '';
  const indent = Math.max(options.indent ?? 0, width(first, ambiguous));
  const margin = ' '.repeat(indent);
  const lead = first + margin.slice(width(first, ambiguous));
  // Such a line is kept off the last column (see fitLine): broken there, it would be cut.
  const edge = ambiguous === 'wide' && hasAmbiguous(plain(text)) ? 1 : 0;
  return wrap(text, columns - indent - edge, ambiguous).map((part, index) =>
    line((index === 0 ? lead : margin) + part, options.style),
  );
}

export function lineText(row: Line): string {
  return row.map((span) => span.text).join('');
}

export function lineWidth(row: Line, ambiguous: Ambiguous = 'narrow'): number {
  return row.reduce((columns, span) => columns + width(plain(span.text), ambiguous), 0);
}

/** The line in at most `columns`; where it was cut it ends with `..` in the look of the piece that was cut. */
export function cutLine(row: Line, columns: number, ambiguous: Ambiguous = 'narrow'): Line {
  const whole = row
    .map((span) => ({ ...span, text: plain(clipped(span.text, columns)) }))
    .filter((span) => span.text !== '');
  if (lineWidth(whole, ambiguous) <= columns) return whole;
  const kept: Span[] = [];
  let room = columns;
  for (const [index, span] of whole.entries()) {
    const rest = lineWidth(whole.slice(index), ambiguous);
    if (rest <= room) return [...kept, ...whole.slice(index)];
    const own = width(span.text, ambiguous);
    if (own > room - CUT_MARK.length) {
      // The mark must show even where this piece alone would just fit.
      kept.push({ ...span, text: cut(`${span.text}${CUT_MARK}`, room, ambiguous) });
      break;
    }
    kept.push(span);
    room -= own;
  }
  return kept;
}

/**
 * The line in at most `columns`, its last piece going on below where it is too long, on at most so many `lines`, moved
 * in by `indent`. What does not fit even then ends with `..`.
 */
export function foldLine(
  row: Line,
  columns: number,
  { lines, indent, ambiguous }: { readonly lines: number; readonly indent: number; readonly ambiguous: Ambiguous },
): readonly Line[] {
  const last = row.at(-1);
  const before = row.slice(0, -1);
  const edge = edgeOf(row, columns, ambiguous);
  const room = columns - edge - lineWidth(before, ambiguous);
  const text = last ? plain(clipped(last.text, columns * lines)) : '';
  if (lines < 2 || !last || width(text, ambiguous) <= room) return [cutLine(row, columns, ambiguous)];
  // Where hardly anything of it has room beside the others, all of it stands below them.
  const [first = ''] = room < LEAST_FOLDED ? [''] : wrap(text, room, ambiguous);
  const rest = wrapUpTo(lines - 1, text.slice(first.length).trimStart(), columns - indent - edge, ambiguous);
  return [
    cutLine([...before, { ...last, text: first }], columns - edge, ambiguous),
    ...rest.map((each): Line => [{ text: ' '.repeat(indent) }, { ...last, text: each }]),
  ];
}

/** Whether a piece of the line was cut: `..` right behind a word, not a mark of its own. */
export function isCutLine(row: Line): boolean {
  return /[^\s[]\.\.(?:\s|$)/.test(lineText(row));
}

/**
 * The line in exactly `columns`. A line with ambiguous characters keeps off the last column where they count two: a
 * console that draws one of them otherwise than expected must not reach the edge.
 */
export function fitLine(row: Line, columns: number, ambiguous: Ambiguous = 'narrow'): Line {
  const edge = edgeOf(row, columns, ambiguous);
  // What only fills a line that was fitted before is no reason to cut it.
  const content = edge > 0 ? withoutFilling(row) : row;
  const short = cutLine(content, Math.max(0, columns - edge), ambiguous);
  const missing = columns - lineWidth(short, ambiguous);
  return missing > 0 ? [...short, { text: ' '.repeat(missing), spoken: '' }] : short;
}

/** How many columns at the screen's edge a line must leave free. */
export function edgeOf(row: Line, columns: number, ambiguous: Ambiguous): number {
  return ambiguous === 'wide' && hasAmbiguous(plain(clipped(lineText(row), columns))) ? 1 : 0;
}

/** Without the spaces at its end that cannot be seen. */
function withoutFilling(row: Line): Line {
  const last = row.findLastIndex((span) => span.inverse === true || span.text.trimEnd() !== '');
  return row
    .slice(0, last + 1)
    .map((span, index) => (index === last && span.inverse !== true ? { ...span, text: span.text.trimEnd() } : span));
}

/** Two lines side by side: `right` ends at the last column, `left` is cut to leave it room. */
export function spread(left: Line, right: Line, columns: number, ambiguous: Ambiguous = 'narrow'): Line {
  const edge = edgeOf([...left, ...right], columns, ambiguous);
  const end = cutLine(right, columns - edge, ambiguous);
  const room = columns - edge - lineWidth(end, ambiguous);
  const gap = end.length > 0 && room > 0 ? 1 : 0;
  return [...fitLine(left, room - gap, ambiguous), { text: ' '.repeat(gap) }, ...end];
}
