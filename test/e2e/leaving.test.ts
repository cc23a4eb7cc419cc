import process from 'node:process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { MAIN, temporaryFolder, writeScenario } from './built.ts';
import { SETTINGS } from './prepared.ts';
import { confirm } from './robot.ts';

/** The morning after the first night, with the machine not restarted since. */
const waiting = {
  formatVersion: 1,
  now: '2026-01-20T08:10:00+09:00',
  bootedAt: '2026-01-19T08:05:00+09:00',
  delivery: { staged: true },
};

/** The console in the foreground of a shell that says afterwards how the terminal was left. */
function underShell(main: string, scenario = 'outdated-morning'): PtyProgram {
  const script = '"$0" "$1" --simulate "$2"; echo "code=$?"; stty -a; echo the-end; read -r line';
  return startInPty('/bin/sh', ['-c', script, process.execPath, main, scenario], {
    columns: 80,
    rows: 24,
    env: { OQS_DIST: dirname(MAIN) },
  });
}

/** The console is the shell's only child. */
function consolePid(program: PtyProgram): number {
  const children = readFileSync(`/proc/${String(program.pid)}/task/${String(program.pid)}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}

async function expectRestored(program: PtyProgram, code: number): Promise<void> {
  const { text } = await program.waitFor('the-end', { timeout: 20_000 });
  expect(program.terminal.alternate).toBe(false);
  expect(program.terminal.wraps).toBe(true);
  expect(program.terminal.marksPastes).toBe(false);
  expect(program.output).toContain(`code=${String(code)}`);
  expect(text).toMatch(/ icanon/);
  expect(text).toMatch(/ echo /);
  expect(program.output.lastIndexOf('\u001B[?25h')).toBeGreaterThanOrEqual(program.output.lastIndexOf('\u001B[?25l'));
}

const ways: readonly {
  readonly name: string;
  readonly code: number;
  readonly leave: (program: PtyProgram) => void;
}[] = [
  { name: 'Ctrl+C', code: 0, leave: (program) => program.press('ctrl-c') },
  { name: 'SIGINT', code: 130, leave: (program) => process.kill(consolePid(program), 'SIGINT') },
  { name: 'SIGTERM', code: 143, leave: (program) => process.kill(consolePid(program), 'SIGTERM') },
  { name: 'SIGHUP', code: 129, leave: (program) => process.kill(consolePid(program), 'SIGHUP') },
];

describe('leaving the console', () => {
  it.each(ways)(
    'restores the screen, cursor, echo and line wrap after $name',
    async ({ leave, code }) => {
      await using program = underShell(MAIN);
      await program.waitFor('問題のない点検');
      expect(program.terminal.alternate).toBe(true);
      expect(program.terminal.marksPastes).toBe(true);
      leave(program);
      await expectRestored(program, code);
    },
    60_000,
  );

  it.each([
    ['and says nothing else', ''],
    ['while the console is held, so that it finds all at once', 'SIGSTOP'],
  ] as const)(
    'ends with 129 where its window is closed %s',
    async (_, held) => {
      using folder = temporaryFolder();
      const code = join(folder.path, 'code');
      // The shell outlives its terminal, to write down how the console ended.
      const script = 'trap : HUP; "$0" "$1" --simulate outdated-morning; echo "$?" > "$2"';
      await using program = startInPty('/bin/sh', ['-c', script, process.execPath, MAIN, code], {
        columns: 80,
        rows: 24,
      });
      await program.waitFor('問題のない点検');
      const pid = consolePid(program);
      if (held !== '') process.kill(pid, held);
      program.closeWindow();
      if (held !== '') process.kill(pid, 'SIGCONT');
      await vi.waitFor(() => expect(readFileSync(code, 'utf8')).toBe('129\n'), 20_000);
    },
    60_000,
  );

  it('restores them from the black page of a restart', async () => {
    using folder = temporaryFolder();
    const settings = { limits: { restartDelaySeconds: 1 } };
    writeScenario(folder.path, waiting, { [SETTINGS]: JSON.stringify(settings) });
    await using program = underShell(MAIN, folder.path);
    await program.waitFor('問題のない点検');
    program.press('enter');
    await program.waitFor('> 再起動する');
    program.press('enter');
    await confirm(program, '再起動する', (key) => program.press(key));
    await program.waitFor('再起動しています', { timeout: 20_000 });
    expect(program.terminal.alternate).toBe(true);
    process.kill(consolePid(program), 'SIGTERM');
    await expectRestored(program, 143);
  }, 60_000);

  it('restores them with a question open', async () => {
    await using program = underShell(MAIN);
    await program.waitFor('問題のない点検');
    program.press('enter');
    await program.waitFor('一度だけ');
    program.press('enter');
    await program.waitFor('>[ やめる ]<');
    expect(program.terminal.alternate).toBe(true);
    program.press('ctrl-c');
    await expectRestored(program, 0);
  }, 60_000);

  it('gives them back where the scenario cannot be used, and says so then', async () => {
    await using program = underShell(MAIN, 'no-such-terminal');
    await expectRestored(program, 64);
    expect(program.view.text).toContain('エラー(no-scenario)');
  }, 60_000);

  it('restores them after a bug, says so and ends with 70', async () => {
    using folder = temporaryFolder();
    await bundle({ broken: 'test/e2e/broken-console.ts' }, folder.path);
    await using program = underShell(join(folder.path, 'broken.js'));
    await expectRestored(program, 70);
    expect(program.output).toContain('a bug');
  }, 60_000);
});
