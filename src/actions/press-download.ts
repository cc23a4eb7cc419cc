import { finishOf } from './download-finish.ts';
import { isPress } from '../journal/derive.ts';
import type { ToolEvent } from '../domain/tool-event.ts';
import type { ActionTools, Progress } from './action.ts';
import { append } from './record.ts';

/**
 * Presses 「今すぐダウンロード」 once. The journal says so before the press and tells the outcome after it: a console
 * that dies in between is known to have pressed. Nothing is pressed when the journal cannot be written.
 */
export async function* pressDownload(tools: ActionTools, signal: AbortSignal): Progress {
  // As long as this console lives, the press is under way; another one that looks on knows it by the lock.
  const lock = tools.ports.journal.lockToken();
  const started = await append(tools, { event: 'download-started', ...(lock === null ? {} : { lock }) });
  yield started;
  if (started.type === 'journal-failed') {
    yield { type: 'download-failed', fault: started.fault };
    return;
  }
  const maxSilenceMs = tools.settings.limits.toolSilenceSeconds * 1_000;
  for await (const said of tools.ports.tool.pressDownloadNow({ maxSilenceMs, signal })) {
    const event = believed(said);
    if (event.type === 'finished') yield await append(tools, finishOf(event));
    yield { type: 'tool', event };
  }
}

/** A tool that gave another outcome may have pressed, whatever it says of itself. */
function believed(event: ToolEvent): ToolEvent {
  return event.type === 'finished' ? { ...event, pressed: isPress(event) } : event;
}
