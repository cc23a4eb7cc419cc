import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What somebody put in a file's place, and what it would have led to. */
export interface Planted {
  /** What was written where it leads; null: nothing. */
  readonly harm: () => string | null;
}

const VICTIM = 'what somebody else keeps';

/** Somebody's own file and folder outside of the data folder; whether they are still as they were. */
function victimsIn(
  folder: string,
): Planted & { readonly file: string; readonly folder: string; readonly none: string } {
  const victim = {
    file: join(folder, 'victim.txt'),
    folder: join(folder, 'victims'),
    none: join(folder, 'nothing-there'),
  };
  writeFileSync(victim.file, VICTIM);
  mkdirSync(victim.folder);
  return {
    ...victim,
    harm() {
      if (readFileSync(victim.file, 'utf8') !== VICTIM) return `${victim.file} was written`;
      const names = readdirSync(victim.folder);
      if (names.length > 0) return `${names.join(', ')} were put into ${victim.folder}`;
      return readdirSync(folder).includes(basename(victim.none)) ? `${victim.none} was made` : null;
    },
  };
}

/** What can be planted under a name. All are made in `outside`, a new folder of the test, and lead there. */
export const plants = {
  'link to a file': (path, victims) => symlinkSync(victims.file, path),
  'hard link': (path, victims) => linkSync(victims.file, path),
  'link to nothing': (path, victims) => symlinkSync(victims.none, path),
  'link to a folder': (path, victims) => symlinkSync(victims.folder, path),
  'link to itself': (path) => symlinkSync(basename(path), path),
  pipe: (path) => execFileSync('mkfifo', [path]),
  folder: (path) => mkdirSync(path),
  file: (path) => writeFileSync(path, VICTIM),
} satisfies Readonly<Record<string, (path: string, victims: ReturnType<typeof victimsIn>) => void>>;
export type Plant = keyof typeof plants;

/** Puts something under a name; `outside` holds what it leads to. */
export function plant(what: Plant, path: string, outside: string): Planted {
  const victims = victimsIn(outside);
  mkdirSync(dirname(path), { recursive: true });
  plants[what](path, victims);
  return victims;
}
