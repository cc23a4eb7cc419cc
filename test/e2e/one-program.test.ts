import process from 'node:process';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isAlive } from '../../src/ports/node/is-alive.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { runProgram, temporaryFolder, writeScenario } from './built.ts';
import { countedBuild, type CountedStart } from './counted-build.ts';
import { SETTINGS } from './prepared.ts';
import { confirm } from './robot.ts';

/** The morning after the first night, with the machine not restarted since. */
const waiting = {
  formatVersion: 1,
  now: '2026-01-20T08:10:00+09:00',
  bootedAt: '2026-01-19T08:05:00+09:00',
  delivery: { staged: true },
};

const verbOf = ({ args }: CountedStart): string => args.find((arg) => /^[a-z]/.test(arg)) ?? '';
const allGone = async (starts: readonly CountedStart[]): Promise<void> =>
  vi.waitFor(() => expect(starts.filter(({ pid }) => isAlive(pid))).toEqual([]), 10_000);

function open(main: string, ...args: readonly string[]): PtyProgram {
  return startInPty(process.execPath, [main, ...args], { columns: 80, rows: 24 });
}

describe('the programs of a simulated terminal', () => {
  it('are one for a whole check, which is gone afterwards', async () => {
    using folder = temporaryFolder();
    const { main, starts } = countedBuild(folder.path);
    const { exitCode } = await runProgram(main, {}, ['check', '--json', '--simulate', 'outdated-morning']);
    expect(exitCode).toBe(1);
    expect(starts().map(verbOf)).toEqual(['answer']);
    await allGone(starts());
  });

  it('are one for the console, which is started anew where it was ended', async () => {
    using folder = temporaryFolder();
    const { main, starts } = countedBuild(folder.path);
    await using program = open(main, '--simulate', 'outdated-morning');
    await program.waitFor('問題のない点検');
    expect(starts().map(verbOf)).toEqual(['answer']);
    process.kill(starts()[0]?.pid ?? 0, 'SIGKILL');
    await allGone(starts());
    program.type('r');
    await vi.waitFor(() => expect(starts()).toHaveLength(2), 10_000);
    await program.waitFor('問題のない点検');
    program.press('ctrl-c');
    expect((await program.exit).exitCode).toBe(0);
    await allGone(starts());
    expect(starts().map(verbOf)).toEqual(['answer', 'answer']);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('are gone with a console that %s ends', async (signal) => {
    using folder = temporaryFolder();
    const { main, starts } = countedBuild(folder.path);
    await using program = open(main, '--simulate', 'outdated-morning');
    await program.waitFor('問題のない点検');
    process.kill(program.pid, signal);
    await program.exit;
    expect(starts()).toHaveLength(1);
    await allGone(starts());
  });

  it('are gone with a console that leaves while they hang', async () => {
    using folder = temporaryFolder();
    const { main, starts } = countedBuild(folder.path);
    const scenario = writeScenario(join(folder.path, 'scenario'), { ...waiting, faults: { 'command:tasks': 'hang' } });
    await using program = open(main, '--simulate', scenario);
    await vi.waitFor(() => expect(starts()).toHaveLength(1), 10_000);
    program.press('ctrl-c');
    expect((await program.exit).exitCode).toBe(0);
    await allGone(starts());
  });

  it('are one for each of two consoles on one terminal', async () => {
    using folder = temporaryFolder();
    const { main, starts } = countedBuild(folder.path);
    const args = ['--simulate', 'outdated-morning', '--workdir', join(folder.path, 'work')];
    await using first = open(main, ...args);
    await first.waitFor('問題のない点検');
    await using second = open(main, ...args);
    await second.waitFor('問題のない点検');
    expect(starts().map(verbOf)).toEqual(['answer', 'answer']);
    first.press('ctrl-c');
    await first.exit;
    await allGone(starts().slice(0, 1));
    expect(starts().map(({ pid }) => isAlive(pid))).toEqual([false, true]);
  });

  it('answer on through a restart of the terminal, as it is then', async () => {
    using folder = temporaryFolder();
    const { main, starts } = countedBuild(folder.path);
    const settings = JSON.stringify({ limits: { restartDelaySeconds: 1 } });
    const scenario = writeScenario(join(folder.path, 'scenario'), waiting, { [SETTINGS]: settings });
    await using program = open(main, '--simulate', scenario);
    await program.waitFor('問題のない点検');
    program.press('enter');
    await program.waitFor('> 再起動する');
    program.press('enter');
    await confirm(program, '再起動する', (key) => program.press(key));
    await program.waitFor('再起動しています', { timeout: 20_000 });
    await program.waitFor('次にすること: 「完了報告フォーム」で完了報告を送る', { timeout: 20_000 });
    await program.waitFor('問題のない点検');
    expect(starts().map(verbOf)).toEqual(['answer', 'shutdown', 'count-down']);
    program.press('ctrl-c');
    await program.exit;
    await allGone(starts());
  });
}, 60_000);
