import * as z from 'zod';
import type { CommandLine } from './cli.ts';
import { ANSWER_FORMAT, errorDocumentSchema } from '../formats/answer-schema.ts';
import { faqInWords } from '../guide/in-words.ts';
import { findGuideEntry } from '../guide/situations.ts';
import { entriesWith } from '../guide/built-in.ts';
import { guideEntryText, guideListText } from '../guide/guide.ts';
import { guideTexts } from '../guide/guide.ja.ts';
import { guideIndex, searchGuide, type Found } from '../guide/search.ts';
import { page, paragraph } from '../text/page.ts';
import type { CommandTools } from './command.ts';
import { jsonText } from '../text/harmless.ts';

/** When nothing fits well, as other programs that search end. */
const NOTHING_FITS = 1;

/**
 * `guide [WORDS]`: the entry whose id is given, or the only one that the words find, whole; else the titles of what
 * they find, best first. Without words all titles. Where nothing fits well: what to do then, whom to call, and what
 * fits less; ends with 1.
 */
export async function runGuide(
  { words, options }: Extract<CommandLine, { readonly command: 'guide' }>,
  tools: Pick<CommandTools, 'withRun' | 'print' | 'columns'>,
): Promise<number> {
  return tools.withRun(options, false, async ({ about, ports }) => {
    const query = words.join(' ');
    const faq = faqInWords(about.notice, about.calendar, ports.clock.now());
    const guide = entriesWith(about.ownGuide, about.words);
    const found = searchGuide(guideIndex(guide, faq), query);
    const { hits, fallback } = found;
    const end = fallback === null ? 0 : NOTHING_FITS;
    const named = findGuideEntry(guide, query);
    if (options.json === true) {
      await tools.print(`${jsonText(guideDocument(query, found), 2)}\n`);
      return named ? 0 : end;
    }
    const { columns } = tools;
    const list = hits.length === 0 ? '' : `${guideListText(hits, columns)}\n${guideTexts.commandHint}\n`;
    const [only, another] = hits;
    const entry = named ?? fallback ?? (another ? null : findGuideEntry(guide, only?.id ?? ''));
    const answer = another ? undefined : faq[only?.answer ?? -1];
    if (named) await tools.print(guideEntryText(named, columns));
    else if (fallback)
      await tools.print(
        `${guideEntryText(fallback, columns)}${list === '' ? '' : `\n${guideTexts.commandLess}\n\n${list}`}`,
      );
    else if (entry) await tools.print(guideEntryText(entry, columns));
    else if (answer) await tools.print(page([paragraph(answer.question), paragraph(answer.answer, 2)], columns));
    else await tools.print(list);
    return named ? 0 : end;
  });
}

const text = z.string().min(1);

/** The answer of `guide --json`: what the search finds, best first; `fallback` where nothing fits well. */
export const guideDocumentSchema = z.strictObject({
  formatVersion: z.literal(ANSWER_FORMAT),
  query: z.string(),
  hits: z.array(z.strictObject({ id: text, title: text, score: z.number().min(0).max(1) })),
  fallback: z.strictObject({ id: text, title: text, do: z.array(text), call: text }).nullable(),
});

/** Everything that `guide --json` can put on stdout. */
export const guideAnswerSchema = z.union([guideDocumentSchema, errorDocumentSchema]);

/** What was found as one document. */
function guideDocument(query: string, { hits, fallback }: Found): z.infer<typeof guideDocumentSchema> {
  return {
    formatVersion: ANSWER_FORMAT,
    query,
    hits: hits.map(({ id, title, score }) => ({ id, title, score })),
    fallback: fallback && { id: fallback.id, title: fallback.title, do: fallback.do, call: fallback.call },
  };
}
