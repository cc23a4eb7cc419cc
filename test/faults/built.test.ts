import process from 'node:process';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { MAIN, run, runWith, temporaryFolder } from '../e2e/built.ts';
import { confirm } from '../e2e/robot.ts';
import { eventually } from '../ports/simulator/harness.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { OTHER_ZONE } from './kinds.ts';

const SCENARIO = 'outdated-morning';
const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;
const whole = { columns: 80, rows: 24 };

/**
 * The console in the foreground of a shell that says at its end what became of the terminal; `as` is put before its
 * command.
 */
function underShell(as: string, ...args: readonly string[]): PtyProgram {
  const command = [process.execPath, MAIN, '--simulate', SCENARIO, ...args].map((arg) => `'${arg}'`).join(' ');
  const script = `${as} ${command}; echo "code=$?"; stty -a | grep -c ' icanon'; echo the-end; read -r line`;
  return startInPty('/bin/sh', ['-c', script], { ...whole, env: { TZ: OTHER_ZONE.name } });
}

async function expectLeft(program: PtyProgram, code: number): Promise<string> {
  const { text } = await program.waitFor('the-end', { timeout: 30_000 });
  expect(program.terminal.alternate).toBe(false);
  expect(program.terminal.wraps).toBe(true);
  expect(program.output).toContain(`code=${String(code)}`);
  return text;
}

/** What only a whole process shows. */
describe('faults around the built program', () => {
  it('check answers the same in any zone of the process', async () => {
    const args = ['check', '--json', '--simulate', SCENARIO];
    const [here, there] = [await run(...args), await runWith({ env: { TZ: OTHER_ZONE.name } }, ...args)];
    const withoutDurations = (text: string): string => text.replaceAll(/"durationMs":\d+/g, '');
    expect(there.exitCode).toBe(here.exitCode);
    expect(withoutDurations(there.stdout)).toBe(withoutDurations(here.stdout));
  });

  it('the console shows the terminal its own time, not that of the process', async () => {
    await using program = underShell('');
    await program.waitFor('問題のない点検');
    expect(program.view.text).toContain('1/20(火) 08:1');
    program.press('ctrl-c');
    await expectLeft(program, 0);
  }, 60_000);

  it('goes on, and keeps a journal, when its data folder disappears under it', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const data = join(folder.path, 'data');
    await using program = underShell('', '--workdir', workdir, '--data-dir', data);
    await program.waitFor('問題のない点検');
    // It may be writing there at this very moment.
    rmSync(data, { recursive: true, maxRetries: 10 });
    program.press({ type: 't' });
    await program.waitFor('この控えをファイルに保存する');
    for (let row = 0; row < 3; row += 1) program.press('down');
    await program.waitFor('> この控えをファイルに保存する');
    program.press('enter');
    await program.waitFor('保存しました');
    program.press('ctrl-c');
    await expectLeft(program, 0);
    expect(existsSync(join(data, 'exports'))).toBe(true);
  }, 60_000);

  it.runIf(isRoot)(
    "refuses a data folder that is somebody else's, and opens read-only",
    async () => {
      using folder = temporaryFolder();
      const data = join(folder.path, 'data');
      const workdir = join(folder.path, 'terminal');
      mkdirSync(data);
      mkdirSync(workdir);
      chmodSync(folder.path, 0o755);
      chownSync(workdir, NOBODY, NOBODY);
      const nobody = `setpriv --reuid=${String(NOBODY)} --regid=${String(NOBODY)} --clear-groups`;
      const args = ['--workdir', workdir, '--data-dir', data];
      await using program = underShell(nobody, ...args);
      const text = await expectLeft(program, 64);
      expect(text).toContain('権限がない');
      await using looking = underShell(nobody, ...args, '--read-only');
      await looking.waitFor('問題のない点検');
      looking.press('ctrl-c');
      await expectLeft(looking, 0);
    },
    60_000,
  );

  it.runIf(isRoot)(
    'presses nothing that is not in its journal where the disk has become full, and says so',
    async () => {
      using folder = temporaryFolder();
      const workdir = join(folder.path, 'terminal');
      const data = join(folder.path, 'data');
      mkdirSync(data);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', data]);
      try {
        await using program = underShell('', '--workdir', workdir, '--data-dir', data);
        await program.waitFor('問題のない点検');
        program.press({ type: '4' });
        await program.waitFor('一度だけ');
        await quiet(data);
        fill(join(data, 'filler'));
        const before = readFileSync(join(data, 'journal.jsonl'));
        program.press('enter');
        await program.waitFor('>[ やめる ]<');
        await confirm(program, '押す', (key) => program.press(key));
        await program.waitFor(() => program.output.includes('ディスクに空きがない'), { describe: 'the fault' });
        program.press('ctrl-c');
        // Where the line still fitted the tool is at work, and the console asks.
        await program.waitFor(/the-end|終了しますか/);
        if (!program.output.includes('the-end')) await confirm(program, '終了する', (key) => program.press(key));
        await expectLeft(program, 0);
        const journal = readFileSync(join(data, 'journal.jsonl'));
        expect(Buffer.compare(journal.subarray(0, before.length), before)).toBe(0);
        const { state, entries } = readJournal(journal, readFileSync(join(data, 'journal.head')));
        expect(['intact', 'torn']).toContain(state);
        // What still fits behind the last line is written all the same: then the button may be pressed, once.
        const started = entries.filter(({ event }) => event.event === 'download-started').length;
        expect(pressesIn(workdir)).toBe(started);
        expect(started).toBeLessThanOrEqual(1);
      } finally {
        execFileSync('umount', ['-l', data]);
      }
    },
    60_000,
  );
});

/** Until what the first reading has found is on record, and nothing is being written. */
async function quiet(data: string): Promise<void> {
  const file = (name: string): Uint8Array => readFileSync(join(data, name));
  await eventually(() => {
    if (!existsSync(join(data, 'journal.head')) || readdirSync(data).some((name) => name.endsWith('.tmp')))
      return false;
    const { state, entries } = readJournal(file('journal.jsonl'), file('journal.head'));
    return state === 'intact' && entries.some(({ event }) => event.event === 'version-seen');
  }, 'the findings on record');
}

/** How often the button was pressed on the terminal. */
function pressesIn(workdir: string): number {
  const log = join(workdir, 'tool-log.jsonl');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').length : 0;
}

/** Takes what is left of a small disk, to the last byte. */
function fill(file: string): void {
  for (const size of [4_096, 64, 1]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size));
    } catch {
      // No room for so much: less may still fit.
    }
  }
}
