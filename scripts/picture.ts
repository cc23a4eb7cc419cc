/** Makes the pictures of docs/ from real frames: the built program in a real terminal, at 80x24, on a simulated terminal. */
import { mkdir, writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { NamedKey } from '../src/input/keys.ts';
import { startInPty } from '../test/harness/pty.ts';
import type { VirtualTerminal } from '../test/harness/virtual-terminal.ts';

const COLUMNS = 80;
const ROWS = 24;
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

const pictures: readonly {
  name: string;
  title: string;
  waits: readonly (readonly [string, ...NamedKey[]])[];
}[] = [
  { name: 'status', title: '状態の画面', waits: [['問題のない点検']] },
  {
    name: 'download',
    title: 'ダウンロードの確認',
    waits: [['問題のない点検', 'enter'], ['一度だけ', 'enter'], ['押しますか']],
  },
];

await mkdir('docs', { recursive: true });
for (const { name, title, waits } of pictures) {
  await using program = startInPty(process.execPath, ['dist/main.js', '--simulate', 'outdated-morning'], {
    columns: COLUMNS,
    rows: ROWS,
  });
  for (const [text, ...keys] of waits) {
    await program.waitFor(text);
    program.press(...keys);
  }
  await writeFile(`docs/${name}-80x24.svg`, svg(program.terminal, title));
}

/** The screen as an SVG: every character at the place of its cell, so that wide and narrow ones stay in line. */
function svg(terminal: VirtualTerminal, title: string): string {
  const width = COLUMNS * CELL.width + 2 * MARGIN;
  const height = ROWS * CELL.height + 2 * MARGIN;
  const cells = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => cell(terminal, column, row)),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<desc>${escape(terminal.screen().join('\n').trim())}</desc>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="'MS Gothic','Noto Sans Mono CJK JP','Osaka-Mono',monospace" font-size="16" xml:space="preserve">`,
    ...cells.flat().filter((each) => each !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function cell(terminal: VirtualTerminal, column: number, row: number): string {
  const found = terminal.cellAt(column, row);
  if (!found || found.width === 0) return '';
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
