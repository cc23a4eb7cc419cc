import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedKey } from '../../src/tui/keys.ts';
import { readJournal } from '../../src/journal/read.ts';
import { open, run, temporaryFolder } from './built.ts';
import { confirm } from './robot.ts';

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
      ({ text }) => text.includes('次にすること: 「今すぐダウンロード」を押す') && text.includes('問題のない点検'),
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
        text.includes('再起動を確認しました') && text.includes('次にすること: 「完了報告フォーム」で完了報告を送る'),
      { timeout: 30_000 },
    );
    expect(proven.text).toMatch(/\[済\] +バージョンアップ済み {2}顔認証ライブラリ 5\.1\.0/);
    expect(presses).toBeLessThanOrEqual(12);
    program.press('ctrl-c');
    expect((await program.waitForExit()).exitCode).toBe(0);

    const data = join(workdir, DATA);
    const reading = readJournal(readFileSync(join(data, 'journal.jsonl')), readFileSync(join(data, 'journal.head')));
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
    await second.waitFor('操作していた oqs-console は終わったようです。');
    second.press('down');
    await second.waitFor('> この画面から操作する');
    second.press('enter');
    const { text } = await second.waitFor('この画面から操作できるようになりました');
    expect(text).not.toContain('がこの端末を操作中です');
  }, 60_000);
});
