import type { FileTrouble } from '../../domain/system-error.ts';
import type { FaultText } from '../faults.ja.ts';

/** What the console was doing with the journal's file or folder when the system refused. */
export type StoreDeed = 'read' | 'write';

export const storeDeeds: Readonly<Record<StoreDeed, string>> = { read: '読めません', write: '書けません' };
const tellSupport = '続くときは、端末を納入した業者に連絡してください。';

/** What happened to a file of the journal, up to the deed, and what to try next. */
export const storeTexts: Readonly<Record<FileTrouble, readonly [happened: string, tryNext: string]>> = {
  denied: ['権限がないため、作業記録のファイルを', '管理者の権限でこのコンソールを開き直してください。'],
  'read-only': [
    '読み取り専用のドライブのため、作業記録のファイルを',
    '--data-dir で、書き込めるフォルダを指定してください。',
  ],
  full: [
    'ディスクに空きがないため、作業記録のファイルを',
    '不要なファイルを消して空きを増やし、もう一度お試しください。',
  ],
  busy: [
    'ほかのプログラムが使っているため、作業記録のファイルを',
    'このファイルを開いているプログラムを閉じて、もう一度お試しください。',
  ],
  'not-a-file': [
    'ファイルであるはずの場所がフォルダのため、作業記録を',
    'このフォルダを別の名前に変えて、もう一度お試しください。',
  ],
  'not-a-folder': [
    'フォルダであるはずの場所がファイルのため、作業記録を',
    'そのファイルを別の名前に変えるか、--data-dir で別のフォルダを指定してください。',
  ],
  special: [
    'ファイルであるはずの場所に、ファイルでもフォルダでもないもの(パイプなど)があるため、作業記録を',
    'それを別の名前に変えて、もう一度お試しください。',
  ],
  link: [
    'ファイルであるはずの場所に、リンク(別の場所を指すもの)があるため、作業記録を',
    '置いた人に確かめてから、リンクを消して、もう一度お試しください。',
  ],
  dangling: [
    'リンクの先がないため、作業記録のファイルを',
    'リンクの先のフォルダとドライブがあるか確かめるか、リンクを消して、もう一度お試しください。',
  ],
  patients: [
    '患者さんのデータをやりとりするフォルダ(OQS の Req、Res、Face)にあるため、作業記録のファイルを',
    '--data-dir で、別のフォルダを指定してください。',
  ],
  'too-large': [
    'ファイルが大きすぎるため、作業記録を',
    'ファイルを別の名前に変えると、新しい作業記録で始められます。もとのファイルは消さずに、端末を納入した業者に見せてください。',
  ],
  absent: [
    '作業記録のファイルの場所がなくなりました。ファイルを',
    'フォルダとドライブがあるか確かめて、もう一度お試しください。',
  ],
  'no-answer': [
    'ディスクから答えがないため、作業記録のファイルを',
    `ドライブがつながっているか確かめて、もう一度お試しください。${tellSupport}`,
  ],
  other: ['作業記録のファイルを', `もう一度お試しください。${tellSupport}`],
};

const seeFile = 'ファイルとフォルダの権限を確かめて、もう一度読み直してください。';

/** Why a gathered file cannot be read; its path stands beside it. */
export const answerFileFaults = {
  absent: { headline: 'もうありません', tryNext: '読み直してください。' } satisfies FaultText,
  denied: { headline: '読む権限がありません', tryNext: seeFile } satisfies FaultText,
  busy: { headline: 'ほかのプログラムが使っています', tryNext: '少し待って、読み直してください。' } satisfies FaultText,
  dangling: { headline: 'リンクの先がありません', tryNext: seeFile } satisfies FaultText,
  patients: {
    headline: '患者さんのデータをやりとりするフォルダにあるため、読みません',
    tryNext: '点検の答えを、別のフォルダに集めてください。',
  } satisfies FaultText,
  notAFile: { headline: 'ファイルではありません', tryNext: seeFile } satisfies FaultText,
  cancelled: { headline: '読むのをやめました', tryNext: '読み直してください。' } satisfies FaultText,
  tooLarge: (bytes: number, limit: number): FaultText => ({
    headline: `大きすぎます(${String(bytes)} バイト、上限 ${String(limit)} バイト)`,
    tryNext: '点検の答えのファイルか確かめてください。',
  }),
  tooLong: ({ lines, bytes }: { readonly lines: number; readonly bytes: number }): FaultText => ({
    headline: `長すぎるので、途中までしか読んでいません(上限 ${String(lines)} 行、${String(bytes)} バイト)。点検の答えのファイルか確かめて、分けてください`,
    tryNext: '点検の答えのファイルか確かめて、分けてください。',
  }),
  failed: (code: string): FaultText => ({ headline: `読めません(${code})`, tryNext: seeFile }),
} as const;

/** What is wrong with a file of the program. */
export const partTexts = { otherLength: (part: string): string => `ファイルの大きさが違います(${part})` } as const;

/** What was agreed to in the console could not be kept. */
export const agreementTexts = {
  notKept: (code: string): FaultText => ({
    headline: `確かめたことを、利用者のフォルダに覚えられませんでした(${code})。`,
    tryNext: 'ファイルを管理者が置き直せば、確かめなくても使えます。',
  }),
} as const;

/** Around `-` in a file's place. */
export const standardInputTexts = {
  keyboard: '標準入力がキーボードです。「-」は、ほかのプログラムやファイルから読み込むときに使います。',
  remedy: '「oqs-console notice - < ファイル」のようにつなぐか、ファイルの名前を指定してください。',
} as const;
