import type { ComponentId, DownloadOutcome, WitnessSource } from '../core/facts.ts';
import type { Instant } from '../core/time.ts';

/** A press of 「今すぐダウンロード」 that reached, or may have reached, the tool. */
export interface Press {
  readonly at: Instant;
  /** null: the record breaks off before the outcome. */
  readonly outcome: DownloadOutcome | null;
  readonly byHand: boolean;
}

/** What the rules read from the journal, oldest first throughout. */
export interface History {
  readonly presses: readonly Press[];
  /** Full boots that were journaled. */
  readonly fullBoots: readonly Instant[];
  readonly restartRequests: readonly {
    readonly at: Instant;
    readonly bootedAt: Instant | null;
    readonly attempt: number;
  }[];
  readonly versionsSeen: readonly {
    readonly at: Instant;
    readonly component: ComponentId;
    readonly source: WitnessSource;
    readonly version: string;
  }[];
  readonly operatorVersions: readonly {
    readonly at: Instant;
    readonly component: ComponentId;
    readonly version: string;
  }[];
  /** `elsewhere`: from another terminal of the clinic. */
  readonly reportsSent: readonly {
    readonly at: Instant;
    readonly identificationNumber: string;
    readonly elsewhere?: boolean;
  }[];
  /** The newest answer to how many terminals the clinic has, and whether all are done. */
  readonly terminals: { readonly at: Instant; readonly count: number; readonly allDone: boolean } | null;
  readonly supportCalls: readonly Instant[];
  readonly nightsLeftOn: readonly { readonly at: Instant; readonly night: string }[];
  /** The delivery record's path as an earlier run learned it, newest. */
  readonly recordPath: string | null;
  /** `at` of the last entry of any kind and any notice. */
  readonly lastEntryAt: Instant | null;
}

export const emptyHistory: History = {
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
};
