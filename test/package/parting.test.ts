import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { EXIT_OFFSET } from '../../src/domain/answer-code.ts';
import { partingOf } from '../../scripts/package/parting.ts';
import { partingTexts } from '../../src/commands/package.ja.ts';
import { startInPty } from '../harness/pty.ts';

describe('what the window says before it closes', () => {
  const console = ['--simulate', 'outdated-morning'];
  const ended = (code: number): number => code + EXIT_OFFSET;

  it.each([
    ['the operator left', 0],
    ['told to stop by SIGHUP', 129],
    ['told to stop by SIGINT', 130],
    ['told to stop by SIGTERM', 143],
  ])('%s: nothing, it closes', (_, code) => {
    expect(partingOf({ exitCode: ended(code), args: console, own: true })).toEqual({ text: '', wait: false });
  });

  it.each([
    ['input that cannot be used', ended(64), partingTexts.input],
    ['a bug', ended(70), partingTexts.bug],
    ['ended by the task manager', 1, partingTexts.killed(1)],
    ['torn, so that it did nothing', 0, partingTexts.killed(0)],
    ['aborted', 134, partingTexts.killed(134)],
    ['access violation', -1_073_741_819, partingTexts.killed(-1_073_741_819)],
    ['a program that is not there', 9009, partingTexts.killed(9009)],
  ])('%s: says so and waits', (_, exitCode, text) => {
    expect(partingOf({ exitCode, args: console, own: false })).toEqual({
      text: `\n${text}\n${partingTexts.key}\n`,
      wait: true,
    });
  });

  it.each(['check', 'schema', 'scenarios', '--help', '--version'])(
    '%s prints and ends: waits only where the window would close',
    (word) => {
      for (const code of [0, 1, 2, 3]) {
        expect(partingOf({ exitCode: ended(code), args: [word], own: true })).toEqual({
          text: `\n${partingTexts.key}\n`,
          wait: true,
        });
        expect(partingOf({ exitCode: ended(code), args: [word], own: false }).wait).toBe(false);
      }
    },
  );

  it.each([1, 2, 3])('a verdict of any command (%i) is no end half way', (code) => {
    expect(partingOf({ exitCode: ended(code), args: ['desk', 'answers'], own: false }).text).toBe('');
  });

  it('a check that was killed is told as such', () => {
    const { text, wait } = partingOf({ exitCode: 1, args: ['check'], own: false });
    expect(text).toContain(partingTexts.killed(1));
    expect(wait).toBe(true);
  });
});

describe('restore.js', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oqs-restore-'));
    await bundle({ restore: 'scripts/package/restore.ts' }, folder);
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it('is small', async () => {
    expect((await stat(join(folder, 'restore.js'))).size).toBeLessThan(8_000);
  });

  it('shows the main screen as it was, with cursor and wrap, after a console that was killed', async () => {
    const killed = String.raw`printf 'before\n\033[?7l\033[?1049h\033[?25l\033[31mconsole'`;
    await using program = startInPty(
      '/bin/sh',
      ['-c', `${killed}; "$0" "$1" 1 own; echo "code $?"`, process.execPath, join(folder, 'restore.js')],
      { columns: 80, rows: 24 },
    );
    await program.waitFor('code 1');
    const screen = program.terminal.screen().join('\n');
    expect(screen).toContain('before');
    expect(screen).toContain('終了コード 1');
    expect(screen).toContain(partingTexts.key);
    expect(screen).not.toContain('console\n');
    expect(program.terminal).toMatchObject({ alternate: false, wraps: true });
  });

  it('after a console that left by itself, moves nothing and says nothing', async () => {
    await using program = startInPty(
      '/bin/sh',
      ['-c', `echo one; "$0" "$1" 100 own; echo "code $?"`, process.execPath, join(folder, 'restore.js')],
      { columns: 80, rows: 24 },
    );
    await program.waitFor('code 0');
    expect(
      program.terminal
        .screen()
        .slice(0, 2)
        .map((line) => line.trimEnd()),
    ).toEqual(['one', 'code 0']);
  });

  it('adds nothing to an answer that goes to a pipe, and never waits there', async () => {
    const run = promisify(execFile)(process.execPath, [join(folder, 'restore.js'), '164', 'own', 'check']);
    await expect(run).resolves.toEqual({ stdout: '', stderr: '' });
  });
});
