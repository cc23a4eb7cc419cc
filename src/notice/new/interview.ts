import { width } from '../../text/cells.ts';
import { hanging, lines as linesOf } from '../../text/page.ts';
import type { Asking, Question } from './ask.ts';
import { answerWords, putTexts as texts } from './interview.ja.ts';

/** Where an interview stands. */
export interface Interview<T> {
  readonly script: () => Asking<T>;
  /** What was typed and taken, in order. */
  readonly answers: readonly Given[];
  /** What was taken back by going back: it stands as the default where the same is asked again. */
  readonly earlier: readonly Given[];
  readonly now: { readonly question: Question } | { readonly result: T };
}

interface Given {
  readonly question: string;
  readonly text: string;
}

/** The key that goes back to the question before, and the one that explains a question. */
const BACK = '<';
const HELP = '?';

/** The first question of a script. */
export function begin<T>(script: () => Asking<T>): Interview<T> {
  return at(script, [], []);
}

/** The interview after something was typed: one question further, one back, or the same one with the reason why. */
export function answered<T>(interview: Interview<T>, typed: string): Interview<T> {
  const { script, answers, earlier, now } = interview;
  if (!('question' in now) || isHelp(typed)) return interview;
  if (plainly(typed) === BACK) {
    const last = answers.at(-1);
    return at(script, answers.slice(0, -1), last ? [last, ...earlier] : earlier);
  }
  const text = typed.trim() === '' ? (now.question.standard ?? '') : typed;
  const given = [...answers, { question: now.question.text, text }];
  const used = earlier.findIndex(({ question }) => question === now.question.text);
  const next = at(script, given, earlier.toSpliced(used, used < 0 ? 0 : 1));
  // Asked again: what was typed does not count.
  return 'question' in next.now && next.now.question.problem !== null ? { ...next, answers, earlier } : next;
}

/** Whether somebody asks what a question means. */
export function isHelp(typed: string): boolean {
  return plainly(typed) === HELP;
}

/** With Japanese input on, these are typed full-width. */
function plainly(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** A script that is played from its beginning with these answers. */
function at<T>(script: () => Asking<T>, answers: readonly Given[], earlier: readonly Given[]): Interview<T> {
  const played = script();
  let step = played.next();
  for (const { text } of answers) if (step.done !== true) step = played.next(text);
  if (step.done === true) return { script, answers, earlier, now: { result: step.value } };
  const question = step.value;
  const before = earlier.find((each) => each.question === question.text && each.text !== '');
  const standard = before?.text ?? question.standard;
  return { script, answers, earlier, now: { question: { ...question, standard } } };
}

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
