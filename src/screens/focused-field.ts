import type { TextField } from '../tui/text-field.ts';
import type { Model } from './model.ts';

/** The text field that has the focus on the current screen; null where none has, and keys are keys. */
export function focusedField(model: Model): TextField | null {
  switch (model.screen) {
    case 'by-hand':
      return model.byHand.field;
    case 'guide':
      return model.guide.searching ? model.guide.query : null;
    case 'history':
      return model.historyList.searching ? model.historyList.query : null;
    case 'report': {
      const { editing, terminals, typed } = model.report;
      if (editing === null) return null;
      return editing === 'terminals' ? terminals : typed[editing];
    }
    case 'settings':
      return model.settingsForm.editing?.field ?? null;
    default:
      return null;
  }
}
