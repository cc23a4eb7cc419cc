import { menuOf, selectedIndex } from './menus/menu.ts';
import { supportActions } from './menus/support-menu.ts';
import type { Model } from './model.ts';
import { supportTexts as texts } from '../support/support.ja.ts';
import { codeReading } from '../support/code.ts';
import { sheetOf, type Sheet, type SheetRow } from '../support/sheet.ts';
import type { Block } from '../tui/dialog.ts';
import { blank, line, lineText, spans, wrapLines, type Line } from '../tui/line.ts';
import { MARKER_COLUMNS } from '../tui/list.ts';
import { width } from '../text/cells.ts';
import { menuBlock } from './menu-block.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** Support: the code to read out, what can be done, then the sheet to read through while somebody asks. */
export const support: Screen = (model, area) => {
  const sheet = sheetOf(model);
  return stack(
    sheet === null ? waiting(area) : codeLines(sheet.code, area),
    menuBlock(model, area, {
      to: supportActions(model).length,
      below: (item) => savedTexts(model, item.id),
    }),
    ...(sheet === null ? [] : sheetBlocks(model, sheet, area)),
  );
};

function waiting({ columns, ambiguous }: Area): readonly Line[] {
  return wrapLines(texts.reading, columns, { style: { tone: 'attention' }, ambiguous });
}

/** The code wide and spaced, then as it is typed, below it where there is no room beside it, and how it is read out. */
function codeLines(code: string, area: Area): readonly Line[] {
  const large = [{ text: texts.code, bold: true }, '  ', { text: spaced(code), tone: 'accent', bold: true }] as const;
  const beside = spans(...large, `  ${code}`);
  const fits = width(lineText(beside), area.ambiguous) <= area.columns;
  return [
    ...(fits ? [beside] : [spans(...large), line(`  ${code}`)]),
    ...codeReading(code).flatMap((group, index) => readingLines(index === 0 ? FIRST : NEXT, group, area)),
    blank,
  ];
}

const FIRST = `${texts.readAloud}: `;
/** As wide as what stands before the first group. */
const NEXT = '      - ';

/** One group's characters as they are spoken. A line never breaks inside one. */
function readingLines(first: string, group: readonly string[], { columns, ambiguous }: Area): readonly Line[] {
  const lines: string[] = [];
  for (const spoken of group) {
    const last = lines.at(-1);
    const longer = last === undefined ? `${first}${spoken}` : `${last} ${spoken}`;
    if (last === undefined) lines.push(longer);
    else if (width(longer, ambiguous) <= columns) lines.splice(-1, 1, longer);
    else lines.push(`${' '.repeat(width(first, ambiguous))}${spoken}`);
  }
  return lines.map((text) => line(text));
}

const TO_FULL_WIDTH = 0xfee0;

/** `AB-CD` as full-width letters with a space between, a wider one between the groups. */
function spaced(code: string): string {
  return code
    .split('-')
    .map((group) =>
      Array.from(group, (character) => String.fromCharCode(character.charCodeAt(0) + TO_FULL_WIDTH)).join(' '),
    )
    .join(' - ');
}

/** Where a file stands, below the row that made it: there it is read whole. */
function savedTexts({ saved }: Model, itemId: string): readonly string[] {
  const path = itemId === 'sheet' || itemId === 'bundle' ? saved[itemId] : undefined;
  return path === undefined ? [] : [texts.saved(path), texts.carry];
}

/** The rows of the sheet below their headings. Each can be selected, so that the keys lead through all of them. */
function sheetBlocks(model: Model, sheet: Sheet, area: Area): readonly (Block | readonly Line[])[] {
  const selected = selectedIndex(model, menuOf(model));
  const starts = sheet.sections.map((_, index) =>
    sheet.sections.slice(0, index).reduce((sum, section) => sum + section.rows.length, 0),
  );
  const first = supportActions(model).length;
  return sheet.sections.flatMap(({ title, rows }, section) => [
    [blank, line(title, { bold: true })],
    ...rows.map((row, index) => rowBlock(row, first + (starts[section] ?? 0) + index === selected, area)),
  ]);
}

/** How far the lines of a fact after its first are moved in. */
const HANGING = 4;

/** A fact is read whole: it wraps rather than being cut. */
function rowBlock({ label, text, tone }: SheetRow, here: boolean, { columns, ambiguous }: Area): Block {
  const style = { bold: here, ...(tone ? { tone } : {}) };
  const words = label === '' ? text : `${label}: ${text}`;
  const marker = here ? '> ' : ' '.repeat(MARKER_COLUMNS);
  const lines = wrapLines(words, columns - HANGING, { ambiguous, style }).map((row, index): Line => [
    { text: index === 0 ? marker : ' '.repeat(HANGING), ...style },
    ...row,
  ]);
  return here ? { lines, focus: 0, focusEnd: lines.length - 1 } : { lines, focus: null };
}
