import { describe, expect, it } from 'vitest';
import { decidedBy, parseFileValues } from '../../src/settings/load.ts';
import { settingsFileText, valueAt, withValue } from '../../src/settings/settings-file.ts';

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

  it('says what it decides, also where that is what the default says, and nothing else', () => {
    expect(decidedBy(file)).toEqual([
      'paths.deliveryRecord',
      'paths.versionInfo.link-app',
      'limits.refreshSeconds',
      'limits.uptimeWarnDays',
    ]);
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
