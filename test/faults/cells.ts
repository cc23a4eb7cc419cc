import type { CheckId, CheckStatus } from '../../src/domain/facts.ts';
import type { FaultKind } from './kinds.ts';
import type { Row, RowId } from './rows.ts';

/** What must come of a cell through `check`. */
export interface Expected {
  readonly exitCode: number;
  /** The checks that say something else than without the fault. */
  readonly changed: Readonly<Partial<Record<CheckId, CheckStatus>>>;
}

/** The port gives no answer that can be used, from the start. */
const dead: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'missing',
  'denied',
  'late',
  'hanging',
  'garbage',
  'partial',
  'disk-full',
]);

/** Where more is known than "what rests on it is unknown". */
const special: Readonly<Partial<Record<RowId, Partial<Record<FaultKind, Expected>>>>> = {
  files: {
    // A file that is not there is no fault: nobody answers, and no reader is registered.
    missing: { exitCode: 3, changed: { 'component-versions': 'unknown', 'card-reader': 'warn' } },
    denied: unknownVersions('clock'),
    late: unknownVersions('clock'),
    hanging: unknownVersions('clock'),
    'disk-full': unknownVersions('clock'),
    // The bytes are no text; the file's time is what it was.
    garbage: unknownVersions(),
    // Half a version is still the beginning of it: it never reads as a newer one.
    partial: { exitCode: 1, changed: {} },
  },
  tool: { partial: { exitCode: 1, changed: { 'management-tool': 'warn' } } },
  clock: { zone: { exitCode: 1, changed: { clock: 'warn' } } },
  // A journal that cannot be read must not count as an empty one.
  journal: { denied: refused(), hanging: refused() },
  'data-folder': { denied: refused(), hanging: refused(), garbage: refused(), partial: refused() },
};

/**
 * What `check` must say on the outdated terminal; null: what comes over a port in the middle of a run, where the
 * invariants alone hold.
 */
export function expectedOf(row: Row, kind: FaultKind): Expected | null {
  const known = special[row.id]?.[kind];
  if (known) return known;
  if (kind === 'slow' || kind === 'zone') return { exitCode: healthyExit(row), changed: {} };
  if (!dead.has(kind)) return null;
  return {
    exitCode: healthyExit(row),
    changed: Object.fromEntries(row.checks.map((id) => [id, 'unknown'])),
  };
}

function healthyExit({ scenario }: Row): number {
  return scenario === 'already-current' ? 0 : 1;
}

function unknownVersions(...others: readonly CheckId[]): Expected {
  const ids: readonly CheckId[] = ['component-versions', 'card-reader', ...others];
  return { exitCode: 3, changed: Object.fromEntries(ids.map((id) => [id, 'unknown'])) };
}

function refused(): Expected {
  return { exitCode: 64, changed: {} };
}

/**
 * What must be journaled of a press and of a restart: its outcome; the kinds that are left out go well; null: it is
 * refused before, because six hours earlier delivery has not yet ended its first night. */
export const journaledPress: Readonly<Partial<Record<RowId, Partial<Record<FaultKind, string | null>>>>> = {
  'command:tool': {
    missing: 'window-missing',
    denied: 'window-missing',
    late: 'hang',
    hanging: 'hang',
    garbage: 'crash',
    partial: 'crash',
    disappearing: 'window-missing',
    'disk-full': 'crash',
    changed: 'crash',
    'clock-back': null,
  },
  tool: {
    missing: 'window-missing',
    denied: 'window-missing',
    late: 'hang',
    hanging: 'hang',
    garbage: 'crash',
    partial: 'crash',
    disappearing: 'window-missing',
    'disk-full': 'error',
    changed: 'unknown-dialog',
    'clock-back': null,
  },
};
export const journaledRestart: typeof journaledPress = {
  // A program that says nothing and ends with 0 has accepted: shutdown.exe has no words for that.
  'command:shutdown': {
    missing: 'absent',
    denied: 'denied',
    late: 'accepted',
    hanging: 'timed-out',
    partial: 'crashed',
    disappearing: 'absent',
    'disk-full': 'failed',
  },
  power: {
    missing: 'absent',
    denied: 'denied',
    hanging: 'timed-out',
    garbage: 'other',
    partial: 'crashed',
    disappearing: 'absent',
    'disk-full': 'failed',
    changed: 'already-scheduled',
  },
};
