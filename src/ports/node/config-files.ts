import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../domain/fault.ts';
import { configFileTexts } from '../../settings/config-files.ja.ts';
import { decodeText } from '../../text/text-file.ts';
import { errorCode } from '../../domain/system-error.ts';
import { fileFaults, isAbsent } from './file-faults.ts';

/** A text file that the operator wrote, and its path. */
export interface ConfigText {
  readonly path: string;
  readonly text: string;
}

/** A file that was named on the command line. Throws InputError where it cannot be read. */
export function readNamedFile(path: string, remedy: string): ConfigText {
  try {
    return { path, text: textIn(path, remedy) };
  } catch (error) {
    throw unreadable(path, error, remedy);
  }
}

/** A file that may be there; null where it is not. Throws InputError where it is there but cannot be read. */
export function readOptionalFile(path: string, remedy: string): ConfigText | null {
  try {
    return { path, text: textIn(path, remedy) };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw unreadable(path, error, remedy);
  }
}

/** The newest `.json` file of a folder, by its modification time; null where there is none. */
export function readNewestJson(folder: string, remedy: string): ConfigText | null {
  try {
    const paths = readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.json'))
      .map((name) => join(folder, name));
    const newest = paths.toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
    return newest === undefined ? null : readNamedFile(newest, remedy);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error instanceof InputError ? error : unreadable(folder, error, remedy);
  }
}

/** Editors of a terminal write UTF-8, with and without a mark, CP932, and UTF-16. */
function textIn(path: string, remedy: string): string {
  // Looked at before it is read: reading a pipe or a device may never come back.
  if (!statSync(path).isFile()) {
    throw new InputError({ code: 'unreadable-file', message: configFileTexts.notAFile, where: path, remedy });
  }
  const decoded = decodeText(readFileSync(path));
  if (decoded) return decoded.text;
  throw new InputError({ code: 'unreadable-file', message: configFileTexts.notText, where: path, remedy });
}

function unreadable(path: string, error: unknown, remedy: string): InputError {
  if (error instanceof InputError) return error;
  return new InputError({
    code: 'unreadable-file',
    message: fileFaults.ofCode(path, errorCode(error)).headline,
    where: path,
    remedy,
  });
}
