import type { ComponentId } from '../../facts.ts';
import type { Delivered, StatedDate } from './numbers.ts';
import { compareVersions } from '../version.ts';
import { saysInstalled } from './words.ts';

/** What one place of the record says about one component. */
export interface Entry {
  readonly id: ComponentId;
  /** The version that is installed by this place; null: the place names the component, but that is not clear. */
  readonly version: string | null;
  /** Every version that stands there. */
  readonly found: readonly string[];
  /** The place, or a heading over it, says that the version waits, was merely downloaded, is to come. */
  readonly notYet: boolean;
  readonly delivered: Delivered;
  /** What else stands there, and over it: only of rows that are alike in this does the date tell which counts. */
  readonly beside: string;
  /** The empty cells of a row without a header. */
  readonly blanks?: readonly number[];
  /** The lines it was read from, as evidence; the version stands on the last. */
  readonly lines: readonly string[];
}

export type RecordAnswer =
  | {
      readonly state: 'answers';
      /** The line that the version was read from. */
      readonly raw: string;
      /** In plain digits, `5.1.0`. */
      readonly version: string;
      /** When the row says it was delivered: `2026-01-20` or `2026-01-20T05:01:00`, with the row's offset if any. */
      readonly deliveredAt: string | null;
      /** The row says of it, in words, that it is installed. */
      readonly isSaidInstalled: boolean;
    }
  /** It is named, without a version that is clearly installed. */
  | { readonly state: 'unreadable'; readonly lines: readonly string[] }
  /** There are several versions, and nothing says which of them is installed. */
  | { readonly state: 'ambiguous'; readonly lines: readonly string[] }
  | { readonly state: 'absent' };

/** As many lines are shown as a person can compare. */
const MAX_LINES = 10;

interface Dated {
  readonly entry: Entry;
  readonly date: StatedDate;
}

/**
 * Settles what all entries of one component say. They must all say the same version; or every one must carry a date,
 * and whatever may be as new as the newest (an overlapping date, one that cannot be compared) must say its version. One
 * entry that is not installed yet, and nothing can be told: it may stand for the version that will be there, or for the
 * one that is. Nor can it beside `doubts`, lines of the record that may speak of any component.
 */
export function settle(entries: readonly Entry[], doubts: readonly string[]): RecordAnswer {
  const last = entries.at(-1);
  if (last === undefined) return { state: 'absent' };
  if (doubts.length > 0 || entries.some(({ notYet }) => notYet)) return doubt(entries, doubts);
  const dated = entries.flatMap((entry) =>
    entry.delivered.kind === 'known' ? [{ entry, date: entry.delivered.date }] : [],
  );
  const newest = dated.reduce<Dated | null>((best, row) => (best && best.date.from > row.date.from ? best : row), null);
  const contenders = newest !== null && dated.length === entries.length ? contendersOf(dated, newest) : entries;
  const winner = newest?.entry ?? last;
  const { version } = winner;
  if (version === null || !contenders.every((entry) => agrees(entry, version))) return doubt(contenders, []);
  // An older row that says another version in other words may be the installed one, unless the newest says it is.
  const isSame = (entry: Entry): boolean => agrees(entry, version) || entry.beside === winner.beside;
  const isSaidInstalled = saysInstalled(winner.beside);
  if (!isSaidInstalled && !entries.every(isSame)) return doubt(entries, []);
  const raw = winner.lines.at(-1) ?? '';
  return { state: 'answers', raw, version, deliveredAt: newest?.date.text ?? null, isSaidInstalled };
}

/** The rows that may be the newest. Times with an offset and without cannot be compared: nobody wrote the zone down. */
function contendersOf(dated: readonly Dated[], newest: Dated): readonly Entry[] {
  const comparable = dated.every((row) => row.date.zoned === newest.date.zoned);
  return dated.filter((row) => !comparable || row.date.to > newest.date.from).map((row) => row.entry);
}

function doubt(entries: readonly Entry[], doubts: readonly string[]): RecordAnswer {
  const [first, ...others] = entries.flatMap(({ found }) => found);
  const several = first !== undefined && others.some((other) => compareVersions(first, other) !== 0);
  return { state: several ? 'ambiguous' : 'unreadable', lines: shown(entries, doubts) };
}

function agrees(entry: Entry, version: string): boolean {
  if (entry.version === null) return false;
  return entry.version === version || compareVersions(entry.version, version) === 0;
}

function shown(entries: readonly Entry[], doubts: readonly string[]): readonly string[] {
  const lines = [...entries.slice(-MAX_LINES).flatMap((entry) => entry.lines), ...doubts];
  return [...new Set(lines)].slice(-MAX_LINES);
}
