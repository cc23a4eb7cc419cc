import process from 'node:process';
import { spawn, type IPty } from '@lydell/node-pty';
import { VirtualTerminal } from '../../test/harness/virtual-terminal.ts';

/** Longer than anything that is measured takes. */
const PATIENCE_MS = 60_000;

/** A piece of output, and when it came. */
export interface Piece {
  readonly at: number;
  readonly text: string;
}

/**
 * A program in a real terminal (a pty) at 80x24 whose output is only noted with its time: a terminal that draws it
 * would take its part of the processor's time.
 */
export class RawPty {
  readonly startedAt = performance.now();
  readonly pieces: Piece[] = [];
  readonly exit: Promise<number>;
  readonly #pty: IPty;
  #output = '';
  #look: () => void = () => undefined;

  constructor(args: readonly string[]) {
    this.#pty = spawn(process.execPath, [...args], {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TERM: 'xterm-256color' },
    });
    this.#pty.onData((text) => {
      this.pieces.push({ at: performance.now(), text });
      this.#output += text;
      this.#look();
    });
    this.exit = new Promise((resolve) => {
      this.#pty.onExit(() => resolve(performance.now() - this.startedAt));
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** How much has been written, in characters: a place to look on from. */
  get length(): number {
    return this.#output.length;
  }

  bytesSince(piece: number): number {
    return this.pieces.slice(piece).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  }

  write(text: string): void {
    this.#pty.write(text);
  }

  /** Waits until the output from `from` on holds a text; gives the milliseconds since the start. */
  async shows(text: string, from = 0): Promise<number> {
    return this.#until(() => this.#output.includes(text, from), text);
  }

  /** Waits for any output after `from`; gives the milliseconds since the start. */
  async writesAfter(from: number): Promise<number> {
    return this.#until(() => this.#output.length > from, 'any output');
  }

  async #until(holds: () => boolean, what: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pty.kill('SIGKILL');
        reject(new Error(`waited ${String(PATIENCE_MS)} ms for ${what} after:\n${this.#output.slice(-2_000)}`));
      }, PATIENCE_MS);
      this.#look = () => {
        if (!holds()) return;
        this.#look = () => undefined;
        clearTimeout(timer);
        resolve(performance.now() - this.startedAt);
      };
      this.#look();
    });
  }

  /**
   * When each of these texts stood on the screen first, in milliseconds since the start: all that was written is drawn
   * again.
   */
  async shownAt(texts: readonly string[]): Promise<readonly number[]> {
    const screen = new VirtualTerminal({ columns: 80, rows: 24 });
    const found = texts.map(() => Number.NaN);
    for (const { at, text } of this.pieces) {
      await screen.write(text);
      const shown = screen.screen().join('\n');
      for (const [index, each] of texts.entries())
        if (Number.isNaN(found[index]) && shown.includes(each)) found[index] = at - this.startedAt;
    }
    return found;
  }

  /** Leaves the console as the operator does, and waits until it has ended. */
  async leave(): Promise<void> {
    this.write('\u0003');
    await this.exit;
  }
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
