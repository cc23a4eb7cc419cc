import { reasonFor } from '../domain/input-error.ts';
import { settingProblems } from './settings.ja.ts';
import { defaultSettings, valueAt, withValue } from './load.ts';
import { settingsSchema, type Settings } from './schema.ts';
import { codecs } from './codec.ts';
import type { SettingKey } from './setting-keys.ts';

/** Made once: the screen asks for them with every key. */
const defaults = defaultSettings();

/** A setting's present value, as it is written in its text field. */
export function settingText(settings: Settings, key: SettingKey): string {
  return codecs[key].print(valueAt(settings, key));
}

/** Its default, written the same way. */
export function defaultText(key: SettingKey): string {
  return settingText(defaults, key);
}

/** Whether the setting is as it comes with the program. */
export function isDefault(settings: Settings, key: SettingKey): boolean {
  return settingText(settings, key) === defaultText(key);
}

/** A setting as it was typed: its value, and how it is written; or why it cannot be this setting. */
export type SettingRead =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** What a text stands for as this setting. The schema of the settings file decides whether it may be. */
export function readSetting(key: SettingKey, text: string): SettingRead {
  const read = codecs[key].read(text);
  if (!read.ok) return read;
  const parsed = settingsSchema.safeParse(withValue({}, key, read.value), { error: reasonFor });
  if (parsed.success) return { ok: true, value: valueAt(parsed.data, key), text: settingText(parsed.data, key) };
  const [first] = parsed.error.issues;
  const reason = first?.message ?? '';
  const item = first?.path[key.split('.').length];
  return { ok: false, reason: typeof item === 'number' ? settingProblems.item(item + 1, reason) : reason };
}
