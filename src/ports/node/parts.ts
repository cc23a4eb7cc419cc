import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { partTexts } from './parts.ja.ts';

/** A file of the program, below its folder with slashes, and its length in bytes. */
export type Part = readonly [path: string, bytes: number];

/**
 * Throws where a part of the program is not there, cannot be read or has another length. Half a program is none: without the part that asks the
 * terminal, a check would still end with a verdict, in which most is unknown.
 */
export function everyPartIsThere(folder: string, parts: readonly Part[]): void {
  for (const [path, bytes] of parts) {
    const file = join(folder, path);
    accessSync(file, constants.R_OK);
    if (statSync(file).size !== bytes) throw new Error(partTexts.otherLength(path));
  }
}
