import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inject } from 'vitest';
import type { NamedKey } from '../../src/tui/keys.ts';
import type { PtyExit, PtyProgram, ScreenView } from '../harness/pty.ts';
import { VirtualTerminal } from '../harness/virtual-terminal.ts';

/**
 * Wine's console keeps a lone Esc to itself, and closes its input at Ctrl+C. It lets pass these, which Ink takes for
 * the same keys (the keyboard protocol of kitty).
 */
const OTHERWISE: Readonly<Partial<Record<NamedKey, string>>> = {
  escape: '\u001B[27u',
  'ctrl-c': '\u001B[99;5u',
};
const SIZE = { columns: 80, rows: 24, ambiguous: 'wide' } as const;
const LOOK_MS = 50;
const { stepMs } = inject('pace');

/**
 * A console under Wine: keys go through its terminal, and what it shows is read from what the program has written to it
 * (see tap.mts), drawn as the console of Windows does with MS Gothic.
 */
export class ConsoleWindow implements AsyncDisposable {
  readonly terminal = new VirtualTerminal(SIZE);
  readonly program: PtyProgram;
  readonly #end: () => Promise<void>;
  readonly #file: number;
  readonly #timer: NodeJS.Timeout;
  #read = 0;
  #written = '';

  /**
   * `tap`: the file that the program's output goes to as well; it must be there. `end` ends what the program has
   * started.
   */
  constructor(program: PtyProgram, tap: string, end: () => Promise<void>) {
    this.program = program;
    this.#end = end;
    this.#file = openSync(tap, 'r');
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
  }

  /** Everything that the program has written. */
  get written(): string {
    return this.#written;
  }

  get view(): ScreenView {
    return { screen: this.terminal.screen(), text: this.terminal.text() };
  }

  press(...keys: readonly (NamedKey | { readonly type: string })[]): void {
    for (const key of keys) {
      const instead = typeof key === 'string' ? OTHERWISE[key] : undefined;
      this.program.press(instead === undefined ? key : { type: instead });
    }
  }

  /** Waits until the screen shows a text, or satisfies a predicate; fails with the screen. */
  async waitFor(wanted: string | ((view: ScreenView) => boolean), limitMs = stepMs): Promise<ScreenView> {
    const holds = typeof wanted === 'string' ? ({ text }: ScreenView) => text.includes(wanted) : wanted;
    const deadline = performance.now() + limitMs;
    for (;;) {
      await this.#look();
      const { view } = this;
      if (holds(view)) return view;
      if (performance.now() > deadline) throw new Error(`waited for ${String(wanted)}\n${view.text}`);
      await pause();
    }
  }

  /** Waits for the program's end. What it wrote last is on the screen then. */
  async waitForExit(): Promise<PtyExit> {
    const exit = await this.program.waitForExit({ timeout: stepMs });
    await this.#look();
    return exit;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.program[Symbol.asyncDispose]();
    await this.#end();
    clearInterval(this.#timer);
    closeSync(this.#file);
    this.terminal.dispose();
  }

  /** Takes what was written since the last look. */
  async #look(): Promise<void> {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(this.#file).size - this.#read));
    if (bytes.length === 0) return;
    const length = readSync(this.#file, bytes, 0, bytes.length, this.#read);
    this.#read += length;
    const news = bytes.subarray(0, length);
    this.#written += news.toString('utf8');
    // The console of Windows goes to the line's beginning by itself; where that is, the terminal here is told.
    await this.terminal.write(Buffer.from(news.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'));
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LOOK_MS);
  });
}
