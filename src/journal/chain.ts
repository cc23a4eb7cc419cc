import type { Head } from './head.ts';
import type { Line } from './lines.ts';
import type { Finding, Remark } from './reading.ts';

/** What the walk knows of the numbering before a line. */
interface Count {
  /** The last number that can be trusted. */
  readonly seq: number;
  /** Lines since then that may have had a number. */
  readonly doubtful: number;
}

interface Step {
  readonly findings: readonly Finding[];
  readonly count: Count;
}

/**
 * Walks the chain from line to line. Gives what does not fit, and the torn lines that a later one covers.
 * Torn lines at the very end are not judged here: only the head can tell a power cut from a change.
 */
export function walkChain(
  lines: readonly Line[],
  head: Head | null,
): { readonly findings: readonly Finding[]; readonly tears: readonly number[] } {
  const findings: Finding[] = [];
  const tears: number[] = [];
  let before: Line | null = null;
  let count: Count = { seq: 0, doubtful: 0 };
  /** The count as it stood before the last numbered line: what is left when that line turns out to be changed. */
  let earlier = count;
  let torn: Line[] = [];
  const whole = lines.filter((line) => line.isJson);
  const nextOf = new Map(whole.map((line, index) => [line, whole[index + 1]]));
  for (const line of lines) {
    if (!line.isJson) {
      torn.push(line);
      continue;
    }
    const isConfirmed = isVouchedFor(line, nextOf.get(line), head);
    const step: Step =
      torn.length > 0
        ? afterTear(line, before, torn, count, isConfirmed)
        : afterLine(line, before, count, earlier, isConfirmed);
    if (step.findings.length === 0) tears.push(...torn.map((each) => each.number));
    findings.push(...step.findings, ...wrongFields(line));
    earlier = count;
    count = step.count;
    before = line;
    torn = [];
  }
  return { findings, tears };
}

/** Whether another line, or the head, agrees with this one. `next` is the next line that is not torn. */
function isVouchedFor(line: Line, next: Line | undefined, head: Head | null): boolean {
  if (next && (next.prev === line.sha256 || next.tear?.[0] === line.sha256)) return true;
  return head?.sha256 === line.sha256 || head?.sha256 === line.prev;
}

/** What a line appended to these must carry in its field `tear`; empty where the last line is not torn. */
export function tearOf(lines: readonly Line[]): readonly string[] {
  if (lines.at(-1)?.isJson !== false) return [];
  const start = Math.max(
    0,
    lines.findLastIndex((line) => line.isJson),
  );
  return lines.slice(start, -1).map((line) => line.sha256);
}

/** A line right behind another one, or the first of all. */
function afterLine(
  line: Line,
  before: Line | null,
  count: Count,
  earlier: Count,
  isConfirmed: boolean,
): Step {
  const isLinked = line.prev === (before?.sha256 ?? null);
  if (line.seq === null || line.prev === undefined) return { findings: [], count: doubt(count, 1) };
  if (isLinked) return numbered(line, line.seq, count);
  if (before === null) return { findings: [finding(line, 'beginning-missing')], count: trust(line.seq) };
  const from = before.number;
  if (!isConfirmed) {
    return { findings: [{ ...finding(line, 'not-following'), from }], count: doubt(count, 1) };
  }
  const isGap = line.tear !== null || line.seq > earlier.seq + earlier.doubtful + 2;
  const found = isGap ? finding(line, 'lines-missing-before') : finding(before, 'line-changed');
  return { findings: [{ ...found, from, to: line.number }], count: trust(line.seq) };
}

/** A line behind lines that are no JSON: repaired tears where it vouches for all of them. */
function afterTear(
  line: Line,
  before: Line | null,
  torn: readonly Line[],
  count: Count,
  isConfirmed: boolean,
): Step {
  if (line.seq === null || line.prev === undefined) {
    return { findings: [], count: doubt(count, torn.length + 1) };
  }
  const found = unlikeVouched(line, before, torn);
  if (found === null) return numbered(line, line.seq, count);
  const isLineItself = !isConfirmed && line.seq === count.seq + 1;
  const blamed = isLineItself ? finding(line, 'not-following') : found;
  return {
    findings: [{ ...blamed, from: before?.number ?? 1, to: line.number }],
    count: isConfirmed ? trust(line.seq) : doubt(count, torn.length + 1),
  };
}

/** The nearest of the lines before that is not what the line vouches for; null where all are. */
function unlikeVouched(line: Line, before: Line | null, torn: readonly Line[]): Finding | null {
  const vouched = [...(line.tear ?? []), line.prev];
  const there = before && line.tear ? [before, ...torn] : torn;
  if (vouched.length > there.length) return finding(line, 'lines-missing-before');
  const surplus = there.length - vouched.length;
  const unlike = there.findLast((each, index) => each.sha256 !== vouched[index - surplus]);
  return unlike ? finding(unlike, unlike.isJson ? 'line-changed' : 'not-json') : null;
}

/** A line that is linked as it should be: does its number follow? */
function numbered(line: Line, seq: number, count: Count): Step {
  const jump = seq - count.seq;
  if (jump >= 1 && jump <= 1 + count.doubtful) return { findings: [], count: trust(seq) };
  const kind = jump < 1 ? 'out-of-order' : count.seq === 0 ? 'beginning-missing' : 'lines-missing-before';
  return { findings: [finding(line, kind)], count: trust(seq) };
}

function wrongFields(line: Line): readonly Finding[] {
  if (line.wrongField === null) return [];
  const remark: Remark = { kind: 'wrong-field', field: line.wrongField };
  return [{ line: line.number, from: line.number, to: line.number, remark }];
}

function finding(line: Line, kind: Exclude<Remark['kind'], 'wrong-field'>): Finding {
  return { line: line.number, from: line.number, to: line.number, remark: { kind } };
}

function trust(seq: number): Count {
  return { seq, doubtful: 0 };
}

function doubt(count: Count, lines: number): Count {
  return { seq: count.seq, doubtful: count.doubtful + lines };
}
