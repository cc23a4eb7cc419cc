import type { ActionTools, Progress } from './action.ts';
import { append } from './record.ts';

/**
 * Presses 「今すぐダウンロード」 once. The journal says so before the press and tells the outcome after it: a console
 * that dies in between is known to have pressed. Nothing is pressed when the journal cannot be written.
 */
export async function* pressDownload(tools: ActionTools, signal: AbortSignal): Progress {
  const started = await append(tools, { event: 'download-started' });
  yield started;
  if (started.type === 'journal-failed') {
    yield { type: 'download-failed', fault: started.fault };
    return;
  }
  const maxSilenceMs = tools.settings.limits.toolSilenceSeconds * 1_000;
  for await (const event of tools.ports.tool.pressDownloadNow({ maxSilenceMs, signal })) {
    if (event.type === 'finished') {
      const { outcome, pressed, message } = event;
      yield await append(tools, { event: 'download-finished', outcome, pressed, message });
    }
    yield { type: 'tool', event };
  }
}
