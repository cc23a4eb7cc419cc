import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import { errorCode } from '../../domain/system-error.ts';
import { configFileTexts } from '../../settings/settings.ja.ts';
import { decodeText } from '../../text/text-file.ts';
import type { FileFacts, SiteFileRead } from '../ports.ts';
import { fileFaults, isAbsent } from './file-faults.ts';

const MEGABYTE = 1_000_000;
/** Nobody writes so much by hand: it is another file. */
const MAX_BYTES = 4 * MEGABYTE;

/** A text file of the site's, and what the system says of it. */
export interface ConfigText extends SiteFileRead {
  readonly text: string;
}

/** A file that was named on the command line. Throws InputError where it cannot be read. */
export function readNamedFile(path: string, remedy: string): ConfigText {
  return orInputError(path, remedy, () => readText(path, remedy));
}

/** A file that may be there; null where it is not. Throws InputError where it is there but cannot be read. */
export function readOptionalFile(path: string, remedy: string): ConfigText | null {
  return orInputError(path, remedy, () => ifThere(path, () => readText(path, remedy)));
}

/** The `.json` files of a folder, the newest first by modification time; none where there is no folder. Throws InputError for one that cannot be read. */
export function readJsonFiles(folder: string, remedy: string): readonly ConfigText[] {
  const found = orInputError(folder, remedy, () =>
    ifThere(folder, () => {
      const names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.json'));
      const paths = names.map((name) => join(folder, name));
      return paths.toSorted((one, other) => changedAt(other) - changedAt(one));
    }),
  );
  return found?.map((path) => readNamedFile(path, remedy)) ?? [];
}

/** A link to nothing has no time: it is told when it is read, not taken for a folder that is not there. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Editors of a terminal write UTF-8, with and without a mark, CP932, and UTF-16. */
function readText(path: string, remedy: string): ConfigText {
  // Looked at before it is read: reading a pipe or a device may never come back.
  const stats = statSync(path);
  if (!stats.isFile()) throw unusable(path, remedy, configFileTexts.notAFile);
  if (stats.size > MAX_BYTES) throw unusable(path, remedy, configFileTexts.tooLarge(stats.size / MEGABYTE));
  const { bytes, ...read } = readWithFacts(path);
  const decoded = decodeText(bytes);
  if (decoded === null) throw unusable(path, remedy, configFileTexts.notText);
  return { ...read, text: decoded.text };
}

/** A whole file, and what the system says of the very file that was opened, whatever is put in its place meanwhile. Throws as Node does. */
export function readWithFacts(path: string): SiteFileRead & { readonly bytes: Uint8Array } {
  const file = openSync(path, 'r');
  try {
    const facts = factsOf(fstatSync(file, { bigint: true }));
    const bytes = readFileSync(file);
    return { path, sha256: hash('sha256', bytes), facts, bytes };
  } finally {
    closeSync(file);
  }
}

export function factsOf({ uid, mode, dev, ino, size, mtimeNs }: BigIntStats): FileFacts {
  return { uid: Number(uid), mode: Number(mode), identity: [dev, ino, size, mtimeNs].join(':') };
}

/** Looked for first: most of these files are nowhere, and an error costs a start more than a look. */
function ifThere<T>(path: string, read: () => T): T | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined ? null : read();
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function orInputError<T>(path: string, remedy: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unusable(path, remedy, fileFaults.ofCode(path, errorCode(error)).headline);
  }
}

function unusable(path: string, remedy: string, message: string): InputError {
  return new InputError({ code: 'unreadable-file', message, where: path, remedy });
}
