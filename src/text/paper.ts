import { width } from './cells.ts';
import { hanging, page } from './page.ts';

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
  /** `page`: all of it on one page, in letters as large as that leaves; `sign`: so too, under a title to be seen from afar; `record`: on as many as it takes. */
  readonly kind: 'page' | 'sign' | 'record';
}

/** The paper as plain text. */
export function paperText(paper: Paper): string {
  return page(textSections(paper));
}

/** Its lines, section by section, where it is part of another page. */
export function textSections({ title, rows, sections }: Paper): readonly (readonly string[])[] {
  return [
    [...hanging('', title, 0), ...rows.flatMap(textLines)],
    ...sections.map((section) => [
      ...(section.heading === null ? [] : hanging('', section.heading, 0)),
      ...section.rows.flatMap(textLines),
    ]),
  ];
}

function textLines({ text, mark = '', indent = 0 }: PaperRow): readonly string[] {
  const first = `${' '.repeat(indent)}${mark}`;
  return hanging(first, text, width(first));
}

/** The paper as one file of HTML to print: nothing in it is loaded from elsewhere, and nothing runs. */
export function paperHtml(paper: Paper): string {
  const { title, rows, sections, kind } = paper;
  const size = kind === 'record' ? RECORD_SIZE : sizeOnOnePage(paper);
  return `${[
    '<!doctype html>',
    '<html lang="ja">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}:root{font-size:${size.toFixed(2)}pt}</style>`,
    `<body class="${kind}">`,
    `<h1>${escaped(title)}</h1>`,
    ...rows.map(htmlRow),
    ...sections.flatMap((section) => [
      '<section>',
      ...(section.heading === null ? [] : [`<h2>${escaped(section.heading)}</h2>`]),
      ...section.rows.map(htmlRow),
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

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/**
 * Points in which a paper fills one page of A4 and no more: it has 774 points of height between its margins, a line takes 1.45 times the
 * letters' size, and up to 13 points a line holds no less than one of the text. Below 6 nobody reads it: so much goes onto a second page.
 */
function sizeOnOnePage(paper: Paper): number {
  const lines = textSections(paper).flatMap((section) => ['', ...section]).length;
  return Math.max(6, Math.min(13, 774 / 1.45 / (lines + 6)));
}

const RECORD_SIZE = 10;

const STYLE = `
@page{size:A4 portrait;margin:12mm}
*{box-sizing:border-box;margin:0}
body{max-width:186mm;margin:0 auto;color:#000;background:#fff;line-height:1.4;font-family:"BIZ UDPGothic","Yu Gothic UI",Meiryo,"Hiragino Sans","Noto Sans CJK JP",sans-serif}
@media screen{body{padding:12mm 0}}
h1{font-size:1.5em;line-height:1.4;border-bottom:.15em solid}
.sign h1{font-size:2.2em;text-align:center;border:.12em solid;padding:.1em 0}
h2{font-size:1.1em;line-height:1.4;margin-top:.5em;border-bottom:1px solid}
p{display:flex;gap:.5em;white-space:pre-wrap}
p b{flex:none}
p span{overflow-wrap:anywhere;min-width:0}
.record section{margin-top:1em}
.record p{break-inside:avoid}
h2{break-after:avoid}
`;
