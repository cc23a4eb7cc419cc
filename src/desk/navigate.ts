import { moved } from '../tui/list.ts';
import type { DeskScreenId } from './keys.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import { isNarrowed, noFilter } from './filter.ts';
import { itemsOf, selectedIndex, type Item } from './items.ts';
import { withFilter, type DeskModel, type DeskStep } from './model.ts';
import { isPage, pageLines } from './pages.ts';
import { bodyHeight } from './view.ts';

/** Moves the selection, or the page where there is none. */
export function move(model: DeskModel, by: number): DeskModel {
  if (isPage(model)) {
    const last = Math.max(0, pageLines(model, 'wide').length - bodyHeight(model, 'wide'));
    return { ...model, scroll: moved(model.scroll, by, last) };
  }
  const items = itemsOf(model);
  return select(model, items[moved(selectedIndex(model, items), by, items.length - 1)]);
}

export function select(model: DeskModel, item: Item | undefined): DeskModel {
  return item ? { ...model, selected: { ...model.selected, [model.screen]: item.id } } : model;
}

/** Opens a screen; Esc will come back to the one before. */
export function open(model: DeskModel, screen: DeskScreenId): DeskModel {
  if (screen === model.screen) return { ...model, scroll: 0 };
  const trail = screen === 'desk-clinics' ? [] : [...model.trail.filter((each) => each !== screen), model.screen];
  return { ...model, screen, trail, scroll: 0 };
}

/** Goes back one screen; from the first one it takes the filter away. */
export function back(model: DeskModel): DeskModel {
  const previous = model.trail.at(-1);
  if (previous !== undefined) return { ...model, screen: previous, trail: model.trail.slice(0, -1), scroll: 0 };
  if (isNarrowed(model.filter)) return withFilter({ ...model, filter: noFilter });
  return say(model, texts.leaveByKey);
}

export function without({ selected }: DeskModel, screen: DeskScreenId): DeskModel['selected'] {
  return Object.fromEntries(Object.entries(selected).filter(([each]) => each !== screen));
}

export function say(model: DeskModel, message: string | null): DeskModel {
  return { ...model, message };
}

export function still(model: DeskModel): DeskStep {
  return [model, []];
}
