import type { Decision, StepId } from '../facts.ts';
import { nightRecorded, otherTerminalsFirst, stepTitles } from '../procedure/steps.ja.ts';
import { dateToShortText } from '../time.ts';
import { componentName } from './components.ts';
import { followingDay, nightDay } from './night-names.ja.ts';
import { noticeWords as texts, shortTime } from './notice.ja.ts';
import type { Notice, OwnComponent } from './notice.ts';

/** What texts take from a notice, by the word in braces that stands for it. Several are told one after the other. */
export interface Words extends Readonly<Record<WordName, readonly string[]>> {
  /** What the notice has: `{restart:…}` stands only where it has that, `{no-restart:…}` only where it has not. */
  readonly has: Readonly<Record<Trait, boolean>>;
}
export const wordNames = [
  'component',
  'anyOf',
  'otherNames',
  'version',
  'form',
  'way',
  'fields',
  'from',
  'to',
  'deadline',
  'contact',
] as const;
type WordName = (typeof wordNames)[number];
export const traits = ['tool', 'restart', 'delivery', 'all-day', 'report'] as const;
type Trait = (typeof traits)[number];
/** That a notice has something, or that it has not. */
export type Condition = Trait | `no-${Trait}`;

/** The words of a notice. */
export function wordsOf({ components, targets, delivery, deadline, report, contacts, by, restart }: Notice): Words {
  const [contact] = contacts;
  const names = targets.map(({ component }) => componentName({ components }, component));
  return {
    component: names,
    anyOf: names,
    otherNames: targets.flatMap(({ component }) => otherNames(components, component)),
    version: targets.map(({ version }) => version),
    form: formName(report?.formPath ?? []),
    way: report?.formPath ?? [],
    fields: report?.fields.map(({ label }) => label) ?? [],
    from: delivery === null ? [] : [shortTime(delivery.from)],
    to: delivery === null ? [] : [followingDay(delivery) + shortTime(delivery.to)],
    deadline: deadline === null ? [] : [dateToShortText(deadline)],
    contact: contact === undefined ? [] : [texts.contact(contact.name, contact.phone)],
    has: {
      tool: by === 'tool',
      restart,
      delivery: delivery !== null,
      'all-day': delivery !== null && delivery.allDayFrom !== null,
      report: report !== null,
    },
  };
}

/** Where it is not known which notice it is. */
export const wordsOfNone: Words = {
  component: [],
  anyOf: [],
  otherNames: [],
  version: [],
  form: [],
  way: [],
  fields: [],
  from: [],
  to: [],
  deadline: [],
  contact: [],
  has: { tool: true, restart: true, delivery: true, 'all-day': true, report: true },
};

/** What a component is called beside its name. */
function otherNames(own: readonly OwnComponent[], id: string): readonly string[] {
  return own.find((each) => each.id === id)?.recordNames ?? (id === 'face-library' ? [texts.faceLibrary] : []);
}

/** The form's name is what the way to it names last: 「システムクレオからのお知らせ」の「完了報告フォーム」を開く. */
function formName(formPath: readonly string[]): readonly string[] {
  const named = formPath.flatMap((row) => [...row.matchAll(/「([^「」]+)」/g)].map(([, name]) => name ?? ''));
  return named.slice(-1);
}

/**
 * A text with the notice's words in the place of their names in braces: `「{component}」` quotes each of several. Where
 * the notice has none, the general word stands there, unquoted. What stands under a condition that does not hold is
 * left out.
 */
export function filled(text: string, words: Words): string {
  return withoutConditions(text, words).replace(
    NAMES,
    (whole, quoted: string | undefined, bare: string | undefined) => {
      const known = wordNames.find((each) => each === (quoted ?? bare));
      if (known === undefined) return whole;
      const written = words[known].map((word) => (quoted === undefined ? word : `「${word}」`));
      return written.join(texts.between(known)) || texts.general[known];
    },
  );
}

/** Rows, filled: one that is only a word's name stands for all of them, one a row; one with nothing left goes. */
export function filledRows(rows: readonly string[], words: Words): string[] {
  return rows
    .flatMap((row) => {
      const name = wordNames.find((each) => row === `{${each}}`);
      return name === undefined ? [filled(row, words)] : words[name];
    })
    .filter((row) => row !== '');
}

/** Whether a notice with these words has that, or has it not. */
export function holds(condition: Condition, { has }: Words): boolean {
  return traits.some((trait) => (has[trait] ? trait : `no-${trait}`) === condition);
}

/** From the innermost to the outermost. */
function withoutConditions(text: string, words: Words): string {
  const rest = text.replace(CONDITION, (_, condition: Condition, said: string) =>
    holds(condition, words) ? said : '',
  );
  return rest === text ? text : withoutConditions(rest, words);
}

/** A condition over words that have no other in them. */
const CONDITION = new RegExp(`\\{((?:no-)?(?:${traits.join('|')})):((?:[^{}]|\\{\\w+\\})*)\\}`, 'g');
const NAMES = /「\{([^{}]*)\}」|\{([^{}]*)\}/g;

/** A step as an instruction, with the notice's own words; of what was decided, that other terminals come first. */
export function stepTitle(said: StepId | Pick<Decision, 'step' | 'terminals'>, words: Words): string {
  const { step, terminals } = typeof said === 'string' ? { step: said } : said;
  return terminals ? otherTerminalsFirst(terminals.done, terminals.count) : filled(stepTitles[step], words);
}

/** The same as it stands on the screen: once the night is on record, that it is, and what follows in the morning. */
export function stepOnScreen(decision: Decision, words: Words): string {
  const { prepared, night } = decision;
  if (!prepared || night === null) return stepTitle(decision, words);
  return filled(nightRecorded(nightDay(night, { from: words.from[0] ?? null })), words);
}
