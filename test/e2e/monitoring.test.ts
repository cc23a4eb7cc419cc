import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { answerSchema } from '../../src/formats/answer-schema.ts';
import { checkNames } from '../../src/domain/names.ja.ts';
import { monitoringTexts } from '../../src/formats/monitoring.ja.ts';
import { readExposition } from '../formats/exposition-reader.ts';
import { readPluginOutput } from '../formats/plugin-output.ts';
import { MAIN, run, runProgram, runWith, temporaryFolder, writeScenario } from './built.ts';
import { SETTINGS, times } from './prepared.ts';

const posix = process.platform !== 'win32';
const { stages } = monitoringTexts;

/** The value of a metric without labels. */
function valueIn(file: string, name: string): number | undefined {
  const families = readExposition(readFileSync(file, 'utf8'));
  return families.find((family) => family.name === name)?.samples[0]?.value;
}

const WAIT = { timeout: 20_000, interval: 20 };

function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
  return text.trim() === '' ? [] : text.trim().split(' ').map(Number);
}

function some(pids: readonly number[]): readonly [number, ...number[]] {
  const [first, ...others] = pids;
  if (first === undefined) throw new Error('none yet');
  return [first, ...others];
}

describe('check --nagios', () => {
  it.each([
    ['already-current', 0, 'OK'],
    ['outdated-morning', 1, 'WARNING'],
    ['two-failed-cycles', 2, 'CRITICAL'],
    ['unreadable-record', 3, 'UNKNOWN'],
  ])('on %s ends with %i and says %s', async (scenario, exitCode, service) => {
    const ended = await run('check', '--nagios', '--timeout', '60', '--simulate', scenario);
    expect(ended).toMatchObject({ exitCode, stderr: '' });
    expect(readPluginOutput(ended.stdout)).toMatchObject({ name: 'OQS', service });
  });

  it('is CRITICAL where there is work to do and the last night is over', async () => {
    using folder = temporaryFolder();
    writeScenario(folder.path, { formatVersion: 1, title: 'too late', now: '2026-01-31T08:10:00+09:00' });
    const simulated = ['--simulate', folder.path];
    const plugin = await run('check', '--nagios', '--timeout', '60', ...simulated);
    expect(plugin).toMatchObject({ exitCode: 2, stderr: '' });
    expect(readPluginOutput(plugin.stdout)).toMatchObject({ service: 'CRITICAL' });
    expect((await run('check', ...simulated)).exitCode).toBe(1);
  });

  it.each([
    ['an unknown option', ['--colour']],
    ['JSON beside it', ['--json']],
    ['no time', ['--timeout', '0']],
    ['a notice that is not there', ['--notice', '/nowhere/notice.json']],
    ['a scenario that is not there', ['--simulate', '/nowhere']],
    ['a file of metrics that cannot be written', ['--simulate', 'already-current', '--prometheus', '/nowhere/x.prom']],
  ])('with %s is UNKNOWN in one line, and in nothing else: some monitors read stderr too', async (_, args) => {
    const { exitCode, stdout, stderr } = await run('check', '--nagios', ...args);
    expect(exitCode).toBe(3);
    expect(readPluginOutput(stdout)).toMatchObject({ service: 'UNKNOWN', data: new Map() });
    expect(stderr).toBe('');
  });

  it('is UNKNOWN with settings that cannot be used, and with a bar in them', async () => {
    using folder = temporaryFolder();
    writeScenario(folder.path, times, { [SETTINGS]: '{"col|our": 1}' });
    const { exitCode, stdout } = await run('check', '--nagios', '--simulate', folder.path);
    expect(exitCode).toBe(3);
    expect(readPluginOutput(stdout).service).toBe('UNKNOWN');
  });

  it.skipIf(!existsSync('/dev/full'))('ends with 3 where the line cannot be written', async () => {
    const { exitCode } = await runWith({ stdout: '/dev/full' }, 'check', '--nagios', '--simulate', 'already-current');
    expect(exitCode).toBe(3);
  });

  it('leaves help and version as they are', async () => {
    expect(await run('check', '--nagios', '--help')).toEqual(await run('check', '--help'));
    expect((await run('--version')).exitCode).toBe(0);
  });
});

