import { parseInput, parseJson } from '../domain/input-error.ts';
import { defaults } from './defaults.ts';
import { settingsSchema, type Settings } from './schema.ts';
import { settingKeys, type SettingKey } from './setting-keys.ts';
import { jsonText } from '../text/harmless.ts';

const CODE = 'bad-settings';
const REMEDY = '設定ファイルを直すか、ファイルを外して既定の設定で使ってください。';

/** Reads settings from a file's text; the rest has its default. Throws InputError with file, line, field, reason. */
export function parseSettings(text: string, fileName: string): Settings {
  return parseInput(settingsSchema, text, inputOf(fileName));
}

/** What a settings file says, without the defaults. Throws as `parseSettings` does: a bad file says nothing. */
export function parseFileValues(text: string, fileName: string): FileValues {
  parseSettings(text, fileName);
  const values = parseJson(text, inputOf(fileName));
  return isValues(values) ? values : {};
}

/** The settings that a file decides. */
export function decidedBy(values: FileValues): readonly SettingKey[] {
  return settingKeys.filter((key) => valueAt(values, key) !== undefined);
}

/** The settings of a site that changed nothing. */
export function defaultSettings(): Settings {
  return structuredClone(defaults);
}

function inputOf(file: string) {
  return { code: CODE, file, remedy: REMEDY };
}

/** What a settings file holds: any part of the settings, as its author wrote it. */
export type FileValues = Readonly<Record<string, unknown>>;

/** The settings file, as the console found it when it opened. */
export interface SettingsFile {
  readonly path: string;
  /** The settings that it decides; none where there is no file, or it cannot be used. */
  readonly decides: readonly SettingKey[];
}

/** What stands at `paths.deliveryRecord` and the like; undefined: nothing. */
export function valueAt(values: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, part) => (isValues(at) && Object.hasOwn(at, part) ? at[part] : undefined), values);
}

/** The file with another value at this place, all else as it was. undefined takes it out, and what that leaves bare. */
export function withValue(values: FileValues, key: string, value: unknown): FileValues {
  return changed(values, key.split('.'), value);
}

/** The file as text, as people like to read it. */
export function settingsFileText(values: FileValues): string {
  return `${jsonText({ formatVersion: 1, ...values }, 2)}\n`;
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
