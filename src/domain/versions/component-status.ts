import type { ComponentId, ComponentReading, ComponentStatus, LastKnown, Witness } from '../facts.ts';
import { componentsOf, type NamedComponent } from '../notice/components.ts';
import type { Notice } from '../notice/notice.ts';
import type { History } from '../history.ts';
import { compareVersions, parseVersion, splitParts } from './version.ts';

/**
 * Judges a component by its witnesses against what the notice requires (null: the notice does not name it). One that is
 * absent does not answer; one that is there but cannot be read makes `ok` and `disagree` into `unknown`, and does not
 * hide an `outdated` that the others show. An operator among them decides alone; see `operatorWitness`.
 */
export function judgeComponent(
  { id, name }: NamedComponent,
  required: string | null,
  witnesses: readonly Witness[],
): ComponentReading {
  return {
    id,
    name,
    ...judgeWitnesses(witnesses, required),
    required,
    witnesses,
    // The journal is not asked here.
    lastKnown: null,
  };
}

/** What a witness says, from whatever document: of later consoles, sources and states may be others than ours. */
interface Said {
  readonly source: string;
  readonly state: string;
  readonly version: string | null;
}

/** The status and the installed version that witnesses come to; see `judgeComponent`. */
export function judgeWitnesses(
  witnesses: readonly Said[],
  required: string | null,
): Pick<ComponentReading, 'status' | 'installed'> {
  const read = witnesses.map((witness) => ({ ...witness, version: versionOf(witness) }));
  const operator = read.filter(({ source, version }) => source === 'operator' && version !== null);
  const deciding = operator.length > 0 ? operator : read;
  const versions = deciding.map(({ version }) => version).filter((version) => version !== null);
  const blind = deciding.some(({ state, version }) => state !== 'absent' && version === null);
  return {
    status: required === null ? 'not-required' : statusOf(versions, required, blind),
    installed: lowest(versions),
  };
}

export type Witnesses = Readonly<Record<ComponentId, readonly Witness[]>>;

/** What the witnesses say together about each component, in the order of `componentsOf`; null: none was asked yet. */
export function readingsOf(
  witnesses: Witnesses | null,
  context: { readonly notice: Pick<Notice, 'components' | 'targets'>; readonly history: History },
): readonly ComponentReading[] {
  const { notice, history } = context;
  return componentsOf(notice).map((component) => {
    const { id } = component;
    const required = notice.targets.find((target) => target.component === id)?.version ?? null;
    const reading = judgeComponent(component, required, witnesses?.[id] ?? []);
    return { ...reading, lastKnown: reading.installed === null ? lastKnownOf(id, history) : null };
  });
}

/** The readings of what the notice asks for, in its order. */
export function targetsIn(
  readings: readonly ComponentReading[],
  { targets }: Pick<Notice, 'targets'>,
): readonly ComponentReading[] {
  return targets.flatMap(({ component }) => readings.find(({ id }) => id === component) ?? []);
}

/** What is worst about a target, first. */
const worstFirst: readonly ComponentStatus[] = ['outdated', 'disagree', 'unknown', 'not-required', 'ok'];

/** The reading that decides: the worst of all, of equals the first; undefined: there is none. */
export function worstOf<Target extends Pick<ComponentReading, 'status'>>(
  targets: readonly Target[],
): Target | undefined {
  return worstFirst.flatMap((status) => targets.find((target) => target.status === status) ?? [])[0];
}

/** Whether the reading is without a clear answer because a witness was not read in time: then it is read again. */
export function isTimedOut({ status, witnesses }: Pick<ComponentReading, 'status' | 'witnesses'>): boolean {
  return status === 'unknown' && witnesses.some(({ state }) => state === 'timed-out');
}

function statusOf(versions: readonly string[], required: string, blind: boolean): ComponentStatus {
  if (splitParts(required) === null) return 'unknown';
  const enough = versions.map((version) => compareVersions(version, required) >= 0);
  if (enough.length === 0) return 'unknown';
  if (!enough.includes(true)) return 'outdated';
  if (blind) return 'unknown';
  return enough.includes(false) ? 'disagree' : 'ok';
}

/** What a witness answers; null where it does not, or where its answer is no version. */
function versionOf(witness: Said): string | null {
  return witness.state === 'answers' && witness.version !== null ? parseVersion(witness.version) : null;
}

function lowest(versions: readonly string[]): string | null {
  return versions.reduce<string | null>(
    (low, version) => (low === null || compareVersions(version, low) < 0 ? version : low),
    null,
  );
}

/**
 * The version of a component that the journal knows last, read or typed, and when that was put on record; null where it
 * knows none. It says nothing of what is installed now.
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
