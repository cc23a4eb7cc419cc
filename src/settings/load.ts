import { parseInput } from '../core/input-error.ts';
import { settingsSchema, type Settings } from './schema.ts';

/** Reads settings from the text of a file; what it does not name keeps its default. Throws InputError naming file, field and reason. */
export function parseSettings(text: string, fileName: string): Settings {
  const input = {
    code: 'bad-settings',
    file: fileName,
    remedy: '設定ファイルを直すか、ファイルを外して既定の設定で使ってください。',
  };
  return parseInput(settingsSchema, text, input);
}

/** The settings of a site that changed nothing. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}
