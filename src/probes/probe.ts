import type { CheckId, CheckStatus, ComponentReading, DiskFacts, Json, PowerFacts } from '../domain/facts.ts';
import { ok, type Result } from '../domain/fault.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import type { ClockReading, Instant } from '../domain/time.ts';
import type { History } from '../domain/history.ts';
import type { Calendar } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { MachineReport, PendingRestart, Ports } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';

/** What every probe is told. */
export interface ProbeContext {
  readonly notice: Notice;
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** What is wrong with the settings file that is there, so that `settings` are the defaults; null: nothing. */
  readonly settingsProblem: InputProblem | null;
  readonly history: History;
  /** When the survey began. */
  readonly now: Instant;
  /** The uptime then, in seconds; null where it cannot be told. */
  readonly uptimeSeconds: number | null;
  /** The notice's zone, minutes east of UTC: the times in texts and evidence are written in it. */
  readonly offsetMinutes: number;
  /** Milliseconds on a clock that never goes back, for durations only. */
  readonly stopwatch: () => number;
}

export type Evidence = Readonly<Record<string, Json>>;

export interface Judgement {
  readonly status: CheckStatus;
  readonly summary: string;
  readonly remedy: string | null;
  readonly guideId: string | null;
  readonly evidence: Evidence;
}

/**
 * The entry of the guide that explains each kind of bad news that a check can bring, by its status; news that is told
 * apart more finely has a name of its own beside these. Findings of a kind that is not named have no entry.
 */
export interface CheckGuide {
  readonly [news: string]: string;
  readonly unknown: string;
}

/** What a probe learned beside its own judgement; the survey is put together from it. */
export interface Learned {
  readonly components?: readonly ComponentReading[];
  readonly report?: MachineReport;
  readonly pending?: PendingRestart;
  readonly power?: PowerFacts;
  readonly disk?: DiskFacts;
  readonly lastTaskRun?: Instant | null;
  readonly plannedRestartAt?: Instant | null;
  readonly clock?: ClockReading;
}

/**
 * One check: it gathers through the ports, then judges what it gathered without them.
 * `gather` gives a fault only where nothing can be judged; what is missing in part is part of `T`.
 */
export interface Probe<T> {
  readonly id: CheckId;
  readonly guide: CheckGuide;
  gather(ports: Ports, context: ProbeContext, signal: AbortSignal): Promise<Result<T>>;
  judge(value: T, context: ProbeContext): Judgement;
  /** What is known where nothing was gathered in time; without it the check then only tells that. */
  late?(context: ProbeContext): T;
  learn?(value: T, context: ProbeContext): Learned;
}

/** What the machine's report, where there is one, tells beside the check's own judgement. */
export function learnedFrom(report: Result<MachineReport> | null): Learned {
  return report?.ok === true ? { report: report.value } : {};
}

/** A probe whose gathered type is its own business, so that all of them stand in one list. */
export interface Check {
  readonly id: CheckId;
  readonly guide: CheckGuide;
  take(ports: Ports, context: ProbeContext, signal: AbortSignal): Promise<Result<Taken>>;
  /** What stands in its place where it gave nothing in time; null: nothing. */
  late(context: ProbeContext): Taken | null;
}

/** What a check came to. */
export interface Taken {
  readonly judgement: Judgement;
  readonly learned: Learned;
}

/** Gather, then judge, in one step. */
export function checkOf<T>(probe: Probe<T>): Check {
  const judged = (value: T, context: ProbeContext): Taken => ({
    judgement: probe.judge(value, context),
    learned: probe.learn?.(value, context) ?? {},
  });
  return {
    id: probe.id,
    guide: probe.guide,
    async take(ports, context, signal) {
      const gathered = await probe.gather(ports, context, signal);
      return gathered.ok ? ok(judged(gathered.value, context)) : gathered;
    },
    late: (context) => (probe.late ? judged(probe.late(context), context) : null),
  };
}
