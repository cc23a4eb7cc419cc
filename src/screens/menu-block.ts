import type { MenuItem } from '../core/menus/item.ts';
import { menuOf, selectedIndex } from '../core/menus/menu.ts';
import type { Model } from '../core/model.ts';
import type { Block } from '../ui/dialog.ts';
import type { ListRow } from '../ui/list.ts';
import { list } from '../ui/list.ts';
import { spans } from '../ui/line.ts';
import type { Area } from './screen.ts';

/** The rows of a screen's menu from `from` to before `to`, the selected one marked. `row` may say how one is shown. */
export function menuBlock(
  model: Model,
  area: Area,
  options: {
    readonly from?: number;
    readonly to?: number;
    readonly row?: (item: MenuItem) => ListRow;
  } = {},
): Block {
  const all = menuOf(model);
  const from = options.from ?? 0;
  const shown = all.slice(from, options.to ?? all.length);
  const selected = selectedIndex(model, all) - from;
  return list({
    rows: shown.map(options.row ?? plainRow),
    selected: selected >= 0 && selected < shown.length ? selected : null,
    ...area,
  });
}

export function plainRow(item: MenuItem): ListRow {
  return { line: spans(item.label), blocked: item.blocked };
}
