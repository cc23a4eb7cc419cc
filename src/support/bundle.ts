import type { NamedFile } from '../actions/zip.ts';
import { builtInNotice } from '../domain/notice/built-in.ts';
import { textFile } from '../text/text-file.ts';
import { timeInName, toIso, toShortText } from '../domain/time.ts';
import { defaultSettings } from '../settings/load.ts';
import type { Settings } from '../settings/schema.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { SupportCase } from './about.ts';
import { checkJson } from './bundle-check.ts';
import { bundleTexts as texts, codeTexts } from './support.ja.ts';
import { journalLine } from './bundle-journal.ts';
import { codeInWords, codeOf, decodeCode } from './code.ts';
import { allowedOs } from './redaction.ts';
import { allowedVersion, OTHER } from '../domain/versions/allowed-version.ts';
import { jsonText } from '../text/harmless.ts';

/** The files that a bundle can hold. */
const bundleFileNames = ['naiyo.txt', 'check.json', 'journal.jsonl', 'environment.json', 'clinic.json'] as const;
type BundleFileName = (typeof bundleFileNames)[number];

/** What a bundle is made from. */
export interface BundleInput extends SupportCase {
  /** The operator has ticked that the clinic's name and number go in. */
  readonly withClinic: boolean;
}

/** What a bundle will hold, each with a word on it: shown before one is made. */
export function bundleList(withClinic: boolean): readonly { readonly name: BundleFileName; readonly words: string }[] {
  const names = bundleFileNames.filter((name) => withClinic || name !== 'clinic.json');
  return names.map((name) => ({ name, words: texts.files[name] }));
}

/** Where the console puts it, below the data folder: `exports/oqs-bundle-20260120-081000.zip`. */
export function bundleName({ about, now, withClinic }: Pick<BundleInput, 'about' | 'now' | 'withClinic'>): string {
  // Whoever sends it sees what kind it is.
  return `exports/oqs-bundle-${timeInName(now, about.offsetMinutes)}${withClinic ? '-with-clinic' : ''}.zip`;
}

/** The files of the bundle. Only fields named in this folder get in; the clinic's name only where it was ticked. */
export function bundleFiles(input: BundleInput): readonly NamedFile[] {
  return bundleList(input.withClinic).map(({ name }) => {
    const text = contentOf(name, input);
    return { name, bytes: name.endsWith('.txt') ? textFile(text) : new TextEncoder().encode(text) };
  });
}

function contentOf(name: BundleFileName, input: BundleInput): string {
  const { about, journal } = input;
  switch (name) {
    case 'naiyo.txt':
      return contents(input);
    case 'check.json':
      return json(checkJson(input));
    case 'journal.jsonl':
      return journal.entries.map((entry) => `${jsonText(journalLine(entry, about.notice))}\n`).join('');
    case 'environment.json':
      return json(environment(input));
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
    ...(read.ok ? codeInWords(read.facts, nameless(about.notice)) : []),
    '',
    texts.holds,
    ...bundleList(withClinic).map(({ name, words }) => `  ${texts.entry(name, words)}`),
    '',
    texts.never,
    ...(withClinic ? [] : [texts.withoutClinic]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What somebody else wrote stays out: how the notice is done tells the step, its names do not go in. */
function nameless(notice: Notice): Notice {
  return { ...notice, components: [], report: notice.report && { ...notice.report, formPath: [] } };
}

/** Where and with what it was made. The title of a notice that another wrote stays out: its id says which it is. */
function environment(input: BundleInput): object {
  const { about, survey, now } = input;
  const { notice, offsetMinutes } = about;
  const builtIn = builtInNotice();
  return {
    formatVersion: 1,
    madeAt: toIso(now, offsetMinutes),
    code: codeOf(input),
    consoleVersion: about.consoleVersion,
    label: about.label,
    os: allowedOs(survey.terminal?.os ?? null),
    offsetMinutes,
    notice: {
      id: notice.id,
      title: notice.id === builtIn.id && notice.title === builtIn.title ? notice.title : OTHER,
      targets: notice.targets.map(({ component, version }) => ({ component, version: allowedVersion(version) })),
    },
    settings: settingsStates(about.settings),
  };
}

/** Each setting by its name in the file, and whether it is the default; never its value. */
function settingsStates(settings: Settings): Readonly<Record<string, 'default' | 'changed'>> {
  const defaults = new Map(leaves(defaultSettings()));
  return Object.fromEntries(
    leaves(settings).map(([key, value]) => [key, defaults.get(key) === value ? 'default' : 'changed']),
  );
}

/** Every value as JSON under its whole name: `paths.deliveryRecord`. Lists are values. */
function leaves(value: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? leaves(each, `${prefix}${key}.`)
      : [[`${prefix}${key}`, JSON.stringify(each)] as const],
  );
}

function clinicOf({ about, survey }: BundleInput): object {
  const { clinic, settings } = about;
  return { name: clinic.name, phone: clinic.phone, id: settings.clinicId, terminal: survey.terminal?.name ?? null };
}

function json(value: object): string {
  return `${jsonText(value, 2)}\n`;
}