describe('check --nagios, when its time is up', () => {
  let stuck = '';
  const folder = temporaryFolder();
  beforeAll(async () => {
    await bundle({ stuck: 'test/e2e/stuck-console.ts' }, folder.path);
    stuck = join(folder.path, 'stuck.js');
    return () => folder[Symbol.dispose]();
  });

  it('names the check that a program of the terminal does not answer', async () => {
    using scenario = temporaryFolder();
    writeScenario(scenario.path, { ...times, faults: { 'probe:network': 'hang' } });
    const { exitCode, stdout } = await run('check', '--nagios', '--timeout', '4', '--simulate', scenario.path);
    expect(exitCode).toBe(3);
    expect(readPluginOutput(stdout)).toMatchObject({
      service: 'UNKNOWN',
      text: monitoringTexts.timedOut(4, stages.reading([checkNames.network])),
    });
  });

  it.each(['reading', 'deaf'])('ends a process whose port hangs past its abort: %s', async (how) => {
    using target = temporaryFolder();
    const file = join(target.path, 'oqs.prom');
    writeFileSync(file, 'old\n');
    const { exitCode, stdout } = await runProgram(stuck, { OQS_DIST: dirname(MAIN), OQS_STUCK: how }, [
      'check',
      '--nagios',
      '--timeout',
      '3',
      '--simulate',
      'outdated-morning',
      '--prometheus',
      file,
    ]);
    expect(exitCode).toBe(3);
    expect(readPluginOutput(stdout).text).toContain(checkNames['component-versions']);
    expect(valueIn(file, 'oqs_check_success')).toBe(0);
    expect(readdirSync(target.path)).toEqual(['oqs.prom']);
  });

  it('names the opening where the journal never opens', async () => {
    const { exitCode, stdout } = await runProgram(stuck, { OQS_DIST: dirname(MAIN), OQS_STUCK: 'opening' }, [
      'check',
      '--nagios',
      '--timeout',
      '3',
      '--simulate',
      'outdated-morning',
    ]);
    expect(exitCode).toBe(3);
    expect(readPluginOutput(stdout).text).toBe(monitoringTexts.timedOut(3, stages.opening));
  });
});

