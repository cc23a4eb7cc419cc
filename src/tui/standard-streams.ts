import { InputError } from '../domain/fault.ts';
import { errorCode } from '../domain/system-error.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import { outputTexts } from './keys.ja.ts';

/** The two streams that a program answers on. */
export interface Outputs {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** The code of an `OutputError`. */
export const OUTPUT = 'output';

/** The answer cannot be written where it was asked for: nothing is wrong with the program. */
export class OutputError extends InputError {
  constructor(reason: Error) {
    const { cannotWrite, outputRemedy } = outputTexts;
    super({
      code: OUTPUT,
      message: cannotWrite(writingTexts.reason(errorCode(reason))),
      where: 'stdout',
      remedy: outputRemedy,
    });
  }
}

/** A reader that is gone is no error of ours: `oqs-console check | head` ends quietly. */
export function isReaderGone(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE';
}

/**
 * Without a listener a failed write ends the program in a stack trace; each writer learns of its own, see `printTo`.
 */
export function quietStreams({ stdout, stderr }: Outputs): void {
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
}

/**
 * How wide what people read on it should be: as wide as the window, but no wider than lines are read with ease; 80
 * where there is no window.
 */
export function columnsOf({ isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): number {
  return isTTY && columns > 0 ? Math.min(Math.max(columns, FEWEST_COLUMNS), MOST_COLUMNS) : COLUMNS;
}

const COLUMNS = 80;
const FEWEST_COLUMNS = 20;
const MOST_COLUMNS = 120;

/** Writes to stdout and waits until it is out. Throws OutputError where it cannot be written. */
export async function printTo(stdout: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error && !isReaderGone(error)) reject(new OutputError(error));
      else resolve();
    });
  });
}
