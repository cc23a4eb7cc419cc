import type { Decision } from '../domain/facts.ts';
import { componentsOf } from '../domain/notice/components.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { stepTitle, wordsOf, wordsOfNone } from '../domain/notice/words.ts';
import { checkNames } from '../domain/names.ja.ts';
import { verdictTexts } from '../domain/procedure/steps.ja.ts';
import { targetReading } from '../domain/procedure/situation.ts';
import type { SupportCase } from './about.ts';
import { charactersOf, checkValue, join, MODULUS, split, valuesOf } from './code-numbers.ts';
import type { CodeFacts, CodeProblem, CodeVersion } from './code-numbers.ts';
import { FORMAT_1_LENGTH, readFormat1 } from './code-format-1.ts';
import { FORMAT_2_LENGTH, LAST_PLACE, numberOf, readFormat2 } from './code-format-2.ts';
import { codeReadings, codeTexts as texts } from './support.ja.ts';

type ReadCode =
  { readonly ok: true; readonly facts: CodeFacts } | { readonly ok: false; readonly problem: CodeProblem };

const GROUP = /.{4}(?=.)/g;

/** The places of a number written in `length` characters, the check character among them. */
const places = (length: number): readonly number[] => Array.from({ length: length - 1 }, () => MODULUS);

/** The code that is told on the phone for this case. */
export function codeOf({ about, survey, decision, journal }: SupportCase): string {
  const target = targetReading(survey, about.notice);
  const place = componentsOf(about.notice).findIndex(({ id }) => id === target?.id);
  return encodeCode(decision, { place: Math.max(place, 0), installed: target?.installed ?? null }, journal.tail.sha256);
}

/**
 * The code of a decision, as three groups of four characters: `ABCD-EFGH-JKMP`. Its facts as one number, written in
 * eleven characters of the alphabet, the most significant first; behind them the check character. `head`: the hash of
 * the journal's last line, in hex; null without a journal.
 */
export function encodeCode(
  decision: Pick<Decision, 'step' | 'check' | 'rule'>,
  target: { readonly place: number; readonly installed: string | null },
  head: string | null,
): string {
  const digits = split(numberOf(decision, target, head), places(FORMAT_2_LENGTH));
  return charactersOf([...digits, checkValue(digits)]).replace(GROUP, '$&-');
}

/**
 * Reads a code as it was typed: lower case, full width, spaces and hyphens of any kind make no difference. Its length
 * tells the format. One that cannot be right is refused with the reason; nothing is ever put right by guessing.
 */
export function decodeCode(text: string): ReadCode {
  // The Japanese input method types a long vowel mark where a hyphen is meant.
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}ー]/gu, '');
  const { length } = Array.from(bare);
  if (length !== FORMAT_1_LENGTH && length !== FORMAT_2_LENGTH) return { ok: false, problem: 'length' };
  const values = valuesOf(bare);
  if (values === null) return { ok: false, problem: 'character' };
  const digits = values.slice(0, -1);
  if (values.at(-1) !== checkValue(digits)) return { ok: false, problem: 'unlike' };
  const number = join(digits, places(length));
  return length === FORMAT_1_LENGTH ? readFormat1(number) : readFormat2(number);
}

/** What a code says, one fact a line. `notice`: its notice, where that is known. */
export function codeInWords(facts: CodeFacts, notice: Notice | null = null): readonly string[] {
  const { verdict, step, check, rule, component, installed, head } = facts;
  const place = component === LAST_PLACE ? texts.componentFrom : texts.component;
  const name = componentAt(component, notice) ?? place(component + 1);
  return [
    texts.verdict(`${verdictTexts[verdict].mark} ${verdictTexts[verdict].word}`),
    texts.version(name, versionInWords(installed)),
    texts.step(stepTitle(step, notice === null ? wordsOfNone : wordsOf(notice))),
    ...(check === null ? [] : [texts.check(checkNames[check])]),
    texts.rule(rule),
    ...(head === null ? [] : [texts.head(head)]),
  ];
}

/** The name of the component at a place from 0; null: it is not known, or the place stands for several. */
export function componentAt(place: number, notice: Pick<Notice, 'components'> | null): string | null {
  const all = componentsOf(notice ?? { components: [] });
  const isShared = place === LAST_PLACE && all.length > LAST_PLACE + 1;
  return isShared ? null : (all[place]?.name ?? null);
}

function versionInWords(installed: CodeVersion): string {
  if (installed.type === 'version') return installed.version;
  return installed.type === 'unknown' ? texts.unknownVersion : texts.otherVersion;
}

/** How the code is read out: for each group the kana of its characters, with a word where one sounds like another. */
export function codeReading(code: string): readonly (readonly string[])[] {
  return code.split('-').map((group) =>
    Array.from(group, (character) => {
      const reading = codeReadings[character];
      return reading ? texts.reading(reading.kana, reading.word) : character;
    }),
  );
}
