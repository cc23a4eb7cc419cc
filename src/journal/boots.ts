import type { Instant } from '../core/time.ts';
import { MINUTE, SECOND } from '../core/time.ts';

/** What tells one full boot of the machine from another, and no clock moves. A field that could not be read is null. */
export interface BootMark {
  /** Whole seconds since the last full boot, through sleep and fast startup. */
  readonly uptimeSeconds: number | null;
  /** The record id of the newest full start of the kernel in the system's event log. */
  readonly record: number | null;
}

/** The clock and the mark of the boot, read at one time: when a line of the journal was written, or now. */
export interface Moment {
  readonly at: Instant;
  /** null: a line without one, as earlier versions wrote them. */
  readonly boot: BootMark | null;
  /** The line says that the clock was set. */
  readonly clockMoved?: true;
}

/** An event that the journal tells of. `place` is its line's in `History.trail`; without it only the time is known. */
export interface Placed {
  readonly at: Instant;
  readonly place?: number;
}

/** What is known of the machine's boots. */
export interface KnownBoots {
  readonly history: {
    /** Every line of the journal, in its order. */
    readonly trail: readonly Moment[];
    /** Full boots that were journaled, by the clock of their time. */
    readonly fullBoots: readonly Instant[];
  };
  /** The present full boot, by the present clock; null where it cannot be told. */
  readonly bootedAt: Instant | null;
  /** Now, after all lines of the trail. */
  readonly present?: Moment | undefined;
}

/**
 * Whether there was a full boot. `proven`: by the boot's identity. `assumed`: by the clock, which may have been set.
 * `unknown`: no boot is known that could be compared.
 */
export type Booted = 'proven' | 'assumed' | 'none' | 'unknown';

/** The uptime never goes back within a boot; a second or two are rounding. */
const ROUNDING_SECONDS = 2;
/** What the clock may run ahead of the uptime before that is taken for a boot. */
const CLOCK_SLACK = 5 * MINUTE;

/** Whether there was a full boot since the event. */
export function bootSince(known: KnownBoots, event: Placed): Booted {
  const { history, bootedAt, present } = known;
  const lines = event.place === undefined ? [] : history.trail.slice(event.place);
  const boots = bootedAt === null ? history.fullBoots : [...history.fullBoots, bootedAt];
  return bootWithin(event, present ? [...lines, present] : lines, { boots, known, until: Infinity });
}

/** The event a moment later: where only times are known, a boot of the very same time came before it. */
export function justAfter(event: Placed): Placed {
  return { ...event, at: event.at + 1 };
}

/** Whether there was a full boot after the event and before a later one. */
export function bootBetween(known: KnownBoots, event: Placed, later: Placed): Booted {
  const { history, bootedAt } = known;
  const lines =
    event.place === undefined || later.place === undefined
      ? []
      : history.trail.slice(event.place, later.place + 1);
  const boots = bootedAt === null ? history.fullBoots : [...history.fullBoots, bootedAt];
  return bootWithin(event, lines, { boots, known, until: later.at });
}

/** Whether the answer lets the rules go on: what only the clock speaks for counts too. */
export function isBoot(booted: Booted): boolean {
  return booted === 'proven' || booted === 'assumed';
}

/** Whether one event came at or after another: in the journal's order, by their times where that is not known. */
export function isSince(event: Placed, earlier: Placed): boolean {
  return event.place === undefined || earlier.place === undefined
    ? event.at >= earlier.at
    : event.place >= earlier.place;
}

/**
 * When the present full boot was; null where it cannot be told. Lines that are known to be of this boot may have been written
 * before the clock was set: the earliest time counts, so that a clock that was put forward does not move the boot.
 */
export function presentBoot({ history, bootedAt, present }: KnownBoots): Instant | null {
  const record = present?.boot?.record ?? null;
  if (bootedAt === null || record === null) return bootedAt;
  const times = history.trail.flatMap((moment) =>
    moment.boot?.record === record ? (bootTimeOf(moment) ?? []) : [],
  );
  return times.reduce((earliest, time) => (earliest - time > MINUTE ? time : earliest), bootedAt);
}

/**
 * When the boot was that the event's line lies in, by the first line from there on that tells; where none does, when the present
 * one was. null where neither is known.
 */
export function bootTimeNear({ history, bootedAt }: KnownBoots, event: Placed): Instant | null {
  const line = event.place === undefined ? undefined : history.trail.slice(event.place).find(isMarked);
  return (line && bootTimeOf(line)) ?? bootedAt;
}

/** Whether any line tells which boot it was written in. */
export function isMarked({ boot }: Pick<Moment, 'boot'>): boolean {
  return boot !== null && (boot.uptimeSeconds !== null || boot.record !== null);
}

/** When the boot was that the moment lies in, by the clock of that moment; null where the uptime is not known. */
export function bootTimeOf({ at, boot }: Moment): Instant | null {
  return boot === null || boot.uptimeSeconds === null ? null : at - boot.uptimeSeconds * SECOND;
}

/**
 * Judges the moments from the event's own to the last. An event whose line carries no mark has its time alone, against the boot
 * that the first marked line after it lies in; from there on the marks decide.
 */
function bootWithin(
  event: Placed,
  moments: readonly Moment[],
  by: { readonly boots: readonly Instant[]; readonly known: KnownBoots; readonly until: Instant },
): Booted {
  const first = moments.findIndex(isMarked);
  const marked = moments[first];
  const timed = byTimes(event, by.boots, by.until);
  if (marked === undefined || marked === by.known.present) return timed;
  const compared = compare(marked, moments.slice(first));
  if (first === 0) return compared === 'unknown' ? timed : compared;
  if (compared === 'proven' || compared === 'assumed') return compared;
  const bootTime = bootTimeOf(marked);
  return bootTime === null ? timed : byTimes(event, [...by.known.history.fullBoots, bootTime], by.until);
}

function byTimes(event: Placed, boots: readonly Instant[], until: Instant): Booted {
  if (boots.length === 0) return 'unknown';
  return boots.some((boot) => boot >= event.at && boot < until) ? 'assumed' : 'none';
}

/** Compares the first moment, which is marked, with the last one, by what lies between as far as need be. */
function compare(first: Moment, moments: readonly Moment[]): Booted {
  const last = moments.at(-1) ?? first;
  const records = [first.boot?.record ?? null, last.boot?.record ?? null] as const;
  if (records[0] !== null && records[1] !== null) return records[0] === records[1] ? 'none' : 'proven';
  if (showsBoot(moments)) return 'proven';
  if (moments.slice(1).some(({ clockMoved }) => clockMoved)) return 'none';
  const [from, to] = [bootTimeOf(first), bootTimeOf(last)];
  if (from === null || to === null) return 'unknown';
  return to - from > CLOCK_SLACK ? 'assumed' : 'none';
}

/** Whether two of the moments cannot lie in one boot: their records differ or, where one is not known, the uptime went back. */
function showsBoot(moments: readonly Moment[]): boolean {
  let record: number | null = null;
  let highest = -Infinity;
  let highestBlind = -Infinity;
  for (const { boot } of moments) {
    if (boot === null) continue;
    if (boot.record !== null && record !== null && boot.record !== record) return true;
    record ??= boot.record;
    if (boot.uptimeSeconds === null) continue;
    const before = boot.record === null ? highest : highestBlind;
    if (boot.uptimeSeconds < before - ROUNDING_SECONDS) return true;
    highest = Math.max(highest, boot.uptimeSeconds);
    if (boot.record === null) highestBlind = highest;
  }
  return false;
}
