import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { untilAborted } from '../waiting.ts';
import type { ProgramFiles } from '../ports.ts';

/** The file with which every start of the program begins. */
const ENTRY = 'main.js';

/** The program's own folder. One question at a time: a drive that does not answer is asked no second one. */
export function createProgramFiles(folder: string): ProgramFiles {
  const asking: { now: Promise<boolean> | null } = { now: null };
  const ask = async (): Promise<boolean> => {
    try {
      return (await stat(join(folder, ENTRY))).isFile();
    } catch {
      return false;
    } finally {
      asking.now = null;
    }
  };
  return {
    areThere: async (signal) => {
      asking.now ??= ask();
      return untilAborted<boolean | null>(asking.now, signal, () => null);
    },
  };
}
