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
