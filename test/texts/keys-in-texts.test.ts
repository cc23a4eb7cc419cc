import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { characterKeys, type KeyId } from '../../src/tui/keys.ts';
import { deskKeys, deskScreenIds, type DeskPlace } from '../../src/desk/keys.ts';
import { consoleKeys, screenIds, type Place } from '../../src/screens/keys.ts';
import { keyTexts } from '../../src/tui/keys.ja.ts';
import { readGraph } from '../architecture/sources.ts';
import { everyText, type Found } from './every-text.ts';

const SRC = join(import.meta.dirname, '../../src');
const { names } = keyTexts;

/** Keys as a text names them: 「r」キー, `? で`, Enter. */
const CHARACTER = /「(.)」\s*キー|([?/]) で/gu;
const NAMED = new RegExp(
  `(?<![A-Za-z+])(?:${[names.enter, names.escape, names.tab, names.home, names.end, names['page-up'], names['page-down'], 'Ctrl\\+C'].join('|')})(?![A-Za-z])`,
  'g',
);

function keysIn(text: string): readonly string[] {
  const characters = [...text.matchAll(CHARACTER)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const named = [...text.matchAll(NAMED)].map(([name]) => name);
  return [...new Set([...characters, ...named, ...(text.includes('矢印') ? [names.up, names.down] : [])])];
}

/** The key with this name; null: there is none. */
function keyNamed(name: string): KeyId | null {
  const character = characterKeys.find((each) => each === name);
  if (character !== undefined) return character;
  const ids = Object.keys(names) as (keyof typeof names)[];
  return ids.find((id) => names[id] === name) ?? null;
}

const everyScreen: readonly (Place | DeskPlace)[] = [...screenIds, ...deskScreenIds];

/** Where the texts that name keys are shown: by the beginning of the way to them. */
const shownAt: readonly (readonly [string, readonly (Place | DeskPlace)[]])[] = [
  ['guide/entries/', ['guide']],
  ['guide/guide.ja.ts.guideTexts.searching', ['text']],
  ['journal/history.ja.ts.historyTexts.filtering', ['text']],
  ['journal/history.ja.ts.historyTexts.nothingFound', ['history', 'text']],
  ['settings/settings.ja.ts.settingsTexts.editHint', ['text']],
  ['settings/settings.ja.ts', ['settings']],
  ['tui/keys.ja.ts.noKeyTexts.kana', [...everyScreen, 'dialog']],
  ['tui/keys.ja.ts.noKeyTexts.unknownKey', everyScreen],
  ['screens/evening/evening.ja.ts.eveningTexts', ['evening']],
  ['screens/console.ja.ts.consoleTexts.leaveCopying', ['dialog', 'report']],
  ['screens/hand-steps/hand-steps.ja.ts.handStepsTexts.intro', ['hand-steps']],
  ['desk/desk-screen.ja.ts.deskScreenTexts.searching', ['text']],
  ['desk/desk-screen.ja.ts.deskScreenTexts.noneFits', ['desk-clinics', 'desk-terminals']],
  ['desk/desk-screen.ja.ts.deskScreenTexts.gone', ['desk-detail']],
  ['desk/desk-screen.ja.ts.deskScreenTexts.detail', ['desk-detail']],
  ['desk/desk-screen.ja.ts.deskScreenTexts.leaveByKey', deskScreenIds],
  ['tui/keys.ja.ts.keyTexts.notes', ['help', 'desk-help']],
  ['commands/package.ja.ts', ['status']],
];
/** The names of the keys themselves. */
const NAMES = 'tui/keys.ja.ts.keyTexts.names';
/**
 * Questions on a plain terminal, no screen of ours: their keys are those of `notice/new/interview.ts` and of the line
 * editor. And help: any terminal ends a command by Ctrl+C.
 */
const ASKED = ['notice/new/interview.ja.ts.putTexts', 'commands/help.ja.ts.helpTexts.everyCode'];

const files = [...readGraph(SRC).keys()].filter((file) => file.endsWith('.ja.ts'));
const naming: readonly Found[] = (
  await Promise.all(
    files.map(async (file) => {
      const texts: unknown = await import(`../../src/${file}`);
      return everyText({ ...(texts as object) }, file).texts;
    }),
  )
)
  .flat()
  .filter(
    ({ path, text }) =>
      !path.startsWith(NAMES) && !ASKED.some((asked) => path.startsWith(asked)) && keysIn(text).length > 0,
  );

function isBound(id: KeyId, place: string): boolean {
  const bindings = [...consoleKeys.bindings, ...deskKeys.bindings];
  return bindings.some(({ keys, where }) => keys.includes(id) && where.some((each) => each === place));
}

/** The keys that a text names and that do nothing where it is shown. */
function idle({ path, text }: Found): readonly string[] {
  const [, places] = shownAt.find(([beginning]) => path.startsWith(beginning)) ?? [];
  if (!places) return [`${path}: nobody says where it is shown`];
  return keysIn(text).flatMap((name) => {
    const id = keyNamed(name);
    return places.filter((place) => id === null || !isBound(id, place)).map((place) => `${path}: ${name} at ${place}`);
  });
}

describe('the keys that texts name', () => {
  it('do something wherever the text is shown', () => {
    expect([...new Set(naming.flatMap(idle))]).toEqual([]);
  });

  it('are found', () => {
    expect(keysIn('この画面で「r」キーを押し、Ctrl+C で終えてください。')).toEqual(['r', 'Ctrl+C']);
    expect(keysIn('矢印と Enter だけでできます。? で一覧が出ます。')).toEqual(['?', 'Enter', '上', '下']);
    expect(keysIn('F0 と「今すぐダウンロード」と EndOfFile')).toEqual([]);
    expect(naming.filter(({ text }) => keysIn(text).includes('r')).length).toBeGreaterThan(20);
    const unused = shownAt.filter(([beginning]) => !naming.some(({ path }) => path.startsWith(beginning)));
    expect(unused).toEqual([]);
  });

  it('are missed where nothing is bound to them', () => {
    const at = (path: string, text: string) => idle({ path, text });
    expect(at('guide/entries/reader.ja.ts.entry', '「e」キーを押す')).toEqual([
      'guide/entries/reader.ja.ts.entry: e at guide',
    ]);
    expect(at('guide/entries/reader.ja.ts.entry', '「x」キーを押す')).toEqual([
      'guide/entries/reader.ja.ts.entry: x at guide',
    ]);
    expect(at('new.ja.ts.text', 'Enter で進む')).toEqual(['new.ja.ts.text: nobody says where it is shown']);
  });
});
