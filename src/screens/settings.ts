import { menuOf, selectedIndex } from './menus/menu.ts';
import { beside, besideWidths } from '../tui/list.ts';
import { blank } from '../tui/line.ts';
import { WIDE, type Screen } from './screen.ts';
import { settingDetail } from './setting-detail.ts';
import { settingRows } from './setting-rows.ts';

/** Settings: files that cannot be used, then every setting by group, with the meaning of the selected one below it or beside the list. */
export const settings: Screen = (model, area) => {
  const selected = menuOf(model)[selectedIndex(model)] ?? null;
  if (area.columns < WIDE) {
    const detail = settingDetail(model, selected, area, 4);
    return settingRows(model, area, detail);
  }
  const { left, right } = besideWidths(area.columns);
  const listArea = { ...area, columns: left };
  const rows = settingRows(model, listArea, []);
  const detail = settingDetail(model, selected, { ...area, columns: right }, 0);
  // The detail begins at the selected row, so that it is in view where that is.
  const from = rows.focus ?? 0;
  const above = Array.from({ length: from }, () => blank);
  const block = beside(rows, [...above, ...detail], { left, right, ambiguous: area.ambiguous });
  return { ...block, focusEnd: Math.max(rows.focusEnd ?? from, from + detail.length - 1) };
};
