import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPrepared } from '../../../src/ports/simulator/machine.ts';
import { workdirFiles } from '../../../src/ports/simulator/workdir.ts';
import { parseSettings } from '../../../src/settings/load.ts';
import { readDeliveryRecord } from '../../../src/domain/versions/delivery-record.ts';
import { readVersionInfo } from '../../../src/domain/versions/version-info.ts';
import { prepareIn, refusalOf, scenarioFolder, temporaryFolder, terminalOf } from './harness.ts';

const RECORD = 'files/ProgramData/OQS-Simulated/delivery-record.csv';
const FACE_LIBRARY = 'files/Program Files/OQS-Auth/Version.info';
const SETTINGS = 'files/ProgramData/oqs-console/settings.json';
/** 30 days before the default boot at 08:02. */
const OLD = Date.parse('2025-12-21T08:02:00+09:00');

function treeOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = statSync(join(folder, name));
      const content = stats.isFile() ? readFileSync(join(folder, name)).toString('hex') : '';
      return `${name} ${String(stats.mtimeMs)} ${String(stats.mode)} ${content}`;
    });
}

function timeOf(workdir: string, path: string): number {
  return statSync(join(workdir, path)).mtimeMs;
}

describe('preparing a terminal', () => {
  it('writes files that the readers take', () => {
    const workdir = terminalOf();
    expect(readVersionInfo(readFileSync(join(workdir, FACE_LIBRARY)), 'face-library')).toMatchObject({
      version: '5.0.3',
    });
    const record = readDeliveryRecord(readFileSync(join(workdir, RECORD)));
    expect(record.get('face-library')).toMatchObject({ state: 'answers', version: '5.0.3' });
    expect(record.get('link-app')).toMatchObject({ state: 'answers', version: '4.0.2' });
    expect(record.get('reader-app')).toMatchObject({ state: 'absent' });
    const settings = parseSettings(readFileSync(join(workdir, SETTINGS), 'utf8'), 'settings.json');
    expect(settings.paths.deliveryRecord).toBe('C:\\ProgramData\\OQS-Simulated\\delivery-record.csv');
  });

  it('makes the exchange folders and leaves them empty', () => {
    const workdir = terminalOf();
    for (const name of ['Req', 'Res', 'Face']) expect(readdirSync(join(workdir, 'files/OQS', name))).toEqual([]);
  });

  it('leaves out what the scenario says is absent', () => {
    const workdir = terminalOf({ versionInfo: { 'link-app': '4.0.2' }, deliveryRecord: null, reader: null });
    for (const path of [FACE_LIBRARY, RECORD, SETTINGS, 'files/ProgramData/OQS-Auth/ReaderInfo.ini'])
      expect(existsSync(join(workdir, path))).toBe(false);
  });

  it('does not tell the console a path that is not known, but the record is there', () => {
    const workdir = terminalOf({ deliveryRecord: { path: null } });
    expect(existsSync(join(workdir, SETTINGS))).toBe(false);
    expect(existsSync(join(workdir, RECORD))).toBe(true);
  });

  it('tells the path of a record that the scenario brings itself, and writes none', () => {
    const workdir = terminalOf({ deliveryRecord: { path: 'C:\\ProgramData\\own.txt' } });
    const settings = parseSettings(readFileSync(join(workdir, SETTINGS), 'utf8'), 'settings.json');
    expect(settings.paths.deliveryRecord).toBe('C:\\ProgramData\\own.txt');
    expect(existsSync(join(workdir, 'files/ProgramData/own.txt'))).toBe(false);
  });

  it('puts a reader application at a simulated place and tells the console', () => {
    const workdir = terminalOf({ versionInfo: { 'reader-app': '1.2.3' } });
    const settings = parseSettings(readFileSync(join(workdir, SETTINGS), 'utf8'), 'settings.json');
    expect(settings.paths.versionInfo['reader-app']).toContain('OQS-Simulated');
    expect(settings.paths.versionInfo['face-library']).toContain('OQS-Auth');
  });

  it("lets the scenario's own files win, in whatever letter case", () => {
    const own = { 'program files/oqs-auth/VERSION.INFO': 'v9.9.9', 'ProgramData/oqs-console/settings.json': '{}' };
    const workdir = terminalOf({}, own);
    expect(readFileSync(join(workdir, 'files/program files/oqs-auth/VERSION.INFO'), 'utf8')).toBe('v9.9.9');
    expect(existsSync(join(workdir, FACE_LIBRARY))).toBe(false);
    expect(readFileSync(join(workdir, SETTINGS), 'utf8')).toBe('{}');
  });

  it('gives written files and files newer than now the old time, and keeps older ones', () => {
    const folder = scenarioFolder({}, { 'OQS/new.txt': 'x', 'OQS/old.txt': 'y' });
    const older = new Date('2020-02-02T00:00:00Z');
    utimesSync(join(folder, 'files/OQS/old.txt'), older, older);
    const { workdir } = prepareIn(folder, join(temporaryFolder(), 'work'));
    expect(timeOf(workdir, FACE_LIBRARY)).toBe(OLD);
    expect(timeOf(workdir, RECORD)).toBe(OLD);
    expect(timeOf(workdir, 'files/OQS/new.txt')).toBe(OLD);
    expect(timeOf(workdir, 'files/OQS/old.txt')).toBe(older.getTime());
  });

  it('sets the times that fileTimes names, and passes over files that are not there', () => {
    const workdir = terminalOf({
      fileTimes: {
        'C:\\program files\\OQS-Auth\\version.info': '2026-01-20T05:01:00+09:00',
        'C:\\nothing.txt': '2026-01-20T05:01:00+09:00',
      },
    });
    expect(timeOf(workdir, FACE_LIBRARY)).toBe(Date.parse('2026-01-20T05:01:00+09:00'));
  });

  it('never writes to the folder it is given, and can write what was read-only there', () => {
    const folder = scenarioFolder({}, { 'OQS/a.txt': 'a' });
    chmodSync(join(folder, 'files/OQS/a.txt'), 0o444);
    const before = treeOf(folder);
    const { workdir } = prepareIn(folder, join(temporaryFolder(), 'work'));
    expect(treeOf(folder)).toEqual(before);
    expect(statSync(join(workdir, 'files/OQS/a.txt')).mode & 0o200).toBe(0o200);
  });

  it('makes a folder of its own where none is named', () => {
    const { workdir } = prepareIn(scenarioFolder(), null);
    expect(existsSync(join(workdir, FACE_LIBRARY))).toBe(true);
    rmSync(workdir, { recursive: true });
  });
});

