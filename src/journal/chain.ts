import type { Head, HeadFile } from './bytes.ts';
import type { Line, Lines } from './lines.ts';
import type { Finding } from './reading.ts';

/**
 * What the walk knows of the numbering before a line. A line's number is that of its place in the file; in journals of
 * earlier versions torn lines did not count. Both stay valid for ever: the hashes hold the numbers in place.
 */
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
 * Walks the chain from line to line. Gives what does not fit.
 * Torn lines at the very end are not judged here: only the head can tell a power cut from a change.
 */
export function walkChain({ settled, rest }: Lines, headFile: HeadFile): readonly Finding[] {
  const head = typeof headFile === 'string' ? null : headFile;
  const findings: Finding[] = [];
  let before = settled.last;
  let count: Count = { seq: settled.count, doubtful: 0 };
  /** The count as it stood before the last numbered line: what is left when that line turns out to be changed. */
  let earlier: Count = { seq: Math.max(0, settled.count - 1), doubtful: 0 };
  let torn: Line[] = [];
  const whole = rest.filter((line) => line.isJson);
  let at = 0;
  for (const line of rest) {
    if (!line.isJson) {
      torn.push(line);
      continue;
    }
    at += 1;
    const word = wordOn(line, whole[at], head);
    const step: Step =
      torn.length > 0
        ? afterTear(line, before, torn, count, word)
        : afterLine(line, before, count, earlier, word === 'agrees');
    findings.push(...step.findings, ...(line.wrongField === null ? [] : [changed(line)]));
    earlier = count;
    count = step.count;
    before = line;
    torn = [];
  }
  return findings;
}

/** What another line, or the head, says of a line; `none` where neither speaks of it: a head that is ahead does not. */
type Word = 'agrees' | 'disagrees' | 'none';

/** `next` is the next line that is not torn. */
function wordOn(line: Line, next: Line | undefined, head: Head | null): Word {
  if (next && (next.prev === line.sha256 || next.tear?.[0] === line.sha256)) return 'agrees';
  if (head !== null && (head.sha256 === line.sha256 || head.sha256 === line.prev)) return 'agrees';
  return next || (head !== null && head.seq <= (line.seq ?? 0)) ? 'disagrees' : 'none';
}

/** What a line appended to these must carry in its field `tear`; empty where the last line is not torn. */
export function tearOf({ rest }: Lines): readonly string[] {
  if (rest.at(-1)?.isJson !== false) return [];
  const start = Math.max(
    0,
    rest.findLastIndex((line) => line.isJson),
  );
  return rest.slice(start, -1).map((line) => line.sha256);
}

/** A line right behind another one, or the first of all. */
function afterLine(line: Line, before: Line | null, count: Count, earlier: Count, isConfirmed: boolean): Step {
  const isLinked = line.prev === (before?.sha256 ?? null);
  if (line.seq === null || line.prev === undefined) return { findings: [], count: doubt(count, 1) };
  if (isLinked) return numbered(line, line.seq, count);
  if (before === null) return { findings: [changed(line)], count: trust(line.seq) };
  const from = before.number;
  if (!isConfirmed) {
    return { findings: [{ ...changed(line), from }], count: doubt(count, 1) };
  }
  const isOffCount = line.seq !== line.number && line.seq > earlier.seq + earlier.doubtful + 2;
  const isGap = line.tear !== null || isOffCount;
  return { findings: [{ ...changed(isGap ? line : before), from, to: line.number }], count: trust(line.seq) };
}

/** A line behind lines that are no JSON: repaired tears where it vouches for all, else a change or, in NULs, a loss. */
function afterTear(line: Line, before: Line | null, torn: readonly Line[], count: Count, word: Word): Step {
  if (line.seq === null || line.prev === undefined) {
    return { findings: [], count: doubt(count, torn.length + 1) };
  }
  const found = unlikeVouched(line, before, torn, count);
  if (found === null) return numbered(line, line.seq, count);
  const isConfirmed = word === 'agrees';
  const mayBeLineItself = line.seq === count.seq + 1 || line.seq === line.number;
  const isLoss = found.loss !== null;
  const isLineItself = mayBeLineItself && (isLoss ? word === 'disagrees' : !isConfirmed);
  const blamed = isLineItself ? changed(line) : found;
  return {
    findings: [{ ...blamed, from: before?.number ?? 1, to: line.number }],
    count: isConfirmed ? trust(line.seq) : doubt(count, torn.length + 1),
  };
}

/** The nearest of the lines before that is not what the line vouches for; null where all are. */
function unlikeVouched(line: Line, before: Line | null, torn: readonly Line[], count: Count): Finding | null {
  const vouched = [...(line.tear ?? []), line.prev];
  const there = before && line.tear ? [before, ...torn] : torn;
  if (vouched.length > there.length) return changed(line);
  const surplus = there.length - vouched.length;
  const unlike = there.findLast((each, index) => each.sha256 !== vouched[index - surplus]);
  if (!unlike) return null;
  return unlike.remains === 'nuls' ? lost(unlike, count.seq + 1, (line.seq ?? 0) - 1) : changed(unlike);
}

/** A line that is linked as it should be: does its number follow? */
function numbered(line: Line, seq: number, count: Count): Step {
  const jump = seq - count.seq;
  if (seq === line.number) return { findings: [], count: trust(seq) };
  if (jump >= 1 && jump <= 1 + count.doubtful) return { findings: [], count: trust(seq) };
  return { findings: [changed(line)], count: trust(seq) };
}

/** `line` is nothing but NULs in the place of the entries with these numbers. */
function lost(line: Line, from: number, to: number): Finding {
  return { ...changed(line), loss: { line: line.number, from, to: Math.max(from, to) } };
}

function changed({ number }: Line): Finding {
  return { line: number, from: number, to: number, loss: null };
}

function trust(seq: number): Count {
  return { seq, doubtful: 0 };
}

function doubt(count: Count, lines: number): Count {
  return { seq: count.seq, doubtful: count.doubtful + lines };
}
