import type { Model } from '../../src/screens/model.ts';
import { storeOf } from '../../src/tui/store.ts';
import { update } from '../../src/console/update.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { problemsOfCells, problemsOfRows } from '../../test/audit/problems.ts';
import type { State } from '../../test/audit/states.ts';
import { showConsole } from '../../test/harness/console-frames.tsx';
import { frameHtml } from './frame-html.ts';

export interface Drawn {
  readonly html: string;
  readonly problems: readonly string[];
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The app in this state on a terminal, drawn as the program draws it. */
export async function draw(
  state: State,
  size: Size,
  options: { readonly ambiguous?: Ambiguous; readonly colours?: boolean } = {},
): Promise<Drawn> {
  const { ambiguous = 'narrow', colours = true } = options;
  const frames = shown({ ...state.model, size }, { ambiguous, colours });
  const rows = await frames.screen();
  const drawn = {
    html: frameHtml(frames.terminal),
    problems: [
      ...problemsOfRows(state, rows.slice(0, -1), size, ambiguous),
      ...problemsOfCells(frames.terminal, ambiguous),
    ],
  };
  await frames.close();
  return drawn;
}

/** What Ink prints for a screen reader. */
export async function readOut(state: State, size: Size): Promise<string> {
  const frames = shown({ ...state.model, size }, { isReadOut: true });
  const rows = await frames.screen();
  await frames.close();
  return rows.join('\n').trimEnd();
}

type Look = Omit<Parameters<typeof showConsole>[1], 'now'>;

function shown(model: Model, look: Look) {
  return showConsole(
    storeOf(model, update, () => undefined),
    { now: () => model.now, ...look },
  );
}
