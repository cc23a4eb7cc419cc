import { problemTexts } from './journal.ja.ts';
import { tearOf, walkChain } from './chain.ts';
import { judgeSeal } from './seal.ts';
import { beginsWith, LINE_END, readHead, type HeadFile } from './bytes.ts';
import { countOf, linesFrom, noLines, readLines, type Line, type Lines } from './lines.ts';
import { onRecord, unrecordedChanges, unrecordedLosses, type Found } from './on-record.ts';
import type { JournalEntry } from './events.ts';
import type { JournalReading, JournalState, JournalTail, Loss } from './reading.ts';

/**
 * Reads the journal from the bytes of its two files, null where a file is absent. Never fails: what does not fit is in
 * `state`, `line` and `problems`. A changed line counts as long as it can be read. `line` names, for `changed`, the
 * first change that no entry records yet, else the first recorded one that is not acknowledged; for `torn`, the first
 * line that is lost or torn; for `unsealed`, the last line that was there.
 */
export function readJournal(journal: Uint8Array | null, headFile: Uint8Array | null): JournalReading {
  const lines = readLines(journal ?? new Uint8Array());
  return judgeLines(lines, entriesOf(lines), readHead(headFile));
}

/** Judges lines that were read. Its work grows with the number of those that are not settled. */
function judgeLines(lines: Lines, entries: JournalReading['entries'], head: HeadFile): JournalReading {
  const seal = judgeSeal(lines, head);
  const found: Found = {
    findings: [...walkChain(lines, head), ...seal.findings],
    seal,
    ...onRecord(lines.settled.records.concat(newestOf(lines))),
  };
  const tail = tailOf(lines, head, found);
  const losses = [...tail.unrecordedLosses.map(lossOf), ...found.open.losses];
  return {
    ...stateOf(lines, found, tail, losses),
    entries,
    problems: problemsOf(found, tail),
    losses,
    tail,
    headFault: null,
  };
}

function entriesOf(lines: Lines): JournalReading['entries'] {
  return lines.settled.entries.concat(newestOf(lines));
}

/** The entries that are not settled. */
function newestOf({ rest }: Lines): readonly JournalEntry[] {
  return rest.flatMap(({ entry }) => entry ?? []);
}

function stateOf(
  lines: Lines,
  { open, seal }: Found,
  tail: JournalTail,
  losses: readonly Loss[],
): { readonly state: JournalState; readonly line: number | null } {
  const changed = tail.unrecorded[0] ?? open.changes[0];
  if (changed !== undefined) return { state: 'changed', line: changed };
  const torn = losses[0]?.line ?? seal.tornLine;
  if (torn !== null) return { state: 'torn', line: torn };
  const unsealed = tail.unsealedLine ?? open.unsealed[0];
  if (unsealed !== undefined) return { state: 'unsealed', line: unsealed };
  return countOf(lines) === 0 ? { state: 'absent', line: null } : { state: 'intact', line: null };
}

function tailOf(lines: Lines, head: HeadFile, found: Found): JournalTail {
  const last = lines.rest.findLast((line) => line.seq !== null);
  const end = lines.rest.at(-1);
  return {
    seq: last?.seq ?? 0,
    sha256: last?.sha256 ?? null,
    lines: countOf(lines),
    lastSha256: end?.sha256 ?? null,
    ended: end?.ended ?? true,
    tear: tearOf(lines),
    head: found.seal.head,
    unrecorded: unrecordedChanges(found),
    unrecordedLosses: unrecordedLosses(found, head),
    unsealedLine: unsealedLine(last, head, countOf(lines)),
    headBeforeMending: headBeforeMending(lines, head, found),
  };
}

/** A head that is there and says nothing means that there was a journal, even where nothing of that is left. */
function unsealedLine(last: Line | undefined, head: HeadFile, lines: number): number | null {
  if (head !== 'absent' && head !== 'blank') return null;
  return last?.number ?? (head === 'blank' && lines === 0 ? 1 : null);
}

function headBeforeMending(lines: Lines, head: HeadFile, { seal }: Found): JournalTail['headBeforeMending'] {
  const end = lines.rest.at(-1);
  if (seal.loss === null || typeof head === 'string' || !end || end.ended || end.isJson) return null;
  const isThere = linesFrom(lines, seal.loss.line - 1).some((line) => line.sha256 === head.sha256);
  return isThere ? null : { seq: head.seq, sha256: end.sha256 };
}

function lossOf({ line, from, to }: Loss): Loss {
  return { line, from, to };
}

function problemsOf({ findings, recorded, seal }: Found, tail: JournalTail): JournalReading['problems'] {
  const { changed, torn, unsealed, lost } = problemTexts;
  const told = new Set(findings.map(({ line }) => line));
  const losses = [...findings.flatMap(({ loss }) => loss ?? []), ...(seal.loss ? [seal.loss] : [])];
  const changes = findings.flatMap(({ line, loss }) => (loss ? [] : [line]));
  const gaps = [...recorded.unsealed, ...(tail.unsealedLine === null ? [] : [tail.unsealedLine])];
  const problems = [
    ...[...changes, ...recorded.changes.filter((line) => !told.has(line))].map((line) => ({
      line,
      text: changed(line),
    })),
    ...[...losses, ...recorded.losses.filter(({ line }) => !told.has(line))].map((loss) => ({
      line: loss.line,
      text: lost(loss),
    })),
    ...(seal.tornLine === null ? [] : [{ line: seal.tornLine, text: torn(seal.tornLine) }]),
    ...gaps.map((line) => ({ line, text: unsealed(line) })),
  ];
  const texts = new Map(problems.map((problem) => [problem.text, problem]));
  return [...texts.values()].toSorted((a, b) => a.line - b.line);
}

/**
 * A reader of one journal that reads only what is new: lines whose bytes, and all before them, are the same are kept as
 * they were read, and where nothing is new the entries are the very same list.
 */
export function createReader(): (journal: Uint8Array | null, head: Uint8Array | null) => JournalReading {
  let lines = noLines();
  let entries = entriesOf(lines);
  return (journal, head) => {
    const bytes = journal ?? new Uint8Array();
    const isSame = beginsWith(bytes, lines.bytes);
    if (!isSame) lines = noLines();
    const isCut = lines.rest.at(-1)?.ended === false;
    if (isCut) lines.rest.pop();
    const from = isCut ? lines.bytes.lastIndexOf(LINE_END) + 1 : lines.bytes.length;
    readLines(bytes, lines, from, true);
    if (!isSame || from < bytes.length) entries = entriesOf(lines);
    return judgeLines(lines, entries, readHead(head));
  };
}
