import type { InputError } from './fault.ts';

/** Files of the site's own that the console can do without. */
export type SiteFile = 'settings' | 'guide' | 'clinic';

/** A file of the site's that cannot be used, so that the console runs without it. */
export interface InputProblem {
  readonly file: SiteFile;
  readonly message: string;
  /** File, line and field, with the whole path and with the file's name alone. */
  readonly where: string;
  readonly place: string;
  readonly remedy: string;
}

/** What is wrong with the file at `path`. */
export function inputProblem(file: SiteFile, path: string, { message, where, remedy }: InputError): InputProblem {
  const folder = /^.*[\\/]/.exec(path)?.[0] ?? '';
  return {
    file,
    message,
    where,
    place: where.startsWith(folder) ? where.slice(folder.length) : where,
    remedy,
  };
}
