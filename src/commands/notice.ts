import type { CommandLine } from './cli.ts';
import type { CommandTools } from './command.ts';
import { checkFile, faultsText } from '../notice/check-file.ts';
import { checkTexts } from '../notice/check-file.ja.ts';
import { previewWithCards } from '../notice/preview.ts';
import { openLineReader } from '../ports/node/line-reader.ts';
import { outTexts } from './hand-out.ja.ts';
import { handOut } from './hand-out.ts';
import { isThere } from '../ports/node/if-there.ts';
import { readNamedFile } from '../ports/node/config-files.ts';
import { interviewFor, printTemplate } from './notice-new.ts';
import { STANDARD_STREAM, type Options } from './options.ts';
import { cannotWrite } from './refusal.ts';

type Tools = Pick<CommandTools, 'print' | 'warn' | 'realNow' | 'writeNew' | 'terminal' | 'columns'>;

/** In a file's place: there is none yet. (A file of that name is `./new`.) */
const NEW = 'new';

const CANNOT_BE_USED = 64;

/**
 * `notice FILE`: checks a notice and prints what it will say and the cards, to stdout or into the file of `--out`. Ends
 * with 0; with 64 where something is wrong with it, after all that is. Opens no terminal and writes no journal. Throws
 * InputError for a file that is no notice.
 */
export async function runNotice(
  { file, options }: Extract<CommandLine, { readonly command: 'notice' }>,
  tools: Tools,
): Promise<number> {
  if (file === NEW) return runNew(options, tools);
  const checked = checkFile((await readNamedFile(file, checkTexts.notAFileRemedy)).text, file);
  if (!checked.ok) {
    tools.warn(faultsText(file, checked.faults, tools.columns));
    return CANNOT_BE_USED;
  }
  await handOut((columns) => previewWithCards(checked, tools.realNow(), columns), options, tools);
  return 0;
}

/**
 * `notice new`: asks and writes one; without a terminal, a template. Throws InputError where `--out` is taken already.
 */
async function runNew(options: Options, tools: Tools): Promise<number> {
  if (tools.terminal === null) return printTemplate(options, tools);
  // Told before the first question, not after the last one.
  if (options.out !== undefined && options.out !== STANDARD_STREAM && (await isThere(options.out)))
    throw cannotWrite(outTexts.exists, options.out, outTexts.existsRemedy);
  const reader = openLineReader(tools.terminal);
  try {
    return await interviewFor(options, reader, tools);
  } finally {
    reader.close();
  }
}
