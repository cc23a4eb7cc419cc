import type { Decision } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import type { History } from '../domain/history.ts';
import { zoned } from '../domain/notice/zone.ts';
import { zoneOf } from '../domain/notice/calendar.ts';
import type { Notice, Target } from '../domain/notice/notice.ts';
import { compareVersions, parseVersion } from '../domain/versions/version.ts';

/** A day as the form wants it, `20260120`, by the calendar of the zone. */
export function compactDate(timeZone: string, at: Instant): string {
  return zoned(timeZone, at).date.replaceAll('-', '');
}

/**
 * The day on which the required version was proven, `20260120` in the notice's zone: the first moment from which on the
 * newest word of every source that had spoken was that version or a later one; or of a version seen by eye, which
 * decides alone. An unchanged word is not journaled again, so each source is remembered. Of several targets the last
 * one counts. Where the journal holds no such moment it is today; empty while nothing is proven.
 */
export function completedDay(
  history: Pick<History, 'versionsSeen' | 'operatorVersions'>,
  decision: Pick<Decision, 'verdict'> | null,
  notice: Pick<Notice, 'targets' | 'delivery'>,
  now: Instant,
): string {
  if (decision?.verdict !== 'current') return '';
  const proven = notice.targets.map((target) => provenSince(history, target));
  const known = proven.filter((at) => at !== null);
  return compactDate(zoneOf(notice), known.length === proven.length ? Math.max(...known) : now);
}

/** Since when every source says so, by the journal; null: it does not say. */
function provenSince(
  { versionsSeen, operatorVersions }: Pick<History, 'versionsSeen' | 'operatorVersions'>,
  { component, version: required }: Target,
): Instant | null {
  const byEye = operatorVersions.map((each) => ({ ...each, source: 'operator' as const }));
  const words = [...versionsSeen, ...byEye]
    .filter((each) => each.component === component)
    .toSorted((a, b) => a.at - b.at);
  const latest = new Map<string, boolean>();
  let since: Instant | null = null;
  for (const { at, source, version } of words) {
    const read = parseVersion(version);
    if (read === null) continue;
    latest.set(source, compareVersions(read, required) >= 0);
    const proven = latest.get('operator') === true || [...latest.values()].every(Boolean);
    since = proven ? (since ?? at) : null;
  }
  return since;
}
