import { failed, ok, type Result } from '../core/fault.ts';
import type { Clock, JournalStore } from '../ports/ports.ts';
import { unwritableEntry } from '../strings/journal.ja.ts';
import type { BootMark } from './boots.ts';
import { concatBytes, LINE_END } from './bytes.ts';
import type { JournalEvent } from './events.ts';
import { printHead, type Head } from './head.ts';
import { entriesLost, lineAfter, withLost } from './lost.ts';
import { readJournal } from './read.ts';
import type { JournalReading } from './reading.ts';
import { printLine } from './write.ts';

/** The journal as one console uses it. Whoever appends holds the store's lock. */
export interface Journal {
  /**
   * As it was read last: at opening, with the last append or the last refresh. What stood in it then and is gone from the file since
   * still counts, and the next append records that it is gone.
   */
  reading(): JournalReading;
  /** Reads the files again, for a console that looks on while another one writes. Faults: those of the store's `read`. */
  refresh(): Promise<Result<JournalReading>>;
  /**
   * Appends one entry, flushed before it answers; calls wait for each other. On a fault nothing may be acted on: the
   * entry is not in the journal, or not known to be. Where the line is written and only its head is not, the answer
   * is ok with `headFault`: the entry is safe. The next append renews the head first and fails where it cannot.
   */
  append(event: JournalEvent): Promise<Result<JournalReading>>;
}

interface JournalFiles {
  readonly journal: Uint8Array | null;
  readonly head: Uint8Array | null;
}

interface JournalOptions {
  readonly store: JournalStore;
  readonly clock: Pick<Clock, 'now'>;
  /** The zone that times are written in, minutes east of UTC. */
  readonly offsetMinutes: number;
  readonly noticeId: string;
  /** What marks the present boot, as far as it is known by now; absent: lines carry no mark. */
  readonly boot?: () => BootMark;
}

/** Reads the journal and writes nothing. Faults: those of the store's `read`. */
export async function openJournal(options: JournalOptions): Promise<Result<Journal>> {
  const first = await readAgain(options.store);
  if (!first.ok) return first;
  let file = first.value;
  let lost: JournalReading['entries'] = [];
  let isTold = false;
  let queue: Promise<unknown> = Promise.resolve();

  const lostBy = (found: JournalReading): JournalReading['entries'] => [
    ...lost,
    ...entriesLost(file.entries, found.entries),
  ];
  const reading = (): JournalReading => ({
    ...(lost.length === 0 ? file : withLost(file, lost)),
    present: { at: options.clock.now(), boot: options.boot?.() ?? null },
  });

  /** One after the other: a turn that fails is the caller's to see, the next one runs all the same. */
  function inTurn(work: () => Promise<Result<JournalReading>>): Promise<Result<JournalReading>> {
    const turn = queue.then(async () => {
      const done = await work();
      if (!done.ok) return done;
      lost = lostBy(done.value);
      file = done.value;
      return ok(reading());
    });
    queue = Promise.allSettled([turn]);
    return turn;
  }
  return ok({
    reading,
    refresh: () => inTurn(() => readAgain(options.store)),
    append: (event) =>
      inTurn(async () => {
        let isShort = false;
        const done = await writeEntry(options, event, (found) => {
          isShort = lostBy(found).length > 0;
          return isShort && !isTold;
        });
        if (done.ok) isTold ||= isShort;
        return done;
      }),
  });
}

async function readAgain(store: JournalStore): Promise<Result<JournalReading>> {
  const files = await store.read();
  return files.ok ? ok(read(files.value)) : files;
}

/**
 * Mends what a power cut left, records what was found changed, then writes the entry. The files are read again each
 * time: they are small, and another hand may have been at them. The head is never left more than one line behind.
 */
async function writeEntry(
  options: JournalOptions,
  event: JournalEvent,
  isShort: (found: JournalReading) => boolean,
): Promise<Result<JournalReading>> {
  const { store } = options;
  const found = await store.read();
  if (!found.ok) return found;
  const mended = await mend(store, found.value);
  if (!mended.ok) return mended;
  let files = mended.value;
  const before = read(found.value);
  for (const discovery of discoveries(before, isShort(before))) {
    const line = await writeLine(options, files, discovery);
    if (!line.ok) return line;
    const sealed = await seal(store, line.value);
    if (!sealed.ok) return sealed;
    files = sealed.value;
  }
  const line = await writeLine(options, files, event);
  if (!line.ok) return line;
  const sealed = await seal(store, line.value);
  return ok(sealed.ok ? read(sealed.value) : { ...read(line.value), headFault: sealed.fault });
}

function read({ journal, head }: JournalFiles): JournalReading {
  return readJournal(journal, head);
}

/** Ends a torn last line, and seals the last line where power failed before that was done. */
async function mend(store: JournalStore, files: JournalFiles): Promise<Result<JournalFiles>> {
  const { ended, head } = read(files).tail;
  let journal = files.journal;
  if (!ended) {
    const lineEnd = Uint8Array.of(LINE_END);
    const done = await store.append(lineEnd);
    if (!done.ok) return done;
    journal = concatBytes(journal ?? new Uint8Array(), lineEnd);
  }
  const mended = { journal, head: files.head };
  return head === 'one-behind' ? seal(store, mended) : ok(mended);
}

/** What must be told in the journal before anything else is. `isShort`: entries that this console has read are gone. */
function discoveries(found: JournalReading, isShort: boolean): readonly JournalEvent[] {
  const { unrecorded, unsealedLine } = found.tail;
  const lines = unrecorded.length === 0 && isShort ? [lineAfter(found)] : unrecorded;
  const changes = lines.map((line): JournalEvent => ({ event: 'journal-changed', line }));
  return unsealedLine === null ? changes : [...changes, { event: 'journal-unsealed', line: unsealedLine }];
}

/** Appends one line with its line end, in one call. */
async function writeLine(
  { store, clock, offsetMinutes, noticeId, boot }: JournalOptions,
  files: JournalFiles,
  event: JournalEvent,
): Promise<Result<JournalFiles>> {
  const line = printLine(event, {
    at: clock.now(),
    offsetMinutes,
    noticeId,
    boot: boot?.() ?? null,
    tail: read(files).tail,
  });
  if (!line.ok) {
    return failed({
      code: 'failed',
      headline: unwritableEntry.headline(line.field),
      tryNext: unwritableEntry.tryNext,
      guideId: null,
    });
  }
  const bytes = concatBytes(line.bytes, Uint8Array.of(LINE_END));
  const done = await store.append(bytes);
  return done.ok
    ? ok({ journal: concatBytes(files.journal ?? new Uint8Array(), bytes), head: files.head })
    : done;
}

/** Makes the head name the last numbered line. */
async function seal(store: JournalStore, files: JournalFiles): Promise<Result<JournalFiles>> {
  const { seq, sha256 } = read(files).tail;
  if (sha256 === null) return ok(files);
  const head = printHead({ seq, sha256 } satisfies Head);
  const done = await store.replaceHead(head);
  return done.ok ? ok({ journal: files.journal, head }) : done;
}
