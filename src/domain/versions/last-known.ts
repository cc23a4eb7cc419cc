import type { ComponentId, LastKnown } from '../facts.ts';
import type { History } from '../history.ts';
import { parseVersion } from './version.ts';

/**
 * The version of a component that the journal knows last, read or typed, and when that was put on record; null where it knows none.
 * It says nothing of what is installed now.
 */
export function lastKnownOf(
  id: ComponentId,
  { versionsSeen, operatorVersions }: Pick<History, 'versionsSeen' | 'operatorVersions'>,
): LastKnown | null {
  const known = [versionsSeen, operatorVersions].flatMap((entries) => {
    // The journal is a file that anybody may have edited: what is no version there is no evidence.
    const last = entries.findLast((entry) => entry.component === id && parseVersion(entry.version) !== null);
    return last ? [{ version: parseVersion(last.version) ?? last.version, at: last.at }] : [];
  });
  return known.toSorted((a, b) => b.at - a.at)[0] ?? null;
}
