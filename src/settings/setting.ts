import { reasonFor } from '../domain/input-error.ts';
import { settingProblems as problems } from './settings.ja.ts';
import { hoursFromText, hoursToText } from './hours-text.ts';
import { defaultSettings, valueAt, withValue } from './load.ts';
import { settingsSchema, type Settings } from './schema.ts';
import type { SettingKey } from './setting-keys.ts';
import { isWholePath, pathFromText } from './terminal-path.ts';

/** Made once: the screen asks for them with every key. */
const defaults = defaultSettings();

/** A setting's present value, as it is written in its text field. */
export function settingText(settings: Settings, key: SettingKey): string {
  const value = valueAt(settings, key);
  if (key === 'receptionHours') return hoursToText(value);
  return typeof value === 'string' ? value : '';
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
  const read = meaningOf(key, text);
  if (!read.ok) return read;
  const parsed = settingsSchema.safeParse(withValue({}, key, read.value), { error: reasonFor });
  if (parsed.success) return { ok: true, value: valueAt(parsed.data, key), text: settingText(parsed.data, key) };
  const [first] = parsed.error.issues;
  const reason = first?.message ?? '';
  const item = first?.path[key.split('.').length];
  return { ok: false, reason: typeof item === 'number' ? problems.item(item + 1, reason) : reason };
}

type Meaning = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

/** An empty field means no hours of reception, and of anything else that there is none (null). */
function meaningOf(key: SettingKey, text: string): Meaning {
  if (key === 'receptionHours') {
    const hours = hoursFromText(text);
    return hours === null ? { ok: false, reason: problems.hours } : { ok: true, value: hours };
  }
  if (text.trim() === '') return { ok: true, value: null };
  if (key === 'clinicId') return { ok: true, value: text.trim() };
  const path = pathFromText(text);
  // A notice and a guide may be named by their place in the data folder; where other paths would begin is said nowhere.
  const isWhole = key === 'notice' || key === 'guide' || path === '' || isWholePath(path);
  return isWhole ? { ok: true, value: path } : { ok: false, reason: problems.wholePath };
}
