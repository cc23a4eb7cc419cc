import { repeatedIn, whoseFieldsFit } from '../domain/fitting.ts';
import { guideEntrySchema, type GuideEntry } from '../domain/notice/parts.ts';
import * as z from 'zod';
import { parseInput } from '../domain/input-error.ts';
import { guideFileTexts, guideTexts } from './guide.ja.ts';
import { hanging, lines, page, paragraph, type PageLine } from '../text/page.ts';

/**
 * Text as the search compares it: widths made equal (NFKC), katakana as hiragana, lower case, no spaces. It makes a
 * query typed with the Japanese IME on find the same as one typed with it off.
 */
export function normalise(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replaceAll(/\s/g, '')
      // A mark of voice that stood after a space is part of the character now.
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[\u30A1-\u30F6]/g, toHiragana)
      .replaceAll(/ゔ[ぁぃぇぉ]?/g, (sound) => vSounds[sound] ?? sound)
  );
}

/** `ヴァージョン` is `バージョン`. */
const vSounds: Readonly<Record<string, string>> = {
  ゔ: 'ぶ',
  ゔぁ: 'ば',
  ゔぃ: 'び',
  ゔぇ: 'べ',
  ゔぉ: 'ぼ',
};

function toHiragana(katakana: string): string {
  return String.fromCodePoint((katakana.codePointAt(0) ?? 0) - 0x60);
}

/** The words of a query, as they are compared. */
export function queryWords(query: string): readonly string[] {
  return query
    .normalize('NFKC')
    .split(/\s+/)
    .map(normalise)
    .filter((word) => word !== '');
}

/**
 * A file of guide entries that a support company or a clinic adds: one with the id of a known entry takes its place.
 */
export const guideFileSchema = z.lazy(() =>
  whoseFieldsFit(
    z.strictObject({ formatVersion: z.literal(1), entries: z.array(guideEntrySchema) }),
    ({ entries }, reads) => repeatedIn(entries, 'id', ['entries'], reads, guideFileTexts.repeated),
  ),
);

/** Reads guide entries from the text of a file. Throws InputError naming file, line, field and reason. */
export function parseGuideFile(text: string, fileName: string): readonly GuideEntry[] {
  const input = { code: 'bad-guide', file: fileName, remedy: guideFileTexts.remedy };
  return parseInput(guideFileSchema, text, input).entries;
}

const INDENT = 2;

/** One entry of the guide as text: what you see, why, what to do, whom to call. */
export function guideEntryText(entry: GuideEntry, columns?: number): string {
  const { heading } = guideTexts;
  const sections: readonly (readonly PageLine[])[] = [
    [...paragraph(entry.title), ...paragraph(guideTexts.id(entry.id), INDENT)],
    [heading.see, ...entry.see.flatMap((text) => listed('- ', text))],
    [heading.why, ...paragraph(entry.why, INDENT)],
    [heading.do, ...entry.do.flatMap((text, index) => listed(`${String(index + 1)}. `, text))],
    [heading.call, ...paragraph(entry.call, INDENT)],
  ];
  return page(sections, columns);
}

/** The titles of entries with their ids, one a line. */
export function guideListText(entries: readonly Pick<GuideEntry, 'id' | 'title'>[], columns?: number): string {
  const rows = entries.flatMap(({ id, title }) => [...paragraph(title), ...paragraph(guideTexts.id(id), 2 * INDENT)]);
  return lines(rows, columns)
    .map((line) => `${line}\n`)
    .join('');
}

/** A row of a list: its sign, the text beside it. */
function listed(sign: string, text: string): readonly PageLine[] {
  return hanging(' '.repeat(INDENT) + sign, text, INDENT + sign.length);
}
