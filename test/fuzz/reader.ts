import { InputError } from '../../src/domain/fault.ts';

/** One reader of what comes from outside. */
export interface Reader {
  readonly name: string;
  /** What it usually reads. */
  readonly seeds: readonly Uint8Array[];
  /** Its own keywords. */
  readonly words?: readonly string[];
  /** Its files are JSON: they are also changed field by field. */
  readonly isJson?: boolean;
  /** Reads the bytes, and throws where it does what no reader may do. */
  readonly read: (bytes: Uint8Array) => void;
}

/** Throws where it does not hold. */
export function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule);
}

/**
 * Reads a file of the operator's; null where it was refused with an InputError that names the file, what is wrong and
 * what to do.
 */
export function readOrRefuse<T>(bytes: Uint8Array, parse: (text: string, file: string) => T): T | null {
  const file = 'the-file.json';
  const text = Buffer.from(bytes).toString('utf8');
  let value: T;
  try {
    value = parse(text, file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    must(error.where.startsWith(file), `where names the file: ${error.where}`);
    must(error.message.trim() !== '', 'it says what is wrong');
    must(error.remedy.trim() !== '', 'it says what to do');
    must(!/\p{Cc}/u.test(`${error.message}${error.where}`), 'no control character of the file is shown');
    return null;
  }
  return value;
}
