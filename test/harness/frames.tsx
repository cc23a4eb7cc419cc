import { Writable } from 'node:stream';
import { render } from 'ink';
import type { ReactNode } from 'react';
import type { NamedKey } from '../../src/tui/keys.ts';
import { keyBytes } from './key-bytes.ts';
import { VirtualTerminal, type VirtualTerminalOptions } from './virtual-terminal.ts';
import { Happenings } from './wait.ts';
import { FakeStdin } from './fake-stdin.ts';

const TIMEOUT_MS = 10_000;

/** An Ink element on a screen: real bytes through a real terminal parser, as the console renders them. */
export interface Frames {
  readonly terminal: VirtualTerminal;
  /** Everything that was written, escape sequences and all. */
  output(): string;
  /** The screen, once everything that was rendered so far is on it. */
  screen(): Promise<string[]>;
  rerender(element: ReactNode): void;
  /** Draws all of it anew, as the console does when its window has changed (src/tui/ink-screen.tsx). */
  redraw(element: ReactNode): void;
  press(...keys: readonly NamedKey[]): void;
  /** One chunk of input, as it stands. */
  type(chunk: string): void;
  /** The same in bytes; they may end inside a character. */
  send(bytes: Uint8Array): void;
  /** Waits until the screen shows a text or satisfies a predicate; fails with the screen. */
  waitFor(wanted: string | ((screen: readonly string[]) => boolean)): Promise<string[]>;
  /** `heard` is what the program does first when it hears of it, before Ink does. */
  resize(columns: number, rows: number, heard?: () => void): void;
  /** Takes the element down and waits until the terminal is as it was. */
  close(): Promise<void>;
}

/** Renders an element at a size, with the options that the console uses. */
export function showFrames(
  element: ReactNode,
  options: VirtualTerminalOptions & {
    /** As for a screen reader. */
    readonly isReadOut?: boolean;
    /** Listens to what is typed; gives the function that ends it. */
    readonly keys?: (stdin: NodeJS.ReadableStream) => () => void;
  },
): Frames {
  const terminal = new VirtualTerminal(options);
  const happenings = new Happenings();
  const stdout = new FakeStdout(terminal, () => {
    happenings.happened();
  });
  const stdin = new FakeStdin();
  const instance = render(element, {
    stdout,
    stdin,
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: options.isReadOut ?? false,
  });
  const stopKeys = options.keys?.(stdin);
  return {
    terminal,
    output: () => stdout.text,
    screen: async () => {
      await instance.waitUntilRenderFlush();
      return terminal.screen();
    },
    rerender: (next) => {
      instance.rerender(next);
    },
    redraw: (next) => {
      stdout.write('\u001B[H\u001B[2J');
      instance.clear();
      instance.rerender(next);
    },
    press: (...keys) => {
      for (const key of keys) stdin.write(keyBytes[key]);
    },
    type: (chunk) => {
      stdin.write(chunk);
    },
    waitFor: (wanted) =>
      happenings.waitFor(
        () => {
          const screen = terminal.screen();
          const shown = typeof wanted === 'string' ? screen.join('\n').includes(wanted) : wanted(screen);
          return shown ? screen : null;
        },
        TIMEOUT_MS,
        () => `waited for ${typeof wanted === 'string' ? wanted : 'the expected screen'}\n${terminal.text()}`,
      ),
    send: (bytes) => {
      stdin.write(bytes);
    },
    resize: (columns, rows, heard) => {
      terminal.resize(columns, rows);
      stdout.columns = columns;
      stdout.rows = rows;
      heard?.();
      stdout.emit('resize');
    },
    close: async () => {
      stopKeys?.();
      instance.unmount();
      await instance.waitUntilExit();
      stdin.destroy();
      terminal.dispose();
    },
  };
}

class FakeStdout extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  text = '';
  readonly #terminal: VirtualTerminal;
  readonly #shown: () => void;

  constructor(terminal: VirtualTerminal, shown: () => void) {
    super({ decodeStrings: false });
    this.#terminal = terminal;
    this.#shown = shown;
    this.columns = terminal.columns;
    this.rows = terminal.rows;
  }

  override _write(chunk: string | Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    this.text += text;
    // A terminal in raw mode still turns a line feed into a new line: only its input is raw.
    this.#terminal.feed(text.replaceAll('\n', '\r\n'), () => {
      this.#shown();
      done();
    });
  }
}
