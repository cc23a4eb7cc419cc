import type { MenuItem } from './menus/item.ts';
import { menuOf, selectedIndex } from './menus/menu.ts';
import type { Model } from './model.ts';
import type { Block } from '../tui/dialog.ts';
import { list, MARKER_COLUMNS, type ListRow } from '../tui/list.ts';
import { lineWidth, spans } from '../tui/line.ts';
import { clipped } from '../text/cells.ts';
import type { Area } from './screen.ts';

/**
 * The rows of a screen's menu from `from` to before `to`, the selected one marked. `row` may say how one is shown, `below` what
 * stands below the selected one.
 */
export function menuBlock(
  model: Model,
  area: Area,
  options: {
    readonly from?: number;
    readonly to?: number;
    readonly row?: (item: MenuItem) => ListRow;
    readonly below?: (item: MenuItem) => readonly string[];
  } = {},
): Block {
  const all = menuOf(model);
  const from = options.from ?? 0;
  const shown = all.slice(from, options.to ?? all.length);
  const selected = selectedIndex(model, all) - from;
  const nearest = Math.max(0, Math.min(selected, shown.length - 1));
  const isFar = (index: number): boolean => area.rows !== undefined && Math.abs(index - nearest) > area.rows;
  return list({
    rows: shown.map((item, index) => {
      // A row that says more than its line takes more than one.
      if (!options.row && item.blocked === null && isFar(index)) return null;
      const row = (options.row ?? plainRow)(item);
      if (index !== selected) return row;
      return { ...row, detail: [...whole(row, item, area), ...(options.below?.(item) ?? [])] };
    }),
    selected: selected >= 0 && selected < shown.length ? selected : null,
    columns: area.columns,
    ambiguous: area.ambiguous,
    ...(area.rows === undefined ? {} : { height: area.rows }),
  });
}

/** The selected row is read whole: where its line is cut, what it says stands below it. */
function whole(row: ListRow, item: MenuItem, { columns, ambiguous }: Area): readonly string[] {
  const edge = ambiguous === 'wide' ? 1 : 0;
  const room = columns - MARKER_COLUMNS - edge;
  const beginning = row.line.map((span) => ({ ...span, text: clipped(span.text, columns) }));
  const cut = lineWidth(beginning, ambiguous) > room;
  return cut ? [item.label] : [];
}

export function plainRow(item: MenuItem): ListRow {
  return { line: spans(item.label), blocked: item.blocked };
}
