/** Why a file cannot be written, by the system's code. Windows says EPERM for a place without rights. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'フォルダがありません。'],
  ['ENOTDIR', 'フォルダであるはずの場所がファイルです。'],
  ['EEXIST', 'フォルダであるはずの場所がファイルです。'],
  ['EISDIR', 'ファイルであるはずの場所がフォルダです。'],
  ['EACCES', '書き込む権限がありません。'],
  ['EPERM', '書き込む権限がありません。'],
  ['EROFS', '書き込めないドライブです。'],
  ['EBUSY', 'ほかのプログラムが使っています。'],
  ['ENOSPC', 'ディスクに空きがありません。'],
  ['EDQUOT', 'ディスクに空きがありません。'],
  ['ETIMEDOUT', 'ディスクから答えがありません。'],
]);

/** What is said where a file that the console makes cannot be written. */
export const writingTexts = {
  reason: (code: string): string => reasons.get(code) ?? `書けません(${code})。`,
  headline: (path: string, code: string): string => `ファイルを保存できません: ${writingTexts.reason(code)} ${path}`,
  tryNext: 'このフォルダの権限とディスクの空きを確かめて、もう一度お試しください。',
} as const;
