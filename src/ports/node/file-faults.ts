import type { Fault, FaultCode } from '../../domain/fault.ts';
import { startLimit } from '../../domain/limit.ts';
import { errorCode, fileTroubleOf, type FileTrouble } from '../../domain/system-error.ts';
import { fault } from '../command-faults.ts';
import { fileFaultTexts as texts } from '../faults.ja.ts';
import { answerFileFaults as answerTexts, storeDeeds, storeTexts, type StoreDeed } from './file-faults.ja.ts';

/** What can go wrong with a file that is read, each as a fault that names its path on the terminal. */
export const fileFaults = {
  tooLarge: (path: string, size: number, limit: number): Fault => fault('too-large', texts.tooLarge(path, size, limit)),
  notAFile: (path: string): Fault => fault('unreadable', texts.notAFile(path)),
  network: (path: string): Fault => fault('denied', texts.network(path)),
  notADocument: (path: string): Fault => fault('denied', texts.notADocument(path)),
  cancelled: (path: string): Fault => fault('cancelled', texts.cancelled(path)),
  /** By the system's error code. */
  ofCode: (path: string, code: string): Fault => {
    switch (fileTroubleOf(code)) {
      case 'absent':
      case 'not-a-folder':
        return fault('absent', texts.absent(path));
      case 'denied':
        return fault('denied', texts.denied(path));
      case 'busy':
        return fault('busy', texts.busy(path));
      case 'not-a-file':
      case 'special':
        return fault('unreadable', texts.notAFile(path));
      case 'dangling':
        return fault('unreadable', texts.dangling(path));
      case 'link':
        return fault('denied', texts.link(path));
      case 'patients':
        return fileFaults.patients(path);
      case 'too-large':
        return fault('too-large', texts.endless(path));
      case 'no-answer':
        return fileFaults.noAnswer(path);
      case 'read-only':
      case 'full':
      case 'other':
        return fault('failed', texts.failed(path, code));
    }
  },
  patients: (path: string): Fault => fault('denied', texts.patients(path)),
  noAnswer: (path: string): Fault => fault('timed-out', texts.noAnswer(path)),
};

const storeCodes: Readonly<Record<FileTrouble, FaultCode>> = {
  absent: 'absent',
  'not-a-folder': 'unreadable',
  'not-a-file': 'unreadable',
  special: 'unreadable',
  dangling: 'unreadable',
  link: 'denied',
  patients: 'denied',
  'too-large': 'too-large',
  denied: 'denied',
  'read-only': 'denied',
  busy: 'busy',
  full: 'failed',
  'no-answer': 'timed-out',
  other: 'failed',
};

/**
 * What the system said about one of the console's own files, as a fault in the journal's words: the file and the way
 * out.
 */
export function storeFault(error: unknown, deed: StoreDeed, path: string): Fault {
  const code = errorCode(error);
  const trouble = fileTroubleOf(code);
  const [happened, tryNext] = storeTexts[trouble];
  const reason = trouble === 'other' ? `(${code})` : '';
  const file = deed === 'read' ? (pathOf(error) ?? path) : path;
  return fault(storeCodes[trouble], { headline: `${happened}${storeDeeds[deed]}${reason}: ${file}`, tryNext });
}

/** The file that the system spoke of: of two that are read together one may be wrong. */
function pathOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;
}

/** What is named like an answer, and is no file. */
export function noAnswerFile(): Fault {
  return fault('unreadable', answerTexts.notAFile);
}

/** Why a file of answers cannot be read; `signal`: it was aborted, where that is why. */
export function answerFault(error: unknown, signal: AbortSignal | null): Fault {
  if (signal?.aborted === true) return fault('cancelled', answerTexts.cancelled);
  const code = errorCode(error);
  switch (fileTroubleOf(code)) {
    case 'absent':
    case 'not-a-folder':
      return fault('absent', answerTexts.absent);
    case 'denied':
      return fault('denied', answerTexts.denied);
    case 'busy':
      return fault('busy', answerTexts.busy);
    case 'not-a-file':
    case 'special':
      return noAnswerFile();
    case 'dangling':
      return fault('unreadable', answerTexts.dangling);
    case 'patients':
      return fault('denied', answerTexts.patients);
    case 'link':
    case 'too-large':
    case 'read-only':
    case 'full':
    case 'no-answer':
    case 'other':
      return fault('failed', answerTexts.failed(code));
  }
}

/** Whether the error says that there is no such file. */
export function isAbsent(error: unknown): boolean {
  return ['absent', 'not-a-folder'].includes(fileTroubleOf(errorCode(error)));
}

/** The code of an error of ours: the file system gave no answer. */
export const NO_ANSWER = 'ETIMEDOUT';

/** How long a disk, or a drive over the network, may take for a small file, in milliseconds. */
export const PATIENCE_MS = 20_000;

/**
 * Waits for work of the file system, but not for longer than `ms`, nor beyond the signal: it cannot be called off, so
 * it is left to end by itself. Rejects as the work does, with the code ETIMEDOUT when the time is up, and with the
 * signal's reason.
 */
export async function withPatience<T>(work: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
  const over = Promise.withResolvers<never>();
  const noAnswer = (): void => over.reject(Object.assign(new Error(NO_ANSWER), { code: NO_ANSWER }));
  const onAbort = (): void => over.reject(signal?.reason);
  const stop = startLimit(ms, noAnswer);
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted === true) onAbort();
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    stop();
    signal?.removeEventListener('abort', onAbort);
    over.promise.catch(() => undefined);
    work.catch(() => undefined);
  }
}
