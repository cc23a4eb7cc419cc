import { zipSync, type Zippable } from 'fflate';

export interface NamedFile {
  /** In ASCII. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file of MS-DOS has: without it some programs take an entry for a device. */
const ARCHIVE_BIT = 0x20;

/**
 * Files as the bytes of a ZIP, without comments, and with one fixed time in the archive's own wall clock: the same
 * files give the same bytes in every zone.
 */
export function zip(files: readonly NamedFile[]): Uint8Array {
  const mtime = new Date(2026, 0, 1, 12);
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, bytes }) => [name, [bytes, { mtime, os: 0, attrs: ARCHIVE_BIT }]]),
  );
  return zipSync(entries, { level: 6 });
}
