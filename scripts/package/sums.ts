import { sha256Of } from './integrity.ts';

/** The files of the package: their paths below its top folder, and their bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Paths in the order that every machine gives them: by their code units, not by the language of the user. */
export function sortedPaths(files: Files): readonly string[] {
  return [...files.keys()].toSorted();
}

/** The checksums as `sha256sum -c` reads them, one file a line, LF. */
export function sha256Sums(files: Files): Uint8Array {
  const lines = sortedPaths(files).map((path) => `${sha256Of(files.get(path) ?? new Uint8Array())}  ${path}\n`);
  return Buffer.from(lines.join(''), 'utf8');
}
