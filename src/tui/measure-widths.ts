import { startLimit } from '../domain/limit.ts';

const ESC = '\u001B';
/**
 * Device Status Report: where the cursor is (ECMA-48, 8.3.35; learn.microsoft.com, "Console Virtual Terminal
 * Sequences").
 */
const WHERE = `${ESC}[6n`;
const ANSWER = new RegExp(`${ESC}\\[\\d+;(\\d+)R`);
const CTRL_C = '\u0003';
/** A window over a slow remote desktop answers within moments; one that does not know the question never does. */
const PATIENCE_MS = 1_500;

/**
 * Draws each text at the left edge of the present line, asks the terminal where the cursor has come to, and wipes the
 * line again: how many columns each takes. Ends at the first one without an answer, and at Ctrl+C.
 */
export async function measureWidths(
  { stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>,
  texts: readonly string[],
  patienceMs: number = PATIENCE_MS,
): Promise<{ readonly widths: readonly number[]; readonly interrupted: boolean }> {
  const widths: number[] = [];
  let heard = '';
  let wake: (() => void) | null = null;
  const hear = (chunk: Buffer | string): void => {
    heard += chunk.toString();
    wake?.();
  };
  stdin.setRawMode(true);
  stdin.on('data', hear);
  try {
    for (const text of texts) {
      stdout.write(`\r${text}${WHERE}`);
      const column = await answerIn(patienceMs);
      if (column === null) break;
      widths.push(column - 1);
    }
  } finally {
    stdin.off('data', hear);
    stdin.pause();
    stdin.setRawMode(false);
    stdout.write(`\r${ESC}[K`);
  }
  return { widths, interrupted: heard.includes(CTRL_C) };

  async function answerIn(ms: number): Promise<number | null> {
    const over = Promise.withResolvers<null>();
    const stop = startLimit(ms, () => over.resolve(null), { holds: true });
    try {
      for (;;) {
        const answer = ANSWER.exec(heard);
        if (heard.includes(CTRL_C)) return null;
        if (answer !== null) {
          heard = heard.slice(answer.index + answer[0].length);
          return Number(answer[1]);
        }
        const more = new Promise<undefined>((resolve) => {
          wake = () => resolve(undefined);
        });
        if ((await Promise.race([more, over.promise])) === null) return null;
      }
    } finally {
      stop();
    }
  }
}
