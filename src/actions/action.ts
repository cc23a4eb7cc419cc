import type { ActionMessage } from './outcome.ts';
import type { Journal } from '../journal/journal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';

/** What an action works with. */
export interface ActionTools {
  readonly ports: Ports;
  readonly journal: Journal;
  readonly settings: Settings;
  /** The system's countdown before a restart, in seconds. */
  readonly restartDelaySeconds: number;
}

/** An action's progress: each message as it comes. Faults are messages too; an exception is a bug. */
export type Progress = AsyncGenerator<ActionMessage, void, undefined>;
