import { readSetting } from '../../settings/setting.ts';
import { settingsTexts as texts } from '../../settings/settings.ja.ts';
import { beside, besideWidths, list } from '../../tui/list.ts';
import type { Block } from '../../tui/dialog.ts';
import { fieldLine } from '../../tui/text-field.ts';
import { frameTexts } from '../../tui/keys.ja.ts';
import { blank, spans, type Line } from '../../tui/line.ts';
import { bad, paragraphs, quiet, stack, WIDE, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { selectedOf, type Screen } from '../screen.ts';
import { settingsRows, type SettingsRow } from './rows.ts';
import { settingsEntry } from './update.ts';

/** Settings: files that cannot be used, then the settings by group, the selected one explained below or beside. */
export const settings: Screen = {
  page(model) {
    const rows = settingsRows(model);
    const selected = selectedOf(model, rows);
    return {
      rows,
      body(area) {
        const listWith = (width: number, detail: readonly Line[]): Block =>
          stack(
            ...rows.flatMap((each) => rowBlocks(model, each, each === selected, { ...area, columns: width }, detail)),
          );
        if (area.columns < WIDE) return listWith(area.columns, selected?.explain?.(area, INDENT) ?? []);
        const { left, right } = besideWidths(area.columns);
        const detail = selected?.explain?.({ ...area, columns: right }, 0) ?? [];
        return withBeside(listWith(left, []), detail, { left, right, ambiguous: area.ambiguous });
      },
    };
  },
  entry: settingsEntry,
};

const INDENT = 4;

/** The detail begins at the selected row, so that it is in view where that is. */
function withBeside(rows: Block, detail: readonly Line[], widths: Parameters<typeof beside>[2]): Block {
  const from = rows.focus ?? 0;
  const above = Array.from({ length: from }, () => blank);
  const block = beside(rows, [...above, ...detail], widths);
  return { ...block, focusEnd: Math.max(rows.focusEnd ?? from, from + detail.length - 1) };
}

/** A row with what stands above it. Below the selected one: what is said of it, its field, `detail`. */
function rowBlocks(
  model: Model,
  { label, line = spans(label), above = [], ...row }: SettingsRow,
  here: boolean,
  area: Area,
  detail: readonly Line[],
): readonly (Block | readonly Line[])[] {
  const { columns, ambiguous, linesARow } = area;
  const rows = [{ line, blocked: null, lines: linesARow ?? 1 }];
  const drawn = list({ rows, selected: here ? 0 : null, columns, ambiguous });
  if (!here) return [above, drawn];
  const lines = [...drawn.lines, ...toldLines(model, row, area), ...entryLines(model, area), ...detail];
  return [above, { lines, focus: 0, focusEnd: lines.length - 1 }];
}

/** Why it cannot be changed, or could not be. */
function toldLines(
  { settingsForm: { failed } }: Model,
  { blocked, key }: Pick<SettingsRow, 'blocked' | 'key'>,
  area: Area,
): readonly Line[] {
  return [
    ...(blocked === null ? [] : paragraphs(frameTexts.blocked(blocked), area, { ...quiet, indent: INDENT })),
    ...(failed && failed.key === key ? paragraphs(failed.reason, area, { ...bad, indent: INDENT }) : []),
  ];
}

/** The text field while a setting is typed, and what is wrong with what stands in it. */
function entryLines({ settingsForm: { editing } }: Model, area: Area): readonly Line[] {
  if (!editing) return [];
  const read = readSetting(editing.key, editing.field.text);
  const tone = read.ok ? 'quiet' : 'attention';
  return [
    fieldLine(' '.repeat(INDENT - 1), editing.field, area.columns, area.ambiguous),
    ...paragraphs(read.ok ? texts.editHint : read.reason, area, { indent: INDENT, style: { tone } }),
  ];
}
