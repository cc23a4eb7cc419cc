import type { Instant } from '../domain/time.ts';
import type { Result } from '../domain/fault.ts';
import type { ReplacedFile } from '../ports/ports.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import { calledFile, calledToday, marked, nobodyCalled, parseCalled, type Called } from './called.ts';
import { deskScreenTexts } from './desk-screen.ja.ts';

const texts = deskScreenTexts.called;

/** What a look at the file or a change of it came to; `problem`: why not, in words. */
type CalledReading = { readonly ok: true; readonly called: Called } | { readonly ok: false; readonly problem: string };

export interface CalledFile {
  readonly read: () => Promise<CalledReading>;
  /**
   * Marks a clinic, or with null takes its mark away; the marks of earlier days go. What another desk has marked stays.
   */
  readonly mark: (clinic: string, at: Instant | null) => Promise<CalledReading>;
}

/** The file of who was called, at `path`. A file of that name that is no such file is never written over. */
export function createCalledFile(options: {
  readonly path: string;
  /** Faults as those of `AnswerFiles`. */
  readonly readBytes: (path: string) => Promise<Result<Uint8Array>>;
  readonly replace: (path: string, bytes: Uint8Array) => Promise<ReplacedFile>;
  readonly now: () => Instant;
  readonly offsetMinutes: number;
}): CalledFile {
  const { path, now, offsetMinutes } = options;

  async function read(): Promise<CalledReading> {
    const found = await options.readBytes(path);
    if (!found.ok)
      return found.fault.code === 'absent'
        ? { ok: true, called: nobodyCalled() }
        : { ok: false, problem: texts.unreadable(path, found.fault.headline) };
    const called = parseCalled(found.value);
    return called ? { ok: true, called } : { ok: false, problem: texts.otherFile(path) };
  }

  async function mark(clinic: string, at: Instant | null): Promise<CalledReading> {
    const before = await read();
    if (!before.ok) return before;
    const called = marked(calledToday(before.called, now(), offsetMinutes), clinic, at);
    const written = await options.replace(path, calledFile(called, offsetMinutes));
    return written.type === 'written'
      ? { ok: true, called }
      : { ok: false, problem: texts.notWritten(path, writingTexts.reason(written.code)) };
  }

  // One after the other: each begins with what the one before has written.
  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    mark: async (clinic, at) => {
      const turn = last.then(async () => mark(clinic, at));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
