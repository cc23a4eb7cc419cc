import type { JournalEvent } from '../journal/events.ts';
import type { ActionMessage } from './outcome.ts';
import type { ActionTools, Progress } from './action.ts';

/** Writes events to the journal, in order. Stops at the first that could not be written. */
export async function* record(tools: ActionTools, events: readonly JournalEvent[]): Progress {
  for (const event of events) {
    const message = await append(tools, event);
    yield message;
    if (message.type === 'journal-failed') return;
  }
}

/** Appends one event, flushed, and gives what the console must know: the journal as it now is, or why it failed. */
export async function append(tools: ActionTools, event: JournalEvent): Promise<ActionMessage> {
  const written = await tools.journal.append(event);
  return written.ok ? { type: 'journal', reading: written.value } : { type: 'journal-failed', fault: written.fault };
}
