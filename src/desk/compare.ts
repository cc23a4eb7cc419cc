import { DAY, HOUR, type Instant } from '../domain/time.ts';
import type { BadFile, Gathered } from './entry.ts';
import { rosterKey } from './identity.ts';
import type { Row } from './rows.ts';
import { isDone, urgencyRank, type Change, type DeskState, type Urgency } from './states.ts';

/** How a terminal stood before. */
export interface Stood {
  readonly id: string;
  readonly clinic: string | null;
  readonly terminal: string;
  readonly state: DeskState;
  readonly urgency: Urgency;
  /** The first of the answers in a row that said so; of who was silent, when that was seen. */
  readonly sameSince: Instant;
}

/** How all terminals stood before. */
export interface Before {
  readonly byId: ReadonlyMap<string, Stood>;
  /** By clinic and name; null: several have these. */
  readonly byName: ReadonlyMap<string, Stood | null>;
  /** What of those answers could not be used. */
  readonly bad: readonly BadFile[];
}

/** What is kept of the answers before: little, as it stays for as long as the desk is open. */
export function beforeOf(rows: readonly Row[], bad: readonly BadFile[], asOf: Instant): Before {
  const byId = new Map<string, Stood>();
  const byName = new Map<string, Stood | null>();
  for (const { id, clinic, terminal, state, urgency, sameSince } of rows) {
    // What simulated terminals said among real ones says nothing of any terminal.
    if (state === 'simulated') continue;
    const stood: Stood = { id, clinic, terminal, state, urgency, sameSince: sameSince ?? asOf };
    byId.set(id, stood);
    const name = rosterKey(stood);
    byName.set(name, byName.has(name) ? null : stood);
  }
  return { byId, byName, bad };
}

/** When answers were gathered: the time of the newest one that is not ahead of the clock. */
export function gatheredAt({ entries }: Pick<Gathered, 'entries'>, now: Instant): Instant {
  let newest: Instant | null = null;
  for (const { at } of entries) if (at <= now && (newest === null || at > newest)) newest = at;
  return newest ?? now;
}

type Compared = Pick<Row, 'id' | 'clinic' | 'terminal' | 'state' | 'urgency' | 'entry' | 'sameSince' | 'namesake'>;

/**
 * What became of a terminal. `unchangedDays`: the days since it first stood so, by the calendar; null where it has
 * changed.
 */
export function changeOf(
  row: Compared,
  { byId, byName }: Before,
  now: Instant,
): { readonly change: Change; readonly unchangedDays: number | null } {
  const stood = byId.get(row.id) ?? (row.namesake ? null : byName.get(rosterKey(row)));
  if (!stood) return { change: 'new', unchangedDays: null };
  if (stood.state !== row.state) return { change: movedTo(row, stood), unchangedDays: null };
  const since = Math.min(stood.sameSince, row.sameSince ?? now);
  return { change: 'unchanged', unchangedDays: dayNumber(row.entry?.at ?? now) - dayNumber(since) };
}

function movedTo({ state, urgency }: Compared, before: Stood): Change {
  if (isDone(state)) return isDone(before.state) ? 'moved' : 'newly-done';
  return isDone(before.state) || urgencyRank(urgency) < urgencyRank(before.urgency) ? 'newly-bad' : 'moved';
}

/** Who was there before and is not there now, not even by name. */
export function goneSince({ byId }: Before, rows: readonly Row[]): readonly Stood[] {
  const ids = new Set(rows.flatMap((row) => [row.id, rosterKey(row)]));
  return [...byId.values()].filter((stood) => !ids.has(stood.id) && !ids.has(rosterKey(stood)));
}

/** The number of the day in Japan. */
function dayNumber(at: Instant): number {
  return Math.floor((at + 9 * HOUR) / DAY);
}
