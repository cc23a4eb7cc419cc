import { createCollection, type AnswerFiles } from './collection.ts';
import type { Roster } from './roster.ts';
import type { DeskState } from './states.ts';
import { storeOf, type StoreOf } from '../tui/store-of.ts';
import type { Instant } from '../domain/time.ts';
import { everyMinute, keepGathering } from './live.ts';
import type { DeskEffect, DeskMessage } from './message.ts';
import { firstDeskModel, type DeskModel } from './model.ts';
import { createDeskRuntime } from './runtime.ts';
import { updateDesk } from './update.ts';
import { deskView, placeOf } from './view.ts';
import { fullScreen, sizeOf, type Screen } from '../tui/full-screen.tsx';
import type { InputMode } from '../tui/keys.ts';
import { Interactive } from '../tui/interactive.tsx';
import type { NewFile } from '../ports/node/file-writer.ts';
import type { Timers } from '../ports/node/timers.ts';

/** What the screen begins with. */
export interface DeskStart {
  readonly files: AnswerFiles;
  readonly paths: readonly string[];
  readonly roster: Roster;
  readonly staleHours: number;
  readonly state: DeskState | null;
  readonly words: string;
}

export interface DeskScreenTools {
  readonly screen: Screen;
  readonly timers: Timers;
  readonly now: () => Instant;
  readonly offsetMinutes: number;
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<NewFile>;
  /** Where an exported file of this name goes. */
  readonly exportPath: (name: string) => string;
  /** The program is told to stop. */
  readonly ended: AbortSignal;
}

/** Shows the desk's live screen until the operator leaves. Rejects for a bug; the terminal is as it was in any case. */
export async function runDeskScreen(start: DeskStart, tools: DeskScreenTools): Promise<void> {
  const { screen, timers, now } = tools;
  const finished = Promise.withResolvers<undefined>();
  const collection = createCollection(start.files);
  const runtime = createDeskRuntime({
    files: start.files,
    writeNew: tools.writeNew,
    exportPath: tools.exportPath,
    readAll: () => live.look(true),
    dispatch: (message) => store.dispatch(message),
    onLeave: () => finished.resolve(undefined),
    onBug: finished.reject,
  });
  const store: StoreOf<DeskModel, DeskMessage> = storeOf<DeskModel, DeskMessage, DeskEffect>(
    firstDeskModel({
      size: sizeOf(screen.stdout),
      now: now(),
      offsetMinutes: tools.offsetMinutes,
      staleHours: start.staleHours,
      filter: { words: start.words, state: start.state },
      gathered: { entries: [], bad: start.roster.bad, roster: start.roster.entries },
    }),
    updateDesk,
    (effect) => runtime.run(effect),
  );
  const live = keepGathering({
    collection,
    roster: start.roster,
    timers,
    now,
    dispatch: (message) => store.dispatch(message),
    onBug: finished.reject,
  });
  await fullScreen({
    screen,
    app: () => (
      <Interactive
        store={store}
        view={deskView}
        mode={modeOf}
        now={now}
        ambiguous={screen.ambiguous}
        colours={screen.colours}
      />
    ),
    finished,
    left: undefined,
    ended: tools.ended,
    onResize: (size) => store.dispatch({ type: 'resized', ...size }),
    start: () => {
      const stopClock = everyMinute(timers, now, () => store.dispatch({ type: 'clock', now: now() }));
      live.look(false);
      return () => {
        stopClock();
        live.stop();
        runtime.stop();
      };
    },
  });
}

function modeOf(model: DeskModel): InputMode {
  return placeOf(model) === 'text' ? 'text' : 'menu';
}
