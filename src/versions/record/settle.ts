import { compareVersions } from '../version.ts';
import type { StatedDate } from './dates.ts';
import type { Entry } from './entry.ts';

export type RecordAnswer =
  | {
      readonly state: 'answers';
      /** The line that the version was read from. */
      readonly raw: string;
      /** In plain digits, `5.1.0`. */
      readonly version: string;
      /** When the row says that it was delivered: `2026-01-20` or `2026-01-20T05:01:00`, with an offset where the row carries one. */
      readonly deliveredAt: string | null;
    }
  | { readonly state: 'unreadable'; readonly lines: readonly string[] }
  | { readonly state: 'absent' };

/** As many lines are shown as a person can compare. */
const MAX_LINES = 10;

interface Row {
  readonly entry: Entry;
  readonly date: StatedDate;
}

/**
 * Settles what all entries of one component say: the newest delivery wins, by date where rows carry one, else the last row.
 * Whatever may be as new as the newest (the same or an overlapping date, a date that cannot be compared, no date beside dated
 * rows, a remark) must say the same version; otherwise two readings are possible and the answer is `unreadable`.
 */
export function settle(entries: readonly Entry[]): RecordAnswer {
  if (entries.length === 0) return { state: 'absent' };
  const rows = entries.filter((entry) => !entry.aside);
  const asides = entries.filter((entry) => entry.aside);
  const dated = rows.flatMap((entry) =>
    entry.delivered.kind === 'known' ? [{ entry, date: entry.delivered.date }] : [],
  );
  const newest = dated.reduce<Row | null>(
    (best, row) => (best && best.date.from > row.date.from ? best : row),
    null,
  );
  const contenders = [...contendersOf(rows, dated, newest), ...asides];
  const winner = newest?.entry ?? rows.at(-1);
  const version = winner?.version ?? null;
  if (winner === undefined || version === null || !contenders.every((entry) => agrees(entry, version))) {
    return { state: 'unreadable', lines: shown(contenders) };
  }
  return {
    state: 'answers',
    raw: winner.lines.at(-1) ?? '',
    version,
    deliveredAt: newest?.date.text ?? null,
  };
}

/** The rows that may be the newest. */
function contendersOf(rows: readonly Entry[], dated: readonly Row[], newest: Row | null): readonly Entry[] {
  const last = rows.at(-1);
  if (newest === null) {
    const ordered = rows.every((entry) => entry.delivered.kind === 'none');
    return ordered && last ? [last] : rows;
  }
  // A time with an offset and one without cannot be compared: the terminal's zone at that time is not written down.
  if (dated.some((row) => row.date.zoned !== newest.date.zoned)) return rows;
  return rows.filter(
    (entry) => entry.delivered.kind !== 'known' || entry.delivered.date.to > newest.date.from,
  );
}

function agrees(entry: Entry, version: string): boolean {
  if (entry.version === null) return false;
  return entry.version === version || compareVersions(entry.version, version) === 0;
}

function shown(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.slice(-MAX_LINES).flatMap((entry) => entry.lines))].slice(-MAX_LINES);
}
