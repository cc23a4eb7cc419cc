import { toShortText } from '../domain/time.ts';
import { targetReading } from '../domain/target-reading.ts';
import { bundleTexts as texts, type BundleEntryName } from './bundle.ja.ts';
import { codeTexts } from './code.ja.ts';
import { bundleAnswer } from './bundle-answer.ts';
import { bundleEnvironment } from './bundle-environment.ts';
import type { BundleInput } from './bundle-input.ts';
import { bundleEntry } from './bundle-journal.ts';
import { codeInWords } from './code-words.ts';
import { decodeCode, encodeCode } from './code.ts';

/** One file of the bundle. */
export interface BundleFile {
  readonly name: BundleEntryName;
  readonly text: string;
}

/** What a bundle will hold, each with a word on it: shown before one is made. */
export function bundleList(withClinic: boolean): readonly { readonly name: BundleEntryName; readonly words: string }[] {
  return namesOf(withClinic).map((name) => ({ name, words: texts.entries[name] }));
}

/** The files of the bundle. Only fields that are named in `bundle-*.ts` get in; the clinic's name only where it was ticked. */
export function bundleFiles(input: BundleInput): readonly BundleFile[] {
  return namesOf(input.withClinic).map((name) => ({ name, text: textOf(name, input) }));
}

function namesOf(withClinic: boolean): readonly BundleEntryName[] {
  const always = ['naiyo.txt', 'check.json', 'journal.jsonl', 'environment.json'] as const;
  return withClinic ? [...always, 'clinic.json'] : always;
}

function textOf(name: BundleEntryName, input: BundleInput): string {
  switch (name) {
    case 'naiyo.txt':
      return contents(input);
    case 'check.json':
      return json(bundleAnswer(input));
    case 'journal.jsonl':
      return input.journal.entries
        .map((entry) => `${JSON.stringify(bundleEntry(entry, input.about.notice.id))}\n`)
        .join('');
    case 'environment.json':
      return json(bundleEnvironment(input, codeOf(input)));
    case 'clinic.json':
      return json(clinicOf(input));
  }
}

/** The list of what is inside, for people, below what the code says. */
function contents(input: BundleInput): string {
  const { about, now, withClinic } = input;
  const code = codeOf(input);
  const read = decodeCode(code);
  const lines = [
    texts.title,
    texts.madeAt(toShortText(now, about.offsetMinutes), about.consoleVersion),
    '',
    codeTexts.code(code),
    ...(read.ok ? codeInWords(read.facts) : []),
    '',
    texts.holds,
    ...bundleList(withClinic).map(({ name, words }) => `  ${texts.entry(name, words)}`),
    '',
    texts.never,
    ...(withClinic ? [] : [texts.withoutClinic]),
  ];
  return `${lines.join('\n')}\n`;
}

function codeOf({ about, survey, decision, journal }: BundleInput): string {
  const { component } = about.notice.target;
  const installed = targetReading(survey, about.notice)?.installed ?? null;
  return encodeCode(decision, { id: component, installed }, journal.tail.sha256);
}

function clinicOf({ about, survey }: BundleInput): object {
  const { clinic, settings } = about;
  return {
    name: clinic.name,
    phone: clinic.phone,
    id: settings.clinicId,
    terminal: survey.terminal?.name ?? null,
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
