import process from 'node:process';
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { noKeyTexts } from '../../src/tui/keys.ja.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { MAIN, open } from './built.ts';

const ESC = '\u001B';

/** How the terminal stands, in the words of `stty -a`. */
function stty(program: PtyProgram, ...change: readonly string[]): string {
  const device = readlinkSync(`/proc/${String(program.pid)}/fd/0`);
  return execFileSync('stty', ['-F', device, ...(change.length > 0 ? change : ['-a'])], { encoding: 'utf8' });
}

/** Whether a process is stopped, as the kernel says. */
function isStopped(pid: number): boolean {
  return /^State:\s+T/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
}

/** A stop is told to nobody here, so it is asked for until it is there. */
async function untilStopped(pid: number): Promise<void> {
  for (let patience = 500; !isStopped(pid); patience -= 1) {
    if (patience === 0) throw new Error('it was not stopped');
    await setTimeout(20);
  }
}

function expectTaken(program: PtyProgram): void {
  expect(program.terminal.alternate).toBe(true);
  expect(program.terminal.wraps).toBe(false);
  expect(program.terminal.marksPastes).toBe(true);
  expect(program.output.lastIndexOf(`${ESC}[?25l`)).toBeGreaterThan(program.output.lastIndexOf(`${ESC}[?25h`));
  expect(stty(program)).toMatch(/ -icanon/);
  expect(stty(program)).toMatch(/ -echo /);
}

describe('after a stop', () => {
  it.each([
    ['SIGSTOP', false],
    // The one that can be heard: the terminal is left to the shell.
    ['SIGTSTP', true],
  ] as const)(
    'by %s the terminal is taken up again, whatever became of it',
    async (signal, isAsked) => {
      await using program = open('--simulate', 'outdated-morning');
      await program.waitFor('問題のない点検');
      const whole = program.terminal.screen();
      program.kill(signal);
      await untilStopped(program.pid);
      expect(/ icanon/.test(stty(program))).toBe(isAsked);
      await program.waitFor(() => program.terminal.alternate !== isAsked);
      expect(program.terminal.wraps).toBe(isAsked);
      expect(program.terminal.marksPastes).toBe(!isAsked);
      // What a shell does meanwhile.
      stty(program, 'sane');
      await program.terminal.write(`${ESC}[?1049l${ESC}[?7h${ESC}[?2004l${ESC}[?25h${ESC}[2J$ fg\r\n`);
      program.kill('SIGCONT');
      // A frame that was on its way may come before the terminal is taken up again.
      const isBack = ({ screen }: { readonly screen: readonly string[] }): boolean =>
        program.terminal.alternate && screen.slice(1).join('\n') === whole.slice(1).join('\n');
      await program.waitFor(isBack, { describe: 'the whole frame' });
      expectTaken(program);
      // A key that needs no Enter, and is not echoed.
      program.press({ type: '6' });
      await program.waitFor('エラーの手引き');
      expect(program.view.screen.at(-1)).toBe('');
    },
    60_000,
  );

  it('finds the size that its window has then', async () => {
    await using program = startInPty('/bin/sh', ['-i'], {
      columns: 80,
      rows: 24,
      env: { PS1: 'ready> ', ENV: '' },
    });
    await program.waitFor('ready>');
    program.type(`set -m; ${process.execPath} ${MAIN} --simulate outdated-morning\r`);
    await program.waitFor('問題のない点検');
    const children = readFileSync(`/proc/${String(program.pid)}/task/${String(program.pid)}/children`, 'utf8');
    process.kill(Number(children.trim().split(' ')[0]), 'SIGTSTP');
    await program.waitFor(({ screen }) => screen.join('\n').trimEnd().endsWith('ready>'));
    // Only the shell, which is in the foreground now, is told of it.
    program.resize(100, 30);
    program.type('fg\r');
    await program.waitFor(({ screen }) => screen.at(-2)?.includes('[Ctrl+C]終了') === true && screen.at(-1) === '');
    expectTaken(program);
    program.press('ctrl-c');
    await program.waitFor(({ screen }) => screen.join('\n').trimEnd().endsWith('ready>'));
    expect(program.terminal.alternate).toBe(false);
  }, 60_000);
});

describe('what is no key', () => {
  it('replies of the terminal, whole and in pieces, change nothing', async () => {
    await using program = open('--simulate', 'outdated-morning');
    await program.waitFor('問題のない点検');
    for (const piece of [
      `${ESC}]11;rgb:0000/5555/0000\u0007${ESC}P>|5\r`,
      `9${ESC}\\${ESC}[12;`,
      `40R${ESC}[M5\r`,
      `5${ESC}]52;c;NQ0K`,
      `${ESC}\\${ESC}_5\r${ESC}\\${ESC}[I`,
    ])
      program.type(piece);
    program.press({ type: 'x' });
    const { screen } = await program.waitFor(noKeyTexts.unknownKey);
    expect(screen[0]).toContain('oqs-console 状態');
  }, 60_000);

  it('pastes, marked and unmarked; keys that come together count', async () => {
    await using program = open('--simulate', 'outdated-morning');
    await program.waitFor('問題のない点検');
    program.type(`${ESC}[200~5\r${ESC}[201~`);
    await program.waitFor(noKeyTexts.paste);
    program.press('down');
    await program.waitFor(({ text }) => !text.includes(noKeyTexts.paste));
    program.type('5\r');
    const { screen } = await program.waitFor(noKeyTexts.paste);
    expect(screen[0]).toContain('oqs-console 状態');
    // No longer a piece of it, as anything within 30 ms is.
    await setTimeout(100);
    program.press('up');
    await program.waitFor(({ text }) => !text.includes(noKeyTexts.paste));
    program.type(`${ESC}[200~9y${ESC}[201~`);
    await program.waitFor(noKeyTexts.paste);
    program.type('9y');
    await program.waitFor(({ screen: [header = ''] }) => header.includes('よくある質問'));
  }, 60_000);

  it('a string that never ends, for longer than a moment', async () => {
    await using program = open('--simulate', 'outdated-morning');
    await program.waitFor('問題のない点検');
    program.type(`${ESC}]0;`);
    // Longer than the rest of it is waited for; there is nothing that could be seen.
    await setTimeout(1_500);
    program.press({ type: '6' });
    const { screen } = await program.waitFor('エラーの手引き');
    expect(screen[0]).toContain('エラーの手引き');
  }, 60_000);
});
