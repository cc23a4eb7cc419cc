import { Writable } from 'node:stream';
import type { Screen, Size } from '../../src/tui/screen.ts';
import type { NamedKey } from '../../src/tui/keys.ts';
import { createPainter } from '../../src/tui/painter.ts';
import { keyBytes } from './key-bytes.ts';
import { VirtualTerminal } from './virtual-terminal.ts';
import { Happenings } from './wait.ts';
import { FakeStdin } from './fake-stdin.ts';

const TIMEOUT_MS = 20_000;

/** A terminal for a whole console in this process: what it writes is seen through a terminal's parser. */
export interface FakeScreen {
  readonly screen: Screen;
  /** Everything that was written, escape sequences and all. */
  written(): string;
  /** Something else writes on the terminal. */
  spoil(text: string): void;
  /** The visible rows. */
  rows(): readonly string[];
  press(...keys: readonly (NamedKey | { readonly type: string })[]): void;
  /** Waits until a text is on the screen, or what is seen satisfies; fails with the screen. */
  waitFor(wanted: string | ((text: string) => boolean), says?: string): Promise<readonly string[]>;
  /** What of the terminal is not as it was before: empty after a clean end. */
  notRestored(): Promise<readonly string[]>;
  close(): void;
}

export function fakeScreen(size: Size): FakeScreen {
  const terminal = new VirtualTerminal(size);
  const happenings = new Happenings();
  const stdout = new FakeStdout(terminal, () => happenings.happened());
  const stdin = new FakeStdin();
  return {
    screen: {
      // Ink and the console use of both what is here, and no more.
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: stdout as unknown as NodeJS.WriteStream,
      ambiguous: 'narrow',
      colours: false,
      onWindowChange: () => () => undefined,
      isReadOut: false,
      painter: createPainter({ stdout: stdout as unknown as NodeJS.WriteStream, ambiguous: 'narrow', colours: false }),
    },
    written: () => stdout.text,
    spoil: (text) => terminal.feed(text, () => happenings.happened()),
    rows: () => terminal.screen(),
    press: (...keys) => {
      for (const key of keys) stdin.write(typeof key === 'string' ? keyBytes[key] : key.type);
    },
    waitFor: (wanted, says) =>
      happenings.waitFor(
        () => {
          const text = terminal.text();
          if (terminal.drawing) return null;
          return (typeof wanted === 'string' ? text.includes(wanted) : wanted(text)) ? terminal.screen() : null;
        },
        TIMEOUT_MS,
        () => `waited for ${says ?? String(wanted)}\n${terminal.text()}`,
      ),
    notRestored: async () => {
      // What was written last is still on its way through the parser.
      await terminal.write('');
      return [
        ...(terminal.alternate ? ['the alternate screen was not left'] : []),
        ...(terminal.wraps ? [] : ['lines do not wrap']),
        ...(stdout.text.lastIndexOf('\u001B[?25h') >= stdout.text.lastIndexOf('\u001B[?25l')
          ? []
          : ['the cursor is hidden']),
        ...(stdin.isRaw ? ['the input is raw'] : []),
        ...(terminal.marksPastes ? ['pastes are marked'] : []),
      ];
    },
    close: () => {
      stdin.destroy();
      terminal.dispose();
    },
  };
}

class FakeStdout extends Writable {
  readonly isTTY = true;
  readonly columns: number;
  readonly rows: number;
  text = '';
  readonly #terminal: VirtualTerminal;
  readonly #shown: () => void;

  constructor(terminal: VirtualTerminal, shown: () => void) {
    super({ decodeStrings: false });
    this.columns = terminal.columns;
    this.rows = terminal.rows;
    this.#terminal = terminal;
    this.#shown = shown;
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
