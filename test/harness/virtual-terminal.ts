import xterm from '@xterm/headless';
import { width, type Ambiguous } from '../../src/text/cells.ts';

/** One cell of the screen and how it looks. */
export interface ScreenCell {
  readonly text: string;
  /** 2 for the left half of a wide character, 0 for its right half. */
  readonly width: number;
  readonly bold: boolean;
  readonly inverse: boolean;
  readonly dim: boolean;
  /** The colour's number in the palette; null for the terminal's own. */
  readonly color: number | null;
}

export interface VirtualTerminalOptions {
  readonly columns: number;
  readonly rows: number;
  /** `wide`: draws `→ ○ ①` in two cells, as the console of Windows with MS Gothic does. */
  readonly ambiguous?: Ambiguous;
}

/** A terminal without a window: takes what a program writes, says what a person would see. */
export class VirtualTerminal {
  readonly #terminal: xterm.Terminal;

  constructor(options: VirtualTerminalOptions) {
    this.#terminal = new xterm.Terminal({
      cols: options.columns,
      rows: options.rows,
      allowProposedApi: true,
      scrollback: 1000,
    });
    if (options.ambiguous === 'wide') useWideAmbiguous(this.#terminal);
  }

  /** Takes bytes or text; resolves when the screen shows them. */
  write(data: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      this.feed(data, resolve);
    });
  }

  /** The same, calling back when the screen shows them. */
  feed(data: string | Uint8Array, shown: () => void): void {
    this.#terminal.write(data, shown);
  }

  /** What the terminal sends back to the program on its own account: answers to its questions. */
  onReply(listener: (data: string) => void): void {
    this.#terminal.onData(listener);
  }

  /** The visible rows as text, without the spaces at their ends. */
  screen(): string[] {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: this.#terminal.rows }, (_, row) =>
      // A line of the alternate screen keeps what it had beyond a window that was made narrower.
      (active.getLine(active.viewportY + row)?.translateToString(true, 0, this.#terminal.cols) ?? '').trimEnd(),
    );
  }

  /** The screen as one text. */
  text(): string {
    return this.screen().join('\n');
  }

  /** The cell at a place, counted from 0 at the top left; null outside the screen. */
  cellAt(column: number, row: number): ScreenCell | null {
    const { active } = this.#terminal.buffer;
    const cell = active.getLine(active.viewportY + row)?.getCell(column);
    if (!cell) return null;
    return {
      text: cell.getChars(),
      width: cell.getWidth(),
      bold: cell.isBold() !== 0,
      inverse: cell.isInverse() !== 0,
      dim: cell.isDim() !== 0,
      color: cell.isFgDefault() ? null : cell.getFgColor(),
    };
  }

  get columns(): number {
    return this.#terminal.cols;
  }

  get rows(): number {
    return this.#terminal.rows;
  }

  get cursor(): { readonly column: number; readonly row: number } {
    const { active } = this.#terminal.buffer;
    return { column: active.cursorX, row: active.cursorY };
  }

  get alternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }

  /**
   * Whether a frame is only half written: the program has said that it begins, and not yet that it ends (mode 2026).
   */
  get drawing(): boolean {
    return this.#terminal.modes.synchronizedOutputMode;
  }

  /** Whether text that reaches the right edge goes on in the next row (`ESC[?7h`). */
  get wraps(): boolean {
    return this.#terminal.modes.wraparoundMode;
  }

  /** Whether a paste comes between marks (`ESC[?2004h`). */
  get marksPastes(): boolean {
    return this.#terminal.modes.bracketedPasteMode;
  }

  /** Rows that have left the screen at the top. */
  get scrolledRows(): number {
    return this.#terminal.buffer.active.baseY;
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }

  dispose(): void {
    this.#terminal.dispose();
  }
}

function useWideAmbiguous(terminal: xterm.Terminal): void {
  terminal.unicode.register({
    version: 'wide',
    wcwidth: wideWidth,
    // Bit 0: joins the character before it; bits 1 and 2: the width (@xterm/headless, UnicodeService).
    charProperties: (codePoint, preceding) => {
      const own = wideWidth(codePoint);
      const before = (preceding >> 1) & 3;
      const joins = own === 0 && before !== 0;
      return ((joins ? before : own) << 1) | (joins ? 1 : 0);
    },
  });
  terminal.unicode.activeVersion = 'wide';
}

function wideWidth(codePoint: number): 0 | 1 | 2 {
  const columns = width(String.fromCodePoint(codePoint), 'wide');
  return columns === 0 || columns === 1 ? columns : 2;
}
