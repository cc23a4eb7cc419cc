import { consoleHelp } from '../keys.ts';
import { helpTexts } from '../help.ja.ts';
import { supportTexts } from '../../support/support.ja.ts';
import type { Model } from '../model.ts';
import { item, type MenuItem } from './item.ts';

/** Help: the screens that no step of the procedure leads to, then every key and every path in use to read. */
export function helpMenu(model: Model): readonly MenuItem[] {
  return [
    ...helpLinks(),
    ...consoleHelp.map((row, index) => item(`key:${String(index)}`, `${row.keys}  ${row.help}`, null)),
    ...model.about.paths.map((each, index) => item(`path:${String(index)}`, `${each.name}: ${each.path}`, null)),
  ];
}

/** The way by arrows to the screens that have only a letter. */
export function helpLinks(): readonly MenuItem[] {
  return [
    item('to-support', supportTexts.itemOpen, { type: 'go', screen: 'support' }),
    item('to-settings', helpTexts.itemSettings, { type: 'go', screen: 'settings' }),
  ];
}
