import type { Fault } from '../../domain/fault.ts';
import { fileFaultTexts as texts } from '../faults.ja.ts';
import { fault } from '../command-faults.ts';

/** What can go wrong with a file, each as a fault that names its path on the terminal. */
export const fileFaults = {
  tooLarge: (path: string, size: number, limit: number): Fault => fault('too-large', texts.tooLarge(path, size, limit)),
  notAFile: (path: string): Fault => fault('unreadable', texts.notAFile(path)),
  cancelled: (path: string): Fault => fault('cancelled', texts.cancelled(path)),
  /** By the system's error code. Windows says EPERM for "access denied", and EBUSY for a file that another program holds. */
  ofCode: (path: string, code: string): Fault => {
    switch (code) {
      case 'ENOENT':
      case 'ENOTDIR':
        return fault('absent', texts.absent(path));
      case 'EACCES':
      case 'EPERM':
        return fault('denied', texts.denied(path));
      case 'EBUSY':
        return fault('busy', texts.busy(path));
      case 'EISDIR':
        return fault('unreadable', texts.notAFile(path));
      default:
        return fault('failed', texts.failed(path, code));
    }
  },
};
