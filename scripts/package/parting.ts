import { answeredCode } from '../../src/domain/answer-code.ts';
import { partingTexts } from '../../src/commands/package.ja.ts';

/** What the window says and whether it waits for a key before it closes. */
export interface Parting {
  readonly text: string;
  readonly wait: boolean;
}

/** Commands and options that print and end: there was no console that could have been cut off. */
const PRINTING = new Set(['check', 'selftest', 'schema', 'scenarios', 'help', '--help', '-h', '--version', '-V']);
/** The console was told to stop: 128 and the number of SIGHUP, SIGINT, SIGTERM. */
const TOLD_TO_STOP = new Set([129, 130, 143]);

/** Verdicts: only what prints ends with them. */
const VERDICTS = new Set([1, 2, 3]);

/**
 * What to say about the exit code of the program, which was started with an offset. `own` is whether the window was
 * opened for it and closes with it: there a printed answer would be gone before it is read.
 */
export function partingOf(run: {
  readonly exitCode: number;
  readonly args: readonly string[];
  readonly own: boolean;
}): Parting {
  const { exitCode, args, own } = run;
  const code = answeredCode(exitCode);
  if (code === null) return waiting(partingTexts.killed(exitCode));
  if (code === 64) return waiting(partingTexts.input);
  if (code === 70) return waiting(partingTexts.bug);
  const printed = VERDICTS.has(code) || args.some((arg) => PRINTING.has(arg));
  return printed && own && !TOLD_TO_STOP.has(code) ? waiting('') : NOTHING;
}

const NOTHING: Parting = { text: '', wait: false };

function waiting(text: string): Parting {
  const lines = text === '' ? [partingTexts.key] : [text, partingTexts.key];
  return { text: `\n${lines.join('\n')}\n`, wait: true };
}
