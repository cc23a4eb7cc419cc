/**
 * Tells an answer from a death. Node ends with 1 where it cannot even begin, a killed program with anything, a torn
 * file with 0; of ours, 0 to 3 are verdicts. So who starts the program and must know puts an offset into its
 * environment, and the program adds it to each exit code of its own.
 */
export const EXIT_OFFSET_VARIABLE = 'OQS_EXIT_OFFSET';

/** Our offset: every code then fits a byte, and is none of Node's (1 to 13) or of a shell's signals (129 to 159). */
export const EXIT_OFFSET = 100;

/** Every code that the program ends with by itself: verdicts, wrong use, a bug, and SIGHUP, SIGINT, SIGTERM. */
export const ownExitCodes: readonly number[] = [0, 1, 2, 3, 64, 70, 129, 130, 143];

/** The offset that is asked for; 0 where none is, or nothing that could be one. */
export function exitOffset(value: string | undefined): number {
  return value === String(EXIT_OFFSET) ? EXIT_OFFSET : 0;
}

/** The program's own exit code where it was started with the offset; null: it did not live to say one. */
export function answeredCode(exitCode: number): number | null {
  return ownExitCodes.find((code) => code + EXIT_OFFSET === exitCode) ?? null;
}
