import { problemInWords } from '../strings/journal.ja.ts';
import { tearOf, walkChain } from './chain.ts';
import type { JournalEntry } from './events.ts';
import { parseHead } from './head.ts';
import { readLines, type Line } from './lines.ts';
import type { Finding, JournalReading, JournalState, JournalTail, Remark } from './reading.ts';
import { judgeSeal, type Seal } from './seal.ts';

export type { JournalReading, JournalState } from './reading.ts';

/**
 * Reads the journal from the bytes of its two files, null where a file is absent. Never fails: what does not fit is
 * in `state`, `line` and `problems`. A changed line counts as long as it can be read.
 * `line` names, for `changed`, the first change that no entry records yet, else the first recorded one; for `torn`,
 * the torn line; for `unsealed`, the last line.
 */
export function readJournal(journal: Uint8Array | null, headFile: Uint8Array | null): JournalReading {
  const lines = readLines(journal ?? new Uint8Array());
  const head = headFile === null ? undefined : parseHead(headFile);
  const chain = walkChain(lines, head ?? null);
  const seal = judgeSeal(lines, head);
  const entries = lines.flatMap((line) => line.entry ?? []);
  const recorded = recordedLines(entries);
  const findings = [...chain.findings, ...seal.findings];
  const unrecorded = linesToRecord(findings, recorded);
  const tail = tailOf(lines, seal, unrecorded);
  return {
    ...stateOf(lines, unrecorded, recorded, seal, tail),
    entries,
    problems: problemsOf({ findings, recorded, tears: chain.tears, seal, tail }),
    tears: chain.tears,
    tail,
    headFault: null,
  };
}

function stateOf(
  lines: readonly Line[],
  unrecorded: readonly number[],
  recorded: readonly number[],
  seal: Seal,
  tail: JournalTail,
): { readonly state: JournalState; readonly line: number | null } {
  const changed = unrecorded[0] ?? recorded[0];
  if (changed !== undefined) return { state: 'changed', line: changed };
  if (lines.length === 0) return { state: 'absent', line: null };
  if (seal.tornLine !== null) return { state: 'torn', line: seal.tornLine };
  if (tail.unsealedLine !== null) return { state: 'unsealed', line: tail.unsealedLine };
  return { state: 'intact', line: null };
}

function recordedLines(entries: readonly JournalEntry[]): readonly number[] {
  return entries
    .flatMap(({ event }) => (event.event === 'journal-changed' ? [event.line] : []))
    .toSorted((a, b) => a - b);
}

/**
 * The changes that still need an entry. Findings that may speak of the same line are one change: which of two
 * neighbours is blamed can turn when more lines follow.
 */
function linesToRecord(findings: readonly Finding[], recorded: readonly number[]): readonly number[] {
  const changes: { line: number; from: number; to: number }[] = [];
  for (const { line, from, to } of findings.toSorted((a, b) => a.from - b.from)) {
    const last = changes.at(-1);
    if (last && from <= last.to) {
      last.line = Math.min(last.line, line);
      last.to = Math.max(last.to, to);
    } else {
      changes.push({ line, from, to });
    }
  }
  return changes
    .filter(({ from, to }) => !recorded.some((line) => from <= line && line <= to))
    .map(({ line }) => line);
}

function tailOf(lines: readonly Line[], seal: Seal, unrecorded: readonly number[]): JournalTail {
  const last = lines.findLast((line) => line.seq !== null);
  return {
    seq: last?.seq ?? 0,
    sha256: last?.sha256 ?? null,
    lastSha256: lines.at(-1)?.sha256 ?? null,
    ended: lines.at(-1)?.ended ?? true,
    tear: tearOf(lines),
    head: seal.head,
    unrecorded,
    unsealedLine: seal.head === 'absent' && last ? last.number : null,
  };
}

function problemsOf(found: {
  readonly findings: readonly Finding[];
  readonly recorded: readonly number[];
  readonly tears: readonly number[];
  readonly seal: Seal;
  readonly tail: JournalTail;
}): JournalReading['problems'] {
  const { findings, recorded, tears, seal, tail } = found;
  const told = new Set(findings.map(({ line }) => line));
  const remarks: { readonly line: number; readonly remark: Remark }[] = [
    ...findings,
    ...[...new Set(recorded)]
      .filter((line) => !told.has(line))
      .map((line) => ({ line, remark: { kind: 'found-earlier' } as const })),
    ...tears.map((line) => ({ line, remark: { kind: 'tear' } as const })),
  ];
  if (seal.tornLine !== null) remarks.push({ line: seal.tornLine, remark: { kind: 'torn' } });
  if (tail.unsealedLine !== null) remarks.push({ line: tail.unsealedLine, remark: { kind: 'unsealed' } });
  const texts = new Map(
    remarks.map(({ line, remark }) => {
      const text = problemInWords(line, remark);
      return [`${String(line)} ${text}`, { line, text }];
    }),
  );
  return [...texts.values()].toSorted((a, b) => a.line - b.line);
}
