import type { ProgramId } from './ports.ts';

/** A fault's two sentences: what happened and where, and what to try next. */
export interface FaultText {
  readonly headline: string;
  readonly tryNext: string;
}

/** What each program is for, with the file's name on the terminal where it has one. */
const programNames = {
  registry: 'レジストリの確認(reg.exe)',
  tasks: 'タスクの確認(schtasks.exe)',
  power: '電源設定の確認(powercfg.exe)',
  shutdown: '再起動の指示(shutdown.exe)',
  system: '端末への問い合わせ(PowerShell)',
  network: '通信の確認',
  tool: '「配信アプリケーション管理ツール」の操作',
} as const satisfies Record<ProgramId, string>;

const tryAgain = '少し待って、もう一度お試しください。';
const tryAgainThenRestart = 'もう一度お試しください。続くときは端末を再起動してください。';

/** Faults of the programs that the console starts. */
export const commandFaultTexts = {
  notOffered: (program: ProgramId): FaultText => ({
    headline: `${programNames[program]}は、この端末では行えません。`,
    tryNext: '画面の手順に従い、手で確かめてください。',
  }),
  absent: (program: ProgramId, file: string): FaultText => ({
    headline: `${programNames[program]}に使うプログラムがありません: ${file}`,
    tryNext: 'このファイルがあるか確かめ、なければサポートに連絡してください。',
  }),
  denied: (program: ProgramId): FaultText => ({
    headline: `${programNames[program]}をする権限がありません。`,
    tryNext: '管理者の権限でこのコンソールを開き直してください。',
  }),
  timedOut: (program: ProgramId, ms: number): FaultText => ({
    headline: `${programNames[program]}が ${seconds(ms)} 秒待っても終わりませんでした。`,
    tryNext: tryAgain,
  }),
  silent: (program: ProgramId, ms: number): FaultText => ({
    headline: `${programNames[program]}で、${seconds(ms)} 秒のあいだ何の知らせもありません。`,
    tryNext: 'まだ動いているかもしれません。端末の画面で様子を確かめてください。',
  }),
  cancelled: (program: ProgramId): FaultText => ({
    headline: `${programNames[program]}を待つのをやめました。`,
    tryNext: '必要なら、もう一度行ってください。',
  }),
  crashed: (program: ProgramId, how: string): FaultText => ({
    headline: `${programNames[program]}のプログラムが異常終了しました(${how})。`,
    tryNext: tryAgainThenRestart,
  }),
  tooMuch: (program: ProgramId): FaultText => ({
    headline: `${programNames[program]}の答えが長すぎて読めません。`,
    tryNext: tryAgainThenRestart,
  }),
  notStarted: (program: ProgramId, reason: string): FaultText => ({
    headline: `${programNames[program]}のプログラムを始められませんでした(${reason})。`,
    tryNext: tryAgainThenRestart,
  }),
  exitCode: (program: ProgramId, exitCode: number): FaultText => ({
    headline: `${programNames[program]}が失敗しました(終了コード ${String(exitCode)})。`,
    tryNext: tryAgainThenRestart,
  }),
  unreadable: (program: ProgramId): FaultText => ({
    headline: `${programNames[program]}の答えを読み取れませんでした。`,
    tryNext: `${tryAgain}続くときは、手で確かめてください。`,
  }),
};

/** Faults of single questions to the terminal, where the question says more than the program. */
export const questionFaultTexts = {
  notCopied: {
    headline: 'クリップボードに入れた文字が、読み戻すと違っていました。',
    tryNext: '画面の文字を見ながら入力するか、マウスで選んでコピーしてください。',
  },
  taskHidden: (name: string): FaultText => ({
    headline: `タスク ${name} はありますが、内容を見る権限がありません。`,
    tryNext: '管理者の権限でこのコンソールを開き直してください。',
  }),
};

/** Faults of files on the terminal. Sizes are in bytes. */
export const fileFaultTexts = {
  absent: (path: string): FaultText => ({
    headline: `ファイルがありません: ${path}`,
    tryNext: '場所の設定が正しいか確かめてください。',
  }),
  denied: (path: string): FaultText => ({
    headline: `ファイルを読む権限がありません: ${path}`,
    tryNext: '管理者の権限でこのコンソールを開き直してください。',
  }),
  busy: (path: string): FaultText => ({
    headline: `ファイルをほかのプログラムが使っています: ${path}`,
    tryNext: tryAgain,
  }),
  busyBy: (path: string, holders: readonly string[]): FaultText => ({
    headline: `ファイルを「${holders.join('」「')}」が使っています: ${path}`,
    tryNext: 'そのソフトを閉じるか、終わるのを待って、もう一度お試しください。',
  }),
  tooLarge: (path: string, size: number, limit: number): FaultText => ({
    headline: `ファイルが大きすぎて読めません(${megabytes(size)} MB、上限 ${megabytes(limit)} MB): ${path}`,
    tryNext: '場所の設定が正しいか確かめてください。',
  }),
  endless: (path: string): FaultText => ({
    headline: `ファイルが大きすぎて読めません: ${path}`,
    tryNext: '場所の設定が正しいか確かめてください。',
  }),
  notAFile: (path: string): FaultText => ({
    headline: `ファイルではありません(フォルダなど): ${path}`,
    tryNext: '場所の設定が正しいか確かめてください。',
  }),
  network: (path: string): FaultText => ({
    headline: `ほかのコンピューターのファイルは読みません: ${path}`,
    tryNext: 'ファイルをこの端末のドライブに置き、場所の設定を直してください。',
  }),
  notADocument: (path: string): FaultText => ({
    headline: `文書ではない(プログラムかもしれない)ため、開きません: ${path}`,
    tryNext: 'PDF などの文書をこの端末のドライブに置き、場所の設定を直してください。',
  }),
  doubtfulShortcut: (paths: readonly string[]): string =>
    `指す先が Program Files にないショートカットは使いません(設定「管理ツールの場所」で指定できます): ${paths.join(' / ')}`,
  dangling: (path: string): FaultText => ({
    headline: `リンク(別の場所を指すもの)の先がないため、読めません: ${path}`,
    tryNext: 'リンクの先のフォルダとドライブがあるか確かめるか、リンクを消してください。',
  }),
  link: (path: string): FaultText => ({
    headline: `リンク(別の場所を指すもの)のため、使いません: ${path}`,
    tryNext: '置いた人に確かめてから、リンクを消してください。',
  }),
  patients: (path: string): FaultText => ({
    headline: `患者さんのデータをやりとりするフォルダ(OQS の Req、Res、Face)にあるため、読みません: ${path}`,
    tryNext: '場所の設定を、ほかの場所に変えてください。',
  }),
  noAnswer: (path: string): FaultText => ({
    headline: `ディスクから答えがないため、ファイルを読めません: ${path}`,
    tryNext: 'ドライブがつながっているか確かめて、もう一度お試しください。',
  }),
  cancelled: (path: string): FaultText => ({
    headline: `ファイルを読むのをやめました: ${path}`,
    tryNext: '必要なら、もう一度行ってください。',
  }),
  failed: (path: string, reason: string): FaultText => ({
    headline: `ファイルを読めませんでした(${reason}): ${path}`,
    tryNext: tryAgain,
  }),
};

function seconds(ms: number): string {
  return String(Math.max(1, Math.round(ms / 1_000)));
}

/** One decimal, rounded up, so that a file just over the limit does not look as large as the limit. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes / (1024 * 1024)) * 10) / 10).toFixed(1);
}
