import type { FileTrouble } from '../../domain/system-error.ts';
import type { FaultText } from '../faults.ja.ts';

/** What the console was doing with the journal's file or folder when the system refused. */
export type StoreDeed = 'read' | 'write';

const deeds: Readonly<Record<StoreDeed, string>> = { read: '読めません', write: '書けません' };
const tellSupport = '続くときは、端末を納入した業者に連絡してください。';

/** Why the journal's files cannot be used: what happened where, and what to try next. */
export const storeFaultTexts: Readonly<
  Record<FileTrouble, (deed: StoreDeed, path: string, code: string) => FaultText>
> = {
  denied: (deed, path) => ({
    headline: `権限がないため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: '管理者の権限でこのコンソールを開き直してください。',
  }),
  'read-only': (deed, path) => ({
    headline: `読み取り専用のドライブのため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: '--data-dir で、書き込めるフォルダを指定してください。',
  }),
  full: (deed, path) => ({
    headline: `ディスクに空きがないため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: '不要なファイルを消して空きを増やし、もう一度お試しください。',
  }),
  busy: (deed, path) => ({
    headline: `ほかのプログラムが使っているため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: 'このファイルを開いているプログラムを閉じて、もう一度お試しください。',
  }),
  'not-a-file': (deed, path) => ({
    headline: `ファイルであるはずの場所がフォルダのため、作業記録を${deeds[deed]}: ${path}`,
    tryNext: 'このフォルダを別の名前に変えて、もう一度お試しください。',
  }),
  'not-a-folder': (deed, path) => ({
    headline: `フォルダであるはずの場所がファイルのため、作業記録を${deeds[deed]}: ${path}`,
    tryNext: 'そのファイルを別の名前に変えるか、--data-dir で別のフォルダを指定してください。',
  }),
  absent: (deed, path) => ({
    headline: `作業記録のファイルの場所がなくなりました。ファイルを${deeds[deed]}: ${path}`,
    tryNext: 'フォルダとドライブがあるか確かめて、もう一度お試しください。',
  }),
  'no-answer': (deed, path) => ({
    headline: `ディスクから答えがないため、作業記録のファイルを${deeds[deed]}: ${path}`,
    tryNext: `ドライブがつながっているか確かめて、もう一度お試しください。${tellSupport}`,
  }),
  other: (deed, path, code) => ({
    headline: `作業記録のファイルを${deeds[deed]}(${code}): ${path}`,
    tryNext: `もう一度お試しください。${tellSupport}`,
  }),
};

const seeFile = 'ファイルとフォルダの権限を確かめて、もう一度読み直してください。';

/** Why a gathered file cannot be read; its path stands beside it. */
export const answerFileFaults = {
  absent: { headline: 'もうありません', tryNext: '読み直してください。' } satisfies FaultText,
  denied: { headline: '読む権限がありません', tryNext: seeFile } satisfies FaultText,
  busy: {
    headline: 'ほかのプログラムが使っています',
    tryNext: '少し待って、読み直してください。',
  } satisfies FaultText,
  notAFile: { headline: 'ファイルではありません', tryNext: seeFile } satisfies FaultText,
  cancelled: { headline: '読むのをやめました', tryNext: '読み直してください。' } satisfies FaultText,
  tooLarge: (bytes: number, limit: number): FaultText => ({
    headline: `大きすぎます(${String(bytes)} バイト、上限 ${String(limit)} バイト)`,
    tryNext: '点検の答えのファイルか確かめてください。',
  }),
  failed: (code: string): FaultText => ({ headline: `読めません(${code})`, tryNext: seeFile }),
} as const;

/** What is wrong with a file of the program. */
export const partTexts = {
  otherLength: (part: string): string => `ファイルの大きさが違います(${part})`,
} as const;
