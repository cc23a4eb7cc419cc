import type { InputError } from './fault.ts';

/** Files of the site's own that the console can do without. */
export type SiteFile = 'settings' | 'guide' | 'clinic' | 'notice' | 'program';

/** A file of the site's that cannot be used, so that the console runs without it. */
export interface InputProblem {
  readonly file: SiteFile;
  readonly message: string;
  /** File, line and field, with the whole path and with the file's name alone. */
  readonly where: string;
  readonly place: string;
  readonly remedy: string;
  /** It would count if the operator agreed to it: by what its content is known, and what it says. */
  readonly agreement?: Agreement;
}

interface Agreement {
  readonly sha256: string;
  /** For the console alone: an account's name may be a person's. */
  readonly owner: string | null;
  readonly tells: readonly string[];
}

/** What is wrong with the file at `path`. */
export function inputProblem(file: SiteFile, path: string, { message, where, remedy }: InputError): InputProblem {
  const folder = /^.*[\\/]/.exec(path)?.[0] ?? '';
  return { file, message, where, place: where.startsWith(folder) ? where.slice(folder.length) : where, remedy };
}
