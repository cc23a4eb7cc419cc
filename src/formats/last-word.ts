import type { ErrorDocument } from './answer-schema.ts';
import { lastWordTexts as texts } from './last-word.ja.ts';
import { harmless, jsonText } from '../text/harmless.ts';

// The version of `check`'s documents, put in by the build: the schema that holds it is one of the parts that may be
// missing.
declare const OQS_ANSWER_FORMAT: ErrorDocument['formatVersion'];

interface Run {
  readonly consoleVersion: string;
  readonly now: number;
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

const FAILED = 70;
const WRONG_USE = 64;
const UNKNOWN = 3;
/** Longer than any reason of ours; what comes from outside is cut. */
const REASON_CHARACTERS = 300;
const JAPAN_MS = 9 * 3_600_000;

/** What a call ends with that has no answer: 70; a monitor knows no more codes than 0 to 3. */
export function failureExitCode(args: readonly string[]): 3 | 70 {
  return args.includes('--nagios') ? UNKNOWN : FAILED;
}

/**
 * The last word of a call that has no answer: for a monitor one line on stdout and nothing else, because some read both
 * streams as one; else lines on stderr, and with `--json` the document of an error on stdout. `problem` is what was
 * thrown; null where the program just ended.
 */
export function failureOutput(problem: unknown, args: readonly string[], run: Run): Output {
  const message = texts.failed(reasonOf(problem));
  if (args.includes('--nagios')) return { stdout: `OQS UNKNOWN - ${message}\n`, stderr: '' };
  const stderr = `${texts.heading}\n${message}\n${texts.remedyLine(texts.remedy)}\n`;
  const error = { code: 'bug', message, where: null, remedy: texts.remedy };
  return { stdout: args.includes('--json') ? `${jsonText(document(error, run))}\n` : '', stderr };
}

/** What a call under a Node that is too old ends with: wrong use; a monitor knows no such code. */
export function oldNodeExitCode(args: readonly string[]): 3 | 64 {
  return args.includes('--nagios') ? UNKNOWN : WRONG_USE;
}

/**
 * All that is said there: one sentence, on stderr or as the monitor's line, and with `--json` the document of an error.
 */
export function oldNodeOutput(
  { found, needed }: { readonly found: string; readonly needed: string },
  args: readonly string[],
  run: Run,
): Output {
  const message = texts.oldNode(found, needed);
  if (args.includes('--nagios')) return { stdout: `OQS UNKNOWN - ${message}\n`, stderr: '' };
  const error = { code: 'old-node', message, where: null, remedy: null };
  return { stdout: args.includes('--json') ? `${jsonText(document(error, run))}\n` : '', stderr: `${message}\n` };
}

function document(error: ErrorDocument['error'], run: Run): ErrorDocument {
  return {
    formatVersion: OQS_ANSWER_FORMAT,
    consoleVersion: run.consoleVersion,
    generatedAt: new Date(run.now + JAPAN_MS).toISOString().replace(/\.\d+Z$/, '+09:00'),
    error,
  };
}

/** In one line, without what a terminal would obey or a monitor take for data. */
function reasonOf(problem: unknown): string {
  const text = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
  if (problem === null) return texts.unfinished;
  const line = harmless(text)
    .replaceAll(/[\p{Cc}\u2028\u2029\s|]+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, REASON_CHARACTERS).join('');
}
