import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { withoutDate } from '../../domain/time.ts';
import { errorCode, fileTroubleOf } from '../../domain/system-error.ts';
import { fault } from '../command-faults.ts';
import { splitLines, type ByteLine } from './byte-lines.ts';
import { answerFileFaults as texts } from './file-faults.ja.ts';
import { isAbsent } from './file-faults.ts';
import { openToRead, placeOf } from './open-file.ts';
import { STANDARD_INPUT, standardInput } from './standard-input.ts';

/** A file of gathered answers. */
interface FoundFile {
  readonly path: string;
  /** The nearest folder that is no date: of what was given itself only where several were given; else null. */
  readonly folder: string | null;
  /** Its name without the ending. */
  readonly name: string;
  /** JSON Lines: a document a line. */
  readonly lines: boolean;
  /** Size, time and place on the disk as text: another one after each change. */
  readonly mark: string;
}

/** What could not be looked at. */
interface BadFile {
  readonly path: string;
  readonly fault: Fault;
}

/** The files of gathered answers on this machine. Nothing here writes or throws. */
export interface AnswerFiles {
  /** Every `*.json` and `*.jsonl` below the folders, and the files themselves. A loop of links is walked once. */
  find(signal: AbortSignal): Promise<{ readonly files: readonly FoundFile[]; readonly bad: readonly BadFile[] }>;
  /** Faults: `absent`, `denied`, `busy`, `too-large`, `unreadable` (no file), `cancelled`, `failed`. */
  read(path: string, signal: AbortSignal): Promise<Result<Uint8Array>>;
  /** Line by line, without those that hold nothing; ends with a fault where it cannot go on. Faults as `read`. */
  lines(path: string, signal: AbortSignal): AsyncIterable<Result<ByteLine>>;
}

/** What a path leads to; `-` is stdin. One that cannot be looked at is there, and is no folder. */
export async function kindOf(path: string): Promise<'folder' | 'file' | 'absent'> {
  if (path === STANDARD_INPUT) return 'file';
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return isAbsent(error) ? 'absent' : 'file';
  }
}

/**
 * `paths`: folders, which are searched with all below them, and single files; `-` is stdin, a document a line.
 * `maxBytes`: of the longest document.
 */
export function createAnswerFiles(options: {
  readonly paths: readonly string[];
  readonly maxBytes: number;
  /** A file of this name is none of them, wherever it lies. */
  readonly except?: string;
}): AnswerFiles {
  const { paths, maxBytes, except } = options;
  const tooLarge = (bytes: number) => failed(fault('too-large', texts.tooLarge(bytes, maxBytes)));
  return {
    async find(signal) {
      const walk = createWalk(signal, except);
      if (paths.includes(STANDARD_INPUT)) walk.files.set(STANDARD_INPUT, fromStandardInput);
      const named = [...new Set(paths.filter((path) => path !== STANDARD_INPUT).map((path) => resolve(path)))];
      // One folder holds the answers of many clinics; several are several clinics', as of `desk answers/*`.
      for (const path of named) await walk.enter(path, nearest(named.length > 1 ? path : '', null), nearestAbove(path));
      return { files: [...walk.files.values()], bad: walk.bad };
    },
    async read(path, signal) {
      try {
        const file = await openToRead(path);
        try {
          const { size } = await file.stat();
          if (size > maxBytes) return tooLarge(size);
          const bytes = await file.readFile({ signal });
          // It may have grown since it was looked at.
          return bytes.length > maxBytes ? tooLarge(bytes.length) : ok(bytes);
        } finally {
          await file.close();
        }
      } catch (error) {
        return failed(faultOf(error, signal));
      }
    },
    async *lines(path, signal) {
      try {
        const input = path === STANDARD_INPUT ? standardInput() : (await openToRead(path)).createReadStream({ signal });
        for await (const line of splitLines(input, maxBytes)) yield ok(line);
      } catch (error) {
        yield failed(faultOf(error, signal));
      }
    },
  };
}

/** It has no name, and nothing around it: what it holds says whose it is. */
const fromStandardInput: FoundFile = {
  path: STANDARD_INPUT,
  folder: null,
  name: STANDARD_INPUT,
  lines: true,
  mark: '',
};

const ENDINGS: ReadonlySet<string> = new Set(['.json', '.jsonl']);

/** One walk through folders. Each folder is entered once, by whichever way it is reached first. */
function createWalk(signal: AbortSignal, except?: string) {
  const files = new Map<string, FoundFile>();
  const bad: BadFile[] = [];
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
        bad.push({ path, fault: notAFile() });
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
      bad.push({ path, fault: faultOf(error, null) });
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

  return { files, bad, enter };
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

const SIDE_BY_SIDE = 64;

/** Whether a link leads to a folder, or is named like an answer. */
async function leadsSomewhere(path: string, name: string): Promise<boolean> {
  if (ENDINGS.has(extname(name).toLowerCase())) return true;
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

function notAFile(): Fault {
  return fault('unreadable', texts.notAFile);
}

/** Why a file cannot be read; `signal`: it was aborted, where that is why. */
function faultOf(error: unknown, signal: AbortSignal | null): Fault {
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
