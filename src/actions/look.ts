import { append, type Action } from './action.ts';

/** Opens the window of 「配信アプリケーション管理ツール」 and leaves it to the operator. */
export const openTool: Action<unknown, null> = {
  danger: 'terminal',
  run: ({ ports }, signal) => ports.tool.open(signal),
};

/** Presses 「配信実績の確認」 and keeps the path of the file that opened, where it could be learned. */
export const showRecord: Action<unknown, { readonly path: string | null }> = {
  danger: 'terminal',
  async *run(tools, signal) {
    const shown = await tools.ports.tool.showRecord(signal);
    if (!shown.ok) return shown;
    const { path } = shown.value;
    if (path !== null) yield* append(tools, { event: 'record-path-learned', path });
    return shown;
  },
};

/** Opens a document with the terminal's own program for it. */
export const openDocument: Action<{ readonly path: string }, null> = {
  danger: 'nothing',
  run: ({ ports }, signal, { path }) => ports.documents.open(path, signal),
};
