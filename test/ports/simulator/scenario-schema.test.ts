import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputError } from '../../../src/domain/fault.ts';
import { specOf, type TerminalSpec } from '../../../src/ports/simulator/terminal-spec.ts';
import { parseScenario, scenarioSchema } from '../../../src/ports/simulator/scenario-schema.ts';

const REAL_NOW = Date.parse('2026-03-03T00:00:00.500Z');
const NOW = Date.parse('2026-01-20T08:10:00+09:00');

function spec(scenario: object): TerminalSpec {
  const content = { formatVersion: 1, now: '2026-01-20T08:10:00+09:00', ...scenario };
  return specOf(parseScenario(JSON.stringify(content), 'scenario.json'), REAL_NOW);
}

function problem(content: string): InputError {
  try {
    parseScenario(content, 'my/scenario.json');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

const extension = { id: 'browser-extension', name: 'ブラウザ 拡張機能', versionInfo: 'C:\\Extension\\Version.info' };

const withoutFace = { delivery: { versions: { 'face-library': null } } };

it('is told how much is wrong with it, also where a field beside is wrong by itself', () => {
  const components = [extension, { ...extension, versionInfo: 7 }];
  const { where, message } = problem(JSON.stringify({ formatVersion: 1, components, versionInfo: { ext: '1.0' } }));
  expect(where).toContain('components[1].versionInfo');
  // The id, the name, and the version of a component that there is not.
  expect(message).toContain('ほかに 3 か所');
});

describe('a scenario with its defaults', () => {
  it('is a healthy terminal with an old face library', () => {
    expect(spec({})).toEqual({
      title: '',
      now: NOW,
      offsetMinutes: 540,
      followsRealClock: false,
      bootedAt: NOW - 8 * 60_000,
      lastBootKind: 'full',
      boot: { uptimeSeconds: 480, record: 1 },
      terminal: { name: 'CLINIC-ONS01', os: 'Windows 10 IoT Enterprise LTSC 2021' },
      session: { remote: false, locked: false, elevated: true, user: 'OQSComApp' },
      versionInfo: { 'distribution-app': '2.1.0', 'link-app': '4.0.2', 'face-library': '5.0.3' },
      record: { path: 'C:\\ProgramData\\OQS-Simulated\\delivery-record.csv', written: true, told: true },
      fileTimes: {},
      pendingRestart: { componentServicing: false, windowsUpdate: false, fileRenames: [] },
      power: { sleepMinutesOnAc: 0, fastStartup: false },
      tasks: ['OQS_exec_distroappstart', 'OQS_exec_comappdelfile_running'].map((name) => ({
        name,
        enabled: true,
        lastRunAt: NOW - 5 * 60_000,
        lastResult: 0,
      })),
      network: { resolves: {}, proxyReachable: true },
      freeBytes: 40_000_000_000,
      reader: { registered: true, connected: true },
      delivery: { versions: { 'face-library': '5.1.0' }, staged: false, overnight: true },
      tool: { installed: true, downloadNow: [{ outcome: 'restart-required', seconds: 4 }] },
      shutdown: [{ exitCode: 0 }],
      faults: {},
    });
  });

  it('takes the real clock in Japan where it names no time', () => {
    const real = specOf(parseScenario('{"formatVersion":1}', 'f'), REAL_NOW);
    expect(real).toMatchObject({
      now: Date.parse('2026-03-03T00:00:00Z'),
      offsetMinutes: 540,
      followsRealClock: true,
    });
  });

  it.each([
    ['2026-01-20T08:10:00Z', 0],
    ['2026-01-20T08:10:00+09:00', 540],
    ['2026-01-20T08:10:00-03:30', -210],
  ])('takes the zone of %s', (now, offsetMinutes) => {
    expect(spec({ now }).offsetMinutes).toBe(offsetMinutes);
  });
});

describe('what a scenario gives', () => {
  it.each<[string, object, object]>([
    [
      'an object keeps the other defaults',
      { session: { locked: true } },
      { session: { locked: true, elevated: true } },
    ],
    ['also inside delivery', { delivery: { staged: true } }, { delivery: { staged: true, overnight: true } }],
    ['an empty object changes nothing', { reader: {} }, { reader: { registered: true, connected: true } }],
    [
      'the delivered versions merge',
      { delivery: { versions: { 'link-app': '4.1.0' } } },
      { delivery: { versions: { 'face-library': '5.1.0', 'link-app': '4.1.0' } } },
    ],
    ['a list replaces', { tasks: [] }, { tasks: [] }],
    [
      'an entry of a list has defaults',
      { shutdown: [{}, { exitCode: 5 }] },
      { shutdown: [{ exitCode: 0 }, { exitCode: 5 }] },
    ],
    ['a task that never ran', { tasks: [{ name: 'A', lastRunAt: null }] }, { tasks: [{ name: 'A', lastRunAt: null }] }],
    ['no session', { session: null }, { session: null }],
    ['no boot time', { bootedAt: null }, { bootedAt: null }],
    ['no reader', { reader: null }, { reader: null }],
    ['no tool', { tool: null }, { tool: { installed: false } }],
    ['no network', { network: null }, { network: null }],
    ['no tasks', { tasks: null }, { tasks: [] }],
    ['no delivery', { delivery: null }, { delivery: { versions: {}, overnight: false } }],
    ['a record of which nothing is said', { deliveryRecord: {} }, { record: { written: true, told: true } }],
    ['a user without a name', { session: { user: null } }, { session: { user: null, elevated: true } }],
    ['a start of which nothing is known', { lastBootKind: null }, { lastBootKind: 'unknown' }],
    ['no mark of the boot', { boot: null }, { boot: { uptimeSeconds: null, record: null } }],
    ['no uptime', { boot: { uptimeSeconds: null } }, { boot: { uptimeSeconds: null, record: 1 } }],
    ['no record', { boot: { record: null } }, { boot: { uptimeSeconds: 480, record: null } }],
    ['a boot of its own', { boot: { uptimeSeconds: 60, record: 812 } }, { boot: { uptimeSeconds: 60, record: 812 } }],
    ['no time of the boot', { bootedAt: null }, { boot: { uptimeSeconds: null, record: 1 } }],
    ['no record', { deliveryRecord: null }, { record: { path: null, written: false, told: false } }],
    [
      'a record whose path the console is not told',
      { deliveryRecord: { path: null } },
      { record: { path: 'C:\\ProgramData\\OQS-Simulated\\delivery-record.csv', written: true, told: false } },
    ],
    [
      'a record at a place, as the scenario brings it',
      { deliveryRecord: { path: 'C:\\a\\b.txt' } },
      { record: { path: 'C:\\a\\b.txt', written: false, told: true } },
    ],
  ])('%s', (_name, given, expected) => {
    expect(spec(given)).toMatchObject(expected);
  });

  it('may be components of its own, with versions like the four', () => {
    const versions = { 'face-library': '5.0.3', 'browser-extension': '1.9.0' };
    const delivery = { versions: { 'browser-extension': '2.0.0' } };
    expect(spec({ components: [extension], versionInfo: versions, delivery })).toMatchObject({
      ownComponents: [extension],
      versionInfo: versions,
      delivery: { versions: { 'face-library': '5.1.0', 'browser-extension': '2.0.0' } },
    });
  });

  it.each([withoutFace, { delivery: null }])('delivers nothing: %j', (given) => {
    expect(spec(given).delivery.versions).toEqual({});
  });

  it('leaves out the components that a given versionInfo leaves out', () => {
    expect(spec({ versionInfo: { 'face-library': '5.1.0', 'link-app': null } }).versionInfo).toEqual({
      'face-library': '5.1.0',
    });
  });
});

describe('a bad scenario', () => {
  it.each([
    ['{', 'my/scenario.json:1:2'],
    ['{}', 'my/scenario.json:1: formatVersion'],
    ['{"formatVersion":2}', 'my/scenario.json:1: formatVersion'],
    ['{"formatVersion":1,"titel":"x"}', 'my/scenario.json:1: titel'],
    ['{"formatVersion":1,"session":{"remot":true}}', 'my/scenario.json:1: session.remot'],
    ['{"formatVersion":1,"now":"2026-01-20T08:10:00"}', 'my/scenario.json:1: now'],
    ['{"formatVersion":1,"tasks":[{"name":"A"},{"enabled":true}]}', 'my/scenario.json:1: tasks[1].name'],
    [
      '{"formatVersion":1,"tool":{"downloadNow":[{"outcome":"fine"}]}}',
      'my/scenario.json:1: tool.downloadNow[0].outcome',
    ],
    ['{"formatVersion":1,"faults":{"probe:everything":"hang"}}', 'my/scenario.json:1: faults.probe:everything'],
    ['{"formatVersion":1,"faults":{"probe:clock":"smoke"}}', 'my/scenario.json:1: faults.probe:clock'],
    ['{"formatVersion":1,"deliveryRecord":{"path":"record.csv"}}', 'my/scenario.json:1: deliveryRecord.path'],
    ['{"formatVersion":1,"versionInfo":{"browser":"1.0.0"}}', 'my/scenario.json:1: versionInfo.browser'],
    ['{"formatVersion":1,"delivery":{"versions":{"browser":null}}}', 'my/scenario.json:1: delivery.versions.browser'],
    ['{"formatVersion":1,"components":[{"id":"a","name":"A"}]}', 'my/scenario.json:1: components[0].versionInfo'],
    [
      '{"formatVersion":1,"components":[{"id":"A","name":"A","versionInfo":null}]}',
      'my/scenario.json:1: components[0].id',
    ],
    [
      '{"formatVersion":1,"components":[{"id":"a","name":"A,B","versionInfo":null}]}',
      'my/scenario.json:1: components[0].name',
    ],
    [
      '{"formatVersion":1,"components":[{"id":"link-app","name":"A","versionInfo":null}]}',
      'my/scenario.json:1: components[0].id',
    ],
    [
      '{"formatVersion":1,"components":[{"id":"a","name":"顔認証ライブラリ","versionInfo":null}]}',
      'my/scenario.json:1: components[0].name',
    ],
    [
      '{"formatVersion":1,"components":[{"id":"a","name":"A","versionInfo":null},{"id":"a","name":"B","versionInfo":null}]}',
      'my/scenario.json:1: components[1].id',
    ],
    [
      '{"formatVersion":1,"components":[{"id":"a","name":"A","versionInfo":null},{"id":"b","name":"A","versionInfo":null}]}',
      'my/scenario.json:1: components[1].name',
    ],
  ])('%s is refused with the file and the field', (content, where) => {
    expect(problem(content)).toMatchObject({ code: 'bad-scenario', where });
  });

  it('is told which components there are', () => {
    const content = { formatVersion: 1, components: [extension], versionInfo: { browser: '1.0.0' } };
    expect(problem(JSON.stringify(content)).message).toContain('reader-app, browser-extension');
  });

  it('is described by a JSON Schema that asks for formatVersion only', () => {
    const schema = z.toJSONSchema(scenarioSchema, { io: 'input' });
    expect(schema).toMatchObject({ type: 'object', required: ['formatVersion'], additionalProperties: false });
  });
});