describe('a working folder', () => {
  it('is taken up again with its own scenario and state', () => {
    const workdir = terminalOf({ title: 'first' });
    writeFileSync(join(workdir, FACE_LIBRARY), '5.1.0');
    const again = prepareIn(scenarioFolder({ title: 'second' }), workdir);
    expect(again).toMatchObject({ terminal: { spec: { title: 'first' } } });
    expect(readFileSync(join(workdir, FACE_LIBRARY), 'utf8')).toBe('5.1.0');
  });

  it('is taken up without looking for the scenario', () => {
    const workdir = terminalOf();
    rmSync(join(workdir, 'scenario.json'));
    expect(prepareIn('/nowhere', workdir).terminal).toEqual(readPrepared(workdir));
  });

  it('may be an empty folder', () => {
    const { workdir } = prepareIn(scenarioFolder(), temporaryFolder());
    expect(existsSync(join(workdir, FACE_LIBRARY))).toBe(true);
  });

  it('is refused when it holds something else, which stays', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    expect(refusalOf(() => prepareIn(scenarioFolder(), folder))).toMatchObject({
      code: 'bad-workdir',
      where: folder,
    });
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it.each(['{"kind":"other"}', 'no json'])("is refused when its terminal.json is somebody else's: %s", (content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'terminal.json'), content);
    expect(refusalOf(() => prepareIn(scenarioFolder(), folder)).code).toBe('bad-workdir');
  });

  it("is refused inside the scenario's folder, also behind a link", () => {
    const folder = scenarioFolder();
    expect(refusalOf(() => prepareIn(folder, join(folder, 'work'))).code).toBe('bad-workdir');
    const link = join(temporaryFolder(), 'link');
    symlinkSync(folder, link);
    expect(refusalOf(() => prepareIn(folder, join(link, 'work'))).code).toBe('bad-workdir');
    expect(existsSync(join(folder, 'work'))).toBe(false);
  });

  it('is refused when it is a file', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(refusalOf(() => prepareIn(scenarioFolder(), file)).code).toBe('bad-workdir');
  });

  it.each([
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path), 'リンクの先がありません。'],
    ['a link to itself', (path: string) => symlinkSync(path, path), 'リンクの先がありません。'],
    [
      'a pipe for its mark',
      (path: string) => {
        mkdirSync(path);
        execFileSync('mkfifo', [workdirFiles(path).terminal]);
      },
      'ファイルでもフォルダでもないもの(パイプなど)があります。',
    ],
  ])('is refused when it is %s', (_name, put, reason) => {
    const workdir = join(temporaryFolder(), 'work');
    put(workdir);
    expect(refusalOf(() => prepareIn(scenarioFolder(), workdir))).toMatchObject({
      code: 'bad-workdir',
      message: `作業フォルダを使えません: ${reason}`,
      where: workdir,
    });
  });

  it('is made anew when a preparation broke off half way', () => {
    const workdir = join(temporaryFolder(), 'work');
    mkdirSync(join(workdir, 'files/leftover'), { recursive: true });
    // The process id of nobody: Linux and Windows count to 2^22 and a little beyond.
    writeFileSync(workdirFiles(workdir).preparing, '99999999 dead');
    const { terminal } = prepareIn(scenarioFolder(), workdir);
    expect(existsSync(join(workdir, 'files/leftover'))).toBe(false);
    expect(existsSync(workdirFiles(workdir).preparing)).toBe(false);
    expect(prepareIn('/nowhere', workdir).terminal).toEqual(terminal);
  });
});

