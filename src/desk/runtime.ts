import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import type { AnswerFiles } from './collection.ts';
import type { DeskEffect, DeskMessage } from './message.ts';
import { readDetail } from './read-detail.ts';

/** How a new file went; see src/ports/node/new-file.ts. */
type NewFile =
  { readonly type: 'written' } | { readonly type: 'exists' } | { readonly type: 'failed'; readonly code: string };

/** Does what the desk asks of the world, and says what came of it. */
export function createDeskRuntime(options: {
  readonly files: AnswerFiles;
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<NewFile>;
  /** The whole path of a file to export, by its name. */
  readonly exportPath: (name: string) => string;
  readonly readAll: () => void;
  readonly dispatch: (message: DeskMessage) => void;
  readonly onLeave: () => void;
  readonly onBug: (error: unknown) => void;
}): { readonly run: (effect: DeskEffect) => void; readonly stop: () => void } {
  const stopped = new AbortController();
  const { signal } = stopped;

  async function detail({ rowId, source }: Extract<DeskEffect, { type: 'read-detail' }>): Promise<void> {
    const document = await readDetail(options.files, source, signal);
    if (!signal.aborted) options.dispatch({ type: 'detail', rowId, document });
  }

  async function exportCsv({ name, bytes, rows }: Extract<DeskEffect, { type: 'export' }>): Promise<void> {
    const path = options.exportPath(name);
    const written = await options.writeNew(path, bytes);
    if (signal.aborted) return;
    const message = {
      written: texts.exported(path, rows),
      exists: texts.exportExists(path),
      failed: texts.exportFailed(path, written.type === 'failed' ? writingTexts.reason(written.code) : ''),
    }[written.type];
    options.dispatch({ type: 'said', message });
  }

  return {
    run(effect) {
      switch (effect.type) {
        case 'read-all':
          return options.readAll();
        case 'read-detail':
          return void detail(effect).catch(options.onBug);
        case 'export':
          return void exportCsv(effect).catch(options.onBug);
        case 'leave':
          return options.onLeave();
      }
    },
    stop: () => stopped.abort(),
  };
}
