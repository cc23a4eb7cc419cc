import { hash } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLINIC_USER, DRIVE_C, LOCAL_APP_DATA } from './root.ts';
import { place } from './place.ts';

/** The console's data folder, below the C: drive, and the one that it falls back to. */
export const DATA = 'ProgramData/oqs-console';
export const OWN_DATA = join(LOCAL_APP_DATA, 'oqs-console');

/** What the user has agreed to. */
export const AGREED = join(OWN_DATA, 'agreed.json');

/** What a test may have laid out on the drive. */
const LAID_OUT = [
  'ProgramData/oqs-console',
  'ProgramData/OQS-Auth',
  'ProgramData/配信',
  'Program Files/OQS',
  'Program Files/OQS-Auth',
  OWN_DATA,
];

/** A path below the C: drive as this machine calls it. */
export function onDrive(path: string): string {
  return join(place().folder, DRIVE_C, path);
}

/**
 * Makes the drive that of a terminal with nothing but these files on it. Whose the settings are, PowerShell tells, of
 * which Wine has a stub alone: the user has agreed to them before.
 */
export function layOut(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const path of LAID_OUT) rmSync(onDrive(path), { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) writeOnDrive(path, content);
  const settings = Object.entries(files).filter(([path]) => path.endsWith('settings.json'));
  if (settings.length > 0) agreeTo(...settings.map(([, content]) => content));
}

/** As if the user had agreed to files of these contents. */
function agreeTo(...contents: readonly (string | Uint8Array)[]): void {
  writeOnDrive(AGREED, JSON.stringify(contents.map((content) => hash('sha256', content))));
}

/** Writes a file that belongs to the terminal's user, as the folders do that it needs. */
export function writeOnDrive(path: string, content: string | Uint8Array): void {
  const file = onDrive(path);
  makeFolder(dirname(path));
  writeFileSync(file, content);
  chownSync(file, CLINIC_USER, CLINIC_USER);
}

/** The bytes of a file; null where it is not there. */
export function readOnDrive(path: string): Uint8Array | null {
  try {
    return readFileSync(onDrive(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function makeFolder(path: string): void {
  const folder = onDrive(path);
  const made = mkdirSync(folder, { recursive: true });
  if (made === undefined) return;
  for (let each = folder; each.length >= made.length; each = dirname(each)) {
    chownSync(each, CLINIC_USER, CLINIC_USER);
  }
}
