import { zipSync, type Zippable } from 'fflate';
import { textFile, timeInName } from '../domain/text-file.ts';
import { bundleFiles } from './bundle-files.ts';
import type { BundleInput } from './bundle-input.ts';

/** What a file of MS-DOS has: without it some programs take an entry for a device. */
const ARCHIVE_BIT = 0x20;

/**
 * The support bundle as the bytes of a ZIP: the files of `bundleFiles`, stored with ASCII names, no comments, and one fixed time
 * in the archive's own wall clock, so that the same input gives the same bytes in every zone.
 */
export function bundleZip(input: BundleInput): Uint8Array {
  const mtime = new Date(2026, 0, 1, 12);
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(
    bundleFiles(input).map(({ name, text }) => {
      const bytes = name.endsWith('.txt') ? textFile(text) : encoder.encode(text);
      return [name, [bytes, { mtime, os: 0, attrs: ARCHIVE_BIT }]];
    }),
  );
  return zipSync(entries, { level: 6 });
}

/** Where the console puts it, below the data folder: `exports/oqs-bundle-20260120-081000.zip`. */
export function bundleName({ about, now, withClinic }: Pick<BundleInput, 'about' | 'now' | 'withClinic'>): string {
  // Whoever sends it sees what kind it is.
  return `exports/oqs-bundle-${timeInName(now, about.offsetMinutes)}${withClinic ? '-with-clinic' : ''}.zip`;
}
