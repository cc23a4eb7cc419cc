import type { CheckId } from './checks.ja.ts';
import type { Fault } from './fault.ts';
import type { Instant } from './time.ts';

export { checkIds, type CheckId } from './checks.ja.ts';

/** What 「配信アプリケーション」 updates: every terminal may have them. Phone codes count on the place in this list. */
export const componentIds = ['distribution-app', 'link-app', 'face-library', 'reader-app'] as const;
export type KnownComponentId = (typeof componentIds)[number];
/** One of these, or one that the notice brings with it. */
export type ComponentId = string;

export type WitnessSource = 'delivery-record' | 'version-info' | 'operator';

/**
 * `answers`: a version was read. `absent`: nothing is there. `unreadable`: it is there, but cannot be read or
 * understood. `ambiguous`: it holds versions, and nothing ties exactly one of them to the component. `timed-out`: it
 * was not read in time.
 */
export const witnessStates = ['answers', 'absent', 'unreadable', 'ambiguous', 'timed-out'] as const;
export type WitnessState = (typeof witnessStates)[number];

/** One source's word on one component's version. */
export interface Witness {
  readonly source: WitnessSource;
  readonly state: WitnessState;
  /** The text the version was read from, as it stands in the source. */
  readonly raw: string | null;
  /** The version in plain digits, `5.1.0`; null unless `state` is `answers`. */
  readonly version: string | null;
  readonly path: string | null;
  /** When the source last changed (a file's modification time; for the operator, when it was typed). */
  readonly changedAt: Instant | null;
  /** Why it is unreadable. */
  readonly fault: Fault | null;
}

export type ComponentStatus = 'ok' | 'outdated' | 'disagree' | 'unknown' | 'not-required';

/** A version that an earlier reading, or the operator, put on record. */
export interface LastKnown {
  readonly version: string;
  readonly at: Instant;
}

export interface ComponentReading {
  readonly id: ComponentId;
  /** What it is called on the terminal. */
  readonly name: string;
  readonly status: ComponentStatus;
  /** The lowest version that a witness answers; null when none does. */
  readonly installed: string | null;
  /** What the notice asks for; null for the components it does not name. */
  readonly required: string | null;
  readonly witnesses: readonly Witness[];
  /** What the journal knows last of its version, where this reading has none; else null. */
  readonly lastKnown: LastKnown | null;
}

export type CheckStatus = 'ok' | 'warn' | 'fail' | 'unknown' | 'skipped';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface CheckResult {
  readonly id: CheckId;
  readonly status: CheckStatus;
  readonly summary: string;
  readonly remedy: string | null;
  readonly guideId: string | null;
  readonly durationMs: number;
  readonly evidence: { readonly [key: string]: Json };
}

export const bootKinds = ['full', 'fast-startup', 'hibernate', 'unknown'] as const;
export type BootKind = (typeof bootKinds)[number];

interface BootFacts {
  /** The last full boot, whatever `lastBootKind` says; null when it cannot be told. */
  readonly bootedAt: Instant | null;
  readonly lastBootKind: BootKind;
  /** The record of the last full boot in the system's event log, which no clock moves; null or absent: not known. */
  readonly record?: number | null;
}

/** Who sits at the terminal, and how. A field that could not be told is null. */
export interface SessionFacts {
  readonly remote: boolean | null;
  readonly locked: boolean | null;
  readonly elevated: boolean | null;
  readonly user: string | null;
  /** Whose desktop the session shows; null or absent where that cannot be told. */
  readonly desktop?: Desktop | null | undefined;
}

/** The desktop that somebody sees: the console may run as another user, by 「管理者として実行」 with their password. */
interface Desktop {
  readonly isOurs: boolean;
  /** Whose it is; null: the system does not tell us the name. */
  readonly user: string | null;
}

/** The marks of a pending restart that can be trusted. */
export const restartMarks = ['component-servicing', 'windows-update'] as const;
export type RestartMark = (typeof restartMarks)[number];

/** Minutes until sleep on mains power (0: never), and whether fast startup is on. null: it could not be told. */
export interface PowerFacts {
  readonly sleepMinutesOnAc: number | null;
  readonly fastStartup: boolean | null;
}

/** The space on the system drive that is free, and that should be. */
export interface DiskFacts {
  readonly freeBytes: number | null;
  readonly warnBelow: number;
  readonly failBelow: number;
}

/** What has not been read yet. */
export interface Pending {
  /** The checks that have no result, in their order. */
  readonly checks: readonly CheckId[];
  /** Whether what is told of the last full boot may still change. */
  readonly boot: boolean;
}

