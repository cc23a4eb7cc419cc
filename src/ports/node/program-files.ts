import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { untilAborted } from '../waiting.ts';
import type { ProgramFiles } from '../ports.ts';

/** The file with which every start of the program begins. */
const ENTRY = 'main.js';

/** The program's own folder. One question at a time: a drive that does not answer is asked no second one. */
export function createProgramFiles(folder: string): ProgramFiles {
  let asking: Promise<boolean> | null = null;
  const ask = async (): Promise<boolean> => {
    try {
      return (await stat(join(folder, ENTRY))).isFile();
    } catch {
      return false;
    } finally {
      asking = null;
    }
  };
  return {
    areThere: async (signal) => {
      asking ??= ask();
      return untilAborted<boolean | null>(asking, signal, () => null);
    },
  };
}
