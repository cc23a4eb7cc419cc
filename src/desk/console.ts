import type { Instant } from '../domain/time.ts';
import type { AnswerFiles, NewFile, ReplacedFile } from '../ports/ports.ts';
import type { InputMode } from '../tui/keys.ts';
import { runProgram } from '../tui/run-program.ts';
import type { Screen } from '../tui/screen.ts';
import { repeat, untilNextMinute, type Timers } from '../domain/timers.ts';
import { CALLED_FILE } from './called.ts';
import { createCalledFile } from './called-file.ts';
import { createCollection } from './collection.ts';
import { readBefore } from './before.ts';
import type { Filter } from './filter.ts';
import { createDeskRuntime, keepGathering } from './live.ts';
import { firstDeskModel, type DeskEffect, type DeskMessage, type DeskModel } from './model.ts';
import { withRoster, type Roster } from './roster.ts';
import { updateDesk } from './update.ts';
import { deskView, placeOf } from './view.ts';

/** What the screen begins with. */
export interface DeskStart {
  readonly files: AnswerFiles;
  readonly roster: Roster;
  /** The answers to compare with; null: none. */
  readonly since: AnswerFiles | null;
  readonly staleHours: number;
  readonly filter: Filter;
}

export interface DeskScreenTools {
  readonly screen: Screen;
  readonly timers: Timers;
  readonly now: () => Instant;
  readonly offsetMinutes: number;
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<NewFile>;
  readonly replace: (path: string, bytes: Uint8Array) => Promise<ReplacedFile>;
  /** Where an exported file of this name goes. */
  readonly exportPath: (name: string) => string;
  /** The program is told to stop. */
  readonly ended: AbortSignal;
}

/** Shows the desk's live screen until the operator leaves. Rejects for a bug; the terminal is as it was in any case. */
export async function runDeskScreen(start: DeskStart, tools: DeskScreenTools): Promise<void> {
  const { timers, now, offsetMinutes, writeNew, exportPath } = tools;
  const { files, roster, staleHours, filter } = start;
  await runProgram<DeskModel, DeskMessage, DeskEffect, undefined>({
    screen: tools.screen,
    now,
    first: (size) =>
      firstDeskModel({
        size,
        now: now(),
        offsetMinutes,
        staleHours,
        filter,
        comparing: start.since !== null,
        gathered: withRoster({ entries: [], bad: [] }, roster),
      }),
    update: updateDesk,
    view: { view: deskView },
    mode: modeOf,
    settled: () => true,
    work: ({ dispatch }, { finish, onBug }) => {
      const reading = new AbortController();
      const { signal } = reading;
      const compare = async (): Promise<void> => {
        if (start.since === null) return;
        const before = await readBefore(start.since, roster, { now: now(), staleHours }, signal);
        if (!signal.aborted) dispatch({ type: 'before', before });
      };
      const live = keepGathering({ collection: createCollection(files), roster, timers, now, dispatch, onBug });
      const called = createCalledFile({
        path: exportPath(CALLED_FILE),
        readBytes: async (path) => files.read(path, signal),
        replace: tools.replace,
        now,
        offsetMinutes,
      });
      // What is told of it once need not be told each minute.
      let told: string | null = null;
      const lookWhoWasCalled = async (): Promise<void> => {
        const read = await called.read();
        if (signal.aborted) return;
        if (read.ok) dispatch({ type: 'called', called: read.called });
        else if (read.problem !== told) dispatch({ type: 'said', message: read.problem });
        told = read.ok ? null : read.problem;
      };
      const runtime = createDeskRuntime({
        called,
        files,
        writeNew,
        exportPath,
        readAll: () => live.look(true),
        dispatch,
        onLeave: () => finish(undefined),
        onBug,
      });
      return {
        run: runtime.run,
        start: () => {
          const stopClock = repeat(
            timers,
            () => untilNextMinute(now()),
            () => {
              dispatch({ type: 'clock', now: now() });
              // Another desk may have called somebody.
              lookWhoWasCalled().catch(onBug);
            },
          );
          live.look(false);
          lookWhoWasCalled().catch(onBug);
          compare().catch(onBug);
          return () => {
            stopClock();
            reading.abort();
            live.stop();
            runtime.stop();
          };
        },
      };
    },
    left: undefined,
    ended: tools.ended,
  });
}

function modeOf(model: DeskModel): InputMode {
  return placeOf(model) === 'text' ? 'text' : 'menu';
}
