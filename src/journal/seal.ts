import type { Head } from './head.ts';
import type { Line } from './lines.ts';
import type { Finding, HeadState, Remark } from './reading.ts';

/** The end of the journal as the head sees it. */
export interface Seal {
  readonly head: HeadState;
  readonly findings: readonly Finding[];
  /** The first line of a tail that a power cut left; null where there is none. */
  readonly tornLine: number | null;
}

/**
 * Compares the end of the journal with its head. `head` is undefined where the head's file is absent,
 * null where it is there and cannot be read.
 *
 * The head seals the last numbered line, or the one before it: then power failed between the two writes.
 * What follows the last numbered line, or a last line without its line end, is a torn append as long as the
 * head never sealed it. A line that the head sealed and that is not there any more is named by the place where it was.
 */
export function judgeSeal(lines: readonly Line[], head: Head | null | undefined): Seal {
  const last = lines.findLast((line) => line.seq !== null) ?? null;
  const place = last?.number ?? 0;
  const tornLine = tornTail(lines, place);
  if (head === undefined) return { head: 'absent', findings: [], tornLine };
  const wrong = (
    line: number,
    kind: 'head-unreadable' | 'head-mismatch' | 'tail-missing' | 'journal-missing',
  ) => ({ head: 'wrong', findings: [at(line, { kind })], tornLine: null }) satisfies Seal;

  if (lines.length === 0) return wrong(1, 'journal-missing');
  if (head === null) return wrong(lines.length, 'head-unreadable');
  if (last === null || last.seq === null || head.seq > last.seq) return wrong(place + 1, 'tail-missing');
  if (head.seq === last.seq && head.sha256 === last.sha256) {
    const findings = last.ended ? [] : [at(place, { kind: 'line-end-missing' })];
    return { head: 'sealed', findings, tornLine: last.ended ? tornLine : null };
  }
  const earlier = lines.findLast((line) => line.seq !== null && line.number < place);
  if (head.seq === last.seq - 1 && head.seq === earlier?.seq && head.sha256 === earlier.sha256) {
    return { head: 'one-behind', findings: [], tornLine };
  }
  return wrong(place, 'head-mismatch');
}

/** The first line that is no JSON after the last numbered one, or that one where its line end is missing. */
function tornTail(lines: readonly Line[], place: number): number | null {
  const next = lines[place];
  if (next) return next.isJson ? null : next.number;
  return lines.at(-1)?.ended === false ? place : null;
}

function at(line: number, remark: Remark): Finding {
  return { line, from: line, to: line, remark };
}
