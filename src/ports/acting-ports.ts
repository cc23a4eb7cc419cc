import type { Result } from '../domain/fault.ts';
import type { RestartAnswer } from '../domain/restart-answer.ts';
import type { ToolEvent } from '../domain/tool-event.ts';

/** The two ports that change the terminal: 「配信アプリケーション管理ツール」 and the restart. Contract as in ports.ts. */

export interface ManagementTool {
  locate(signal: AbortSignal): Promise<Result<{ readonly installed: boolean; readonly canOpen: boolean | null }>>;
  /** Opens its window and leaves it to the operator. */
  open(signal: AbortSignal): Promise<Result<null>>;
  /** Presses 「今すぐダウンロード」 once. Always ends with one `finished`; after `maxSilenceMs` without a word that is `hang`. */
  pressDownloadNow(options: { readonly maxSilenceMs: number; readonly signal: AbortSignal }): AsyncIterable<ToolEvent>;
  /** Presses 「配信実績の確認」; gives the path of the file that opened, null where it could not be learned. */
  showRecord(signal: AbortSignal): Promise<Result<{ readonly path: string | null }>>;
}

export interface Power {
  /**
   * Asks the system to restart after the countdown. The countdown is the system's: it survives the console. `comesBack`: the
   * console will be opened by itself at the next sign-in; else the operator opens it, and it goes on just the same.
   */
  restart(
    options: { readonly delaySeconds: number; readonly comment: string },
    signal: AbortSignal,
  ): Promise<Result<{ readonly answer: RestartAnswer; readonly exitCode: number; readonly comesBack: boolean }>>;
  cancelRestart(signal: AbortSignal): Promise<Result<{ readonly answer: RestartAnswer; readonly exitCode: number }>>;
}
