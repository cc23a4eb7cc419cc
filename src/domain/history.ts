import type { ComponentId, DownloadOutcome, WitnessSource } from './facts.ts';
import type { Instant } from './time.ts';
import type { Moment, Placed } from './boots.ts';
import { nothingBegun, type Begun } from './begun.ts';

/** A press of 「今すぐダウンロード」 that reached, or may have reached, the tool. */
export interface Press extends Placed {
  /** null: the record breaks off before the outcome. */
  readonly outcome: DownloadOutcome | null;
  readonly byHand: boolean;
}

/** What the rules read from the journal, in the order of its lines throughout: a clock that is set back does not turn it round. */
export interface History {
  /** Every line of the journal, of any event and any notice: when it was written, and in which boot. */
  readonly trail: readonly Moment[];
  readonly presses: readonly Press[];
  /** Full boots that were journaled, by the clock of their time. */
  readonly fullBoots: readonly Instant[];
  readonly restartRequests: readonly (Placed & {
    readonly bootedAt: Instant | null;
    readonly attempt: number;
  })[];
  readonly versionsSeen: readonly (Placed & {
    readonly component: ComponentId;
    readonly source: WitnessSource;
    readonly version: string;
  })[];
  readonly operatorVersions: readonly (Placed & {
    readonly component: ComponentId;
    readonly version: string;
  })[];
  /** `elsewhere`: from another terminal of the clinic. */
  readonly reportsSent: readonly {
    readonly at: Instant;
    readonly identificationNumber: string;
    readonly elsewhere?: boolean;
  }[];
  /** The newest answer to how many terminals the clinic has, and whether all are done. */
  readonly terminals: { readonly at: Instant; readonly count: number; readonly allDone: boolean } | null;
  readonly supportCalls: readonly Placed[];
  readonly nightsLeftOn: readonly { readonly at: Instant; readonly night: string }[];
  /** The delivery record's path as an earlier run learned it, newest. */
  readonly recordPath: string | null;
  /** `at` of the last entry of any kind and any notice. */
  readonly lastEntryAt: Instant | null;
  /** What was begun and not ended, for whichever notice. */
  readonly begun: Begun;
}

export const emptyHistory: History = {
  trail: [],
  presses: [],
  fullBoots: [],
  restartRequests: [],
  versionsSeen: [],
  operatorVersions: [],
  reportsSent: [],
  terminals: null,
  supportCalls: [],
  nightsLeftOn: [],
  recordPath: null,
  lastEntryAt: null,
  begun: nothingBegun,
};
