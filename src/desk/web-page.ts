import { toShortText } from '../domain/time.ts';
import { width } from '../text/cells.ts';
import { escaped, HTML_FONTS } from '../text/html.ts';
import { pageColumns, tableOf, type ColumnId } from './columns.ts';
import { summaryLines } from './counts.ts';
import { deskListTexts as texts } from './desk.ja.ts';
import { badText } from './remarks.ts';
import { isNarrowed, openRows, narrowings } from './filter.ts';
import { nothingText, type ListInput } from './list-text.ts';
import { shownName, shownParagraph } from './shown.ts';

/**
 * The open terminals as one file of HTML to mail and to print, one a row, what must be done first at the top; with a
 * filter those that fit. Nothing in it is loaded from elsewhere, and nothing runs. Times are in the given zone.
 */
export function deskPage({ standing, filter, now, offsetMinutes, staleHours }: Omit<ListInput, 'reasons'>): string {
  const rows = openRows(standing, filter);
  const title = texts.title(toShortText(now, offsetMinutes));
  const nothing = nothingText(standing, isNarrowed(filter), rows.length);
  return `${[
    '<!doctype html>',
    '<html lang="ja">',
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    `<p class="counts">${summaryLines(standing.counts, staleHours)
      .map((line) => `<span>${escaped(shownParagraph(line.trim()))}</span>`)
      .join(' ')}</p>`,
    ...(isNarrowed(filter) ? [paragraph(texts.narrowed(narrowings(filter), rows.length))] : []),
    ...(nothing === null ? [] : [paragraph(nothing)]),
    ...(rows.length === 0 ? [] : table(tableOf(rows, pageColumns, offsetMinutes, toShortText))),
    ...(standing.bad.length === 0
      ? []
      : [`<h2>${escaped(texts.headings.bad)}</h2>`, ...standing.bad.map((bad) => paragraph(badText(bad)))]),
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function paragraph(text: string): string {
  return `<p>${escaped(shownParagraph(text))}</p>`;
}

/** What is read in one go, like a phone number: it is not broken where it is short. */
const unbroken: ReadonlySet<ColumnId> = new Set([
  'opens',
  'clinic',
  'name',
  'phone',
  'person',
  'terminal',
  'installed',
  'bootedAt',
  'at',
]);
const SHORT = 15;

/** Without the columns that say nothing of any terminal: without a roster nobody's phone is known. */
function table([titles = [], ...lines]: readonly (readonly string[])[]): readonly string[] {
  const said = pageColumns.map((_, at) => lines.some((cells) => cells[at] !== ''));
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((text, at) => (said[at] === true ? cell(text, tag, pageColumns[at]) : '')).join('')}</tr>`;
  return [
    '<table>',
    `<thead>${row(titles, 'th')}</thead>`,
    '<tbody>',
    ...lines.map((cells) => row(cells, 'td')),
    '</tbody>',
    '</table>',
  ];
}

function cell(text: string, tag: 'th' | 'td', id: ColumnId | undefined): string {
  const isName = id !== undefined && unbroken.has(id);
  const shown = isName ? shownName(text) : shownParagraph(text);
  const short = tag === 'td' && isName && width(shown) <= SHORT;
  return `<${tag}${short ? ' class="short"' : ''}>${escaped(shown)}</${tag}>`;
}

/** The titles of a table's head stand on each page that it goes on to; a row stays on one page. */
const STYLE = `
@page{size:A4 landscape;margin:12mm}
*{box-sizing:border-box;margin:0}
body{color:#000;background:#fff;font-size:8pt;line-height:1.35;font-family:${HTML_FONTS}}
@media screen{body{padding:12mm;font-size:10pt}}
h1{font-size:1.5em;border-bottom:.15em solid}
h2{font-size:1.2em;margin-top:1em;break-after:avoid}
.counts span{display:inline-block;margin-right:1.5em}
p{break-inside:avoid;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;margin-top:.5em}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:1px solid;padding:.15em .3em;text-align:left;vertical-align:top;overflow-wrap:anywhere;word-break:auto-phrase}
th{background:#eee;word-break:normal}
.short{white-space:nowrap}
`;
