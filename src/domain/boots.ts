import { MINUTE, SECOND, type Instant } from './time.ts';

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
/** What the clock may be corrected by without a word: what it runs ahead of the uptime beyond that counts as a boot. */
export const CLOCK_SLACK = 5 * MINUTE;

/** Whether there was a full boot since the event. */
export function bootSince(known: KnownBoots, event: Placed): Booted {
  const { trail } = known.history;
  const from = event.place ?? trail.length;
  return bootWithin(known, event, { from, to: trail.length, last: known.present, until: Infinity });
}

/** The event a moment later: where only times are known, a boot of the very same time came before it. */
export function justAfter(event: Placed): Placed {
  return { ...event, at: event.at + 1 };
}

/** Whether there was a full boot after the event and before a later one. */
export function bootBetween(known: KnownBoots, event: Placed, later: Placed): Booted {
  const isPlaced = event.place !== undefined && later.place !== undefined;
  const [from, to] = isPlaced ? [event.place, later.place + 1] : [0, 0];
  return bootWithin(known, event, { from, to, last: undefined, until: later.at });
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
 * When the present full boot was; null where it cannot be told. Lines that are known to be of this boot may have been
 * written before the clock was set: the earliest time counts, so that a clock that was put forward does not move the
 * boot. Where that lies before a line of an earlier boot, the clock was behind when it was written, and it does not
 * count.
 */
export function presentBoot({ history, bootedAt, present }: KnownBoots): Instant | null {
  const record = present?.boot?.record ?? null;
  if (bootedAt === null || record === null) return bootedAt;
  const before = history.trail.findLast(({ boot }) => boot !== null && boot.record !== null && boot.record !== record);
  const from = before === undefined ? -Infinity : before.at - CLOCK_SLACK;
  let earliest = bootedAt;
  for (const moment of history.trail) {
    const time = moment.boot?.record === record ? bootTimeOf(moment) : null;
    if (time !== null && time >= from && earliest - time > MINUTE) earliest = time;
  }
  return earliest;
}

/**
 * When the boot was that the event's line lies in, by the first line from there on that tells; where none does, when
 * the present one was. null where neither is known.
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

/** The lines of the trail from one place to before another, and what was read after them. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly last: Moment | undefined;
  readonly until: Instant;
}

/**
 * Judges the moments from the event's own to the last. An event whose line carries no mark has its time alone, against
 * the boot that the first marked moment after it lies in; from there on the marks decide.
 */
function bootWithin(known: KnownBoots, event: Placed, stretch: Stretch): Booted {
  const { from, to, last, until } = stretch;
  const lines = known.history.trail.slice(from, to);
  const first = lines.findIndex(isMarked);
  const marked = first < 0 ? last : lines[first];
  if (marked === undefined || !isMarked(marked)) return byTimes(known, event, until);
  const compared = compare(marked, last ?? lines.at(-1) ?? marked, () => [
    ...(first < 0 ? [] : lines.slice(first)),
    ...(last ? [last] : []),
  ]);
  if (first === 0) return compared ?? byTimes(known, event, until);
  if (compared !== null && isBoot(compared)) return compared;
  const timed = byTimes(known, event, until, bootTimeOf(marked));
  return isBoot(timed) ? timed : (compared ?? timed);
}

/** By the times of all full boots known. `marked`: that of the first boot after the event that a mark tells of. */
function byTimes(
  { history, bootedAt }: KnownBoots,
  event: Placed,
  until: Instant,
  marked: Instant | null = null,
): Booted {
  const isWithin = (boot: Instant): boolean => boot >= event.at && boot < until;
  const present = marked ?? bootedAt;
  if (history.fullBoots.some(isWithin) || (present !== null && isWithin(present))) return 'assumed';
  // Where the present boot is not known, nobody can say that there was none since.
  return present === null ? 'unknown' : 'none';
}

/** Compares the marks of the first and the last moment, by what lies between where need be; null: they cannot be. */
function compare(first: Moment, last: Moment, moments: () => readonly Moment[]): Booted | null {
  const records = [first.boot?.record ?? null, last.boot?.record ?? null] as const;
  if (records[0] !== null && records[1] !== null) return records[0] === records[1] ? 'none' : 'proven';
  const all = moments();
  if (showsBoot(all)) return 'proven';
  const [from, to] = [bootTimeOf(first), bootTimeOf(last)];
  if (from === null || to === null) return null;
  // The clock says nothing then, and the uptime alone cannot tell a boot that is longer ago than the event.
  if (all.slice(1).some(({ clockMoved }) => clockMoved)) return 'unknown';
  return to - from > CLOCK_SLACK ? 'assumed' : 'none';
}

/** Whether two of the moments cannot lie in one boot: the records differ or, where not known, the uptime went back. */
export function showsBoot(moments: readonly Pick<Moment, 'boot'>[]): boolean {
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
