import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedKey } from '../../src/input/keys.ts';
import { readJournal } from '../../src/journal/read.ts';
import { open, run, temporaryFolder, writeScenario } from './built.ts';
import { SETTINGS } from './prepared.ts';
import { confirm } from './robot.ts';

/** The morning after the first night, with the machine not restarted since. */
const waiting = {
  formatVersion: 1,
  now: '2026-01-20T08:10:00+09:00',
  bootedAt: '2026-01-19T08:05:00+09:00',
  delivery: { staged: true },
};

const DATA = 'files/ProgramData/oqs-console';

/** The files of a folder: when each was written, and what stands in it. */
function filesIn(folder: string): readonly unknown[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).mtimeMs, readFileSync(path, 'utf8')];
    });
}

describe('the whole procedure at 80x24', () => {
  it('goes from outdated to proven with arrows and Enter, in at most twelve presses', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = open('--simulate', 'outdated-morning', '--workdir', workdir);
    let presses = 0;
    const press = (key: NamedKey): void => {
      presses += 1;
      program.press(key);
    };
    await program.waitFor(
      ({ text }) =>
        text.includes('次にすること: 「今すぐダウンロード」を押す') && text.includes('問題のない点検'),
    );
    press('enter');
    await program.waitFor('> 「今すぐダウンロード」を押す');
    await program.waitFor('一度だけ');
    press('enter');
    await confirm(program, '押す', press);
    await program.waitFor('> 再起動へ進む', { timeout: 20_000 });
    press('enter');
    await program.waitFor('> 再起動する');
    press('enter');
    await confirm(program, '再起動する', press);
    await program.waitFor('で再起動します');
    await program.waitFor('再起動しています', { timeout: 30_000 });
    const proven = await program.waitFor(
      ({ text }) =>
        text.includes('再起動を確認しました') &&
        text.includes('次にすること: 「完了報告フォーム」で完了報告を送る'),
      { timeout: 30_000 },
    );
    expect(proven.text).toMatch(/\[済\] +バージョンアップ済み {2}顔認証ライブラリ 5\.1\.0/);
    expect(presses).toBeLessThanOrEqual(12);
    program.press('ctrl-c');
    expect((await program.waitForExit()).exitCode).toBe(0);

    const data = join(workdir, DATA);
    const reading = readJournal(
      readFileSync(join(data, 'journal.jsonl')),
      readFileSync(join(data, 'journal.head')),
    );
    expect(reading.state).toBe('intact');
    const acts = reading.entries.map((entry) => entry.event.event).filter((name) => name !== 'version-seen');
    expect(acts).toEqual([
      'console-started',
      'restart-confirmed',
      'download-started',
      'download-finished',
      'restart-requested',
      'restart-answered',
      'console-started',
      'restart-confirmed',
    ]);
    expect(readFileSync(join(workdir, 'tool-log.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
  }, 120_000);

  it('does nothing when the question is answered with its first choice', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = open('--simulate', 'outdated-morning', '--workdir', workdir);
    await program.waitFor('問題のない点検');
    program.press('enter');
    await program.waitFor('一度だけ');
    program.press('enter');
    await program.waitFor('>[ やめる ]<');
    program.press('escape');
    await program.waitFor(({ text }) => text.includes('一度だけ') && !text.includes('>['));
    program.press('ctrl-c');
    await program.waitForExit();
    expect(() => readFileSync(join(workdir, 'tool-log.jsonl'))).toThrow('ENOENT');
  }, 60_000);
});

describe('a countdown that was left', () => {
  it.each([
    ['by Ctrl+C', 'SIGINT'],
    ['by a kill', 'SIGKILL'],
  ] as const)(
    '%s is shown by the next console, which calls it off',
    async (_, signal) => {
      using folder = temporaryFolder();
      const workdir = join(folder.path, 'terminal');
      const settings = { limits: { restartDelaySeconds: 600 } };
      const scenario = writeScenario(join(folder.path, 'scenario'), waiting, {
        [SETTINGS]: JSON.stringify(settings),
      });
      {
        await using left = open('--simulate', scenario, '--workdir', workdir);
        await left.waitFor('問題のない点検');
        left.press('enter');
        await left.waitFor('> 再起動する');
        left.press('enter');
        await confirm(left, '再起動する', (key) => left.press(key));
        await left.waitFor('秒で再起動します');
        left.kill(signal);
        await left.exit;
      }
      await using back = open('--workdir', workdir);
      await back.waitFor('に指示した再起動が、まもなく始まります');
      back.press({ type: '5' });
      await back.waitFor(
        ({ text }) => text.includes('再起動の予約が残っています') && text.includes('> 再起動を取り消す'),
      );
      back.press('enter');
      const { text } = await back.waitFor('再起動を取り消しました');
      expect(text).not.toContain('再起動の予約が残っています');
      const reading = readJournal(
        readFileSync(join(workdir, DATA, 'journal.jsonl')),
        readFileSync(join(workdir, DATA, 'journal.head')),
      );
      expect(reading.entries.at(-1)?.event).toEqual({ event: 'restart-cancelled' });
    },
    60_000,
  );
});

describe('a console that may not act', () => {
  it('only looks when it is read-only: the row stays, says why, and nothing is written', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await run('check', '--simulate', 'outdated-morning', '--workdir', workdir);
    const before = filesIn(join(workdir, DATA));
    await using program = open('--simulate', 'outdated-morning', '--workdir', workdir, '--read-only');
    await program.waitFor('問題のない点検');
    program.press('enter');
    await program.waitFor('できません: 参照専用で開いています');
    program.press('enter', 'ctrl-c');
    await program.waitForExit();
    expect(program.output).not.toContain('>[ ');
    expect(filesIn(join(workdir, DATA))).toEqual(before);
    expect(() => readFileSync(join(workdir, 'tool-log.jsonl'))).toThrow('ENOENT');
  }, 60_000);

  it('only looks while another console holds the terminal, and takes over once that one is killed', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using first = open('--simulate', 'outdated-morning', '--workdir', workdir);
    await first.waitFor('問題のない点検');
    await using second = open('--workdir', workdir);
    await second.waitFor(
      ({ text }) => text.includes('がこの端末を操作中です') && text.includes('  この画面から操作する'),
    );
    first.kill('SIGKILL');
    await first.exit;
    second.press('down');
    await second.waitFor('> この画面から操作する');
    second.press('enter');
    const { text } = await second.waitFor('この画面から操作できるようになりました');
    expect(text).not.toContain('がこの端末を操作中です');
  }, 60_000);
});
