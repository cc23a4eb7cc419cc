import type { NamedKey } from '../../src/tui/keys.ts';
import type { PtyProgram } from '../harness/pty.ts';

/** How one console ended for the operator, and how often the question before a press was answered with yes. */
export interface Operated {
  readonly end: 'proven' | 'gone';
  readonly confirmations: number;
}

type Move =
  /** Opens what the selected row says. */
  | { readonly kind: 'row'; readonly key: NamedKey }
  /** Has looked at the tool, which the restart screen asks for first: on to the next row. */
  | { readonly kind: 'past'; readonly key: NamedKey }
  /** Goes to a question's second choice. */
  | { readonly kind: 'choose'; readonly key: NamedKey }
  /** Answers a question; `press` is the one before 「今すぐダウンロード」. */
  | { readonly kind: 'answer'; readonly key: NamedKey; readonly press: boolean };

const PROVEN = '次にすること: 「完了報告フォーム」で完了報告を送る';
const ROWS = /^> (?:「今すぐダウンロード」を押す|端末を再起動する|再起動する|再起動へ進む)/m;
const LOOK_FIRST = /^> 「配信アプリケーション管理ツール」を開く/m;
const FIRST_CHOICES = /^.*>\[ (?:やめる|そのまま待つ) \]</m;
const SECOND_CHOICES = /^.*>\[ (押す|再起動する|予約し直す) \]</m;

/** Longer than a question ignores Enter for. */
const QUESTION_STANDS_MS = 350;
/** A key that changed nothing for so long is pressed again. */
const RETRY_MS = 700;
const RUN_MS = 60_000;

/**
 * Does what the screen says is next, as an operator would, until the target is proven or the console is gone. Fails
 * with the screen when neither comes.
 */
export async function operate(program: PtyProgram): Promise<Operated> {
  const deadline = performance.now() + RUN_MS;
  let confirmations = 0;
  let answering = false;
  let gone = false;
  async function untilGone(): Promise<void> {
    await program.exit;
    gone = true;
  }
  void untilGone();
  for (;;) {
    const timeout = Math.max(1, deadline - performance.now());
    const shown = await unlessGone(
      program,
      program.waitFor(({ text }) => text.includes(PROVEN) || moveFor(text) !== null, {
        describe: 'something to do, or the proof',
        timeout,
      }),
    );
    // Its last screen stays to be seen, and still says that there is something to do.
    if (gone || shown === null) return { end: 'gone', confirmations };
    if (shown.text.includes(PROVEN)) return { end: 'proven', confirmations };
    const move = moveFor(shown.text);
    if (move === null) continue;
    if (move.kind === 'answer') {
      if ((await unlessGone(program, pause(QUESTION_STANDS_MS))) === null) return { end: 'gone', confirmations };
      // Enter again in the same question is the same confirmation.
      if (move.press && !answering) confirmations += 1;
      answering = move.press;
    } else {
      answering = false;
    }
    program.press(move.key);
    const before = steady(shown.text);
    await unlessGone(program, Promise.race([program.waitFor(({ text }) => steady(text) !== before), pause(RETRY_MS)]));
  }
}

function moveFor(text: string): Move | null {
  const second = SECOND_CHOICES.exec(text);
  if (second) return { kind: 'answer', key: 'enter', press: second[1] === '押す' };
  if (FIRST_CHOICES.test(text)) return { kind: 'choose', key: 'right' };
  if (LOOK_FIRST.test(text)) return { kind: 'past', key: 'down' };
  return ROWS.test(text) ? { kind: 'row', key: 'enter' } : null;
}

/** The screen without what runs by itself. */
function steady(text: string): string {
  return text.replaceAll(/\d/g, '');
}

/** What is waited for, or null as soon as the console is gone: for one that has ended waiting fails as well. */
async function unlessGone<T>(program: PtyProgram, wait: Promise<T>): Promise<T | null> {
  const gone = program.exit.then(() => null);
  return Promise.race([gone, wait.catch(async (error: unknown) => Promise.race([gone, Promise.reject(error)]))]);
}

async function pause(ms: number): Promise<true> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, true);
  });
}
