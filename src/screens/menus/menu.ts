import type { ScreenId } from '../keys.ts';
import type { Model } from '../model.ts';
import { byHandMenu } from './by-hand-menu.ts';
import { downloadMenu } from './download-menu.ts';
import { eveningMenu } from './evening-menu.ts';
import { faqMenu } from './faq-menu.ts';
import { guideMenu } from './guide-menu.ts';
import { helpMenu } from './help-menu.ts';
import { historyMenu } from './history-menu.ts';
import type { MenuItem } from './item.ts';
import { reportMenu } from './report-menu.ts';
import { restartMenu } from './restart-menu.ts';
import { settingsMenu } from './settings-menu.ts';
import { statusMenu } from './status-menu.ts';
import { supportMenu } from './support-menu.ts';

const menus: Readonly<Record<ScreenId, (model: Model) => readonly MenuItem[]>> = {
  status: statusMenu,
  evening: eveningMenu,
  'by-hand': byHandMenu,
  download: downloadMenu,
  restart: restartMenu,
  guide: guideMenu,
  history: historyMenu,
  report: reportMenu,
  faq: faqMenu,
  support: supportMenu,
  settings: settingsMenu,
  help: helpMenu,
};

/** The rows of the current screen that can be chosen, top to bottom. */
export function menuOf(model: Model): readonly MenuItem[] {
  return menus[model.screen](model);
}

/** The selected row of the current screen; null when the screen has none. */
export function selectedItem(model: Model): MenuItem | null {
  const rows = menuOf(model);
  return rows[selectedIndex(model, rows)] ?? null;
}

/** The index of the selected row, kept inside the menu as it now is. */
export function selectedIndex(model: Model, rows: readonly MenuItem[] = menuOf(model)): number {
  return Math.max(0, Math.min(model.selected[model.screen], rows.length - 1));
}
