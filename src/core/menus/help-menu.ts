import { helpRows } from '../../input/keymap.ts';
import type { Model } from '../model.ts';
import type { MenuItem } from './item.ts';
import { item } from './item.ts';

/** Help: every key, then every path in use. Rows to read only. */
export function helpMenu(model: Model): readonly MenuItem[] {
  return [
    ...helpRows().map((row, index) => item(`key:${String(index)}`, `${row.keys}  ${row.help}`, null)),
    ...model.about.paths.map((each, index) =>
      item(`path:${String(index)}`, `${each.name}: ${each.path}`, null),
    ),
  ];
}
