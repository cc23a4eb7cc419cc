import type { FaultText } from '../faults.ja.ts';

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
