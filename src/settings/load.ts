import { parseInput, parseJson } from '../domain/input-error.ts';
import { settingsSchema, type Settings } from './schema.ts';
import { settingKeys, type SettingKey } from './setting-keys.ts';
import { isValues, valueAt, type FileValues } from './settings-file.ts';

const CODE = 'bad-settings';
const REMEDY = '設定ファイルを直すか、ファイルを外して既定の設定で使ってください。';

/** Reads settings from the text of a file; what it does not name keeps its default. Throws InputError naming file, line, field and reason. */
export function parseSettings(text: string, fileName: string): Settings {
  return parseInput(settingsSchema, text, inputOf(fileName));
}

/** What a settings file itself says, without the defaults. Throws InputError as `parseSettings` does: a bad file says nothing. */
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
  return settingsSchema.parse({});
}

function inputOf(file: string) {
  return { code: CODE, file, remedy: REMEDY };
}
