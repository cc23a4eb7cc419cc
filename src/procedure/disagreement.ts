import type { Witness } from '../core/facts.ts';
import type { Instant } from '../core/time.ts';
import { compareVersions, parseVersion } from '../versions/version.ts';
import { bootedSince, newest } from './boots.ts';
import type { RuleFacts } from './facts.ts';

/** A witness that gives a version. */
export interface Answer {
  readonly source: Witness['source'];
  readonly version: string;
  readonly changedAt: Instant | null;
}

/** The witnesses of the target that give a version. */
export function answersOf({ target }: RuleFacts): readonly Answer[] {
  return target.witnesses.flatMap(({ state, source, version, changedAt }) =>
    state === 'answers' && version !== null ? [{ source, version, changedAt }] : [],
  );
}

/** Whether a full boot is known since the newest answering witness changed. Where no change is dated, none can be. */
export function bootedSinceChange(facts: RuleFacts): boolean {
  const changes = answersOf(facts).flatMap(({ changedAt }) => (changedAt === null ? [] : [changedAt]));
  const changedAt = newest(changes);
  return changedAt !== null && bootedSince(facts, changedAt);
}

/** Whether a restart was asked for since the journal first held every one of the versions that the witnesses now answer. */
export function restartAskedSinceSeen(facts: RuleFacts): boolean {
  const firstSeen = answersOf(facts).map((answer) => firstSeenAt(facts, answer));
  const allSeenAt = Math.max(...firstSeen.map((at) => at ?? Infinity));
  return facts.history.restartRequests.some(({ at }) => at >= allSeenAt);
}

function firstSeenAt({ history, target }: RuleFacts, answer: Answer): Instant | null {
  const times = history.versionsSeen
    .filter((seen) => seen.component === target.id && seen.source === answer.source)
    .filter((seen) => sameVersion(seen.version, answer.version))
    .map((seen) => seen.at);
  return times.length === 0 ? null : Math.min(...times);
}

/** Part by part as numbers; a text that is not a version is the same as none. */
function sameVersion(left: string, right: string): boolean {
  const [a, b] = [parseVersion(left), parseVersion(right)];
  return a !== null && b !== null && compareVersions(a, b) === 0;
}
