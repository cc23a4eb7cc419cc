import { answerTexts } from './interview.ja.ts';

/** A question of an interview as data, for whoever puts it to a person. */
export interface Question {
  readonly text: string;
  /** What is shown above it, line by line: the choices, or what it is about. */
  readonly above: readonly string[];
  readonly example: string | null;
  readonly help: string;
  /** What an empty answer takes, as it would be typed; null: there must be an answer. */
  readonly standard: string | null;
  /** Why the last answer to it cannot be; null: it is asked for the first time. */
  readonly problem: string | null;
}

/** A script: it puts questions, is given what is typed, and ends with a result. It goes by the answers alone. */
export type Asking<T> = Generator<Question, T, string>;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** What a question asks for, and how its answer is read. */
interface Wanted<T> {
  readonly text: string;
  readonly help: string;
  readonly above?: readonly string[];
  readonly example?: string;
  readonly standard?: string | null;
  readonly read: (text: string) => Read<T>;
}

/** Puts a question until its answer can be used. `faultIn`: why a value cannot be beside earlier ones; null: it can. */
export function* ask<T>(wanted: Wanted<T>, faultIn: (value: T) => string | null = () => null): Asking<T> {
  const { text, help, above = [], example, standard = null, read } = wanted;
  const question = { text, above, example: example ?? null, help, standard };
  let problem: string | null = null;
  for (;;) {
    const typed: string = (yield { ...question, problem }).trim();
    const taken = typed === '' ? standard : typed;
    const answer: Read<T> = taken === null ? { ok: false, problem: answerTexts.empty } : read(taken);
    if (!answer.ok) {
      problem = answer.problem;
      continue;
    }
    problem = faultIn(answer.value);
    if (problem === null) return answer.value;
  }
}

/** Asks for one thing after the other, until the answer is that there is no more: at most so many. */
export function* askMany<T>(one: (before: readonly T[]) => Asking<T | null>, most = 40): Asking<readonly T[]> {
  const all: T[] = [];
  while (all.length < most) {
    const next = yield* one(all);
    if (next === null) break;
    all.push(next);
  }
  return all;
}
