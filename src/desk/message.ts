import type { Instant } from '../domain/time.ts';
import type { KeyPress } from '../tui/keys.ts';
import type { Gathered, Source } from './entry.ts';
import type { DeskModel, DetailReading } from './model.ts';

/** What happens to the desk. */
export type DeskMessage =
  | { readonly type: 'pressed'; readonly press: KeyPress; readonly chunk: number; readonly now: Instant }
  | { readonly type: 'resized'; readonly columns: number; readonly rows: number }
  | { readonly type: 'clock'; readonly now: Instant }
  | { readonly type: 'progress'; readonly progress: DeskModel['progress'] }
  | { readonly type: 'gathered'; readonly gathered: Gathered; readonly now: Instant }
  | { readonly type: 'detail'; readonly rowId: string; readonly document: DetailReading }
  /** `message`: what is said of it. */
  | { readonly type: 'said'; readonly message: string };

/** What the desk asks of the world. */
export type DeskEffect =
  | { readonly type: 'read-all' }
  | { readonly type: 'read-detail'; readonly rowId: string; readonly source: Source }
  | {
      readonly type: 'export';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly rows: number;
    }
  | { readonly type: 'leave' };

export type DeskStep = readonly [DeskModel, readonly DeskEffect[]];
