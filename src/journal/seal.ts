import type { Head, HeadFile } from './bytes.ts';
import { countOf, isSettled, linesFrom, type Line, type Lines } from './lines.ts';
import type { Finding, HeadState, Loss } from './reading.ts';

/** The end of the journal as the head sees it. */
export interface Seal {
  readonly head: HeadState;
  readonly findings: readonly Finding[];
  /** The first line of a tail that a power cut left; null where there is none. */
  readonly tornLine: number | null;
  /** What the head seals and the journal does not hold any more. */
  readonly loss: Loss | null;
}

/**
 * Compares the end of the journal with its head.
 *
 * The head seals the last numbered line, or the one before it: then power failed between the two writes. What follows
 * the last numbered line, or a last line without its line end, is a torn append. Where the head seals a number that the
 * journal does not reach, the lines up to it are lost; only a whole line in their place that is not what was sealed is
 * a change. So is whatever begins like no line of the journal.
 */
export function judgeSeal(lines: Lines, head: HeadFile): Seal {
  const last = lines.rest.findLast((line) => line.seq !== null) ?? null;
  const place = last?.number ?? 0;
  const behind = linesFrom(lines, place);
  const foreign = behind.find((line) => line.isForeign);
  if (foreign) return wrong(foreign.number);
  const sound = { findings: [], tornLine: tornTail(behind, lines.rest.at(-1), place), loss: null };
  // The first line of all is written before there is a head.
  if (head === 'absent' && last && !before(last, lines)) return { ...sound, head: 'one-behind' };
  if (head === 'absent' || head === 'blank') return { ...sound, head: 'absent' };
  if (head === 'unreadable') return wrong(Math.max(1, countOf(lines)));
  if (last && isSealedBy(last, head)) return { ...sound, head: 'sealed' };
  if (last && isOneAfter(head, last, lines)) return { ...sound, head: 'one-behind' };
  if (isSomeLine(lines, head)) return wrong(place);

  // Numbers were not always those of the lines; the lower one is the one that the head cannot have passed by itself.
  const from = Math.min(last?.seq ?? 0, place) + 1;
  if (head.seq < from || head.seq === last?.seq) return wrong(Math.max(1, place));
  const impostor = impostorAmong(behind, head);
  if (impostor) return wrong(impostor.number);
  return { ...sound, head: 'ahead', loss: { line: place + 1, from, to: head.seq } };
}

/** The first line that is no JSON after the last numbered one, or that one where its line end is missing. */
function tornTail([next]: readonly Line[], end: Line | undefined, place: number): number | null {
  if (next) return next.isJson ? null : next.number;
  return end?.ended === false ? place : null;
}

function isSomeLine(lines: Lines, { sha256 }: Head): boolean {
  return lines.rest.some((line) => line.seq !== null && line.sha256 === sha256) || isSettled(lines, sha256);
}

function isSealedBy({ seq, sha256 }: Line, head: Head): boolean {
  return head.seq === seq && head.sha256 === sha256;
}

/** The numbered line before the last one. */
function before(last: Line, { rest }: Lines): Line | undefined {
  return rest.findLast((line) => line.seq !== null && line.number < last.number);
}

/** Whether the line is the one written after the one that the head seals, be that there or recorded as lost. */
function isOneAfter(head: Head, last: Line, lines: Lines): boolean {
  const event = last.entry?.event;
  if (event?.event === 'journal-lost' && event.head === head.sha256 && event.to === head.seq) return true;
  const earlier = before(last, lines);
  return earlier !== undefined && isSealedBy(earlier, head);
}

/**
 * The line that stands where the sealed one should and is not what a power cut leaves of it (a part, or NULs); null
 * where there is none. Lines that were torn before it may stand there too. Once a part has its line end it looks like a
 * changed line, so the head seals what was left before that is written (`headBeforeMending`).
 */
function impostorAmong(rest: readonly Line[], head: Head): Line | null {
  if (rest.some((line) => line.sha256 === head.sha256)) return null;
  return rest.find(({ remains, number }) => remains === null || (remains === 'tear' && number >= head.seq)) ?? null;
}

function wrong(line: number): Seal {
  return { head: 'wrong', findings: [{ line, from: line, to: line, loss: null }], tornLine: null, loss: null };
}
