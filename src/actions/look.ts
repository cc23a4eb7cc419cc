import type { ActionTools, Progress } from './action.ts';
import { append } from './record.ts';

/** Opens the window of 「配信アプリケーション管理ツール」 and leaves it to the operator. */
export async function* openTool(tools: ActionTools, signal: AbortSignal): Progress {
  const opened = await tools.ports.tool.open(signal);
  yield { type: 'tool-opened', fault: opened.ok ? null : opened.fault };
}

/** Presses 「配信実績の確認」 and keeps the path of the file that opened, where it could be learned. */
export async function* showRecord(tools: ActionTools, signal: AbortSignal): Progress {
  const shown = await tools.ports.tool.showRecord(signal);
  if (!shown.ok) {
    yield { type: 'record-shown', path: null, fault: shown.fault };
    return;
  }
  const { path } = shown.value;
  if (path !== null) yield await append(tools, { event: 'record-path-learned', path });
  yield { type: 'record-shown', path, fault: null };
}

/** Opens a document with the terminal's own program for it. */
export async function* openDocument(tools: ActionTools, path: string, signal: AbortSignal): Progress {
  const opened = await tools.ports.documents.open(path, signal);
  yield { type: 'document-opened', path, fault: opened.ok ? null : opened.fault };
}
