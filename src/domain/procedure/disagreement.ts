import type { Witness } from '../facts.ts';
import type { Instant } from '../time.ts';
import { isSince, type Placed } from '../boots.ts';
import { compareVersions, parseVersion } from '../versions/version.ts';
import { lastFullBoot, newest } from './boots.ts';
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
  const bootedAt = lastFullBoot(facts);
  return changedAt !== null && bootedAt !== null && bootedAt >= changedAt;
}

/** Whether a restart was asked for since the journal first held every one of the versions that the witnesses now answer. */
export function restartAskedSinceSeen(facts: RuleFacts): boolean {
  const seen = allSeen(facts);
  return seen !== null && facts.history.restartRequests.some((request) => isSince(request, seen));
}

/** When the journal first held every one of the versions that the witnesses now answer; null while it does not. */
function allSeen(facts: RuleFacts): Placed | null {
  const firsts = answersOf(facts).map((answer) => firstSeen(facts, answer));
  return firsts.reduce<Placed | null>((last, first, index) => {
    if (first === null || (last === null && index > 0)) return null;
    return last === null || isSince(first, last) ? first : last;
  }, null);
}

function firstSeen({ history, target }: RuleFacts, answer: Answer): Placed | null {
  const seen = history.versionsSeen
    .filter(({ component, source }) => component === target.id && source === answer.source)
    .find(({ version }) => sameVersion(version, answer.version));
  return seen ?? null;
}

/** Part by part as numbers; a text that is not a version is the same as none. */
function sameVersion(left: string, right: string): boolean {
  const [a, b] = [parseVersion(left), parseVersion(right)];
  return a !== null && b !== null && compareVersions(a, b) === 0;
}
