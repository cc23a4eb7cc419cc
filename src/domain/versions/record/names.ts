import type { ComponentId } from '../../facts.ts';

/** A component's name within a cell, with what introduces it. */
export interface Mention {
  readonly id: ComponentId;
  readonly start: number;
  readonly end: number;
  /** The name runs on into other words (`顔認証ライブラリを…`, `新顔認証ライブラリ`): prose, or the name of something else. */
  readonly glued: boolean;
}

/** The names on the terminal, in NFKC and small letters; technicians call the face library 顔認証DLL. */
const NAMES = [
  ['distribution-app', '配信アプリケーション'],
  ['link-app', '連携アプリケーション'],
  ['face-library', '顔認証ライブラリ'],
  ['face-library', '顔認証dll'],
  ['reader-app', '顔認証付きカードリーダーアプリケーション'],
] as const satisfies readonly (readonly [ComponentId, string])[];

/** Any of the names, spaces within it ignored; the group's number is the name's place in the list. */
const ANY_NAME = new RegExp(NAMES.map(([, name]) => `(${name.split('').join(' *')})`).join('|'), 'g');

/** What the names are introduced with without becoming another's. */
const INTRODUCTION = /オンライン *資格 *確認 *等? *(?:システム)? *[()（）]? *$/;
/** 「配信アプリケーション管理ツール」 is a tool, not one of the components; the same holds for a tool of any of them. */
const TOOL = /^ *(?:用の?|の)? *管理 *ツール/;
/** What may follow a name directly and leaves it a name. */
const LABEL = /^(?:の? *(?:現在の?|現行の?|インストール済みの?)? *(?:バージョン|版数)|v(?:er(?:sion)?)?(?![a-z]))/;
const NEIGHBOURHOOD = 30;

/** Whether a line as it stands can hold a name at all, in whatever form; a cheap question for the many lines that cannot. */
export function mayMention(raw: string): boolean {
  // The first characters of the names, and the blocks whose characters NFKC turns into them.
  return /[顔配連\u2E80-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u.test(raw);
}

/** Finds the components that a cell (NFKC, small letters) names, in order. */
export function mentionsIn(cell: string): readonly Mention[] {
  if (!mayMention(cell)) return [];
  const mentions: Mention[] = [];
  for (const match of cell.matchAll(ANY_NAME)) {
    const id = NAMES[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    const end = match.index + match[0].length;
    const near = cell.slice(Math.max(0, match.index - NEIGHBOURHOOD), match.index);
    const before = near.replace(INTRODUCTION, '');
    const start = match.index - (near.length - before.length);
    const after = cell.slice(end, end + NEIGHBOURHOOD);
    if (id === undefined || TOOL.test(after)) continue;
    const glued = /\p{L}$/u.test(before) || (/^\p{L}/u.test(after) && !LABEL.test(after));
    mentions.push({ id, start, end, glued });
  }
  return mentions;
}
