import { textFile, timeInName } from '../domain/text-file.ts';
import { toShortText } from '../domain/time.ts';
import { codeTexts } from './code.ja.ts';
import { sheetTexts as texts } from './support.ja.ts';
import { wrap } from '../text/text.ts';
import { codeReading } from './code-words.ts';
import type { Sheet, SheetRow, SheetInput } from './sheet-parts.ts';

/** One column less than a line of plain text on A4 paper in a usual size. */
const COLUMNS = 79;

/** The sheet as a file to print or to carry away, for Windows' editors. The clinic stands in it only where that was ticked. */
export function sheetFile(
  model: SheetInput,
  sheet: Sheet,
  withClinic: boolean,
): { readonly name: string; readonly bytes: Uint8Array } {
  const { about, now } = model;
  const time = toShortText(now, about.offsetMinutes);
  const lines = [
    texts.title,
    texts.printed(time, about.consoleVersion),
    '',
    codeTexts.code(sheet.code),
    ...codeReading(sheet.code).flatMap((group) => paragraph(group.join(' '), 2)),
    ...sheet.sections.flatMap(({ title, rows }) => [
      '',
      title,
      ...rows.flatMap((row) => paragraph(rowText(row, withClinic), 2)),
    ]),
  ];
  return {
    name: `exports/oqs-sheet-${timeInName(now, about.offsetMinutes)}.txt`,
    bytes: textFile(`${lines.join('\n')}\n`),
  };
}

function rowText({ label, text, namesClinic }: SheetRow, withClinic: boolean): string {
  const said = namesClinic === true && !withClinic ? texts.notWritten : text;
  return label === '' ? said : `${label}: ${said}`;
}

/** A fact on as many lines as it needs, those after the first moved in further. */
function paragraph(text: string, indent: number): readonly string[] {
  return wrap(text, COLUMNS - 2 * indent, 'wide').map(
    (line, index) => `${' '.repeat(index === 0 ? indent : 2 * indent)}${line}`,
  );
}
