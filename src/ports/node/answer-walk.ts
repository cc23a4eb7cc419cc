import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { withoutDate } from '../../domain/time.ts';
import type { AnswerFile, FoundAnswers } from '../ports.ts';
import { answerFault, noAnswerFile } from './file-faults.ts';
import { placeOf } from './open-file.ts';

const ENDINGS: ReadonlySet<string> = new Set(['.json', '.jsonl']);

const SIDE_BY_SIDE = 64;

/**
 * All files that are named like answers: those that are named themselves, and all below the folders. `except`: a file
 * of this name is none, wherever it lies.
 */
export async function walkAnswers(
  paths: readonly string[],
  signal: AbortSignal,
  except?: string,
): Promise<FoundAnswers> {
  const files = new Map<string, AnswerFile>();
  const bad: FoundAnswers['bad'][number][] = [];
  /** Each folder is entered once, by whichever way it is reached first. */
  const entered = new Set<string>();

  /** `folder`: what the files in it lie in, where it is a folder; `fileFolder`: what it lies in, where it is a file. */
  async function enter(path: string, folder: string | null, fileFolder: string | null): Promise<void> {
    if (signal.aborted) return;
    try {
      const facts = await stat(path, { bigint: true });
      const id = [facts.dev, facts.ino].join(' ');
      if (facts.isDirectory()) {
        if (entered.has(id)) return;
        entered.add(id);
        // Whose names lie in there is nobody's business either.
        await placeOf(path);
        await inside(path, await readdir(path, { withFileTypes: true }), folder);
        return;
      }
      if (!facts.isFile()) {
        bad.push({ path, fault: noAnswerFile() });
        return;
      }
      const ending = extname(path);
      files.set(path, {
        path,
        folder: fileFolder,
        name: basename(path, ending),
        lines: ending.toLowerCase() === '.jsonl',
        mark: [id, facts.size, facts.mtimeNs].join(' '),
      });
    } catch (error) {
      bad.push({ path, fault: answerFault(error, null) });
    }
  }

  /** Side by side: a folder of thousands takes a fraction of the time. */
  async function inside(path: string, entries: readonly Dirent[], folder: string | null): Promise<void> {
    // What is named like an answer and is no file is named as bad, not passed over.
    const wanted = entries.filter(
      (each) =>
        each.name !== except &&
        (each.isDirectory() || each.isSymbolicLink() || ENDINGS.has(extname(each.name).toLowerCase())),
    );
    for (let from = 0; from < wanted.length; from += SIDE_BY_SIDE) {
      await Promise.all(
        wanted.slice(from, from + SIDE_BY_SIDE).map(async (each) => {
          const below = join(path, each.name);
          if (each.isSymbolicLink() && !(await leadsSomewhere(below, each.name))) return;
          await enter(below, nearest(below, folder), folder);
        }),
      );
    }
  }

  const named = [...new Set(paths.map((path) => resolve(path)))];
  // One folder holds the answers of many clinics; several are several clinics', as of `desk answers/*`.
  for (const path of named) await enter(path, nearest(named.length > 1 ? path : '', null), nearestAbove(path));
  // In one order, whichever folder answered first: what is listed of the same disk twice stands in the same place.
  return { files: [...files.values()].toSorted(byPath), bad: bad.toSorted(byPath) };
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : Number(one.path > other.path);
}

/** The folder's own name; where that is a date, or it has none, the one given. */
function nearest(path: string, otherwise: string | null): string | null {
  const name = basename(path);
  return withoutDate(name) === '' ? otherwise : name;
}

/** The nearest folder above a file that was named. */
function nearestAbove(path: string): string | null {
  const folder = dirname(path);
  return folder === path ? null : nearest(folder, nearestAbove(folder));
}

/** Whether a link leads to a folder, or is named like an answer. */
async function leadsSomewhere(path: string, name: string): Promise<boolean> {
  if (ENDINGS.has(extname(name).toLowerCase())) return true;
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}
