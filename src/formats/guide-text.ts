import type { GuideEntry } from '../domain/notice/guide-entry.ts';
import { guideTexts } from '../guide/guide.ja.ts';
import { wrap } from '../text/text.ts';

/** One column less than the narrowest console: writing into the last one breaks the line in some of them. */
const COLUMNS = 79;
const INDENT = 2;

/** One entry of the guide as text: what you see, why, what to do, whom to call. */
export function guideEntryText(entry: GuideEntry): string {
  const { heading } = guideTexts;
  const sections: readonly (readonly string[])[] = [
    [...paragraph(entry.title), ...paragraph(guideTexts.id(entry.id), INDENT)],
    [heading.see, ...entry.see.flatMap((text) => hanging('- ', text))],
    [heading.why, ...paragraph(entry.why, INDENT)],
    [heading.do, ...entry.do.flatMap((text, index) => hanging(`${String(index + 1)}. `, text))],
    [heading.call, ...paragraph(entry.call, INDENT)],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The titles of entries with their ids, one a line. */
export function guideListText(entries: readonly GuideEntry[]): string {
  return entries
    .flatMap(({ id, title }) => [...paragraph(title), ...paragraph(guideTexts.id(id), 2 * INDENT)])
    .map((line) => `${line}\n`)
    .join('');
}

function hanging(first: string, text: string): readonly string[] {
  const margin = INDENT + first.length;
  return wrap(text, COLUMNS - margin, 'wide').map(
    (line, index) => `${index === 0 ? ' '.repeat(INDENT) + first : ' '.repeat(margin)}${line}`,
  );
}

function paragraph(text: string, indent = 0): readonly string[] {
  return wrap(text, COLUMNS - indent, 'wide').map((line) => `${' '.repeat(indent)}${line}`);
}