export const nothingPending: Pending = { checks: [], boot: false };

/** What is known of the terminal. What could not be read, or has not been read yet, is null. */
export interface Survey {
  readonly takenAt: Instant;
  readonly pending: Pending;
  readonly offsetMinutes: number;
  readonly components: readonly ComponentReading[];
  readonly checks: readonly CheckResult[];
  readonly boot: BootFacts;
  /** The marks of a pending restart that are set. */
  readonly restartMarks: readonly RestartMark[];
  /** Whether all of these marks could be read: only then none other is set. */
  readonly marksAreRead: boolean;
  readonly power: PowerFacts | null;
  readonly disk: DiskFacts | null;
  readonly terminal: { readonly name: string; readonly os: string } | null;
  readonly session: SessionFacts | null;
  readonly lastTaskRun: Instant | null;
  /** When the terminal's own task last began to restart it at a set time; read only where a boot lies in a night. */
  readonly plannedRestartAt: Instant | null;
}

export type Verdict = 'current' | 'action-needed' | 'failed' | 'unknown';

export const stepIds = [
  'wait',
  'restart',
  'all-done',
  'send-report',
  'read-again',
  'check-by-hand',
  'call-support',
  'fix-first',
  'download-now',
  'leave-on-overnight',
  'by-hand-steps',
] as const;
export type StepId = (typeof stepIds)[number];

/** The rules, in the order in which they are asked. Phone codes count on their places: only add at the end. */
export const ruleIds = ['0', '1', '2', '3', '4', '5a', '5', '6', '7', '8', '9', '10'] as const;
export type RuleId = (typeof ruleIds)[number];

/** What is under way on the terminal, and must not be disturbed. */
export interface UnderWay {
  readonly what: 'download' | 'restart';
  readonly since: Instant;
  /** When the restart comes; null for a download, and where it cannot be told. */
  readonly dueAt: Instant | null;
}

/** What the rules say: the verdict, the one next step, and which rule said it. */
export interface Decision {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  readonly step: StepId;
  readonly reason: string;
  /** For `fix-first`: the check to mend first. */
  readonly check: CheckId | null;
  /** For `leave-on-overnight`: the date of the night, `2026-01-20`. */
  readonly night: string | null;
  readonly alternative: 'leave-on-overnight' | null;
  /** For `leave-on-overnight`: whether it is on record that the terminal is left on for that night. */
  readonly prepared: boolean;
  /** For `wait`: what for. */
  readonly progress: UnderWay | null;
  /** For `send-report`: how many of the clinic's terminals in use are done; absent: all of them, as far as was said. */
  readonly terminals?: { readonly done: number; readonly count: number };
}

/** What the rules say while facts are still to come. Nothing that it says is taken back by any of them. */
export interface Outlook {
  /** null: not certain yet. */
  readonly verdict: Verdict | null;
  readonly step: StepId | null;
  /** All that there is to say, once it is certain. */
  readonly decision: Decision | null;
  /** The checks that what is not certain waits for. */
  readonly waitsFor: readonly CheckId[];
}

/** How a press of 「今すぐダウンロード」 ended. */
export const downloadOutcomes = [
  'restart-required',
  'already-latest',
  'error',
  'hang',
  'crash',
  'window-missing',
  'button-missing',
  'unknown-dialog',
] as const;
export type DownloadOutcome = (typeof downloadOutcomes)[number];

/** Why 「配信アプリケーション管理ツール」 cannot be operated from the console: then the operator presses the button. */
export const obstacles = [
  'tool-not-found', // in none of the places where it may be
  'several-tools', // more than one program may be it: none is started
  'powershell-missing',
  'powershell-barred', // by policy or by rights
  'powershell-silent', // it started, but gave no answer that can be used
  'screen-locked',
  'session-disconnected', // a remote desktop that is cut off: there is no screen to press on
  'session-0', // started by a service: no screen either
  'constrained-language', // AppLocker or WDAC: UI Automation cannot be loaded
  'tool-elevated', // the tool runs with more rights than the console
  'automation-missing', // UI Automation cannot be loaded for another reason
  'window-not-found',
  'button-not-found',
  'several-matches', // more than one window or button fits: none is pressed
  'button-disabled',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** What only the operator can see in the evening. */
export const eveningTicks = ['reader-power', 'terminal-stays-on', 'display-only-off'] as const;
export type EveningTick = (typeof eveningTicks)[number];

/** What a file says as a delivery record: each component's version, null where it gives none clearly. */
export type RecordFinding = Readonly<Record<ComponentId, string | null>>;
