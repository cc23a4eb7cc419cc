import type { Timers } from '../domain/timers.ts';
import { SECOND, type Instant } from '../domain/time.ts';
import type { AnswerFiles, NewFile } from '../ports/ports.ts';
import type { CalledFile } from './called-file.ts';
import { readDetail, type Collection, type Progress } from './collection.ts';
import type { DeskEffect, DeskMessage } from './model.ts';
import { withRoster, type Roster } from './roster.ts';
import { shownName } from './shown.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import { writingTexts } from '../domain/writing.ja.ts';

/** How long files are left alone after a look at them. */
export const LOOK_EVERY = 10 * SECOND;
/** How often what was read shows while a reading goes on. */
const SHOW_EVERY = 300;
/**
 * The reading has so many times as long as a showing takes: of ten thousand terminals on a slow machine showing would
 * leave it little else.
 */
const READING_SHARE = 9;

export interface DeskLive {
  /** Looks now; `again` reads every file. While a reading goes on, the next one begins after it. */
  readonly look: (again: boolean) => void;
  readonly stop: () => void;
}

/**
 * Keeps what is gathered up to date: looks for changed files again and again, and says what was read while it is being
 * read. Without a change nothing is said.
 */
export function keepGathering(options: {
  readonly collection: Collection;
  readonly roster: Roster;
  readonly timers: Timers;
  readonly now: () => Instant;
  readonly dispatch: (message: DeskMessage) => void;
  readonly onBug: (error: unknown) => void;
}): DeskLive {
  const { collection, roster, timers, dispatch } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  /** What is to follow the reading that goes on. */
  let next: 'nothing' | 'look' | 'again' = 'nothing';
  let reading = false;
  let first = true;
  let cancelLook = nothing;

  function show(): void {
    if (signal.aborted) return;
    dispatch({ type: 'gathered', gathered: withRoster(collection.gathered(), roster), now: options.now() });
  }

  async function read(again: boolean): Promise<void> {
    let progress: Progress | null = null;
    let cancelShow = nothing;
    const showSoon = (after: number): void => {
      cancelShow = timers.after(after, () => {
        const begun = options.now();
        dispatch({ type: 'progress', progress });
        show();
        showSoon(Math.max(SHOW_EVERY, (options.now() - begun) * READING_SHARE));
      });
    };
    const { changed } = await collection.refresh({
      again,
      signal,
      onProgress: (at) => {
        // A look that finds nothing to read is not worth a word.
        if (progress === null && at.found > 0) {
          dispatch({ type: 'progress', progress: at });
          showSoon(SHOW_EVERY);
        }
        progress = at.found > 0 ? at : null;
      },
    });
    cancelShow();
    if (signal.aborted) return;
    if (changed || first || again) {
      first = false;
      show();
      dispatch({ type: 'progress', progress: null });
    }
  }

  function look(again: boolean): void {
    if (signal.aborted) return;
    if (reading) {
      next = again || next === 'again' ? 'again' : 'look';
      return;
    }
    reading = true;
    cancelLook();
    read(again).then(followUp, options.onBug);
  }

  function followUp(): void {
    reading = false;
    const wanted = next;
    next = 'nothing';
    if (wanted === 'nothing') cancelLook = timers.after(LOOK_EVERY, () => look(false));
    else look(wanted === 'again');
  }

  return {
    look,
    stop: () => {
      stopped.abort();
      cancelLook();
    },
  };
}

/** What there is to call off before anything was begun. */
function nothing(): void {}

/** Does what the desk asks of the world, and says what came of it. */
export function createDeskRuntime(options: {
  readonly files: AnswerFiles;
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<NewFile>;
  /** The whole path of a file to export, by its name. */
  readonly exportPath: (name: string) => string;
  readonly called: Pick<CalledFile, 'mark'>;
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

  async function mark({ clinic, at }: Extract<DeskEffect, { type: 'mark-called' }>): Promise<void> {
    const reading = await options.called.mark(clinic, at);
    if (signal.aborted) return;
    if (reading.ok) options.dispatch({ type: 'called', called: reading.called });
    const done = at === null ? texts.called.undone : texts.called.done;
    options.dispatch({ type: 'said', message: reading.ok ? done(shownName(clinic)) : reading.problem });
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
        case 'mark-called':
          return void mark(effect).catch(options.onBug);
        case 'leave':
          return options.onLeave();
      }
    },
    stop: () => stopped.abort(),
  };
}
