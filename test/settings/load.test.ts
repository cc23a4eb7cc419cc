import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain/fault.ts';
import { defaultSettings, parseSettings } from '../../src/settings/load.ts';

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

  it('that are not JSON name the file, the line and the column', () => {
    expect(errorOf('{"clinicId": }')).toMatchObject({ code: 'bad-settings', where: 'settings.json:1:14' });
  });
});
