import type { DownloadOutcome, Obstacle } from './facts.ts';

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
