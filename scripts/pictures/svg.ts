import { createHash } from 'node:crypto';
import type { VirtualTerminal } from '../../test/harness/virtual-terminal.ts';

export const COLUMNS = 80;
export const ROWS = 24;
const CELL = { width: 9, height: 20 } as const;
const MARGIN = 12;

/** The sixteen colours of a terminal, as far as the console uses them. */
const palette: Readonly<Record<number, string>> = {
  1: '#f07178',
  2: '#a5d46a',
  3: '#ffcb6b',
  4: '#82aaff',
  5: '#c792ea',
  6: '#7fdbca',
  8: '#7a8599',
};
const FOREGROUND = '#d6deeb';
const BACKGROUND = '#10151f';

/**
 * The mark of a picture: what it shows, times of day and the phone code aside, which differ from one run to the next.
 */
export function markOf(picture: string): string | null {
  return /<metadata>([0-9a-f]{64})<\/metadata>/.exec(picture)?.[1] ?? null;
}

/**
 * The screen as an SVG: every character at the place of its cell, so that wide and narrow ones stay in line. Its mark
 * goes along, see `markOf`.
 */
export function svg(terminal: VirtualTerminal, title: string): string {
  const mark = createHash('sha256')
    .update(drawn(terminal, title, true, ''))
    .digest('hex');
  return drawn(terminal, title, false, mark);
}

function drawn(terminal: VirtualTerminal, title: string, withoutTimes: boolean, mark: string): string {
  const width = COLUMNS * CELL.width + 2 * MARGIN;
  const height = ROWS * CELL.height + 2 * MARGIN;
  const cells = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) =>
      withoutTimes && isOfPhoneCode(terminal, row)
        ? ''
        : cell(terminal, column, row, withoutTimes && isTimeOfDay(terminal, column, row)),
    ),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<metadata>${mark}</metadata>`,
    ...(withoutTimes ? [] : [`<desc>${escape(terminal.screen().join('\n').trim())}</desc>`]),
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="'MS Gothic','Noto Sans Mono CJK JP','Osaka-Mono',monospace" font-size="16" xml:space="preserve">`,
    ...cells.flat().filter((each) => each !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/**
 * Whether the row tells the phone code or how it is read: a part of it comes from the journal's last line, and so from
 * its times.
 */
function isOfPhoneCode(terminal: VirtualTerminal, row: number): boolean {
  return /電話で伝えるコード|読み方: |^ *- \S/.test(terminal.screen()[row] ?? '');
}

/** Whether the cell is a digit of a time of day, `08:10`. */
function isTimeOfDay(terminal: VirtualTerminal, column: number, row: number): boolean {
  const text = (at: number): string => terminal.cellAt(at, row)?.text ?? '';
  return [1, 2, -1, -2].some((distance) => {
    const colon = column + distance;
    const digits = [colon - 2, colon - 1, colon + 1, colon + 2].map(text);
    return text(colon) === ':' && digits.every((digit) => /^\d$/.test(digit));
  });
}

function cell(terminal: VirtualTerminal, column: number, row: number, masked: boolean): string {
  const seen = terminal.cellAt(column, row);
  if (!seen || seen.width === 0) return '';
  const found = masked ? { ...seen, text: '0' } : seen;
  const x = MARGIN + column * CELL.width;
  const y = MARGIN + row * CELL.height;
  const own = found.color === null ? FOREGROUND : (palette[found.color] ?? FOREGROUND);
  const colour = found.dim ? '#7a8599' : own;
  const box = found.inverse
    ? `<rect x="${String(x)}" y="${String(y)}" width="${String(found.width * CELL.width)}" height="${String(CELL.height)}" fill="${colour}"/>`
    : '';
  if (found.text.trim() === '') return box;
  const fill = found.inverse ? BACKGROUND : colour;
  const weight = found.bold ? ' font-weight="bold"' : '';
  const middle = x + (found.width * CELL.width) / 2;
  return `${box}<text x="${String(middle)}" y="${String(y + 15)}" text-anchor="middle" fill="${fill}"${weight}>${escape(found.text)}</text>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
