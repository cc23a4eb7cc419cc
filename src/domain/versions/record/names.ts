import { componentIds, type ComponentId } from '../../facts.ts';
import type { OwnComponent } from '../../notice/notice.ts';
import { plainForm } from '../../../text/normal-forms.ts';

/** A component's name within a cell, with what introduces it. */
export interface Mention {
  readonly id: ComponentId;
  readonly start: number;
  readonly end: number;
  /** The name runs on into other words (`顔認証ライブラリを…`, `新顔認証ライブラリ`): prose, or another name. */
  readonly glued: boolean;
  /** One that the notice brings: it may be made of any words, and they say nothing of a state. */
  readonly own: boolean;
  /** An own name that is only a part of a word: 「拡張」 in 「拡張子」. */
  readonly inWord: boolean;
}

/** The names on the terminal, in NFKC and small letters; technicians call the face library 顔認証DLL. */
const NAMES = [
  ['distribution-app', '配信アプリケーション'],
  ['link-app', '連携アプリケーション'],
  ['face-library', '顔認証ライブラリ'],
  ['face-library', '顔認証dll'],
  ['reader-app', '顔認証付きカードリーダーアプリケーション'],
] as const satisfies readonly (readonly [ComponentId, string])[];

/** What components are called, in NFKC and small letters, without spaces. */
export interface Names {
  readonly ids: readonly ComponentId[];
  /** The longest name first; whose it is: one component's, unless the notice gives a name to several. */
  readonly listed: readonly (readonly [name: string, ids: readonly ComponentId[]])[];
  /** Any of the names, spaces within it ignored; the group's number is the name's place in the list. */
  readonly any: RegExp;
  /** What every line with a name holds, in whatever form. */
  readonly mark: RegExp;
}

/** The names of the four components, and of those that the notice brings with it. */
export function namesWith(own: readonly OwnComponent[]): Names {
  const pairs = [...NAMES, ...own.flatMap(namesOf)];
  const all = [...new Set(pairs.map(([, name]) => name))].toSorted((one, other) => other.length - one.length);
  const patterns = all.map((name) => `(${Array.from(name, (sign) => sign.replace(/\W/u, asLiteral)).join(' *')})`);
  return {
    ids: [...new Set([...componentIds, ...own.map(({ id }) => id)])],
    listed: all.map((name) => [name, [...new Set(pairs.flatMap(([id, each]) => (each === name ? [id] : [])))]]),
    any: new RegExp(patterns.join('|'), 'gu'),
    mark: markOf(own.flatMap(namesOf).map(([, name]) => name)),
  };
}

export const builtInNames = namesWith([]);

/** A name without any letter could be anything. */
function namesOf({ id, name, recordNames }: OwnComponent): readonly (readonly [ComponentId, string])[] {
  return [name, ...recordNames]
    .map((each) => plainForm(each).toLowerCase().replace(/\s+/gu, ''))
    .filter((each) => /\p{L}/u.test(each))
    .map((each) => [id, each]);
}

/**
 * The first characters of the names, and the characters that NFKC turns into them: of the four's from some blocks, of
 * others' from any but ASCII, kana and kanji.
 */
function markOf(own: readonly string[]): RegExp {
  const first = own.flatMap((name) => Array.from(name).slice(0, 1));
  const either = first.flatMap((sign) => Array.from(sign + sign.toUpperCase(), asLiteral));
  const others =
    own.length === 0
      ? ''
      : `${either.join('')}]|[^\\0-\\x7F\\u3000-\\u3035\\u3041-\\u3096\\u30A1-\\u30FE\\u3400-\\u9FFF`;
  return new RegExp(`[顔配連\\u2E80-\\u2FDF\\uF900-\\uFAFF\\u{2F800}-\\u{2FA1F}${others}]`, 'u');
}

function asLiteral(sign: string): string {
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}

/** What the names are introduced with without becoming another's. */
const INTRODUCTION = /オンライン *資格 *確認 *等? *(?:システム)? *[()（）]? *$/;
/** 「配信アプリケーション管理ツール」 is a tool, not one of the components; so is a tool of any of them. */
const TOOL = /^ *(?:用の?|の)? *管理 *ツール/;
/** What may follow a name directly and leaves it a name. */
const LABEL = /^(?:の? *(?:現在の?|現行の?|インストール済みの?)? *(?:バージョン|版数)|v(?:er(?:sion)?)?(?![a-z]))/;
const NEIGHBOURHOOD = 30;

/** Whether a line can hold a name at all, in whatever form; a cheap question for the many lines that cannot. */
export function mayMention(raw: string, { mark }: Names): boolean {
  return mark.test(raw);
}

/** Finds the components that a cell (NFKC, small letters) names, in order. */
export function mentionsIn(cell: string, names: Names): readonly Mention[] {
  if (!mayMention(cell, names)) return [];
  const mentions: Mention[] = [];
  for (const match of cell.matchAll(names.any)) {
    const [name = '', ids = []] = names.listed[match.slice(1).findIndex((group) => group !== undefined)] ?? [];
    const end = match.index + match[0].length;
    const near = cell.slice(Math.max(0, match.index - NEIGHBOURHOOD), match.index);
    const before = near.replace(INTRODUCTION, '');
    const start = match.index - (near.length - before.length);
    const after = cell.slice(end, end + NEIGHBOURHOOD);
    const own = !ids.some(isKnown);
    const runsInto = (signs: RegExp): boolean =>
      own && (joins(signs, before, name) || (joins(signs, name, after) && !LABEL.test(after)));
    // "ext" in "next" is no name.
    if (TOOL.test(after) || runsInto(/[a-z]/)) continue;
    const inWord = [/[\d.]/, /\p{Script=Han}/u, /[ァ-ヺー]/].some(runsInto);
    const glued = inWord || /\p{L}$/u.test(before) || (/^\p{L}/u.test(after) && !LABEL.test(after));
    mentions.push(...ids.map((id) => ({ id, start, end, glued, own, inWord })));
  }
  return mentions;
}

/** Whether the end of one text and the beginning of the next are both of these signs: they make one word or number. */
function joins(signs: RegExp, one: string, next: string): boolean {
  return signs.test(one.slice(-1)) && signs.test(next.charAt(0));
}

/** The components of the notice's that another part's name may mean: it is a piece of one of theirs, or of their id. */
export function mayBeOwn(part: string, { listed, ids }: Names): readonly ComponentId[] {
  const words = part.replace(/[^\p{L}]+/gu, '');
  const isPieceOf = (name: string): boolean => words.length > 1 && name.includes(words);
  return ids.filter(
    (id) =>
      !isKnown(id) &&
      (isPieceOf(id.replaceAll('-', '')) || listed.some(([name, owners]) => owners.includes(id) && isPieceOf(name))),
  );
}

/** Whether it is one of the four. */
export function isKnown(id: ComponentId): boolean {
  return NAMES.some(([known]) => known === id);
}
