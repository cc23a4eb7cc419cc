import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installDelivery } from '../../../src/ports/simulator/install.ts';
import { readPrepared } from '../../../src/ports/simulator/machine.ts';
import { oldFileTime, type TerminalSpec } from '../../../src/ports/simulator/terminal-spec.ts';
import { readDeliveryRecord } from '../../../src/domain/versions/delivery-record.ts';
import { readVersionInfo } from '../../../src/domain/versions/version-info.ts';
import { cp932, terminalOf } from './harness.ts';

const RECORD = 'files/ProgramData/OQS-Simulated/delivery-record.csv';
const VERSION_INFO = 'files/Program Files/Extension/Version.info';
const AT = Date.parse('2026-01-20T09:00:00+09:00');

const components = [
  { id: 'browser-extension', name: 'ブラウザ 拡張機能', versionInfo: 'C:\\Program Files\\Extension\\Version.info' },
  { id: 'plug-in', name: '拡張プラグイン', versionInfo: null },
];
const own = components.map((component) => ({ ...component, recordNames: [] }));
const scenario = {
  components,
  versionInfo: { 'face-library': '5.0.3', 'browser-extension': '1.9.0', 'plug-in': '3.0.0' },
  delivery: { versions: { 'browser-extension': '2.0.0', 'plug-in': '3.1.0' }, staged: true },
};

function specIn(workdir: string): TerminalSpec {
  const spec = readPrepared(workdir)?.spec;
  if (!spec) throw new Error('not prepared');
  return spec;
}

function recorded(workdir: string) {
  const record = readDeliveryRecord(readFileSync(join(workdir, RECORD)), own);
  return Object.fromEntries(
    [...record].map(([id, answer]) => [id, answer.state === 'answers' ? answer.version : answer.state]),
  );
}

function versionInfoIn(workdir: string) {
  return readVersionInfo(readFileSync(join(workdir, VERSION_INFO)), 'browser-extension', own);
}

describe('components of a scenario’s own', () => {
  it('stand on the terminal as the four do', () => {
    const workdir = terminalOf(scenario);
    expect(versionInfoIn(workdir)).toMatchObject({ version: '1.9.0' });
    expect(statSync(join(workdir, VERSION_INFO)).mtimeMs).toBe(oldFileTime(specIn(workdir)));
    expect(recorded(workdir)).toEqual({
      'distribution-app': 'absent',
      'link-app': 'absent',
      'face-library': '5.0.3',
      'reader-app': 'absent',
      'browser-extension': '1.9.0',
      'plug-in': '3.0.0',
    });
  });

  it('are delivered and installed, each in its row, once', () => {
    const workdir = terminalOf(scenario);
    installDelivery(workdir, specIn(workdir), AT);
    installDelivery(workdir, specIn(workdir), AT + 60_000);
    expect(versionInfoIn(workdir)).toMatchObject({ version: '2.0.0' });
    expect(statSync(join(workdir, VERSION_INFO)).mtimeMs).toBe(AT);
    expect(recorded(workdir)).toMatchObject({
      'face-library': '5.1.0',
      'browser-extension': '2.0.0',
      'plug-in': '3.1.0',
    });
    expect(cp932(readFileSync(join(workdir, RECORD))).split('\r\n')).toEqual([
      'コンポーネント,バージョン,配信日時',
      '顔認証ライブラリ,5.1.0,2026/01/20 09:00:00',
      'ブラウザ 拡張機能,2.0.0,2026/01/20 09:00:00',
      '拡張プラグイン,3.1.0,2026/01/20 09:00:00',
      '',
    ]);
  });

  it('come with their first delivery where they were not there before', () => {
    const workdir = terminalOf({ ...scenario, versionInfo: { 'face-library': '5.0.3' } });
    expect(existsSync(join(workdir, VERSION_INFO))).toBe(false);
    expect(recorded(workdir)).toMatchObject({ 'browser-extension': 'absent' });
    installDelivery(workdir, specIn(workdir), AT);
    expect(versionInfoIn(workdir)).toMatchObject({ version: '2.0.0' });
    expect(recorded(workdir)).toMatchObject({ 'browser-extension': '2.0.0', 'plug-in': '3.1.0' });
  });

  it('bring their own files', () => {
    const workdir = terminalOf(scenario, {
      'Program Files/Extension/Version.info': '[ブラウザ拡張機能]\r\nVer.1.8.0\r\n',
    });
    expect(versionInfoIn(workdir)).toMatchObject({ version: '1.8.0' });
  });
});
