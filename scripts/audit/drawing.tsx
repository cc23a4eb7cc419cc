import { App } from '../../src/console/console.tsx';
import type { Model } from '../../src/screens/model.ts';
import { storeOf } from '../../src/tui/store.ts';
import { update } from '../../src/console/update.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { problemsOfCells, problemsOfRows } from '../../test/audit/problems.ts';
import type { State } from '../../test/audit/states.ts';
import { showFrames } from '../../test/harness/frames.tsx';
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
  const frames = showFrames(app({ ...state.model, size }, ambiguous, colours), { ...size, ambiguous });
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
  const frames = showFrames(app({ ...state.model, size }, 'narrow', true), { ...size, isReadOut: true });
  const rows = await frames.screen();
  await frames.close();
  return rows.join('\n').trimEnd();
}

function app(model: Model, ambiguous: Ambiguous, colours: boolean) {
  const store = storeOf(model, update, () => undefined);
  return <App store={store} now={() => model.now} ambiguous={ambiguous} colours={colours} />;
}
