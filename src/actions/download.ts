import { ok, type Fault } from '../domain/fault.ts';
import { obstacleTexts } from '../domain/outcomes.ja.ts';
import type { ToolEvent } from '../domain/outcomes.ts';
import { isPress } from '../journal/history.ts';
import type { JournalEvent } from '../journal/events.ts';
import { append, type Action } from './action.ts';
import { harmless } from '../text/harmless.ts';

type Finished = Extract<ToolEvent, { readonly type: 'finished' }>;

/**
 * Presses 「今すぐダウンロード」 once. The journal says so before the press and tells the outcome after it: a console
 * that dies in between is known to have pressed. Nothing is pressed when the journal cannot be written.
 */
export const pressDownload: Action<unknown, null> = async function* (tools, signal) {
  // As long as this console lives, the press is under way; another one that looks on knows it by the lock.
  const lock = tools.ports.journal.lockToken();
  const started = yield* append(tools, { event: 'download-started', ...(lock === null ? {} : { lock }) });
  if (!started.ok) return started;
  const maxSilenceMs = tools.settings.limits.toolSilenceSeconds * 1_000;
  for await (const said of tools.ports.tool.pressDownloadNow({ maxSilenceMs, signal })) {
    const event = believed(said);
    if (event.type === 'finished') yield* append(tools, finishOf(event));
    yield { type: 'tool', event };
  }
  return ok(null);
};

/** A tool that gave another outcome may have pressed, whatever it says of itself. */
function believed(event: ToolEvent): ToolEvent {
  if (event.type === 'says') return { ...event, text: harmless(event.text) };
  if (event.type !== 'finished') return event;
  return { ...event, pressed: isPress(event), message: event.message === null ? null : harmless(event.message) };
}

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
