import { zipSync, type Zippable } from 'fflate';
import { sortedPaths, type Files } from './sums.ts';

/** What a file of MS-DOS has: it was not backed up yet. Without it some programs take an entry for a device. */
const ARCHIVE_BIT = 0x20;
/** 9 takes twice the time for 0.1 %. */
const LEVEL = 6;

/**
 * A zip with everything below one top folder. fflate compresses in JavaScript: zlib's bytes would differ between
 * processors and versions of Node. Names that are not ASCII carry the flag for UTF-8, which Windows' Explorer heeds.
 */
export function zip(top: string, files: Files): Uint8Array {
  // The same for every file and every build. A zip holds local time without a zone: so does this, at an hour that no
  // clock change has.
  const mtime = new Date(2026, 0, 1, 12);
  const entries: Zippable = {};
  for (const path of sortedPaths(files)) {
    entries[`${top}/${path}`] = [files.get(path) ?? new Uint8Array(), { mtime, os: 0, attrs: ARCHIVE_BIT }];
  }
  return zipSync(entries, { level: LEVEL });
}
