import type { FaultText } from '../faults.ja.ts';

/** What the console was doing with the journal's file or folder when the system refused. */
export type StoreDeed = 'read' | 'write';

const deeds: Readonly<Record<StoreDeed, string>> = { read: '読めません', write: '書けません' };
const tellSupport = '続くときは、端末を納入した業者に連絡してください。';

/** Why the journal's files cannot be used: what happened where, and what to try next. */
export const storeFaultTexts = {
  denied: (deed: StoreDeed, path: string): FaultText => ({
    headline: `権限がないため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: '管理者の権限でこのコンソールを開き直してください。',
  }),
  readOnly: (deed: StoreDeed, path: string): FaultText => ({
    headline: `読み取り専用のドライブのため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: '--data-dir で、書き込めるフォルダを指定してください。',
  }),
  full: (deed: StoreDeed, path: string): FaultText => ({
    headline: `ディスクに空きがないため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: '不要なファイルを消して空きを増やし、もう一度お試しください。',
  }),
  busy: (deed: StoreDeed, path: string): FaultText => ({
    headline: `ほかのプログラムが使っているため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: 'このファイルを開いているプログラムを閉じて、もう一度お試しください。',
  }),
  notAFile: (deed: StoreDeed, path: string): FaultText => ({
    headline: `ファイルであるはずの場所がフォルダのため、作業記録を${deeds[deed]}: ${path}`,
    tryNext: 'このフォルダを別の名前に変えて、もう一度お試しください。',
  }),
  notAFolder: (deed: StoreDeed, path: string): FaultText => ({
    headline: `フォルダであるはずの場所がファイルのため、作業記録を${deeds[deed]}: ${path}`,
    tryNext: 'そのファイルを別の名前に変えるか、--data-dir で別のフォルダを指定してください。',
  }),
  absent: (deed: StoreDeed, path: string): FaultText => ({
    headline: `作業記録のファイルの場所がなくなりました。ファイルを${deeds[deed]}: ${path}`,
    tryNext: 'フォルダとドライブがあるか確かめて、もう一度お試しください。',
  }),
  noAnswer: (deed: StoreDeed, path: string): FaultText => ({
    headline: `ディスクから答えがないため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: `ドライブがつながっているか確かめて、もう一度お試しください。${tellSupport}`,
  }),
  failed: (deed: StoreDeed, path: string, code: string): FaultText => ({
    headline: `作業記録のファイルを${deeds[deed]}(${code}): ${path}`,
    tryNext: `もう一度お試しください。${tellSupport}`,
  }),
} as const;
