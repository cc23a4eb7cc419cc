import { textFile } from '../text/text-file.ts';
import { timeInName, toShortText } from '../domain/time.ts';
import { codeTexts, sheetTexts as texts } from './support.ja.ts';
import { hanging, lines } from '../text/page.ts';
import { codeReading } from './code.ts';
import type { SupportCase } from './about.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/**
 * The sheet as a file to print or to carry away, for Windows' editors. The clinic stands in it only where that was
 * ticked.
 */
export function sheetFile(
  { about, now }: Pick<SupportCase, 'about' | 'now'>,
  sheet: Sheet,
  withClinic: boolean,
): { readonly name: string; readonly bytes: Uint8Array } {
  const time = toShortText(now, about.offsetMinutes);
  const all = [
    texts.title,
    texts.printed(time, about.consoleVersion),
    '',
    codeTexts.code(sheet.code),
    ...codeReading(sheet.code).flatMap((group) => row(group.join(' '))),
    ...sheet.sections.flatMap(({ title, rows }) => [
      '',
      title,
      ...rows.flatMap((each) => row(rowText(each, withClinic))),
    ]),
  ];
  return {
    name: `exports/oqs-sheet-${timeInName(now, about.offsetMinutes)}.txt`,
    bytes: textFile(`${all.join('\n')}\n`),
  };
}

function rowText({ label, text, namesClinic }: SheetRow, withClinic: boolean): string {
  const said = namesClinic === true && !withClinic ? texts.notWritten : text;
  return label === '' ? said : `${label}: ${said}`;
}

/** A fact on as many lines as it needs, those after the first moved in further. */
function row(text: string): readonly string[] {
  return lines(hanging('  ', text, 4));
}
