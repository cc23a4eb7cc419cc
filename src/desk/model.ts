import { calledToday, nobodyCalled, type Called } from './called.ts';
import type { DeskScreenId } from './keys.ts';
import type { Instant } from '../domain/time.ts';
import type { TextField } from '../tui/text-field.ts';
import type { Before } from './compare.ts';
import type { Progress } from './collection.ts';
import type { BadFile, Gathered, Source } from './entry.ts';
import { filterClinics, filterRows, type Filter } from './filter.ts';
import type { Clinic, Row } from './rows.ts';
import type { DetailReading } from './read-document.ts';
import { sortedClinics, sortedRows, type Sorting } from './order.ts';
import { standingOf, type Standing } from './standing.ts';
import type { TerminalMessage } from '../tui/store.ts';

/** What the detail shows: a terminal, or a file that could not be used. */
type Opened =
  | { readonly type: 'terminal'; readonly rowId: string; readonly document: DetailReading }
  | { readonly type: 'bad'; readonly bad: BadFile };

/** Everything that the live screen shows. */
export interface DeskModel {
  readonly size: { readonly columns: number; readonly rows: number };
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly staleHours: number;
  readonly gathered: Gathered;
  /** How the terminals stood before; null: there is nothing to compare with, or it is still being read. */
  readonly before: Before | null;
  /** They are still being read. */
  readonly comparing: boolean;
  readonly standing: Standing;
  readonly filter: Filter;
  /** The clinics that were called today. */
  readonly called: Called;
  readonly sorting: Sorting;
  /** What the filter lets through, as it is sorted. */
  readonly clinics: readonly Clinic[];
  readonly rows: readonly Row[];
  /** null: nothing is being read. `found` is null while files are looked for. */
  readonly progress: Progress | { readonly read: 0; readonly found: null } | null;
  /** The words of the filter while they are typed. */
  readonly field: TextField | null;
  readonly screen: DeskScreenId;
  /** The screens that Esc goes back to, the last one first to be reached. */
  readonly trail: readonly DeskScreenId[];
  /** The selected row of each list, by its id: it stays with its clinic when others move. */
  readonly selected: Readonly<Partial<Record<DeskScreenId, string>>>;
  /** The first line that a page to read shows. */
  readonly scroll: number;
  /** The clinic whose terminals are shown, as `clinicKey` gives it; null: all. */
  readonly clinic: string | null;
  readonly opened: Opened | null;
  readonly message: string | null;
}

/** The model before anything was read. */
export function firstDeskModel(start: {
  readonly size: DeskModel['size'];
  readonly now: Instant;
  readonly offsetMinutes: number;
  readonly staleHours: number;
  readonly filter: Filter;
  readonly gathered: Gathered;
  readonly comparing?: boolean;
}): DeskModel {
  return withStanding({
    ...start,
    before: null,
    comparing: start.comparing ?? false,
    standing: standingOf(start.gathered, start),
    clinics: [],
    rows: [],
    progress: { read: 0, found: null },
    field: null,
    called: nobodyCalled(),
    sorting: 'urgency',
    screen: 'desk-clinics',
    trail: [],
    selected: {},
    scroll: 0,
    clinic: null,
    opened: null,
    message: null,
  });
}

/** The model with everything that follows from what was gathered, the time and the filter. */
export function withStanding(model: DeskModel): DeskModel {
  const standing = standingOf(model.gathered, model, model.before);
  return withFilter({ ...model, standing });
}

/** The model with what follows from the filter and the sorting. */
export function withFilter(model: DeskModel): DeskModel {
  const { standing, filter, sorting } = model;
  const called = calledToday(model.called, model.now, model.offsetMinutes);
  return {
    ...model,
    called,
    clinics: sortedClinics(filterClinics(standing, filter, called), sorting),
    rows: sortedRows(filterRows(standing.rows, filter, called), sorting),
  };
}

/** What happens to the desk. */
export type DeskMessage =
  | TerminalMessage
  | { readonly type: 'clock'; readonly now: Instant }
  | { readonly type: 'before'; readonly before: Before }
  | { readonly type: 'progress'; readonly progress: DeskModel['progress'] }
  | { readonly type: 'gathered'; readonly gathered: Gathered; readonly now: Instant }
  | { readonly type: 'detail'; readonly rowId: string; readonly document: DetailReading }
  | { readonly type: 'called'; readonly called: Called }
  /** `message`: what is said of it. */
  | { readonly type: 'said'; readonly message: string };

/** What the desk asks of the world. */
export type DeskEffect =
  | { readonly type: 'read-all' }
  | { readonly type: 'read-detail'; readonly rowId: string; readonly source: Source }
  | { readonly type: 'export'; readonly name: string; readonly bytes: Uint8Array; readonly rows: number }
  | { readonly type: 'mark-called'; readonly clinic: string; readonly at: Instant | null }
  | { readonly type: 'leave' };

export type DeskStep = readonly [DeskModel, readonly DeskEffect[]];
