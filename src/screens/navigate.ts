import type { ScreenId } from './keys.ts';
import { emptyField } from '../tui/text-field.ts';
import type { Model } from './model.ts';
import { select } from './step.ts';

/** By hand, while nothing is being typed. */
export const noEntry = { asks: 'version', field: null, first: null, problem: null } as const;

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
    settingsForm: { ...model.settingsForm, editing: null, failed: null },
  };
}

/** Opens an entry of the guide, or its list. In the trail of an entry that was opened from the list the guide stands last. */
export function openGuide(model: Model, entryId: string | null, seen: readonly string[]): Model {
  const isOnList = model.screen === 'guide' && model.guide.entryId === null;
  const opened = go(model, 'guide');
  const trail = isOnList && entryId !== null ? [...opened.trail, 'guide' as const] : opened.trail;
  const query = entryId === null ? emptyField : model.guide.query;
  const entry = select({ ...opened, trail, guide: { entryId, query, searching: false, seen } }, 0);
  return entryId === null ? withoutListBehind(entry) : entry;
}

/** Opens the guide's list with the cursor in its search field. */
export function openSearch(model: Model): Model {
  const guide = { ...model.guide, entryId: null, searching: true, seen: [] };
  return withoutListBehind({ ...go(model, 'guide'), guide });
}

/** Whether Esc in the guide leads to its list. */
export function isListBehind({ screen, trail }: Model): boolean {
  return screen === 'guide' && trail.at(-1) === 'guide';
}

function withoutListBehind(model: Model): Model {
  return isListBehind(model) ? { ...model, trail: model.trail.slice(0, -1) } : model;
}
