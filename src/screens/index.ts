import type { TextField } from '../tui/text-field.ts';
import { byHand } from './by-hand/by-hand.ts';
import { download } from './download/download.ts';
import { evening } from './evening/evening.ts';
import { faq } from './faq/faq.ts';
import { guide } from './guide/guide.ts';
import { help } from './help/help.ts';
import { history } from './history/history.ts';
import type { Place, ScreenId } from './keys.ts';
import type { Model } from './model.ts';
import { mayCallOff } from './queries.ts';
import { report } from './report/report.ts';
import { restart } from './restart/restart.ts';
import type { Page, Screen } from './screen.ts';
import { settings } from './settings/settings.ts';
import { status } from './status/status.ts';
import { support } from './support/support.ts';

export const screens: Readonly<Record<ScreenId, Screen>> = {
  status,
  evening,
  'by-hand': byHand,
  download,
  restart,
  guide,
  history,
  report,
  faq,
  support,
  settings,
  help,
};

/** The current screen as it is now. */
export function pageOf(model: Model): Page {
  return screens[model.screen].page(model);
}

/** The text field that has the focus; null where none has, and keys are keys. */
export function focusedField(model: Model): TextField | null {
  return screens[model.screen].entry?.field(model) ?? null;
}

/** Where the keys go: to the dialog, to a text field, to a countdown that one of them calls off, or to the screen. */
export function placeOf(model: Model): Place {
  if (model.dialog) return 'dialog';
  if (focusedField(model) !== null) return 'text';
  return model.screen === 'restart' && mayCallOff(model) ? 'countdown' : model.screen;
}
