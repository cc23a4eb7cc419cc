import type { Fault, Result } from '../domain/fault.ts';
import type { OwnComponent } from '../domain/notice/notice.ts';
import type { ToolEvent } from '../domain/outcomes.ts';
import { guideIdOf } from '../guide/situations.ts';
import type { JournalEvent } from '../journal/events.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalReading } from '../journal/reading.ts';
import type { Ports } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';
import { lockLostTexts } from './actions.ja.ts';

/** How something that the console can do is done. `wants`: what it needs to know. */
export type Action<Wants, Value> = (
  tools: ActionTools,
  signal: AbortSignal,
  wants: Wants,
) => Progress<Value> | Promise<Result<Value>>;

/** What an action works with. */
export interface ActionTools {
  readonly ports: Ports;
  readonly journal: Journal;
  readonly settings: Settings;
  /** The components that the notice brings with it. */
  readonly ownComponents: readonly OwnComponent[];
  readonly offsetMinutes: number;
  /** The system's countdown before a restart, in seconds. */
  readonly restartDelaySeconds: number;
}

/** An action's messages as it goes, and what came of it. Faults are told so too; an exception is a bug. */
export type Progress<Value> = AsyncGenerator<ProgressMessage, Result<Value>, undefined>;

export type ProgressMessage =
  | { readonly type: 'journal'; readonly reading: JournalReading }
  | { readonly type: 'journal-failed'; readonly fault: Fault }
  | { readonly type: 'tool'; readonly event: ToolEvent }
  /** Another console holds the lock now. */
  | { readonly type: 'lock'; readonly lock: { readonly held: false; readonly ownerPid: number | null } };

/**
 * Why nothing may be done: another console holds the lock that this one held when it was asked to; null: none does.
 * Whoever removes the lock's file lets a second console in, and of two that act both would press. What was asked for
 * just before the lock is given up is still done: an event that was to be put on record would be lost.
 */
export async function* lockLost({ ports }: ActionTools): AsyncGenerator<ProgressMessage, Fault | null, undefined> {
  const lock = await ports.journal.holdLock();
  if (!lock.ok) return lock.fault;
  if (lock.value === null || lock.value.held) return null;
  yield { type: 'lock', lock: lock.value };
  const { headline, tryNext } = lockLostTexts;
  return { code: 'busy', headline: headline(lock.value.ownerPid), tryNext, guideId: guideIdOf('journal:locked') };
}

/** Appends one event to the journal, flushed, and tells what the journal now is, or why it failed. */
export async function* append(tools: ActionTools, event: JournalEvent): Progress<JournalReading> {
  const written = await tools.journal.append(event);
  yield written.ok ? { type: 'journal', reading: written.value } : { type: 'journal-failed', fault: written.fault };
  return written;
}
