import type { CommandLine } from './cli.ts';
import { InputError } from '../domain/fault.ts';
import { codeTexts } from '../support/support.ja.ts';
import { ALPHABET } from '../support/code-numbers.ts';
import { codeDocument } from '../support/answers.ts';
import { codeInWords, decodeCode } from '../support/code.ts';
import { jsonText } from '../text/harmless.ts';
import { namedNotice } from './site-notices.ts';
import type { CommandTools } from './command.ts';

/**
 * `code CODE [--json]`: prints what the code says, with the names of the parts of `--notice`, and ends with 0. Throws
 * InputError `bad-code` for one that cannot be right.
 */
export async function runCode(
  { code, options }: Extract<CommandLine, { readonly command: 'code' }>,
  tools: Pick<CommandTools, 'print'>,
): Promise<number> {
  const read = decodeCode(code);
  if (!read.ok) {
    throw new InputError({
      code: 'bad-code',
      message: codeTexts.problems[read.problem],
      where: code,
      remedy: codeTexts.remedy(Array.from(ALPHABET).join(' ')),
    });
  }
  const own = options.notice === undefined ? [] : (await namedNotice(options.notice)).notice.components;
  const text =
    options.json === true ? jsonText(codeDocument(code, read.facts, own)) : codeInWords(read.facts, own).join('\n');
  await tools.print(`${text}\n`);
  return 0;
}
