import { accessSync, constants, statSync } from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compiledFolder, homeOfRecord } from './own-folder.ts';
import { partTexts } from './file-faults.ja.ts';

/** A file of the program, below its folder with slashes, and its length in bytes. */
export type Part = readonly [path: string, bytes: number];

/**
 * Throws where a part of the program is not there, cannot be read or has another length. Half a program is none:
 * without the part that asks the terminal, a check would still end with a verdict, in which most is unknown.
 */
export function everyPartIsThere(folder: string, parts: readonly Part[]): void {
  for (const [path, bytes] of parts) {
    const file = join(folder, path);
    accessSync(file, constants.R_OK);
    if (statSync(file).size !== bytes) throw new Error(partTexts.otherLength(path));
  }
}

/** Commands that read much, or promise to write nothing, not even among the temporary files. */
const asNodeHasIt = new Set(['check', 'code', 'desk', 'schema', 'selftest']);
/**
 * Reads thousands of documents that are dropped again at once: a young generation that grows would take twice the
 * memory, and so would an old one that is cleared only when it is several times as large.
 */
const readsMuch = 'desk';

/**
 * Sets Node's engine up for the console, which starts often, computes little and stays open all day. Call it before
 * anything is loaded.
 *
 * Node keeps what it compiled of our modules in a folder that only the user can write to (2 MB), and the next start
 * does not compile them again: a third less time to the first frame. Where there is no such folder nothing is kept, and
 * nothing fails. The baseline compiler stays out: it would compile at once whatever the last start had run often,
 * which puts the first version on the screen 7 ms later. A regular expression is compiled once, for good: by default
 * it is compiled for an interpreter and at its second use again, which a start pays for a hundred of them, 3 ms.
 * (Never by `--no-regexp-tier-up`: from then on the engine runs what it has for its interpreter as machine code, and
 * the process dies.) The young generation of the heap stays at its first size, and the second optimising compiler,
 * whose code alone takes 5 MB, stays out: 20 MB less, with the same time from a key to its frame. The heap grows by a
 * quarter at most before it is cleared, where it would to three times its size: with a journal of 100,000 entries that
 * is 184 MB in the place of 314 after 400 keys.
 */
export function setUpEngine({ argv, platform, env, getuid }: NodeJS.Process): void {
  const args = argv.slice(2);
  const isConsole = !args.some((arg) => asNodeHasIt.has(arg));
  if (isConsole || args.includes(readsMuch)) {
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--heap-growing-percent=25');
  }
  if (!isConsole) return;
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-sparkplug');
  setFlagsFromString('--regexp-tier-up-ticks=0');
  const home = homeOfRecord();
  const compiled = home === null ? null : compiledFolder({ platform, env, home, uid: getuid?.() ?? null });
  if (compiled !== null) nodeModule.enableCompileCache(compiled);
}
