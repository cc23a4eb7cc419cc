import type { InputProblem } from '../domain/input-error.ts';
import type { MenuItem } from './menus/item.ts';
import { settingOf } from './menus/settings-menu.ts';
import type { Model } from './model.ts';
import { defaultText, isDefault, settingText } from '../settings/setting.ts';
import type { SettingKey } from '../settings/setting-keys.ts';
import { settingTexts } from '../settings/setting-fields.ja.ts';
import { settingsTexts as texts } from '../settings/settings.ja.ts';
import { line, wrapLines, type Line } from '../tui/line.ts';
import type { Area } from './screen.ts';

/** What a setting is for, what it is now and by whose word, an example, and its key in the file. Or what is wrong with a file. */
export function settingDetail(model: Model, item: MenuItem | null, area: Area, indent: number): readonly Line[] {
  const problem = model.about.problems.find((_, index) => item?.id === `problem:${String(index)}`);
  if (problem) return problemLines(problem, area, indent);
  const key = item && settingOf(item);
  if (!key) return [];
  const { columns, ambiguous } = area;
  const wrapped = (text: string): readonly Line[] =>
    wrapLines(text, columns, { indent, ambiguous, style: { tone: 'quiet' } });
  // The row that leads back to the default.
  if (item.id !== key) return wrapped(texts.detail.standard(defaultText(key) || texts.none));
  const { meaning, example } = settingTexts[key];
  // While the value is typed, the field stands in its place, and what helps to type is left.
  const rest = model.settingsForm.editing ? [] : valueTexts(model, key);
  return [
    ...(indent === 0 ? [line(settingTexts[key].label, { bold: true })] : []),
    ...wrapLines(meaning, columns, { indent, ambiguous }),
    ...[...rest, texts.detail.example(example), texts.detail.key(key)].flatMap(wrapped),
  ];
}

/** A file that the console runs without: where it is wrong and how, and what to do. */
function problemLines(problem: InputProblem, { columns, ambiguous }: Area, indent: number): readonly Line[] {
  const { where, reason, remedy } = texts.problem;
  return [where(problem.where), reason(problem.message), remedy(problem.remedy)].flatMap((text) =>
    wrapLines(text, columns, { indent, ambiguous }),
  );
}

/** The value, whole; its default where it is another; where the record is as it was learned; and the file that says so. */
function valueTexts({ about, history }: Model, key: SettingKey): readonly string[] {
  const { detail, none } = texts;
  const value = settingText(about.settings, key);
  const isLearned = key === 'paths.deliveryRecord' && value === '' && history.recordPath !== null;
  return [
    detail.value(value || none),
    ...(isDefault(about.settings, key) ? [] : [detail.standard(defaultText(key) || none)]),
    ...(isLearned ? [detail.learned(history.recordPath ?? '')] : []),
    about.settingsFile.decides.includes(key) ? detail.fromFile(about.settingsFile.path) : detail.fromDefault,
  ];
}
