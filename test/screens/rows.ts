import { pageOf } from '../../src/screens/index.ts';
import type { Model } from '../../src/screens/model.ts';
import { selectedIndex as indexIn, selectedOf, type Row } from '../../src/screens/screen.ts';

/** How many rows stand before the entries of a journal with nothing to acknowledge. */
export const HISTORY_HEAD = 3;

/** The rows of the current screen. */
export function menuOf(model: Model): readonly Row[] {
  const { rows } = pageOf(model);
  return Array.from({ length: rows.length }, (_, index) => rows.at(index)).filter((each) => each !== undefined);
}

export function selectedIndex(model: Model): number {
  return indexIn(model, menuOf(model));
}

export function selectedItem(model: Model): Row | null {
  return selectedOf(model, menuOf(model));
}
