import { defaultText, settingText } from '../settings/setting.ts';
import type { SettingKey } from '../settings/setting-keys.ts';
import { settingTexts } from '../settings/setting-fields.ja.ts';
import { settingsTexts as texts } from '../settings/settings.ja.ts';
import type { Model } from './model.ts';
import { yesNo, type Question } from './question.ts';

/** Whether a setting is to be changed: from what it is to what it would be, as both are written. */
export function askSaveSetting({ about }: Model, key: SettingKey, text: string): Question {
  const next = text === defaultText(key) ? texts.askNewDefault : texts.askNew;
  return yesNo({
    title: texts.askTitle(settingTexts[key].label),
    body: [texts.askOld(settingText(about.settings, key) || texts.none), next(text || texts.none), texts.askEffect],
    no: texts.askNo,
    yes: texts.askYes,
    intent: { type: 'save-setting', key, text },
  });
}
