import type { Fault, Result } from '../domain/fault.ts';
import { deskReading as texts } from './desk.ja.ts';
import { decodeText } from '../text/text-file.ts';
import type { BadFile, Entry, Place, Source } from './entry.ts';
import { readEntry, readWhole, type DetailReading, type Read } from './read-document.ts';
import { createSame, type Same } from './same.ts';

/** A file that was found. */
export interface Found extends Place {
  /** JSON Lines: a document a line. */
  readonly lines: boolean;
  /** Another one after each change of the file. */
  readonly mark: string;
}

/** The files of gathered answers, as this module needs them; see src/ports/node/answer-files.ts. */
export interface AnswerFiles {
  /** Gives every file, and names every folder and file that it cannot look at. */
  find(signal: AbortSignal): Promise<{
    readonly files: readonly Found[];
    readonly bad: readonly { readonly path: string; readonly fault: Fault }[];
  }>;
  /** The whole file. Faults: those of files, `too-large`. */
  read(path: string, signal: AbortSignal): Promise<Result<Uint8Array>>;
  /**
   * The lines of the file, from 1; null for one that is too long. Ends with a fault where the file cannot be read
   * further.
   */
  lines(
    path: string,
    signal: AbortSignal,
  ): AsyncIterable<Result<{ readonly line: number; readonly bytes: Uint8Array | null }>>;
}

export interface Progress {
  /** Files read since the reading began, and files to read. */
  readonly read: number;
  readonly found: number;
}

export interface Collection {
  /**
   * Looks for files, and reads those that are new or changed, or could not be read the last time. `again` reads all of
   * them.
   */
  refresh(options: {
    readonly again: boolean;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: Progress) => void;
  }): Promise<{ readonly changed: boolean }>;
  /** What was read so far; a reading that is under way shows what it has. */
  gathered(): { readonly entries: readonly Entry[]; readonly bad: readonly BadFile[] };
}

interface Reading {
  readonly mark: string;
  /** The file could not be read, or not to its end: it is tried again though it has not changed. */
  failed: boolean;
  readonly entries: Entry[];
  readonly bad: BadFile[];
}

interface With {
  readonly same: Same;
  readonly signal: AbortSignal;
}

/** Files read side by side: enough to keep the disk busy, few enough to keep little in memory. */
const SIDE_BY_SIDE = 8;

/** Keeps what was read of each file, so that a second look reads only what changed. */
export function createCollection(files: AnswerFiles): Collection {
  const readings = new Map<string, Reading>();
  const same = createSame();
  let unseen: readonly BadFile[] = [];

  async function readOne(found: Found, signal: AbortSignal): Promise<void> {
    const reading: Reading = { mark: found.mark, failed: false, entries: [], bad: [] };
    // What is read for the first time shows as it grows; what is read again shows as it was until it is whole.
    if (!readings.has(found.path)) readings.set(found.path, reading);
    await (found.lines
      ? readLines(files, found, reading, { same, signal })
      : readFile(files, found, reading, { same, signal }));
    // As a copy: an array that has grown holds room for sixteen more, which of ten thousand files is all that they say
    // again.
    if (!signal.aborted) readings.set(found.path, { ...reading, entries: [...reading.entries] });
  }

  return {
    async refresh({ again, signal, onProgress }) {
      const { files: all, bad } = await files.find(signal);
      if (signal.aborted) return { changed: false };
      const paths = new Set(all.map(({ path }) => path));
      const gone = [...readings.keys()].filter((path) => !paths.has(path));
      for (const path of gone) readings.delete(path);
      const before = placesOf(unseen);
      unseen = bad.map(({ path, fault }) => ({ source: { path, line: null }, reason: fault.headline }));
      const wanted = all.filter(({ path, mark }) => again || readings.get(path)?.mark !== mark);
      const retried = all.filter((each) => readings.get(each.path)?.failed === true && !wanted.includes(each));
      let read = 0;
      onProgress({ read, found: wanted.length });
      const waiting = wanted.values();
      const work = async (): Promise<void> => {
        for (const found of waiting) {
          if (signal.aborted) return;
          await readOne(found, signal);
          read += 1;
          onProgress({ read, found: wanted.length });
        }
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      let mended = false;
      for (const found of retried) {
        if (signal.aborted) break;
        const reasons = placesOf(readings.get(found.path)?.bad ?? []);
        await readOne(found, signal);
        mended ||= reasons !== placesOf(readings.get(found.path)?.bad ?? []);
      }
      return { changed: wanted.length > 0 || mended || gone.length > 0 || before !== placesOf(unseen) };
    },
    gathered: () => ({
      entries: [...readings.values()].flatMap(({ entries }) => entries),
      bad: [...unseen, ...[...readings.values()].flatMap(({ bad }) => bad)],
    }),
  };
}

async function readFile(files: AnswerFiles, found: Found, into: Reading, { same, signal }: With): Promise<void> {
  const source = { path: found.path, line: null };
  const read = await files.read(found.path, signal);
  if (read.ok) keep(into, source, documentIn(read.value, found, null, same));
  else {
    into.failed = true;
    into.bad.push({ source, reason: read.fault.headline });
  }
}

async function readLines(files: AnswerFiles, found: Found, into: Reading, { same, signal }: With): Promise<void> {
  let any = false;
  for await (const each of files.lines(found.path, signal)) {
    any = true;
    if (!each.ok) {
      into.failed = true;
      into.bad.push({ source: { path: found.path, line: null }, reason: each.fault.headline });
      continue;
    }
    const { line, bytes } = each.value;
    const source = { path: found.path, line };
    keep(into, source, bytes === null ? { ok: false, reason: texts.longLine } : documentIn(bytes, found, line, same));
  }
  if (!any) into.bad.push({ source: { path: found.path, line: null }, reason: texts.empty });
}

function keep(into: Reading, source: Source, read: Read<Entry>): void {
  if (read.ok) into.entries.push(read.value);
  else into.bad.push({ source, reason: read.reason });
}

function documentIn(bytes: Uint8Array, place: Place, line: number | null, same: Same): Read<Entry> {
  const decoded = decodeText(bytes);
  return decoded ? readEntry(decoded.text, place, line, same) : { ok: false, reason: texts.notText };
}

function placesOf(bad: readonly BadFile[]): string {
  return bad.map(({ source, reason }) => `${source.path} ${reason}`).join('\n');
}

/** Reads one document again, whole, for its detail. */
export async function readDetail(
  files: Pick<AnswerFiles, 'read' | 'lines'>,
  { path, line }: Source,
  signal: AbortSignal,
): Promise<DetailReading> {
  const found = line === null ? await files.read(path, signal) : await lineOf(files, path, line, signal);
  if (found === null) return { type: 'unreadable', reason: texts.goneLine };
  if (!found.ok) return { type: 'unreadable', reason: found.fault.headline };
  const decoded = decodeText(found.value);
  if (!decoded) return { type: 'unreadable', reason: texts.notText };
  const whole = readWhole(decoded.text);
  return whole.ok ? { type: 'read', document: whole.value } : { type: 'unreadable', reason: whole.reason };
}

/** null: the file has no such line any more, or one that is too long. */
async function lineOf(
  files: Pick<AnswerFiles, 'lines'>,
  path: string,
  line: number,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<AnswerFiles['read']>> | null> {
  for await (const each of files.lines(path, signal)) {
    if (!each.ok) return each;
    if (each.value.line === line && each.value.bytes !== null) return { ok: true, value: each.value.bytes };
    if (each.value.line >= line) return null;
  }
  return null;
}
