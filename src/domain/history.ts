import type { ComponentId, DownloadOutcome, WitnessSource } from './facts.ts';
import type { NoticeReport } from './notice/notice.ts';
import { SECOND, type Instant } from './time.ts';
import { showsBoot, type BootMark, type Moment, type Placed } from './boots.ts';

/** A press of 「今すぐダウンロード」 that reached the tool, or may have; or the notice's steps, done by hand. */
export interface Press extends Placed {
  readonly kind: 'press' | 'hand-steps';
  /** null: the record breaks off before the outcome. */
  readonly outcome: DownloadOutcome | null;
  readonly byHand: boolean;
}

interface RecordedVersion extends Placed {
  readonly component: ComponentId;
  readonly version: string;
}

interface ReportSent {
  readonly at: Instant;
  /** null: the notice has no number. */
  readonly identificationNumber: string | null;
  /** It was sent from another terminal of the clinic. */
  readonly elsewhere?: boolean;
}

interface RestartAsked extends Placed {
  /** The boot before it. */
  readonly bootedAt: Instant | null;
  readonly attempt: number;
  /** It was called off, or the system refused it: no boot comes of it. */
  readonly isOff?: true;
}

/** A step of the notice that a person has done. */
interface StepTicked {
  readonly step: number;
  readonly text: string;
}

/** The clinic's terminals, as they were counted last. */
export interface Terminals {
  readonly at: Instant;
  /** Those in use: a spare one does not hold the report back. */
  readonly count: number;
  readonly allDone: boolean;
  /** Of those in use; null: not said. */
  readonly done: number | null;
  readonly spare: number;
}

/** How many of the terminals in use are done where this one is: of several, what was said of the others counts. */
export function terminalsDone({ count, allDone, done }: Terminals): number {
  return allDone ? count : Math.max(1, done ?? 0);
}

/** What the journal says was begun and not ended, whichever notice it was for. */
export interface Begun {
  /** The last press, where its finish is not on record. */
  readonly download: BegunDownload | null;
  /**
   * The last request to restart that was neither refused nor called off, and that no boot has answered. `dueAt` null:
   * an earlier version wrote it, and its end cannot be told.
   */
  readonly restart: BegunRestart | null;
}

interface BegunDownload {
  readonly at: Instant;
  /** Names the console that watches it; null: by hand. */
  readonly lock: string | null;
  /** What marks the boot that it was made in, where its line tells. */
  readonly boot?: BootMark;
}

export interface BegunRestart {
  readonly at: Instant;
  readonly dueAt: Instant | null;
  /** What marks the boot that it was made in, where its line tells. */
  readonly boot?: BootMark;
}

/** What the rules read from the journal, always in the order of its lines: a clock set back does not turn it round. */
export interface History {
  /** Every line of the journal, of any event and any notice: when it was written, and in which boot. */
  readonly trail: readonly Moment[];
  readonly presses: readonly Press[];
  /** Full boots that were journaled, by the clock of their time. */
  readonly fullBoots: readonly Instant[];
  readonly restartRequests: readonly RestartAsked[];
  readonly versionsSeen: readonly (RecordedVersion & { readonly source: WitnessSource })[];
  readonly operatorVersions: readonly RecordedVersion[];
  readonly reportsSent: readonly ReportSent[];
  /** null: they have not been counted. */
  readonly terminals: Terminals | null;
  readonly supportCalls: readonly Placed[];
  /** The notice's steps that are ticked, since they were last done: the place of each, and how it was written then. */
  readonly stepsTicked: readonly StepTicked[];
  /** Whether nothing was left to do under the notice once. */
  readonly isDone: boolean;
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
  stepsTicked: [],
  isDone: false,
  nightsLeftOn: [],
  recordPath: null,
  lastEntryAt: null,
  begun: { download: null, restart: null },
};

/** The last report that was sent under this notice; where it has no number, whichever. */
export function lastReport(
  { reportsSent }: Pick<History, 'reportsSent'>,
  { number }: Pick<NoticeReport, 'number'>,
): ReportSent | null {
  return reportsSent.findLast((sent) => number === null || sent.identificationNumber === number) ?? null;
}

/** What the clock may be off by before it was set. */
const CLOCK_SLACK = 5 * SECOND;

/** When it was, by the present clock: where that was set since, the uptime tells by how much. */
export function timeNow(
  { at, boot }: { readonly at: Instant; readonly boot?: BootMark | null },
  present: Moment | undefined,
): Instant {
  const [then, now] = [boot?.uptimeSeconds ?? null, present?.boot?.uptimeSeconds ?? null];
  if (!present || then === null || now === null || now < then) return at;
  const moved = present.at - at - (now - then) * SECOND;
  return Math.abs(moved) <= CLOCK_SLACK ? at : at + moved;
}

/** When the request was made and is due, by the present clock. */
export function timesNow(
  begun: BegunRestart,
  present: Moment | undefined,
): { readonly at: Instant; readonly dueAt: Instant | null } {
  const at = timeNow(begun, present);
  return { at, dueAt: begun.dueAt === null ? null : begun.dueAt + at - begun.at };
}

/** Whether a line, or what is read now, was written after another boot than the request's. */
export function isAfterItsBoot({ boot }: BegunRestart, later: BootMark | null | undefined): boolean {
  return showsBoot([{ boot: boot ?? null }, { boot: later ?? null }]);
}
