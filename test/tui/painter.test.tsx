import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ambiguous } from '../../src/text/cells.ts';
import { lineText, spans, type Line } from '../../src/tui/line.ts';
import { Lines } from '../../src/tui/ink-screen.tsx';
import { colourless, createPainter } from '../../src/tui/painter.ts';
import type { Size } from '../../src/tui/screen.ts';
import { view } from '../../src/screens/index.ts';
import { states } from '../audit/states.ts';
import { showFrames, type Frames } from '../harness/frames.tsx';
import { VirtualTerminal } from '../harness/virtual-terminal.ts';

// Ink looks once, when it is loaded, for whether there are colours.
vi.hoisted(() => vi.stubEnv('FORCE_COLOR', '1'));

const NO_LINE_WRAP = '\u001B[?7l';

/** A painter on a terminal of its own; `written` is all that it wrote. */
function painted(size: Size, ambiguous: Ambiguous = 'narrow', colours = true) {
  const terminal = new VirtualTerminal({ ...size, ambiguous });
  terminal.feed(NO_LINE_WRAP, () => undefined);
  const written: string[] = [];
  const stdout = { write: (text: string) => written.push(text) > 0 };
  // Of the stream a painter uses no more.
  const painter = createPainter({ stdout: stdout as unknown as NodeJS.WriteStream, ambiguous, colours });
  let fed = 0;
  return {
    terminal,
    written,
    painter,
    async shown(): Promise<VirtualTerminal> {
      for (; fed < written.length; fed += 1) await terminal.write(written[fed] ?? '');
      return terminal;
    },
  };
}

/** Every cell with its look, row by row, and where the cursor stands. */
function cells(terminal: VirtualTerminal): readonly string[] {
  return Array.from({ length: terminal.rows }, (_, row) =>
    Array.from({ length: terminal.columns }, (_cell, column) => {
      const { text = '', bold, inverse, dim, color } = terminal.cellAt(column, row) ?? {};
      const isBlank = text.trim() === '' && inverse !== true;
      return isBlank ? ' ' : JSON.stringify([text, bold, inverse, dim, color]);
    })
      .join('')
      .trimEnd(),
  );
}

describe.each([
  { size: { columns: 80, rows: 24 }, ambiguous: 'narrow', colours: true },
  { size: { columns: 60, rows: 16 }, ambiguous: 'wide', colours: true },
  { size: { columns: 120, rows: 40 }, ambiguous: 'narrow', colours: false },
] as const)('at $size.columns x $size.rows, $ambiguous, colours: $colours', ({ size, ambiguous, colours }) => {
  let frames: Frames;
  beforeAll(() => {
    frames = showFrames(<Lines lines={[]} size={size} ambiguous={ambiguous} />, { ...size, ambiguous });
  });
  afterAll(async () => frames.close());

  it('the painter draws every state as Ink draws it, cell by cell, from whatever stood there before', async () => {
    const { painter, shown } = painted(size, ambiguous, colours);
    for (const { model } of states) {
      const lines = view({ ...model, size }, ambiguous);
      frames.rerender(<Lines lines={colours ? lines : colourless(lines)} size={size} ambiguous={ambiguous} />);
      await frames.screen();
      painter.paint(lines, size);
      expect(cells(await shown())).toEqual(cells(frames.terminal));
    }
  });
});

describe('a painter', () => {
  const size = { columns: 20, rows: 4 };
  const rows = (...texts: readonly string[]): readonly Line[] => texts.map((text) => spans(text));

  it('writes nothing where nothing has changed, and otherwise the rows that have', () => {
    const { painter, written } = painted(size);
    painter.paint(rows('one', 'two'), size);
    painter.paint(rows('one', 'two'), size);
    expect(written).toHaveLength(1);
    painter.paint(rows('one', 'three'), size);
    expect(written[1]).not.toContain('one');
    expect(written[1]).toContain('three');
  });

  it('draws all of it once it is told to forget, and in a window of another height', async () => {
    const { painter, written, shown } = painted(size);
    painter.paint(rows('one', 'two'), size);
    painter.forget();
    painter.paint(rows('one', 'two'), size);
    expect(written[1]).toContain('one');
    painter.paint(rows('one', 'two'), { columns: 20, rows: 3 });
    expect(written[2]).toContain('one');
    expect((await shown()).screen().slice(0, 2)).toEqual(['one', 'two']);
  });

  it('puts the cursor where a line says so, and hides it where none does any more', async () => {
    const { painter, written, shown } = painted(size);
    painter.paint([spans('版 '), spans('番号 ', { text: '5.1', cursor: true })], size);
    expect((await shown()).cursor).toEqual({ column: 5, row: 1 });
    expect(written[0]?.endsWith('\u001B[?25h\u001B[?2026l')).toBe(true);
    painter.paint([spans('版 '), spans('番号 5.1')], size);
    expect(written[1]).not.toContain('\u001B[?25h');
  });

  it('lets no text of another program move the cursor or change the screen', async () => {
    const { painter, shown } = painted(size);
    const hostile = '\u001B[2J\u001B[H\u0007\r\nno';
    painter.paint([spans('first'), spans(hostile), spans('last')], size);
    const screen = (await shown()).screen();
    expect([screen[0], screen[2]]).toEqual(['first', 'last']);
    expect(lineText(spans(hostile))).toContain('\u001B');
  });
});
