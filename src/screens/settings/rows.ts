import type { InputProblem } from '../../domain/input-problem.ts';
import { settingMeanings, settingTexts } from '../../settings/setting-fields.ja.ts';
import { settingGroups, settingKeys, type SettingKey } from '../../settings/setting-keys.ts';
import { defaultText, isDefault, settingText } from '../../settings/setting.ts';
import { settingsTexts as texts } from '../../settings/settings.ja.ts';
import { fit } from '../../text/cells.ts';
import { blank, line, spans, type Line } from '../../tui/line.ts';
import { paragraphs, quiet, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { refusal, running } from '../queries.ts';
import { row, toStatus, type Row } from '../screen.ts';

/** A row of the settings: a file that cannot be used, a setting, or the way back to its default. */
export interface SettingsRow extends Row {
  /** The setting that it shows. */
  readonly key?: SettingKey;
  /** The gap or the heading above it. */
  readonly above?: readonly Line[];
  /** What there is to say of it, below it or beside the list; `indent` 0: beside. */
  readonly explain?: (area: Area, indent: number) => readonly Line[];
}

/**
 * Files that cannot be used; then each setting, and below one that was changed the way back to its default; where the
 * others stand.
 */
export function settingsRows(model: Model): readonly SettingsRow[] {
  const problems = model.about.problems.map((problem, index) => problemRow(model, problem, index));
  const blocked = settingsRefusal(model);
  const settings = settingKeys.flatMap((key, index) => {
    const above = headingOf(key, problems.length + index > 0);
    const reset = isDefault(model.about.settings, key) ? [] : [resetRow(key, blocked)];
    return [{ ...settingRow(model, key, blocked), above }, ...reset];
  });
  return [...problems, ...settings, fileRow(model), { ...toStatus, above: [blank] }];
}

/** Why no setting may be changed now; null when one may. The console reopens for it: nothing may be under way. */
export function settingsRefusal(model: Model): string | null {
  const refused = refusal(model, 'save-setting');
  if (refused !== null) return refused;
  const bad = model.about.problems.find(({ file }) => file === 'settings');
  if (bad) return bad.agreement === undefined ? texts.blocked.badFile(bad.place) : texts.doubt.blocked(bad.place);
  return reopenRefusal(model);
}

/** Whose a file is that does not count, where that is known. */
export function ownerOf({ owner }: NonNullable<InputProblem['agreement']>): readonly string[] {
  return owner === null ? [] : [texts.doubt.owner(owner)];
}

/** Why no file may be agreed to now. */
export function agreeRefusal(model: Model): string | null {
  return refusal(model, 'agree-file') ?? reopenRefusal(model);
}

/** Why the console may not close and open again now. */
function reopenRefusal(model: Model): string | null {
  const { blocked } = texts;
  if (model.settingsForm.saving) return texts.saving;
  if (model.download.phase === 'by-hand-pressed') return blocked.answering;
  const runs = running(model);
  if (runs?.what === 'download') return blocked.downloading;
  return runs !== null || model.restart.phase === 'overdue' ? blocked.restarting : null;
}

/**
 * A file that the console runs without: where it is wrong and how, and what to do. One that would count if it was
 * agreed to says what it says.
 */
function problemRow(model: Model, { file, agreement, ...problem }: InputProblem, index: number): SettingsRow {
  const { heading, where, reason, remedy } = texts.problem;
  const says =
    agreement === undefined
      ? []
      : [...ownerOf(agreement), ...texts.doubt.says(agreement.tells), texts.doubt.known(agreement.sha256)];
  const told = [where(problem.where), reason(problem.message), remedy(problem.remedy), ...says];
  const label = agreement === undefined ? heading[file] : texts.doubt.heading(problem.place);
  const intent = agreement === undefined ? null : ({ type: 'ask-agree', sha256: agreement.sha256 } as const);
  return {
    ...row(`problem:${String(index)}`, label, intent, intent && agreeRefusal(model)),
    line: spans({ text: label, tone: 'attention' }),
    explain: (area, indent) => paragraphs(told, area, { indent }),
  };
}

/** Where the settings stand that the screen does not offer. */
function fileRow({ about }: Model): SettingsRow {
  const { label, told } = texts.others;
  return {
    ...row('settings-file', label, null),
    above: [blank],
    explain: (area, indent) => paragraphs(told(about.settingsFile.path), area, { indent }),
  };
}

/** The heading of a group stands above its first setting. */
function headingOf(key: SettingKey, hasGap: boolean): readonly Line[] {
  const group = settingGroups.find(({ keys }) => keys[0] === key);
  return group ? [...(hasGap ? [blank] : []), line(texts.groups[group.id], { bold: true })] : [];
}

const LABEL_COLUMNS = 30;

/** A setting, whether it was changed, and what it is. */
function settingRow(model: Model, key: SettingKey, blocked: string | null): SettingsRow {
  const { label } = settingTexts[key];
  const { settings } = model.about;
  const mark = isDefault(settings, key)
    ? ({ text: texts.marks.standard, tone: 'quiet' } as const)
    : ({ text: texts.marks.changed, tone: 'accent' } as const);
  return {
    ...row(key, label, { type: 'edit-setting', key }, blocked),
    key,
    line: spans(mark, ` ${fit(label, LABEL_COLUMNS)} `, settingText(settings, key) || texts.none),
    explain: (area, indent) => settingLines(model, key, area, indent),
  };
}

/** What a setting is for, what it is now and by whose word, an example, and its key in the file. */
function settingLines(model: Model, key: SettingKey, area: Area, indent: number): readonly Line[] {
  const { label, example } = settingTexts[key];
  // While the value is typed, the field stands in its place, and what helps to type is left.
  const value = model.settingsForm.editing ? [] : valueTexts(model, key);
  const rest = [...value, texts.detail.example(example), texts.detail.key(key)];
  return [
    ...(indent === 0 ? [line(label, { bold: true })] : []),
    ...paragraphs(settingMeanings[key], area, { indent }),
    ...paragraphs(rest, area, { ...quiet, indent }),
  ];
}

/** The value, whole; its default where that differs; where the record was learned to be; the file that says so. */
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

function resetRow(key: SettingKey, blocked: string | null): SettingsRow {
  const standard = texts.detail.standard(defaultText(key) || texts.none);
  return {
    ...row(`reset:${key}`, texts.reset, { type: 'ask-reset-setting', key }, blocked),
    line: spans(`       ${texts.reset}`),
    explain: (area, indent) => paragraphs(standard, area, { ...quiet, indent }),
  };
}
