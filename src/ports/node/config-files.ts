import { hash } from 'node:crypto';
import { fstatSync, type BigIntStats } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import { errorCode, fileTroubleOf, refusal } from '../../domain/system-error.ts';
import { configFileTexts } from '../../settings/settings.ja.ts';
import { decodeText } from '../../text/text-file.ts';
import type { FileFacts, SiteFileRead } from '../ports.ts';
import { fileFaults, NO_ANSWER, PATIENCE_MS, withPatience } from './file-faults.ts';
import { ifThere } from './if-there.ts';
import { beginningOf, namesIn, openToRead } from './open-file.ts';
import { allOf, STANDARD_INPUT, standardInput } from './standard-input.ts';

const MEGABYTE = 1_000_000;
/** Nobody writes so much by hand: it is another file. */
const MAX_BYTES = 4 * MEGABYTE;

/** The code of the InputError where the disk gives no answer: no other file of it needs to be tried. */
export const TIMED_OUT = 'timed-out';

/** A text file of the site's, and what the system says of it. */
export interface ConfigText extends SiteFileRead {
  readonly text: string;
}

/** A file that was named on the command line; `-` is stdin. Rejects with InputError where it cannot be read. */
export async function readNamedFile(path: string, remedy: string): Promise<ConfigText> {
  return orInputError(path, remedy, readText(path, remedy));
}

/**
 * A file that may be there; null where nothing is. Rejects with InputError where anything is there that cannot be read.
 */
export async function readOptionalFile(path: string, remedy: string): Promise<ConfigText | null> {
  return orInputError(path, remedy, ifThere(readText(path, remedy)));
}

/**
 * The paths of the `.json` files of a folder, the newest first by modification time; none where there is nothing of
 * that name. Rejects with InputError for what is no folder.
 */
export async function jsonFilesIn(folder: string, remedy: string): Promise<readonly string[]> {
  const names = (await orInputError(folder, remedy, ifThere(namesIn(folder)))) ?? [];
  const paths = names.filter((name) => name.toLowerCase().endsWith('.json')).map((name) => join(folder, name));
  const timed = paths.map(async (path) => ({ path, at: await orInputError(path, remedy, changedAt(path)) }));
  const newestFirst = (await Promise.all(timed)).toSorted((one, other) => other.at - one.at);
  return newestFirst.map(({ path }) => path);
}

/** What cannot be looked at has no time: it is told when it is read. */
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

/**
 * What the system says of what stands at each path, for whose it is; nothing of it is read. A link to nothing is told
 * of itself; what is gone is left out. Rejects with InputError where the disk gives no answer.
 */
export async function lookAt(paths: readonly string[], remedy: string): Promise<readonly SiteFileRead[]> {
  const looked = paths.map(async (path): Promise<readonly SiteFileRead[]> => {
    const stats = stat(path, { bigint: true }).catch(async () => ifThere(lstat(path, { bigint: true })));
    const found = await orInputError(path, remedy, stats);
    return found === null ? [] : [{ path, sha256: '', facts: factsOf(found) }];
  });
  return (await Promise.all(looked)).flat();
}

/** Editors of a terminal write UTF-8, with and without a mark, CP932, and UTF-16. */
async function readText(path: string, remedy: string): Promise<ConfigText> {
  const { bytes, ...read } = await (path === STANDARD_INPUT
    ? readStandardInput()
    : readWithFacts(path, (size) => {
        if (size > MAX_BYTES) throw unusable(path, remedy, configFileTexts.tooLarge(size / MEGABYTE));
      }));
  const decoded = decodeText(bytes);
  if (decoded === null) throw unusable(path, remedy, configFileTexts.notText);
  return { ...read, text: decoded.text };
}

/**
 * A whole file, and what the system says of the very file that was opened, whatever is put in its place meanwhile;
 * rejects as `openToRead` does, and with `too-large` for one that nobody writes by hand. `look` is told the size in
 * bytes before any is read, and may throw.
 */
export async function readWithFacts(
  path: string,
  look: (size: number) => void = () => undefined,
): Promise<SiteFileRead & { readonly bytes: Uint8Array }> {
  const file = await openToRead(path);
  try {
    const stats = await file.stat({ bigint: true });
    const saidBytes = Number(stats.size);
    look(saidBytes);
    const bytes = await beginningOf(file, MAX_BYTES + 1, { saidBytes });
    if (bytes.length > MAX_BYTES) throw refusal('too-large', path);
    return { path, sha256: hash('sha256', bytes), facts: factsOf(stats), bytes };
  } finally {
    await file.close();
  }
}

async function readStandardInput(): Promise<SiteFileRead & { readonly bytes: Uint8Array }> {
  const bytes = await allOf(standardInput(), MAX_BYTES);
  const facts = factsOf(fstatSync(0, { bigint: true }));
  return { path: STANDARD_INPUT, sha256: hash('sha256', bytes), facts, bytes };
}

export function factsOf({ uid, mode, dev, ino, size, mtimeNs }: BigIntStats): FileFacts {
  return { uid: Number(uid), mode: Number(mode), identity: [dev, ino, size, mtimeNs].join(':') };
}

async function orInputError<T>(path: string, remedy: string, work: Promise<T>): Promise<T> {
  try {
    // Whoever writes to stdin may take as long as the work there takes.
    return await (path === STANDARD_INPUT ? work : withPatience(work, PATIENCE_MS));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = errorCode(error);
    if (code === NO_ANSWER) {
      const { headline, tryNext } = fileFaults.noAnswer(path);
      throw new InputError({ code: TIMED_OUT, message: headline, where: path, remedy: tryNext });
    }
    const isInFile = fileTroubleOf(code) === 'not-a-folder';
    throw unusable(path, remedy, isInFile ? configFileTexts.notAFolder : fileFaults.ofCode(path, code).headline);
  }
}

function unusable(path: string, remedy: string, message: string): InputError {
  return new InputError({ code: 'unreadable-file', message, where: path, remedy });
}
