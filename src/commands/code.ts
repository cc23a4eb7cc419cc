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
 * `code CODE [--json]`: prints what the code says, in the words of `--notice`, and ends with 0. Throws
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
  const notice = options.notice === undefined ? null : (await namedNotice(options.notice)).notice;
  const text =
    options.json === true
      ? jsonText(codeDocument(code, read.facts, notice))
      : codeInWords(read.facts, notice).join('\n');
  await tools.print(`${text}\n`);
  return 0;
}
