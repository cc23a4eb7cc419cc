import type { CommandTools } from './command.ts';
import { STANDARD_STREAM, type Options } from './options.ts';
import { outTexts } from './cli.ja.ts';
import { paperHtml, paperText, type Paper } from '../text/paper.ts';
import { textFile } from '../text/text-file.ts';
import { writeNewFile } from './refusal.ts';

type Tools = Pick<CommandTools, 'print' | 'writeNew' | 'columns'>;

/**
 * Prints a text in lines of so many columns, or puts it into the new file of `--out`, where it has as many as a page
 * has. Throws InputError `cannot-write` where that is there already.
 */
export async function handOut(text: (columns?: number) => string, { out }: Options, tools: Tools): Promise<void> {
  if (out === undefined || out === STANDARD_STREAM) return tools.print(text(tools.columns));
  await writeNewFile(out, textFile(text()), tools, outTexts);
  await tools.print(`${outTexts.written(out)}\n`);
}

/** The same with a paper, as text or with `--html` as a page for the printer. */
export async function handOutPaper(paper: Paper, options: Options, tools: Tools): Promise<void> {
  return handOut((columns) => (options.html === true ? paperHtml(paper) : paperText(paper, columns)), options, tools);
}
