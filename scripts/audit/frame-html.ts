import type { ScreenCell, VirtualTerminal } from '../../test/harness/virtual-terminal.ts';

/** The terminal's screen as HTML: real cells, each piece of one look and one width in a box of its own columns. */
export function frameHtml(terminal: VirtualTerminal): string {
  const rows = Array.from({ length: terminal.rows }, (_, row) =>
    pieces(Array.from({ length: terminal.columns }, (_, column) => terminal.cellAt(column, row)))
      .map(pieceHtml)
      .join(''),
  );
  return `<pre class="frame" style="width:${String(terminal.columns)}ch">${rows.join('\n')}</pre>`;
}

interface Piece {
  readonly look: string;
  readonly isWide: boolean;
  readonly text: string;
  readonly columns: number;
}

function pieces(cells: readonly (ScreenCell | null)[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const cell of cells) {
    if (!cell || cell.width === 0) continue;
    const last = found.at(-1);
    const look = lookOf(cell);
    const text = cell.text === '' ? ' ' : cell.text;
    const isWide = cell.width === 2;
    if (last && last.look === look && last.isWide === isWide)
      found[found.length - 1] = { ...last, text: last.text + text, columns: last.columns + cell.width };
    else found.push({ look, isWide, text, columns: cell.width });
  }
  return found;
}

function lookOf({ bold, inverse, dim, color }: ScreenCell): string {
  return [
    ...(bold ? ['b'] : []),
    ...(inverse ? ['i'] : []),
    ...(dim ? ['d'] : []),
    ...(color === null ? [] : [`c${String(color)}`]),
  ].join(' ');
}

function pieceHtml({ look, isWide, text, columns }: Piece): string {
  const style = isWide ? ` style="width:${String(columns)}ch"` : '';
  const classes = [look, ...(isWide ? ['w'] : [])].filter((each) => each !== '').join(' ');
  return classes === '' ? escapeHtml(text) : `<span class="${classes}"${style}>${escapeHtml(text)}</span>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
