import { spawn, type IPty } from '@lydell/node-pty';
import type { NamedKey } from '../../src/tui/keys.ts';
import { keyBytes } from './key-bytes.ts';
import { VirtualTerminal, type VirtualTerminalOptions } from './virtual-terminal.ts';
import { Happenings } from './wait.ts';

declare module '@lydell/node-pty' {
  interface IPty {
    /** Bytes go out as they are; its own types know only text. */
    write(data: Uint8Array): void;
    /** Closes the terminal's other end. */
    destroy(): void;
  }
}

export interface PtyOptions extends VirtualTerminalOptions {
  readonly cwd?: string;
  /** The program's whole environment besides PATH, HOME and TERM. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface WaitOptions {
  /** Milliseconds. */
  readonly timeout?: number;
  /** What is waited for, in words, for the error. */
  readonly describe?: string;
}

/** What a wait looks at. */
export interface ScreenView {
  readonly screen: readonly string[];
  readonly text: string;
}

export interface PtyExit {
  readonly exitCode: number;
  /** The signal's number, 0 for none. */
  readonly signal: number;
}

const TIMEOUT_MS = 15_000;

/** A program that runs in a real terminal (a pty), and what its screen shows. */
export class PtyProgram {
  readonly terminal: VirtualTerminal;
  /** How it ended. */
  readonly exit: Promise<PtyExit>;
  readonly #pty: IPty;
  readonly #command: string;
  readonly #happenings = new Happenings();
  #output = '';
  #ended: PtyExit | null = null;

  constructor(file: string, args: readonly string[], options: PtyOptions) {
    this.terminal = new VirtualTerminal(options);
    this.#command = [file, ...args].join(' ');
    this.#pty = spawn(file, [...args], {
      name: 'xterm-256color',
      cols: options.columns,
      rows: options.rows,
      cwd: options.cwd ?? process.cwd(),
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TERM: 'xterm-256color',
        ...options.env,
      },
    });
    this.#pty.onData((data) => {
      this.#output += data;
      this.terminal.feed(data, () => {
        this.#happenings.happened();
      });
    });
    this.terminal.onReply((data) => {
      if (this.#ended === null) this.#pty.write(data);
    });
    this.exit = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal }) => {
        // What it wrote last is still on its way through the terminal.
        this.terminal.feed('', () => {
          this.#ended = { exitCode, signal: signal ?? 0 };
          resolve(this.#ended);
          this.#happenings.happened();
        });
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Everything the program has written, escape sequences and all. */
  get output(): string {
    return this.#output;
  }

  get view(): ScreenView {
    return { screen: this.terminal.screen(), text: this.terminal.text() };
  }

  /**
   * Presses keys one after the other, each in a chunk of its own; anything that is not a key's name is typed as it
   * stands.
   */
  press(...keys: readonly (NamedKey | { readonly type: string })[]): void {
    for (const key of keys) this.#pty.write(typeof key === 'string' ? keyBytes[key] : key.type);
  }

  /** Types text, in one chunk. */
  type(text: string): void {
    this.#pty.write(text);
  }

  /** Sends bytes, in one chunk; it may end inside a character. */
  send(bytes: Uint8Array): void {
    this.#pty.write(Buffer.from(bytes));
  }

  /**
   * Waits until the screen shows a text, matches a pattern or satisfies a predicate, and gives the screen. Looks after
   * every piece of output; fails with the screen when the time is over or the program has ended without showing it.
   */
  async waitFor(
    wanted: string | RegExp | ((view: ScreenView) => boolean),
    options: WaitOptions = {},
  ): Promise<ScreenView> {
    const holds = predicate(wanted);
    const words = options.describe ?? (typeof wanted === 'function' ? 'the expected screen' : String(wanted));
    const timeout = options.timeout ?? TIMEOUT_MS;
    const found = await this.#happenings.waitFor<ScreenView | 'ended'>(
      () => {
        const { view } = this;
        // A frame that is half written shows what nobody sees.
        if ((this.#ended !== null || !this.terminal.drawing) && holds(view)) return view;
        return this.#ended === null ? null : 'ended';
      },
      timeout,
      () => this.#report(`waited ${String(timeout)} ms for ${words}`),
    );
    if (found === 'ended') throw new Error(this.#report(`ended before ${words}`));
    return found;
  }

  /** Waits for the program's end; fails with the screen when it does not come. */
  async waitForExit(options: { readonly timeout?: number } = {}): Promise<PtyExit> {
    const timeout = options.timeout ?? TIMEOUT_MS;
    await this.#happenings.waitFor(
      () => this.#ended,
      timeout,
      () => this.#report(`waited ${String(timeout)} ms for its end`),
    );
    return this.exit;
  }

  /** Changes the size of the window. */
  resize(columns: number, rows: number): void {
    this.terminal.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Closes the window: its terminal is gone, and the system tells who is in the foreground of it. */
  closeWindow(): void {
    this.#pty.destroy();
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    if (this.#ended === null) this.#pty.kill(signal);
  }

  /** Ends the program if it still runs, and waits for that. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGKILL');
    await this.exit;
    this.terminal.dispose();
  }

  #report(problem: string): string {
    const edge = `+${'-'.repeat(this.terminal.columns)}+`;
    const ended = this.#ended === null ? 'running' : `ended with ${String(this.#ended.exitCode)}`;
    const rows = this.terminal.screen().map((row) => `|${row}`);
    return [`${this.#command} (${ended}): ${problem}`, edge, ...rows, edge].join('\n');
  }
}

/** Starts a program in a terminal of the given size. */
export function startInPty(file: string, args: readonly string[], options: PtyOptions): PtyProgram {
  return new PtyProgram(file, args, options);
}

function predicate(wanted: string | RegExp | ((view: ScreenView) => boolean)): (view: ScreenView) => boolean {
  if (typeof wanted === 'function') return wanted;
  if (typeof wanted === 'string') return ({ text }) => text.includes(wanted);
  return ({ text }) => wanted.test(text);
}
