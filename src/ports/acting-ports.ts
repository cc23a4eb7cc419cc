import type { DownloadOutcome, Obstacle } from '../core/facts.ts';
import type { Result } from '../core/fault.ts';

/** The two ports that change the terminal: 「配信アプリケーション管理ツール」 and the restart. Contract as in ports.ts. */

/** What 「配信アプリケーション管理ツール」 does and says while its button is pressed. */
export type ToolEvent =
  | { readonly type: 'step'; readonly step: 'opening' | 'pressing' | 'pressed' }
  /** Its words, unchanged. */
  | { readonly type: 'says'; readonly text: string }
  | {
      readonly type: 'finished';
      readonly outcome: DownloadOutcome;
      /** Whether the button was, or may have been, pressed. */
      readonly pressed: boolean;
      /** The tool's last words; where nothing was pressed, no words of the tool's but our own detail of why not. */
      readonly message: string | null;
      /** Why nothing was pressed, where that is known. */
      readonly obstacle?: Obstacle | undefined;
    };

export interface ManagementTool {
  locate(
    signal: AbortSignal,
  ): Promise<Result<{ readonly installed: boolean; readonly canOpen: boolean | null }>>;
  /** Opens its window and leaves it to the operator. */
  open(signal: AbortSignal): Promise<Result<null>>;
  /** Presses 「今すぐダウンロード」 once. Always ends with one `finished`; after `maxSilenceMs` without a word that is `hang`. */
  pressDownloadNow(options: {
    readonly maxSilenceMs: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<ToolEvent>;
  /** Presses 「配信実績の確認」; gives the path of the file that opened, null where it could not be learned. */
  showRecord(signal: AbortSignal): Promise<Result<{ readonly path: string | null }>>;
}

/** How the system answered to a request to restart, by shutdown's exit code. */
export const restartAnswers = [
  'accepted', // 0
  'denied', // 5, 1314, 1300
  'bad-parameter', // 87
  'already-going-down', // 1115
  'nothing-to-cancel', // 1116
  'already-scheduled', // 1190
  'others-signed-in', // 1191
  'locked', // 1271
  'other',
] as const;
export type RestartAnswer = (typeof restartAnswers)[number];

export interface Power {
  /**
   * Asks the system to restart after the countdown. The countdown is the system's: it survives the console. `comesBack`: the
   * console will be opened by itself at the next sign-in; else the operator opens it, and it goes on just the same.
   */
  restart(
    options: { readonly delaySeconds: number; readonly comment: string },
    signal: AbortSignal,
  ): Promise<
    Result<{ readonly answer: RestartAnswer; readonly exitCode: number; readonly comesBack: boolean }>
  >;
  cancelRestart(
    signal: AbortSignal,
  ): Promise<Result<{ readonly answer: RestartAnswer; readonly exitCode: number }>>;
}
