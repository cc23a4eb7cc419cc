import type { CommandLine } from './cli.ts';
import { findGuideEntry, guideEntryText, guideListText, searchGuide } from '../guide/guide.ts';
import { guideTexts } from '../guide/guide.ja.ts';
import type { CommandTools } from './command.ts';

/** When nothing was found, as other programs that search end. */
const NOTHING_FOUND = 1;

/**
 * `guide [WORDS]`: the entry whose id is given, or the only one that the words find, whole; else the titles of all that they find.
 * Without words all titles. Ends with 1 where nothing is found.
 */
export async function runGuide(
  { words, options }: Extract<CommandLine, { readonly command: 'guide' }>,
  tools: CommandTools,
): Promise<number> {
  return tools.withRun(options, false, async ({ about }) => {
    const query = words.join(' ');
    const named = findGuideEntry(about.guide, query);
    const found = named ? [named] : searchGuide(about.guide, query);
    const [first] = found;
    if (!first) {
      await tools.print(`${guideTexts.commandNothing}\n`);
      return NOTHING_FOUND;
    }
    await tools.print(
      found.length === 1 ? guideEntryText(first) : `${guideListText(found)}\n${guideTexts.commandHint}\n`,
    );
    return 0;
  });
}
