import { isDefault } from '../../settings/setting.ts';
import { settingKeys, type SettingKey } from '../../settings/setting-keys.ts';
import { downloadTexts } from '../download.ja.ts';
import { settingTexts } from '../../settings/setting-fields.ja.ts';
import { settingsTexts as texts } from '../../settings/settings.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { running } from '../under-way.ts';
import { item, type MenuItem } from './item.ts';

/** Settings: files that cannot be used, to read; then each setting, and below one that was changed the way back to its default. */
export function settingsMenu(model: Model): readonly MenuItem[] {
  const blocked = settingsRefusal(model);
  return [
    ...model.about.problems.map(({ file }, index) =>
      item(`problem:${String(index)}`, texts.problem.heading[file], null),
    ),
    ...settingKeys.flatMap((key) => rowsOf(model, key, blocked)),
    item('to-status', downloadTexts.itemStatus, { type: 'go', screen: 'status' }),
  ];
}

function rowsOf(model: Model, key: SettingKey, blocked: string | null): readonly MenuItem[] {
  const edit = item(key, settingTexts[key].label, { type: 'edit-setting', key }, blocked);
  if (isDefault(model.about.settings, key)) return [edit];
  return [edit, item(`reset:${key}`, texts.reset, { type: 'ask-reset-setting', key }, blocked)];
}

/** Why no setting may be changed now; null when one may. The console opens anew for it, and must not lose what is under way. */
export function settingsRefusal(model: Model): string | null {
  const { blocked } = texts;
  const refused = refusal(model, 'save-setting');
  if (refused !== null) return refused;
  const bad = model.about.problems.find(({ file }) => file === 'settings');
  if (bad) return blocked.badFile(bad.place);
  if (model.settingsForm.saving) return texts.saving;
  if (model.download.phase === 'by-hand-pressed') return blocked.answering;
  const runs = running(model);
  if (runs?.what === 'download') return blocked.downloading;
  return runs !== null || model.restart.phase === 'overdue' ? blocked.restarting : null;
}

/** The setting that a row is about; null for a row that is about none. */
export function settingOf({ intent }: MenuItem): SettingKey | null {
  return intent?.type === 'edit-setting' || intent?.type === 'ask-reset-setting' ? intent.key : null;
}
