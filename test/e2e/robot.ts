import type { NamedKey } from '../../src/tui/keys.ts';
import type { PtyProgram, ScreenView } from '../harness/pty.ts';

/** The verdict and the step stand, and nothing is waited for any more: only now does Enter on the next step lead on. */
export function isRead({ text }: Pick<ScreenView, 'text'>): boolean {
  return /^\[(済|要|異常|不明)\]/m.test(text) && !/確認中|結果待ち|確かめています/.test(text);
}

/**
 * Answers a question with its second choice, by arrows and Enter; Enter counts only once the question has stood a
 * moment.
 */
export async function confirm(program: PtyProgram, choice: string, press: (key: NamedKey) => void): Promise<void> {
  await program.waitFor(`>[ `);
  await reading();
  press('right');
  await program.waitFor(`>[ ${choice} ]<`);
  await standing();
  press('enter');
}

/** No person answers sooner; what comes within 30 ms of a paste is a piece of it. */
async function reading(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 60);
  });
}

/**
 * Longer than a question ignores Enter for. This is the one thing that is itself a time, so nothing else can be waited
 * for.
 */
export async function standing(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 400);
  });
}
