import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain/fault.ts';
import {
  decidedBy,
  defaultSettings,
  parseFileValues,
  parseSettings,
  settingsFileText,
  valueAt,
  withValue,
} from '../../src/settings/load.ts';
import { settingProblems } from '../../src/settings/settings.ja.ts';

function errorOf(text: string): InputError {
  try {
    parseSettings(text, 'settings.json');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('settings', () => {
  it('keep their defaults where the file names nothing', () => {
    expect(parseSettings('{}', 'settings.json')).toEqual(defaultSettings());
  });

  it('replace only what the file names', () => {
    const settings = parseSettings(
      '{"clinicId": "A-12", "paths": {"versionInfo": {"link-app": null}}, "limits": {"uptimeWarnDays": 7}}',
      'settings.json',
    );
    const defaults = defaultSettings();
    expect(settings).toEqual({
      ...defaults,
      clinicId: 'A-12',
      paths: { ...defaults.paths, versionInfo: { ...defaults.paths.versionInfo, 'link-app': null } },
      limits: { ...defaults.limits, uptimeWarnDays: 7 },
    });
  });

  it('replace hours of reception as a whole', () => {
    const hours = [{ weekdays: [1], from: '09:00', to: '12:00' }];
    expect(parseSettings(JSON.stringify({ receptionHours: hours }), 'settings.json').receptionHours).toEqual(hours);
  });

  it('start from Monday to Saturday 8:30 to 18:30', () => {
    expect(defaultSettings().receptionHours).toEqual([{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '18:30' }]);
  });

  it('are a new value each time, so that nobody shares a change', () => {
    expect(defaultSettings().network.baseHosts).not.toBe(defaultSettings().network.baseHosts);
  });

  it.each([
    ['{"limits": {"checkTimeoutSeconds": 0}}', 'limits.checkTimeoutSeconds'],
    ['{"limits": {"checkTimeoutSecond": 5}}', 'limits.checkTimeoutSecond'],
    ['{"network": {"proxy": {"host": "proxy", "port": 70000}}}', 'network.proxy.port'],
    ['{"receptionHours": [{"weekdays": [7], "from": "09:00", "to": "12:00"}]}', 'receptionHours[0].weekdays[0]'],
    ['{"formatVersion": 2}', 'formatVersion'],
    ['{"colour": true}', 'colour'],
    ['[]', '(全体)'],
  ])('%s: names the field', (text, where) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ code: 'bad-settings', where: `settings.json:1: ${where}` });
    expect(error.remedy).not.toBe('');
  });

  it.each([
    ['paths', { readerInfo: '' }, `${settingProblems.empty}(ほかに 1 か所)`],
    ['managementTool', { folders: ['C:\\a', 'C:\\OQS\\Req'] }, settingProblems.exchangeFolder],
    ['managementTool', { phrases: { error: '失敗' } }, settingProblems.list],
    ['managementTool', { phrases: { error: [' '] } }, settingProblems.blank],
    ['network', { proxy: 'proxy.jp' }, settingProblems.proxy],
    ['network', { proxy: { host: 'proxy.jp', port: 0 } }, settingProblems.port],
    ['network', { proxy: { host: 'proxy.jp', port: 'http' } }, settingProblems.port],
    ['limits', { checkTimeoutSeconds: '五' }, settingProblems.number],
    ['limits', { checkTimeoutSeconds: 0 }, settingProblems.seconds(0.1, 600)],
    ['limits', { checkTimeoutSeconds: 9_999_999 }, settingProblems.seconds(0.1, 600)],
    ['limits', { uptimeWarnDays: 0 }, settingProblems.positive],
    ['deliveryTask', '   ', settingProblems.blank],
    ['limits', { restartDelaySeconds: 601 }, settingProblems.restartDelay],
    ['limits', { restartDelaySeconds: 1.5 }, settingProblems.wholeNumber],
  ])('%s %j: says the reason', (key, value, reason) => {
    expect(errorOf(JSON.stringify({ [key]: value })).message).toBe(reason);
  });

  it('that are not JSON name the file, the line and the column', () => {
    expect(errorOf('{"clinicId": }')).toMatchObject({ code: 'bad-settings', where: 'settings.json:1:14' });
  });
});

const file = {
  limits: { refreshSeconds: 30, uptimeWarnDays: 7 },
  formatVersion: 1,
  paths: { versionInfo: { 'link-app': null }, deliveryRecord: 'C:\\a.csv' },
};

describe('the settings file', () => {
  it('keeps all else, and its order, where one value is changed', () => {
    const text = settingsFileText(withValue(file, 'limits.refreshSeconds', 90));
    expect(JSON.parse(text)).toEqual({ ...file, limits: { refreshSeconds: 90, uptimeWarnDays: 7 } });
    expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual(['formatVersion', 'limits', 'paths']);
    expect(text.indexOf('refreshSeconds')).toBeLessThan(text.indexOf('uptimeWarnDays'));
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('gets what leads to a new value, and loses what led to one that goes', () => {
    expect(withValue({}, 'paths.versionInfo.link-app', 'C:\\v')).toEqual({
      paths: { versionInfo: { 'link-app': 'C:\\v' } },
    });
    expect(withValue(file, 'paths.versionInfo.link-app', undefined)).toEqual({
      ...file,
      paths: { deliveryRecord: 'C:\\a.csv' },
    });
    expect(withValue({}, 'clinicId', undefined)).toEqual({});
  });

  it('takes null for a value, and an empty list', () => {
    expect(withValue({}, 'network.proxy', null)).toEqual({ network: { proxy: null } });
    expect(withValue({}, 'receptionHours', [])).toEqual({ receptionHours: [] });
  });

  it('names its format', () => {
    expect(JSON.parse(settingsFileText({ clinicId: 'A' }))).toEqual({ formatVersion: 1, clinicId: 'A' });
  });

  it('says what it decides of the screen, also where that is what the default says, and nothing else', () => {
    expect(decidedBy(file)).toEqual(['paths.deliveryRecord', 'paths.versionInfo.link-app']);
    expect(decidedBy(parseFileValues('{"receptionHours": []}', 'settings.json'))).toEqual(['receptionHours']);
  });

  it('says nothing of what is only inherited', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt({ paths: null }, 'paths.deliveryRecord')).toBeUndefined();
  });

  it('that is a bad one says nothing', () => {
    expect(() => parseFileValues('{\n"colour": 1}', 'settings.json')).toThrow(
      expect.objectContaining({ where: 'settings.json:2: colour' }),
    );
  });
});
