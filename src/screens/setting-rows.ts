import type { MenuItem } from './menus/item.ts';
import { menuOf, selectedIndex } from './menus/menu.ts';
import { settingOf } from './menus/settings-menu.ts';
import type { Model } from './model.ts';
import { isDefault, readSetting, settingText } from '../settings/setting.ts';
import { settingGroups, type SettingKey } from '../settings/setting-keys.ts';
import { frameTexts } from '../tui/keys.ja.ts';
import { settingsTexts as texts } from '../settings/settings.ja.ts';
import type { Block } from '../tui/dialog.ts';
import { fieldLine } from '../tui/text-field.ts';
import { blank, line, spans, wrapLines, type Line, type Style } from '../tui/line.ts';
import { list } from '../tui/list.ts';
import { fit } from '../text/cells.ts';
import { stack, type Area } from './screen.ts';

const INDENT = 4;
const LABEL_COLUMNS = 30;

/** The rows of the settings, a heading before each group. Below the selected one: what is said of it, its field, `detail`. */
export function settingRows(model: Model, area: Area, detail: readonly Line[]): Block {
  const all = menuOf(model);
  const at = selectedIndex(model, all);
  return stack(
    ...all.flatMap((item, index) => {
      const row = list({
        rows: [{ line: rowLine(model, item, area), blocked: null }],
        selected: index === at ? 0 : null,
        columns: area.columns,
        ambiguous: area.ambiguous,
      });
      if (index !== at) return [before(item, index), row];
      const lines = [...row.lines, ...told(model, item, area), ...entry(model, area), ...detail];
      return [before(item, index), { lines, focus: 0, focusEnd: lines.length - 1 }];
    }),
  );
}

/** A heading before the first setting of a group; a gap before what is no setting. */
function before(item: MenuItem, index: number): readonly Line[] {
  const gap = index > 0 ? [blank] : [];
  const group = settingGroups.find(({ keys }) => keys[0] === item.id);
  if (group) return [...gap, line(texts.groups[group.id], { bold: true })];
  return item.intent?.type === 'go' ? gap : [];
}

/** A setting is shown with whether it was changed, and what it is; the row below it leads back to the default. */
function rowLine(model: Model, item: MenuItem, area: Area): Line {
  const key = settingOf(item);
  if (item.intent === null) return spans({ text: item.label, tone: 'attention' });
  if (key === null) return spans(item.label);
  return item.id === key ? valueLine(model, key, item.label, area) : spans(`       ${item.label}`);
}

function valueLine({ about }: Model, key: SettingKey, label: string, { ambiguous }: Area): Line {
  const value = settingText(about.settings, key);
  const mark = isDefault(about.settings, key)
    ? ({ text: texts.marks.standard, tone: 'quiet' } as const)
    : ({ text: texts.marks.changed, tone: 'accent' } as const);
  return spans(mark, ` ${fit(label, LABEL_COLUMNS, ambiguous)} `, value === '' ? texts.none : value);
}

/** Why it cannot be changed, or could not be. */
function told(model: Model, item: MenuItem, area: Area): readonly Line[] {
  const { failed } = model.settingsForm;
  return [
    ...(item.blocked === null ? [] : wrapped(frameTexts.blocked(item.blocked), area, { tone: 'quiet' })),
    ...(failed?.key === item.id ? wrapped(failed.reason, area, { tone: 'bad' }) : []),
  ];
}

/** The text field while a setting is typed, and what is wrong with what stands in it. */
function entry({ settingsForm: { editing } }: Model, area: Area): readonly Line[] {
  if (!editing) return [];
  const read = readSetting(editing.key, editing.field.text);
  return [
    fieldLine(' '.repeat(INDENT - 1), editing.field, area.columns, area.ambiguous),
    ...wrapped(read.ok ? texts.editHint : read.reason, area, { tone: read.ok ? 'quiet' : 'attention' }),
  ];
}

function wrapped(text: string, { columns, ambiguous }: Area, style: Style): readonly Line[] {
  return wrapLines(text, columns, { indent: INDENT, ambiguous, style });
}
