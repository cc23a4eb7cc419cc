import type { GuideEntry } from '../domain/notice/schema.ts';
import { guideTexts } from '../guide/guide.ja.ts';
import { hanging, page, paragraph } from '../text/page.ts';

const INDENT = 2;

/** One entry of the guide as text: what you see, why, what to do, whom to call. */
export function guideEntryText(entry: GuideEntry): string {
  const { heading } = guideTexts;
  const sections: readonly (readonly string[])[] = [
    [...paragraph(entry.title), ...paragraph(guideTexts.id(entry.id), INDENT)],
    [heading.see, ...entry.see.flatMap((text) => listed('- ', text))],
    [heading.why, ...paragraph(entry.why, INDENT)],
    [heading.do, ...entry.do.flatMap((text, index) => listed(`${String(index + 1)}. `, text))],
    [heading.call, ...paragraph(entry.call, INDENT)],
  ];
  return page(sections);
}

/** The titles of entries with their ids, one a line. */
export function guideListText(entries: readonly GuideEntry[]): string {
  return entries
    .flatMap(({ id, title }) => [...paragraph(title), ...paragraph(guideTexts.id(id), 2 * INDENT)])
    .map((line) => `${line}\n`)
    .join('');
}

/** A row of a list: its sign, the text beside it. */
function listed(sign: string, text: string): readonly string[] {
  return hanging(' '.repeat(INDENT) + sign, text, INDENT + sign.length);
}