describe('a bad scenario', () => {
  it.each<[string, object, string]>([
    ['an unknown field', { titel: '' }, 'scenario.json:1: titel'],
    [
      'a Version.info outside drive C',
      { components: [{ id: 'a', name: 'A', versionInfo: 'D:\\Version.info' }] },
      'scenario.json: components[0].versionInfo',
    ],
    ['a path outside drive C', { deliveryRecord: { path: 'D:\\a.csv' } }, 'scenario.json: deliveryRecord.path'],
    [
      'a file time outside drive C',
      { fileTimes: { 'D:\\a': '2026-01-20T05:01:00+09:00' } },
      'scenario.json: fileTimes.D:\\a',
    ],
  ])('%s is refused and leaves no folder', (_name, scenario, where) => {
    const workdir = join(temporaryFolder(), 'work');
    const error = refusalOf(() => prepareIn(scenarioFolder(scenario), workdir));
    expect(error.where.endsWith(where)).toBe(true);
    expect(existsSync(workdir)).toBe(false);
  });

  it('is one whose own files cannot be looked at: they are not left out', () => {
    const folder = scenarioFolder();
    symlinkSync('nowhere', join(folder, 'files'));
    expect(refusalOf(() => prepareIn(folder, null))).toMatchObject({
      code: 'bad-scenario',
      message: expect.stringContaining('の先がないため'),
      where: join(folder, 'files'),
    });
  });

  it('a folder without scenario.json is refused', () => {
    expect(refusalOf(() => prepareIn(temporaryFolder(), null)).code).toBe('bad-scenario');
  });

  it('cannot reach outside the working folder with ..', () => {
    const workdir = terminalOf({ deliveryRecord: { path: 'C:\\..\\..\\..\\x.csv' } });
    expect(existsSync(join(workdir, '..', 'x.csv'))).toBe(false);
  });
});
