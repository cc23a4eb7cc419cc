import { width } from './cells.ts';
import { escaped, HTML_FONTS } from './html.ts';
import { hanging, page, type PageLine } from './page.ts';
import { wrap } from './wrap.ts';

/** A row of a paper: an instruction, a fact, a place to write on. */
export interface PaperRow {
  readonly text: string;
  /** What stands before it, with the space between: a number, a box to tick. */
  readonly mark?: string;
  /** How far it is moved in, in columns. */
  readonly indent?: number;
}

export interface PaperSection {
  /** null: it has none. */
  readonly heading: string | null;
  readonly rows: readonly PaperRow[];
}

/** What people take in their hands: to be read as text, or to be printed on A4. */
export interface Paper {
  readonly title: string;
  /** Under the title. */
  readonly rows: readonly PaperRow[];
  readonly sections: readonly PaperSection[];
  /**
   * `page`: all of it on one page, in letters as large as that leaves; `sign`: so too, under a title to be seen from
   * afar; `record`: on as many as it takes.
   */
  readonly kind: 'page' | 'sign' | 'record';
}

/** The paper as plain text, in lines of at most so many columns. */
export function paperText({ title, rows, sections }: Paper, columns?: number): string {
  const parts = [
    [...hanging('', title, 0), ...rows.flatMap(textLines)],
    ...sections.map((section) => [
      ...(section.heading === null ? [] : hanging('', section.heading, 0)),
      ...section.rows.flatMap(textLines),
    ]),
  ];
  return page(parts, columns);
}

function textLines({ text, mark = '', indent = 0 }: PaperRow): readonly PageLine[] {
  const first = `${' '.repeat(indent)}${mark}`;
  return hanging(first, text, width(first));
}

/** The paper as one file of HTML to print: nothing in it is loaded from elsewhere, and nothing runs. */
export function paperHtml(paper: Paper): string {
  const { title, rows, sections, kind } = paper;
  const size = kind === 'record' ? RECORD_SIZE : sizeOnOnePage(paper);
  // A record quotes what others wrote: there it is no box to tick.
  const row = (each: PaperRow): string =>
    kind === 'record' ? htmlRow(each) : htmlRow(each).replaceAll('[ ]', '<i></i>');
  return `${[
    '<!doctype html>',
    '<html lang="ja">',
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}:root{font-size:${String(size)}pt}</style>`,
    `<body class="${kind}">`,
    `<h1>${escaped(title)}</h1>`,
    ...rows.map(row),
    ...sections.flatMap((section) => [
      '<section>',
      ...(section.heading === null ? [] : [`<h2>${escaped(section.heading)}</h2>`]),
      ...section.rows.map(row),
      '</section>',
    ]),
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function htmlRow({ text, mark = '', indent = 0 }: PaperRow): string {
  const before = mark.trim() === '' ? '' : `<b>${escaped(mark.trim())}</b>`;
  return `<p style="margin-left:${String(indent / 2)}em">${before}<span>${escaped(text)}</span></p>`;
}

/** The largest letters, in points, in which a paper is one page. Below six nobody reads: the rest goes on another. */
function sizeOnOnePage(paper: Paper): number {
  let size = 15;
  while (size > 6 && heightOf(paper, size) > HEIGHT) size -= 0.25;
  return size;
}

/** What the style below makes of A4, in points; a little is left for wider fonts and lines that end before a word. */
const HEIGHT = 755;
const WIDTH = 480;

function heightOf({ title, rows, sections, kind }: Paper, size: number): number {
  /** A full-width character is as wide as the letters are large. */
  const lines = (text: string, scale: number, moved = 0): number =>
    scale * wrap(text, Math.floor((WIDTH / size / scale) * 2) - moved, 'wide').length;
  const all = [...rows, ...sections.flatMap((section) => section.rows)];
  const headings = sections.flatMap(({ heading }) => heading ?? []);
  const letters =
    lines(title, kind === 'sign' ? 2 : 1.5) +
    headings.reduce((sum, heading) => sum + lines(heading, 1.1), 0) +
    all.reduce((sum, { text, mark = '', indent = 0 }) => sum + lines(text, 1, width(mark) + indent), 0);
  return size * (1.35 * letters + 0.5 * (headings.length + 1));
}

const RECORD_SIZE = 10;

const STYLE = `
@page{size:A4 portrait;margin:12mm}
*{box-sizing:border-box;margin:0}
body{max-width:186mm;margin:0 auto;color:#000;background:#fff;line-height:1.35;font-family:${HTML_FONTS}}
@media screen{body{padding:12mm 0}}
h1{font-size:1.5em;line-height:1.35;border-bottom:.15em solid}
.sign h1{font-size:2em;text-align:center;border:.1em solid}
h2{font-size:1.1em;line-height:1.35;margin-top:.5em;border-bottom:1px solid;break-after:avoid}
p{display:flex;gap:.5em;white-space:pre-wrap}
p b{flex:none;font-weight:normal}
i{display:inline-block;width:.8em;height:.8em;border:1px solid}
p span{word-break:auto-phrase;overflow-wrap:anywhere;min-width:0}
.record section{margin-top:1em}
.record p{break-inside:avoid}
`;
