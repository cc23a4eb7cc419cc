import type { Fault } from '../domain/fault.ts';
import type { AnswerFile, AnswerFiles } from '../ports/ports.ts';
import { deskReading as texts } from './desk.ja.ts';
import { decodeText } from '../text/text-file.ts';
import { moreLines, NAMED_LINES } from './bad-lines.ts';
import type { BadFile, Entry, Source } from './entry.ts';
import { readEntry, readWhole, type DetailReading, type Read } from './read-document.ts';
import { createSame } from './same.ts';

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
  /** Bad lines that are only counted. */
  more: number;
}

/** Files read side by side: enough to keep the disk busy, few enough to keep little in memory. */
const SIDE_BY_SIDE = 8;

/** Keeps what was read of each file, so that a second look reads only what changed. */
export function createCollection(files: AnswerFiles): Collection {
  const readings = new Map<string, Reading>();
  const same = createSame();
  let unseen: readonly BadFile[] = [];

  async function readOne(found: AnswerFile, signal: AbortSignal): Promise<void> {
    const reading: Reading = { mark: found.mark, failed: false, entries: [], bad: [], more: 0 };
    // What is read for the first time shows as it grows; what is read again shows as it was until it is whole.
    if (!readings.has(found.path)) readings.set(found.path, reading);
    await (found.lines ? readLines : readFile)(found, reading, signal);
    // As a copy: an array that has grown holds room for sixteen more, which of ten thousand files is all that they say
    // again.
    if (!signal.aborted) readings.set(found.path, { ...reading, entries: [...reading.entries] });
  }

  async function readFile(found: AnswerFile, into: Reading, signal: AbortSignal): Promise<void> {
    const read = await files.read(found.path, signal);
    if (read.ok) keep(into, found, null, read.value);
    else fail(into, found, read.fault);
  }

  async function readLines(found: AnswerFile, into: Reading, signal: AbortSignal): Promise<void> {
    let any = false;
    for await (const each of files.lines(found.path, signal)) {
      any = true;
      if (each.ok) keep(into, found, each.value.line, each.value.bytes);
      else fail(into, found, each.fault);
    }
    if (!any) into.bad.push({ source: { path: found.path, line: null }, reason: texts.empty });
  }

  /** `bytes`: null for a line that is too long. */
  function keep(into: Reading, found: AnswerFile, line: number | null, bytes: Uint8Array | null): void {
    const read = documentIn(bytes, (text) => readEntry(text, found, line, same));
    if (read.ok) into.entries.push(read.value);
    else if (into.bad.length < NAMED_LINES) into.bad.push({ source: { path: found.path, line }, reason: read.reason });
    else into.more += 1;
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
      bad: [...unseen, ...[...readings].flatMap(([path, { bad, more }]) => [...bad, ...moreLines(path, more)])],
    }),
  };
}

/** Everything that the files hold, read once. */
export async function readAll(files: AnswerFiles, signal: AbortSignal): Promise<ReturnType<Collection['gathered']>> {
  const collection = createCollection(files);
  await collection.refresh({ again: false, signal, onProgress: () => undefined });
  return collection.gathered();
}

function fail(into: Reading, { path }: AnswerFile, { code, headline }: Fault): void {
  // What is too long stays so until it changes.
  into.failed = code !== 'too-large';
  into.bad.push({ source: { path, line: null }, reason: headline });
}

/** What is read of a document's bytes; null: they are too many. */
function documentIn<T>(bytes: Uint8Array | null, read: (text: string) => Read<T>): Read<T> {
  if (bytes === null) return { ok: false, reason: texts.longLine };
  const decoded = decodeText(bytes);
  return decoded ? read(decoded.text) : { ok: false, reason: texts.notText };
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
  const whole = documentIn(found.value, readWhole);
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
