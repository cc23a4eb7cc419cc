import type { Fault } from '../../domain/fault.ts';
import { errorCode, fileTroubleOf } from '../../domain/system-error.ts';
import { fault } from '../command-faults.ts';
import { answerFileFaults as texts } from './file-faults.ja.ts';

/** What is named like an answer, and is no file. */
export function notAFile(): Fault {
  return fault('unreadable', texts.notAFile);
}

/** Why a file of answers cannot be read; `signal`: it was aborted, where that is why. */
export function answerFault(error: unknown, signal: AbortSignal | null): Fault {
  if (signal?.aborted === true) return fault('cancelled', texts.cancelled);
  const code = errorCode(error);
  switch (fileTroubleOf(code)) {
    case 'absent':
    case 'not-a-folder':
      return fault('absent', texts.absent);
    case 'denied':
      return fault('denied', texts.denied);
    case 'busy':
      return fault('busy', texts.busy);
    case 'not-a-file':
    case 'special':
      return notAFile();
    case 'dangling':
      return fault('unreadable', texts.dangling);
    case 'patients':
      return fault('denied', texts.patients);
    case 'link':
    case 'too-large':
    case 'read-only':
    case 'full':
    case 'no-answer':
    case 'other':
      return fault('failed', texts.failed(code));
  }
}
