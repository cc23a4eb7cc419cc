import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import type { PtyProgram } from '../harness/pty.ts';
import { startInPty } from '../harness/pty.ts';
import { MAIN, temporaryFolder } from './built.ts';

/** The console in the foreground of a shell that says afterwards how the terminal was left. */
function underShell(main: string): PtyProgram {
  const script = '"$0" "$1" --simulate outdated-morning; echo "code=$?"; stty -a; echo the-end; read -r line';
  return startInPty('/bin/sh', ['-c', script, process.execPath, main], {
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
  expect(program.output).toContain(`code=${String(code)}`);
  expect(text).toMatch(/ icanon/);
  expect(text).toMatch(/ echo /);
  expect(program.output.lastIndexOf('\u001B[?25h')).toBeGreaterThan(
    program.output.lastIndexOf('\u001B[?25l'),
  );
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
      leave(program);
      await expectRestored(program, code);
    },
    60_000,
  );

  it('restores them after a bug, says so and ends with 70', async () => {
    using folder = temporaryFolder();
    await bundle({ broken: 'test/e2e/broken-console.ts' }, folder.path);
    await using program = underShell(join(folder.path, 'broken.js'));
    await expectRestored(program, 70);
    expect(program.output).toContain('a bug');
  }, 60_000);
});
