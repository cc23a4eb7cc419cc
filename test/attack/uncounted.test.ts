import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAIN, run, temporaryFolder } from '../e2e/built.ts';
import { EXAMPLE, OTHER_USER, isRoot } from './other-user.ts';
import { tried } from './tried.ts';

/** Where a simulated terminal keeps the console's files. */
const DATA = 'files/ProgramData/oqs-console';

interface Answer {
  readonly verdict: string;
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

function answerIn({ stdout }: { readonly stdout: string }): Answer {
  return JSON.parse(stdout) as Answer;
}

describe.skipIf(!isRoot)('a file that is there and does not count makes no verdict better', () => {
  beforeEach((context) => tried(context, 'settings', 'taken out of the count'));

  async function withSettingsOf(scenario: string, spoil: (settings: string, workdir: string) => void) {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'w');
    const prom = join(folder.path, 'x.prom');
    const call = ['check', '--nagios', '--prometheus', prom, '--simulate', scenario, '--workdir', workdir];
    const before = await run(...call);
    spoil(join(workdir, DATA, 'settings.json'), workdir);
    const after = await run(...call);
    return { before, after, metrics: readFileSync(prom, 'utf8') };
  }

  it.each<readonly [string, (path: string, workdir: string) => void]>([
    ['of another user', (path) => chownSync(path, OTHER_USER, OTHER_USER)],
    ['its group may write', (path) => chmodSync(path, 0o664)],
    ['its folder is open to all', (path) => chmodSync(join(path, '..'), 0o777)],
  ])('settings that name the record, %s: what could not be read stays unknown', async (_, spoil) => {
    const { before, after, metrics } = await withSettingsOf('unreadable-record', spoil);
    expect(before.exitCode).toBe(3);
    expect(after.exitCode).toBe(3);
    expect(after.stdout).toMatch(/^OQS UNKNOWN - .*使えないファイル 1 件/);
    expect(metrics).toMatch(/^oqs_site_file_problems(\{.*\})? 1$/m);
  });

  it('settings that name a record which contradicts the rest', async () => {
    const old = (path: string): void => {
      const record = join(path, 'files/ProgramData/OQS-Simulated/delivery-record.csv');
      writeFileSync(record, readFileSync(record, 'latin1').replaceAll('5.1.0', '5.0.3'), 'latin1');
    };
    const { before, after } = await withSettingsOf('already-current', (path, workdir) => {
      old(workdir);
      chownSync(path, OTHER_USER, OTHER_USER);
    });
    expect([before.exitCode, after.exitCode]).toEqual([0, 3]);
  });

  it('a notice: the monitor is warned', async () => {
    const { before, after } = await withSettingsOf('already-current', (path) => {
      const notices = join(path, '../notices');
      mkdirSync(notices, { mode: 0o755 });
      copyFileSync(EXAMPLE, join(notices, 'n.json'));
      chownSync(join(notices, 'n.json'), OTHER_USER, OTHER_USER);
    });
    expect([before.exitCode, after.exitCode]).toEqual([0, 1]);
    expect(after.stdout).toMatch(/^OQS WARNING - .*使えないファイル 1 件/);
  });
});

describe('a practice terminal made under a umask that lets the group write', () => {
  it('trusts its own files', () => {
    using folder = temporaryFolder();
    const args = ['check', '--json', '--simulate', 'already-current', '--workdir', join(folder.path, 'w')];
    const { stdout } = spawnSync('/bin/sh', ['-c', 'umask 002; exec "$@"', 'sh', process.execPath, MAIN, ...args]);
    expect(answerIn({ stdout: stdout.toString() }).problems).toEqual([]);
    const data = join(folder.path, 'w', DATA);
    expect(statSync(data).mode & 0o777).toBe(0o755);
    expect(readdirSync(data).length).toBeGreaterThan(0);
    for (const name of readdirSync(data))
      expect([name, statSync(join(data, name)).mode & 0o777]).toEqual([name, 0o644]);
  });
});
