import { bootSince, CLOCK_SLACK, isBoot, isSince, justAfter, type KnownBoots, type Moment } from '../boots.ts';
import type { ComponentId, Witness } from '../facts.ts';
import type { History } from '../history.ts';
import type { Instant } from '../time.ts';
import { parseVersion } from './version.ts';

/**
 * Why a version that was typed does not count: the present boot, or its own line, lies in the future; the tool's button
 * was pressed, or the notice's steps were done, since; the machine was started since, or nobody can tell that it was
 * not; the clock was set since.
 */
export type TypedDoubt =
  'boot-ahead' | 'typed-ahead' | 'pressed' | 'steps-done' | 'booted' | 'boot-unknown' | 'clock-set';

/** The version that the operator typed last for a component. */
interface TypedVersion {
  readonly at: Instant;
  /** As it was typed, and in plain digits. */
  readonly raw: string;
  readonly version: string;
  /** null: it counts. */
  readonly doubt: TypedDoubt | null;
}

/**
 * The version that the operator read on the screen last, and whether it decides: it was typed at or after the last full
 * boot and after the last press. Where no full boot is known, nobody can tell that it is the newer one, and it does
 * not. Nor does one whose line lies in the future or before the present boot, whatever boot it claims: the line or the
 * clock is wrong. null: none was typed.
 */
export function typedVersion(
  id: ComponentId,
  history: History,
  boots: Pick<KnownBoots, 'bootedAt' | 'present'>,
): TypedVersion | null {
  const typed = history.operatorVersions.findLast((entry) => entry.component === id);
  const version = typed ? parseVersion(typed.version) : null;
  if (typed === undefined || version === null) return null;
  const { bootedAt, present } = boots;
  const now = present?.at ?? Infinity;
  const booted = bootSince({ history, bootedAt, present }, justAfter(typed));
  const press = history.presses.findLast((each) => isSince(each, typed));
  const isAhead = typed.at > now + CLOCK_SLACK;
  const isBefore = bootedAt !== null && typed.at < bootedAt - CLOCK_SLACK;
  const doubt = (): TypedDoubt | null => {
    if (booted === 'none' && press === undefined && !isAhead && !isBefore) return null;
    // While the clock is wrong, what is typed again does not count either.
    if (bootedAt !== null && bootedAt > now + CLOCK_SLACK) return 'boot-ahead';
    if (isAhead) return 'typed-ahead';
    if (press !== undefined) return press.kind === 'press' ? 'pressed' : 'steps-done';
    if (booted !== 'none') return isBoot(booted) ? 'booted' : 'boot-unknown';
    return 'clock-set';
  };
  return { at: typed.at, raw: typed.version, version, doubt: doubt() };
}

/** The version that the operator typed last, as a witness; null unless it decides: see `typedVersion`. */
export function operatorWitness(
  id: ComponentId,
  history: History,
  bootedAt: Instant | null,
  present?: Moment,
): Witness | null {
  const typed = typedVersion(id, history, { bootedAt, present });
  if (typed === null || typed.doubt !== null) return null;
  const { raw, version, at: changedAt } = typed;
  return { source: 'operator', state: 'answers', raw, version, path: null, changedAt, fault: null };
}
