import type { DownloadOutcome } from '../../domain/facts.ts';

/** Texts about scenarios that cannot be used, for the person who wrote or chose them. */
export const simulatorTexts = {
  timeExpected: '時刻は時差つきで書いてください(例 2026-01-20T08:10:00+09:00)',
  pathExpected: 'ドライブ名から始まるパスで書いてください(例 C:\\OQS\\a.txt)',
  idExpected: '英小文字、数字、ハイフンで書いてください(例 browser-extension)',
  nameExpected: '名前を、コンマ、コロン、引用符、前後の空白なしで書いてください(例 ブラウザ拡張機能)',
  twice: (name: string) => `「${name}」はすでに使われています`,
  unknownComponent: (id: string, known: readonly string[]) =>
    `「${id}」という部品はありません(使えるもの: ${known.join(', ')})。ほかの部品は components に書いてください`,
  outsideDriveC: 'C ドライブの中のパスで書いてください',
  mendScenario: 'scenario.json のこの項目を直してください。書き方は oqs-console schema scenario で確認できます。',
  noScenario: (wanted: string, meant: string | null) =>
    `シナリオ「${wanted}」が見つかりません${meant === null ? '' : `。「${meant}」ではありませんか`}`,
  chooseScenario: (names: readonly string[]) =>
    `次の名前か、scenario.json のあるフォルダを指定してください: ${names.join(', ')}`,
  notAFile: 'ファイルでもフォルダでもないものは使えません',
  workdirInUse: '空でないフォルダで、模擬端末の作業フォルダではありません',
  workdirNotAFolder: 'フォルダではありません',
  workdirInsideScenario: '作業フォルダがシナリオのフォルダの中にあります',
  workdirBusy: '別のプログラムがこの作業フォルダを準備しています',
  workdirUnusable: (reason: string) => `作業フォルダを使えません: ${reason}`,
  workdirNewer: '新しいバージョンで作られた作業フォルダです',
  chooseWorkdir: '書き込める場所の、空のフォルダかまだないフォルダを --workdir に指定してください。',
  mendTemporary:
    '一時ファイルのフォルダ(環境変数 TMPDIR、Windows では TEMP)の場所、権限、空きを確かめるか、別のフォルダを --workdir に指定してください。',
  untitled: '(題名なし)',
} as const;

/** The first row of the simulated delivery record. */
export const recordHeader = ['コンポーネント', 'バージョン', '配信日時'] as const;

/**
 * What the simulated management tool says. The words of the real one are not public, so each of these is marked as
 * simulated.
 */
export const toolTexts = {
  /** On the desktop of all users, by the name that it has there. */
  shortcut: 'C:\\Users\\Public\\Desktop\\配信アプリケーション管理ツール.lnk',
  button: '今すぐダウンロード',
  progress: (percent: number) => `(模擬) 配信資材をダウンロードしています.. ${String(percent)}%`,
  outcome: {
    'restart-required': '(模擬) ダウンロードが終わりました。端末を再起動してください。',
    'already-latest': '(模擬) すべて最新です。',
    error: '(模擬) エラーが発生しました。',
    hang: '(模擬) 応答がありません。',
    crash: '(模擬) 異常終了しました。',
    'window-missing': '(模擬) 画面が見つかりません。',
    'button-missing': '(模擬) ボタンが見つかりません。',
    'unknown-dialog': '(模擬) 見覚えのない確認画面です。続行しますか。',
  } satisfies Record<DownloadOutcome, string>,
} as const;

/** What the simulated system programs write for people. Programs that read them must not depend on these words. */
export const systemTexts = {
  taskReady: '準備完了',
  taskDisabled: '無効',
  taskEnabled: '有効',
  taskRunning: '実行中',
  noTime: 'N/A',
  shutdown: (exitCode: number) => `(模擬) システムの終了要求に応えられません。(${String(exitCode)})`,
} as const;

/** Faults that a scenario lays on what a check reads without starting a program. */
export const simulatedFaultTexts = {
  hang: '(模擬) 応答がありません。',
  crash: '(模擬) 読み取りが異常終了しました。',
  deny: '(模擬) アクセスが拒否されました。',
  garbage: '(模擬) 読み取った内容が壊れています。',
  tryNext: 'シナリオの faults で起こしている故障です。',
} as const;
