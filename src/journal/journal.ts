import { failed, ok, type Result } from '../domain/fault.ts';
import type { Instant } from '../domain/time.ts';
import type { JournalStore } from './store.ts';
import { unwritableEntry } from './journal.ja.ts';
import { discoveries } from './on-record.ts';
import type { BootMark } from '../domain/boots.ts';
import { concatBytes, LINE_END, printHead, type Head } from './bytes.ts';
import type { JournalEvent } from './events.ts';
import { entriesLost, withLost } from './lost.ts';
import { createReader } from './read.ts';
import type { JournalReading } from './reading.ts';
import { printLine } from './lines.ts';

/** The journal as one console uses it. Whoever appends holds the store's lock. */
export interface Journal {
  /**
   * As it was read last: at opening, with the last append or the last refresh. What stood in it then and is gone from
   * the file since still counts, and the next append records that it is gone.
   */
  reading(): JournalReading;
  /** Reads the files again, for a console that looks on while another writes. Faults: those of the store's `read`. */
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

/** The two files, and what they say. */
interface Present extends JournalFiles {
  readonly reading: JournalReading;
}

interface JournalOptions {
  readonly store: JournalStore;
  readonly clock: { now(): Instant };
  /** The zone that times are written in, minutes east of UTC. */
  readonly offsetMinutes: number;
  readonly noticeId: string;
  /** What marks the present boot, as far as it is known by now; absent: lines carry no mark. */
  readonly boot?: () => BootMark;
}

/** Reads the journal and writes nothing. Faults: those of the store's `read`. */
export async function openJournal(options: JournalOptions): Promise<Result<Journal>> {
  const readBytes = createReader();
  const reader: Reader = ({ journal, head }) => ({ journal, head, reading: readBytes(journal, head) });
  const first = await readAgain(options.store, reader);
  if (!first.ok) return first;
  let file = first.value.reading;
  let lost: JournalReading['entries'] = [];
  /** How many of the lost entries are on record as lost, and how many the operator has acknowledged. */
  let recorded = 0;
  let acknowledged = 0;
  let queue: Promise<unknown> = Promise.resolve();

  /** What the file says, with what was read from it before and is gone. */
  const seen = (found: JournalReading, gone = lost): JournalReading => ({
    ...withLost(found, gone, { isRecorded: gone.length <= recorded, isAcknowledged: gone.length <= acknowledged }),
    present: { at: options.clock.now(), boot: options.boot?.() ?? null },
  });
  const lostBy = (found: JournalReading): JournalReading['entries'] => [
    ...lost,
    ...entriesLost(file.entries, found.entries),
  ];

  /** One after the other: a turn that fails is the caller's to see, the next one runs all the same. */
  function inTurn(work: () => Promise<Result<JournalReading>>): Promise<Result<JournalReading>> {
    const turn = queue.then(async () => {
      const done = await work();
      if (!done.ok) return done;
      lost = lostBy(done.value);
      file = done.value;
      return ok(seen(file));
    });
    queue = Promise.allSettled([turn]);
    return turn;
  }
  return ok({
    reading: () => seen(file),
    refresh: () =>
      inTurn(async () => {
        const found = await readAgain(options.store, reader);
        return found.ok ? ok(found.value.reading) : found;
      }),
    append: (event) =>
      inTurn(async () => {
        let gone = 0;
        const done = await writeEntry(options, reader, event, (found) => {
          const all = lostBy(found);
          gone = all.length;
          return seen(found, all);
        });
        if (done.ok) {
          recorded = gone;
          if (event.event === 'journal-acknowledged') acknowledged = gone;
        }
        return done;
      }),
  });
}

type Reader = (files: JournalFiles) => Present;

async function readAgain(store: JournalStore, reader: Reader): Promise<Result<Present>> {
  const files = await store.read();
  return files.ok ? ok(reader(files.value)) : files;
}

/**
 * Mends what a power cut left, records what was found wrong, then writes the entry. The files are read again each time:
 * another hand may have been at them. The head is never left more than one line behind. `seen` adds what this console
 * knows and the file does not hold any more.
 */
async function writeEntry(
  options: JournalOptions,
  reader: Reader,
  event: JournalEvent,
  seen: (found: JournalReading) => JournalReading,
): Promise<Result<JournalReading>> {
  const { store } = options;
  const found = await readAgain(store, reader);
  if (!found.ok) return found;
  const mended = await mend(store, reader, found.value);
  if (!mended.ok) return mended;
  let present = mended.value;
  for (const discovery of discoveries(seen(present.reading))) {
    const line = await writeLine(options, reader, present, discovery);
    if (!line.ok) return line;
    const sealed = await seal(store, reader, line.value);
    if (!sealed.ok) return sealed;
    present = sealed.value;
  }
  const line = await writeLine(options, reader, present, event);
  if (!line.ok) return line;
  const sealed = await seal(store, reader, line.value);
  return ok(sealed.ok ? sealed.value.reading : { ...line.value.reading, headFault: sealed.fault });
}

/** Ends a torn last line, and seals the last line where power failed before that was done. */
async function mend(store: JournalStore, reader: Reader, present: Present): Promise<Result<Present>> {
  let files: JournalFiles = present;
  const { ended, headBeforeMending } = present.reading.tail;
  if (headBeforeMending !== null) {
    const head = printHead(headBeforeMending);
    const done = await store.replaceHead(head);
    if (!done.ok) return done;
    files = { ...files, head };
  }
  if (!ended) {
    const done = await store.append(Uint8Array.of(LINE_END));
    if (!done.ok) return done;
    files = { ...files, journal: done.value };
  }
  const mended = ended ? present : reader(files);
  return mended.reading.tail.head === 'one-behind' ? seal(store, reader, mended) : ok(mended);
}

/** Appends one line with its line end, in one call. */
async function writeLine(
  { store, clock, offsetMinutes, noticeId, boot }: JournalOptions,
  reader: Reader,
  { head, reading: { tail } }: Present,
  event: JournalEvent,
): Promise<Result<Present>> {
  const mark = boot?.() ?? null;
  const line = printLine(event, { at: clock.now(), offsetMinutes, noticeId, boot: mark, tail });
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
  return done.ok ? ok(reader({ journal: done.value, head })) : done;
}

/** Makes the head name the last numbered line. */
async function seal(store: JournalStore, reader: Reader, present: Present): Promise<Result<Present>> {
  const { seq, sha256 } = present.reading.tail;
  if (sha256 === null) return ok(present);
  const head = printHead({ seq, sha256 } satisfies Head);
  const done = await store.replaceHead(head);
  return done.ok ? ok(reader({ journal: present.journal, head })) : done;
}
