import { SECOND, type Instant } from './time.ts';
import type { BootMark, Moment } from './boots.ts';

/** What the journal says was begun and not ended, whichever notice it was for. */
export interface Begun {
  /** The last press, where its finish is not on record. `lock` names the console that watches it; null for a press by hand. */
  readonly download: { readonly at: Instant; readonly lock: string | null } | null;
  /**
   * The last request to restart that was neither refused nor called off, and that no boot has answered. `dueAt` null: an earlier
   * version wrote it, and its end cannot be told.
   */
  readonly restart: BegunRestart | null;
}

export interface BegunRestart {
  readonly at: Instant;
  readonly dueAt: Instant | null;
  /** What marks the boot that it was made in, where its line tells. */
  readonly boot?: BootMark;
}

export const nothingBegun: Begun = { download: null, restart: null };

/** What the clock may be off by before it was set. */
const CLOCK_SLACK = 5 * SECOND;

/** When the request was made and when it is due, by the present clock: where that was set since, the uptime tells by how much. */
export function timesNow(
  { at, dueAt, boot }: BegunRestart,
  present: Moment | undefined,
): { readonly at: Instant; readonly dueAt: Instant | null } {
  const [then, now] = [boot?.uptimeSeconds ?? null, present?.boot?.uptimeSeconds ?? null];
  if (!present || then === null || now === null || now < then) return { at, dueAt };
  const moved = present.at - at - (now - then) * SECOND;
  if (Math.abs(moved) <= CLOCK_SLACK) return { at, dueAt };
  return { at: at + moved, dueAt: dueAt === null ? null : dueAt + moved };
}

/** Whether a line, or what is read now, was written after another boot than the request's. */
export function isAfterItsBoot({ boot }: BegunRestart, later: BootMark | null | undefined): boolean {
  if (!boot || !later) return false;
  if (boot.record !== null && later.record !== null) return boot.record !== later.record;
  return (
    boot.uptimeSeconds !== null &&
    later.uptimeSeconds !== null &&
    later.uptimeSeconds < boot.uptimeSeconds - ROUNDING_SECONDS
  );
}

const ROUNDING_SECONDS = 2;