describe('check --prometheus', () => {
  it('prints what it prints without, and writes the file that it says', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'oqs.prom');
    const plain = await run('check', '--json', '--simulate', 'outdated-morning');
    const ended = await run('check', '--json', '--simulate', 'outdated-morning', '--prometheus', file);
    expect(ended.exitCode).toBe(plain.exitCode);
    expect(answerSchema.parse(JSON.parse(ended.stdout)).verdict).toBe('action-needed');
    expect(valueIn(file, 'oqs_check_success')).toBe(1);
    expect(readFileSync(file).subarray(0, 6).toString('latin1')).toBe('# HELP');
    expect(readdirSync(folder.path)).toEqual(['oqs.prom']);
  });

  it.skipIf(!posix)('makes the file readable for the collector, whatever the umask, and replaces a link', async () => {
    using folder = temporaryFolder();
    const [file, other] = ['oqs.prom', 'other'].map((name) => join(folder.path, name));
    if (!file || !other) throw new Error('no names');
    writeFileSync(other, 'another file');
    symlinkSync(other, file);
    const command = `umask 077; exec "$0" "$@"`;
    const call = [process.execPath, MAIN, 'check', '--simulate', 'already-current', '--prometheus', file];
    execFileSync('sh', ['-c', command, ...call]);
    expect(statSync(file).mode & 0o777).toBe(0o644);
    expect(readFileSync(other, 'utf8')).toBe('another file');
  });

  it.each([
    ['a notice that is not there', ['--notice', '/nowhere.json']],
    ['a scenario that is not there', ['--simulate', '/nowhere']],
  ])('with %s replaces the older answer by the failure, and ends with 64', async (_, args) => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'oqs.prom');
    await run('check', '--simulate', 'already-current', '--prometheus', file, '--label', 'site=1');
    const { exitCode } = await run('check', ...args, '--prometheus', file, '--label', 'site=1');
    expect(exitCode).toBe(64);
    const names = ['oqs_check_success', 'oqs_check_timestamp_seconds', 'oqs_check_duration_seconds'];
    expect(readExposition(readFileSync(file, 'utf8')).map(({ name, samples }) => [name, samples[0]?.labels])).toEqual([
      ...names.map((name) => [name, { site: '1' }]),
      ['oqs_console_info', { version: expect.any(String), simulated: 'true', site: '1' }],
    ]);
    expect(valueIn(file, 'oqs_check_success')).toBe(0);
  });

  it.runIf(process.platform === 'linux')('leaves the older answer alone when it is called off half way', async () => {
    using scenario = temporaryFolder();
    using target = temporaryFolder();
    writeScenario(scenario.path, { ...times, faults: { 'probe:network': 'hang' } });
    const file = join(target.path, 'oqs.prom');
    writeFileSync(file, 'old\n');
    const watcher = spawn(process.execPath, [MAIN, 'check', '--simulate', scenario.path, '--prometheus', file], {
      stdio: 'ignore',
    });
    // The process that reads has started a program of the terminal's.
    const [reader] = await vi.waitFor(() => some(childrenOf(watcher.pid ?? 0)), WAIT);
    await vi.waitFor(() => some(childrenOf(reader)), WAIT);
    watcher.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(`/proc/${String(reader)}`)).toBe(false), WAIT);
    expect(readFileSync(file, 'utf8')).toBe('old\n');
    expect(readdirSync(target.path)).toEqual(['oqs.prom']);
  });

  it('touches no file for a wrong call', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'oqs.prom');
    writeFileSync(file, 'old\n');
    expect((await run('check', '--prometheus', file, '--label', '1=2')).exitCode).toBe(64);
    expect(readFileSync(file, 'utf8')).toBe('old\n');
  });

  it('says where it cannot write: no folder, a folder in its place', async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'dir.prom'));
    for (const name of ['none/x.prom', 'dir.prom']) {
      const path = join(folder.path, name);
      const { exitCode, stdout, stderr } = await run('check', '--simulate', 'already-current', '--prometheus', path);
      expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
      expect(stderr).toContain('エラー(unwritable-file)\n');
      expect(stderr).toContain(`場所: ${path}\n`);
    }
    expect(readdirSync(folder.path)).toEqual(['dir.prom']);
  });

  it('stays whole and alone when many runs write it at a time', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'oqs.prom');
    const runs = Array.from({ length: 4 }, () => run('check', '--simulate', 'already-current', '--prometheus', file));
    for (const { exitCode } of await Promise.all(runs)) expect(exitCode).toBe(0);
    expect(valueIn(file, 'oqs_check_success')).toBe(1);
    expect(readdirSync(folder.path)).toEqual(['oqs.prom']);
  });

  it('keeps the check from writing anything else, also for one who only looks', async () => {
    using folder = temporaryFolder();
    const [file, workdir] = [join(folder.path, 'oqs.prom'), join(folder.path, 'work')];
    const scenario = writeScenario(join(folder.path, 'scenario'), times);
    const call = ['--read-only', 'check', '--simulate', scenario, '--workdir', workdir, '--prometheus', file];
    const { exitCode } = await run(...call);
    expect(exitCode).toBe(1);
    expect(valueIn(file, 'oqs_check_success')).toBe(1);
    expect(readdirSync(join(workdir, 'files/ProgramData/oqs-console'))).toEqual(['settings.json']);
  });
});
