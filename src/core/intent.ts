import type { ScreenId } from '../input/screens.ts';
import type { DownloadOutcome, EveningTick } from './facts.ts';

/** What the operator wants when a row is chosen or a dialog is answered. */
export type Intent =
  | { readonly type: 'go'; readonly screen: ScreenId }
  | { readonly type: 'open-guide'; readonly entryId: string | null; readonly seen: readonly string[] }
  | { readonly type: 'read-again' }
  | { readonly type: 'toggle-checks' }
  | { readonly type: 'toggle-history' }
  // Download
  | { readonly type: 'ask-download' }
  | { readonly type: 'press-download' }
  | { readonly type: 'ask-stop-waiting' }
  | { readonly type: 'stop-waiting' }
  | { readonly type: 'open-tool' }
  | { readonly type: 'ask-pressed-by-hand' }
  | { readonly type: 'pressed-by-hand' }
  | { readonly type: 'tool-answered'; readonly outcome: DownloadOutcome }
  // Restart
  | { readonly type: 'ask-restart' }
  | { readonly type: 'request-restart'; readonly replace: boolean }
  | { readonly type: 'cancel-restart' }
  | { readonly type: 'keep-restart' }
  // By hand
  | { readonly type: 'show-record' }
  | { readonly type: 'type-version' }
  | { readonly type: 'record-version'; readonly version: string }
  // Evening
  | { readonly type: 'tick'; readonly tick: EveningTick }
  | { readonly type: 'leave-on'; readonly night: string }
  // Guide
  | { readonly type: 'search' }
  | { readonly type: 'open-document'; readonly path: string }
  | { readonly type: 'ask-support-called' }
  | { readonly type: 'support-called' }
  // The console itself
  | { readonly type: 'take-over' }
  | { readonly type: 'ask-leave' }
  | { readonly type: 'leave' };
