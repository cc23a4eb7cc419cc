import type { Readable } from 'node:stream';
import type { Instant } from '../../domain/time.ts';
import type { ProgramId } from '../ports.ts';

/** One call of a program: a line of JSON to the program that answers for all of them. */
export interface SystemCall {
  readonly id: number;
  readonly program: ProgramId;
  readonly args: readonly string[];
  /** The check that asks. */
  readonly asker: string | null;
  /** Where the terminal's clock is held; null: it runs. */
  readonly heldAt: Instant | null;
}

/** What came of one call: a line of JSON back. Answers come as they are ready, in any order. */
export interface SystemAnswer {
  readonly id: number;
  readonly exitCode: number;
  /** The program's output, in base64. */
  readonly stdout: string;
}

/** Calls back with each whole line of a stream; what ends without a line end was not said. */
export function hearLines(stream: Readable, heard: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) heard(line);
  });
}
