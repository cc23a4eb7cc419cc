import type { Ambiguous } from '../text/cells.ts';
import type { Line } from '../tui/line.ts';
import { pageOf, placeOf } from './index.ts';
import type { Model } from './model.ts';
import { wholeScreen } from './whole-screen.ts';

/** The whole screen as rows - 1 lines: a pure function of the model. */
export function view(model: Model, ambiguous: Ambiguous): readonly Line[] {
  return wholeScreen(model, ambiguous, { page: pageOf(model), place: placeOf(model) });
}
