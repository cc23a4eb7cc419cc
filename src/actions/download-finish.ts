import type { JournalEvent } from '../journal/events.ts';
import type { ToolEvent } from '../domain/tool-event.ts';
import { obstacleTexts } from '../domain/outcomes.ja.ts';
import type { Fault } from '../domain/fault.ts';

type Finished = Extract<ToolEvent, { readonly type: 'finished' }>;

/** The line of the journal that tells how a download ended. */
export function finishOf(event: Finished): JournalEvent {
  const { outcome, pressed } = event;
  return { event: 'download-finished', outcome, pressed, message: pressed ? event.message : whyNot(event) };
}

/** The same where the tool was not even asked: nothing was pressed. */
export function finishWithout(fault: Fault): JournalEvent {
  return { event: 'download-finished', outcome: 'window-missing', pressed: false, message: fault.headline };
}

/** Why nothing was pressed, for whoever reads the journal. */
function whyNot({ obstacle, message }: Finished): string | null {
  const why = [...(obstacle ? [obstacleTexts[obstacle]] : []), ...(message === null ? [] : [message])];
  return why.length === 0 ? null : why.join(' ');
}
