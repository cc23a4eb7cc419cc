import { emptyField } from '../../tui/text-field.ts';
import { menuOf } from '../../screens/menus/menu.ts';
import type { TextEntry } from './text-entry.ts';
import { select } from './navigate.ts';
import { still } from './step.ts';

/** The words to search the guide by: the list follows while they are typed. */
export const guideEntry: TextEntry = {
  edited: (model, query) => select({ ...model, guide: { ...model.guide, query } }, 0),
  command(model, command) {
    const { guide } = model;
    switch (command) {
      case 'do':
      case 'select-down':
        return still(
          select({ ...model, guide: { ...guide, searching: false } }, Math.min(1, menuOf(model).length - 1)),
        );
      case 'back':
        return still(select({ ...model, guide: { ...guide, searching: false, query: emptyField } }, 0));
      default:
        return still(model);
    }
  },
};
