import { hanging, lines as linesOf } from '../../text/page.ts';
import { width } from '../../text/cells.ts';
import type { Question } from './ask.ts';
import { answerWords } from './answers.ja.ts';
import { putTexts as texts } from './put.ja.ts';

/** What is shown of a question: the lines above, and the beginning of the line on which it is answered. */
export interface Put {
  readonly lines: readonly string[];
  readonly prompt: string;
}

/** So much room is left for the answer on the question's own line. */
const PROMPT_COLUMNS = 60;

/** A question as it is put on a terminal; one that is asked again only says why. */
export function put({ text, above, example, standard, problem }: Question, columns?: number): Put {
  // What stands as the default shows by itself how it is written.
  const isShown = example !== null && (standard === null || standard === answerWords.none);
  const full = `${text}${isShown ? texts.example(example) : ''}${standard === null ? '' : texts.standard(standard)}`;
  const before = problem === null ? above : linesOf(hanging('', texts.problem(problem), 2), columns);
  if (width(full) <= PROMPT_COLUMNS) return { lines: before, prompt: texts.prompt(full) };
  return { lines: [...before, ...linesOf(hanging('', full, 2), columns)], prompt: '> ' };
}

/** What a question means. */
export function putHelp({ help }: Question, columns?: number): readonly string[] {
  return linesOf(hanging('', texts.help(help), 2), columns);
}

/** What is said around the questions, a line each. */
export function said(lines: readonly string[], columns?: number): string {
  return `${linesOf(
    lines.flatMap((line) => hanging('', line, 2)),
    columns,
  ).join('\n')}\n`;
}
