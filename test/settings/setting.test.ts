import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  defaultSettings,
  isValues,
  parseSettings,
  settingsFileText,
  valueAt,
  withValue,
} from '../../src/settings/load.ts';
import { settingsSchema } from '../../src/settings/schema.ts';
import { defaultText, isDefault, readSetting, settingText } from '../../src/settings/setting.ts';
import { settingKeys } from '../../src/settings/setting-keys.ts';
import { settingMeanings, settingTexts } from '../../src/settings/setting-fields.ja.ts';
import { settingProblems, settingsTexts } from '../../src/settings/settings.ja.ts';
import { cp932Characters } from '../guide/cp932.ts';
import { hasAmbiguous } from '../../src/text/cells.ts';

const record = 'paths.deliveryRecord';

/** The paths of everything in the schema that holds a value. */
function leaves(value: unknown, path: readonly string[] = []): readonly string[] {
  const nested = isValues(value) && !('host' in value);
  if (!nested) return [path.join('.')];
  return Object.entries(value).flatMap(([name, each]) => leaves(each, [...path, name]));
}

describe('the settings of the screen', () => {
  it('are some of those that the file may hold, each once; every one of these has its meaning', () => {
    const inSchema = leaves(defaultSettings()).filter((path) => path !== 'formatVersion');
    expect(Object.keys(settingMeanings).toSorted()).toEqual(inSchema.toSorted());
    expect(settingKeys.filter((key) => !inSchema.includes(key))).toEqual([]);
    expect(new Set(settingKeys).size).toBe(settingKeys.length);
    expect(Object.keys(settingTexts).toSorted()).toEqual(settingKeys.toSorted());
  });

  it('are explained in the JSON Schema as on the screen', () => {
    const text = JSON.stringify(z.toJSONSchema(settingsSchema, { io: 'input' }));
    for (const meaning of Object.values(settingMeanings)) expect(text).toContain(JSON.stringify(meaning));
  });

  it('are told in characters of one width that every terminal has', () => {
    const cp932 = cp932Characters();
    const texts = JSON.stringify([settingTexts, settingMeanings, settingProblems, settingsTexts]);
    expect(Array.from(texts).filter((char) => !cp932.has(char) || hasAmbiguous(char))).toEqual([]);
  });

  it.each(settingKeys)('%s is the same when its own text is read back', (key) => {
    const text = defaultText(key);
    expect(readSetting(key, text)).toEqual({ ok: true, value: valueAt(defaultSettings(), key), text });
    expect(isDefault(defaultSettings(), key)).toBe(true);
  });

  it.each(settingKeys)('%s takes its own example', (key) => {
    const read = readSetting(key, settingTexts[key].example);
    expect(read).toMatchObject({ ok: true });
    if (!read.ok) return;
    const settings = parseSettings(settingsFileText(withValue({}, key, read.value)), 'settings.json');
    expect(settingText(settings, key)).toBe(read.text);
  });
});

describe('what is typed for a setting', () => {
  it.each([
    [record, '', null],
    [record, ' "C:\\a b.csv" ', 'C:\\a b.csv'],
    ['clinicId', ' A-1 ', 'A-1'],
    ['notice', 'notices/a.json', 'notices/a.json'],
  ] as const)('%s: %j is understood', (key, text, value) => {
    expect(readSetting(key, text)).toMatchObject({ ok: true, value });
  });

  it.each([
    [record, '""', settingProblems.empty],
    ['managementTool.path', 'Tool.exe', settingProblems.wholePath],
    [record, '%ProgramData%\\a.csv', settingProblems.wholePath],
    [record, 'C:\\OQS\\Res\\a.csv', settingProblems.exchangeFolder],
    ['receptionHours', '月 8時から', settingProblems.hours],
    ['receptionHours', '月 8:00-25:00', settingProblems.item(1, 'HH:MM で書いてください(例 20:00)')],
  ] as const)('%s: %j is refused with the reason', (key, text, reason) => {
    expect(readSetting(key, text)).toEqual({ ok: false, reason });
  });

  it('is never taken for more than the file may hold, and means the same when it is read once more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settingKeys), fc.string(), (key, text) => {
        const read = readSetting(key, text);
        if (!read.ok) return;
        const settings = parseSettings(settingsFileText(withValue({}, key, read.value)), 'settings.json');
        expect(valueAt(settings, key)).toEqual(read.value);
        expect(readSetting(key, read.text)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});
