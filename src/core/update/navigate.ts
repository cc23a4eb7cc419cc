import type { ScreenId } from '../../input/screens.ts';
import { emptyField } from '../../input/text-field.ts';
import type { Model } from '../model.ts';

/** Opens a screen; Esc will come back to the one before. */
export function go(model: Model, screen: ScreenId): Model {
  if (screen === model.screen) return { ...model, dialog: null };
  const trail = screen === 'status' ? [] : [...model.trail.filter((each) => each !== screen), model.screen];
  return {
    ...model,
    screen,
    trail,
    dialog: null,
    selected: { ...model.selected, [screen]: 0 },
    byHand: noEntry,
  };
}

/** Goes back one step: out of a guide entry to where it was opened from, else to the screen before. */
export function back(model: Model): Model {
  const previous = model.trail.at(-1) ?? 'status';
  return { ...model, screen: previous, trail: model.trail.slice(0, -1), message: null, byHand: noEntry };
}

export function openGuide(model: Model, entryId: string | null, seen: readonly string[]): Model {
  const opened = go(model, 'guide');
  const query = entryId === null ? emptyField : model.guide.query;
  return select({ ...opened, guide: { entryId, query, searching: false, seen } }, 0);
}

/** Moves the selection of the current screen. */
export function select(model: Model, index: number): Model {
  return { ...model, selected: { ...model.selected, [model.screen]: index } };
}

const noEntry = { field: null, first: null, problem: null } as const;
