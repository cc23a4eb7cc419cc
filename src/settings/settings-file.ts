import type { SettingKey } from './setting-keys.ts';

/** What a settings file holds: any part of the settings, as its author wrote it. */
export type FileValues = Readonly<Record<string, unknown>>;

/** The settings file, as the console found it when it opened. */
export interface SettingsFile {
  readonly path: string;
  /** The settings that it decides; none where there is no file, or it cannot be used. */
  readonly decides: readonly SettingKey[];
}

/** The settings file's name in the data folder. */
export const SETTINGS_FILE = 'settings.json';

/** What stands at `paths.deliveryRecord` and the like; undefined: nothing. */
export function valueAt(values: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, part) => (isValues(at) && Object.hasOwn(at, part) ? at[part] : undefined), values);
}

/** The file with another value at this place, all else as it was. undefined takes it out, and what is left empty by that. */
export function withValue(values: FileValues, key: string, value: unknown): FileValues {
  return changed(values, key.split('.'), value);
}

/** The file as text, as people like to read it. */
export function settingsFileText(values: FileValues): string {
  return `${JSON.stringify({ formatVersion: 1, ...values }, null, 2)}\n`;
}

export function isValues(value: unknown): value is FileValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function changed(values: FileValues, [head, ...rest]: readonly string[], value: unknown): FileValues {
  if (head === undefined) return values;
  const own = Object.hasOwn(values, head) ? values[head] : undefined;
  const next = rest.length === 0 ? value : changed(isValues(own) ? own : {}, rest, value);
  const isGone = next === undefined || (rest.length > 0 && isValues(next) && Object.keys(next).length === 0);
  return isGone
    ? Object.fromEntries(Object.entries(values).filter(([name]) => name !== head))
    : { ...values, [head]: next };
}
