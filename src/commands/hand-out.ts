import type { CommandTools } from './command.ts';
import type { Options } from './options.ts';
import { outTexts } from './hand-out.ja.ts';
import { paperHtml, paperText, type Paper } from '../text/paper.ts';
import { textFile } from '../text/text-file.ts';
import { writeNewFile } from './refusal.ts';

type Tools = Pick<CommandTools, 'print' | 'writeNew'>;

/** Prints a page, or puts it into the new file of `--out`. Throws InputError `cannot-write` where that is there already. */
export async function handOut(text: string, { out }: Options, tools: Tools): Promise<void> {
  if (out === undefined) return tools.print(text);
  await writeNewFile(out, textFile(text), tools, outTexts);
  await tools.print(`${outTexts.written(out)}\n`);
}

/** The same with a paper, as text or with `--html` as a page for the printer. */
export async function handOutPaper(paper: Paper, options: Options, tools: Tools): Promise<void> {
  return handOut((options.html === true ? paperHtml : paperText)(paper), options, tools);
}
