import { fileTroubleOf, type FileTrouble } from './system-error.ts';

/** Why a file cannot be written. */
const reasons: Readonly<Record<Exclude<FileTrouble, 'other'>, string>> = {
  absent: 'フォルダがありません。',
  'not-a-folder': 'フォルダであるはずの場所がファイルです。',
  'not-a-file': 'ファイルであるはずの場所がフォルダです。',
  special: 'ファイルでもフォルダでもないもの(パイプなど)があります。',
  link: 'リンク(別の場所を指すもの)があります。書き込むと別の場所が変わるため、使いません。',
  dangling: 'リンクの先がありません。',
  patients: '患者さんのデータをやりとりするフォルダです。',
  'too-large': 'ファイルが大きすぎます。',
  denied: '書き込む権限がありません。',
  'read-only': '書き込めないドライブです。',
  busy: 'ほかのプログラムが使っています。',
  full: 'ディスクに空きがありません。',
  'no-answer': 'ディスクから答えがありません。',
};

/** What is said where a file that the console makes cannot be written; `code` is the system's. */
export const writingTexts = {
  reason: (code: string): string => {
    const trouble = fileTroubleOf(code);
    return trouble === 'other' ? `書けません(${code})。` : reasons[trouble];
  },
  headline: (path: string, code: string): string => `ファイルを保存できません: ${writingTexts.reason(code)} ${path}`,
  tryNext: 'このフォルダの権限とディスクの空きを確かめて、もう一度お試しください。',
} as const;
