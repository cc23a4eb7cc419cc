import { screenNames } from '../../src/screens/console.ja.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import type { PtyProgram } from '../harness/pty.ts';
import { open, run, temporaryFolder, writeScenario } from './built.ts';
import { SETTINGS } from './prepared.ts';
import { confirm, standing } from './robot.ts';

/** The morning after the first night. */
const morning = { formatVersion: 1, now: '2026-01-20T08:10:00+09:00' };
/** The same, with a download that has come overnight and waits for its restart. */
const waiting = { ...morning, bootedAt: '2026-01-19T08:05:00+09:00', delivery: { staged: true } };

const slow = (seconds: number) => ({
  ...morning,
  tool: { downloadNow: [{ outcome: 'restart-required', seconds }] },
});

/** The screens by the digit that opens them, besides the status. */
const digits = [
  ['2', 'evening'],
  ['3', 'by-hand'],
  ['4', 'download'],
  ['5', 'restart'],
  ['6', 'guide'],
  ['7', 'history'],
  ['8', 'report'],
  ['9', 'faq'],
  ['0', 'help'],
] as const;

function eventsIn(workdir: string): readonly string[] {
  const read = (name: string): Uint8Array => readFileSync(join(workdir, 'files/ProgramData/oqs-console', name));
  return readJournal(read('journal.jsonl'), read('journal.head')).entries.map(({ event }) => event.event);
}

/** Presses 「今すぐダウンロード」 in a console that was just opened, and waits until it is pressed. */
async function startDownload(program: PtyProgram): Promise<void> {
  await program.waitFor('問題のない点検');
  program.press('enter');
  await program.waitFor('一度だけ');
  program.press('enter');
  await confirm(program, '押す', (key) => program.press(key));
  await program.waitFor('ツールの答えを待っています');
}

/** From any screen: asks for the restart, and waits for its countdown. */
async function startRestart(program: PtyProgram): Promise<void> {
  if (!program.view.text.includes('> 再起動する')) program.press({ type: '5' });
  await program.waitFor('> 再起動する');
  program.press('enter');
  await confirm(program, '再起動する', (key) => program.press(key));
  await program.waitFor(/\[進行中\] 再起動まで \d+ 秒 {2}\[Esc\] 取り消す/);
}

describe('a console beside one that downloads', () => {
  it('says so within seconds on every screen, and so does check; after a kill it sends to the tool first', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const scenario = writeScenario(join(folder.path, 'scenario'), slow(300));
    await using first = open('--simulate', scenario, '--workdir', workdir);
    await first.waitFor('問題のない点検');
    await using second = open('--workdir', workdir);
    await second.waitFor('この画面から操作する');
    await startDownload(first);
    const waits = await first.waitFor('次にすること: 終わるまで待つ');
    expect(waits.text).toMatch(/\[進行中\] ダウンロード (?:\d+ 分 )?\d+ 秒経過/);
    await second.waitFor(/\[進行中\] ダウンロード \d+ 秒経過 {2}別の画面で操作中/, { timeout: 6_000 });
    await second.waitFor('次にすること: 終わるまで待つ');
    for (const program of [first, second])
      for (const [digit, id] of digits) {
        program.press({ type: digit });
        await program.waitFor(
          ({ screen: [header, bar] }) =>
            header?.includes(` ${screenNames[id]} `) === true && bar?.startsWith('[進行中] ダウンロード') === true,
        );
      }

    const check = await run('check', '--json', '--workdir', workdir);
    expect(check.exitCode).toBe(1);
    expect(JSON.parse(check.stdout)).toMatchObject({
      verdict: 'action-needed',
      nextStep: { id: 'wait' },
      restart: { required: false },
    });

    first.press({ type: '5' });
    await first.waitFor('> 再起動する');
    first.press('enter');
    await first.waitFor('できません: ダウンロードの途中です。');

    first.kill('SIGKILL');
    await first.exit;
    second.press({ type: '1' });
    const { text } = await second.waitFor('次にすること: 端末を再起動する', { timeout: 6_000 });
    expect(text).not.toContain('[進行中]');
    expect(text.replaceAll(/\s/g, '')).toContain(
      '先に「配信アプリケーション管理ツール」の画面を見て、動いていれば終わるまで待ってから、再起動してください。',
    );
    second.press({ type: '5' });
    await second.waitFor('> 「配信アプリケーション管理ツール」を開く');
    const after = await run('check', '--json', '--workdir', workdir);
    expect(JSON.parse(after.stdout)).toMatchObject({ nextStep: { id: 'restart' } });
  }, 120_000);

  it('sees its end', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const scenario = writeScenario(join(folder.path, 'scenario'), slow(8));
    await using first = open('--simulate', scenario, '--workdir', workdir);
    await first.waitFor('問題のない点検');
    await using second = open('--workdir', workdir);
    await second.waitFor('この画面から操作する');
    await startDownload(first);
    await second.waitFor('[進行中] ダウンロード');
    const { text } = await second.waitFor('次にすること: 端末を再起動する', { timeout: 20_000 });
    expect(text).not.toContain('[進行中]');
    expect(text).not.toContain('結果を確かめていません');
    await first.waitFor('> 再起動へ進む');
  }, 120_000);
});

/** A terminal whose countdown takes so many seconds. */
function countdownOf(seconds: number, folder: string): string {
  const settings = JSON.stringify({ limits: { restartDelaySeconds: seconds } });
  return writeScenario(join(folder, 'scenario'), waiting, { [SETTINGS]: settings });
}

describe('a countdown', () => {
  it('is called off by Esc, by its row, and on leaving; a second console follows it', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = open('--simulate', countdownOf(600, folder.path), '--workdir', workdir);
    await program.waitFor('問題のない点検');
    await using second = open('--workdir', workdir);
    await second.waitFor('この画面から操作する');

    await startRestart(program);
    await program.waitFor('次にすること: 終わるまで待つ');
    await second.waitFor(/\[進行中\] 再起動まで \d+ 秒 {2}取り消しは、操作中の画面で/);
    // Elsewhere Esc goes back, and the seconds stay in sight.
    program.press({ type: '7' });
    await program.waitFor(/\[進行中\] 再起動まで \d+ 秒 {2}\[5\] 取り消しの画面/);
    program.press('escape');
    await program.waitFor(({ screen }) => screen[0]?.includes('再起動') === true);
    program.press('escape');
    await program.waitFor('再起動を取り消しました');
    await second.waitFor(({ text }) => !text.includes('[進行中]'));
    expect(program.view.text).not.toContain('[進行中]');

    await startRestart(program);
    await program.waitFor('> 再起動を取り消す');
    program.press('enter');
    await program.waitFor('再起動を取り消しました');
    expect(program.view.text).not.toContain('[進行中]');

    await startRestart(program);
    program.press('ctrl-c');
    await program.waitFor('>[ 続ける ]<');
    // Leaving the question is staying, with the seconds in sight.
    expect(program.view.text).toMatch(/\[進行中\] 再起動まで \d+ 秒/);
    program.press('escape');
    await program.waitFor('> 再起動を取り消す');
    program.press('ctrl-c');
    await confirm(program, '取り消して終了', (key) => program.press(key));
    expect((await program.waitForExit()).exitCode).toBe(0);
    const acts = eventsIn(workdir).filter((event) => event.startsWith('restart-'));
    const once = ['restart-requested', 'restart-answered', 'restart-cancelled'];
    expect(acts).toEqual(['restart-confirmed', ...once, ...once, ...once]);
    const { stdout } = await run('check', '--json', '--workdir', workdir);
    expect(JSON.parse(stdout)).toMatchObject({ nextStep: { id: 'restart' } });
  }, 120_000);

  it.each<readonly [string, (program: PtyProgram) => Promise<void>]>([
    [
      'left to itself',
      async (program) => {
        program.press('ctrl-c');
        await program.waitFor('>[ 続ける ]<');
        program.press('right', 'right');
        await program.waitFor('>[ そのまま終了 ]<');
        await standing();
        program.press('enter');
      },
    ],
    ['with its window closed', async (program) => Promise.resolve(program.kill('SIGHUP'))],
    ['killed', async (program) => Promise.resolve(program.kill('SIGKILL'))],
  ])(
    'goes on %s, and the next console finds it with its seconds',
    async (_, leave) => {
      using folder = temporaryFolder();
      const workdir = join(folder.path, 'terminal');
      {
        await using program = open('--simulate', countdownOf(600, folder.path), '--workdir', workdir);
        await program.waitFor('問題のない点検');
        await startRestart(program);
        await leave(program);
        await program.waitForExit();
      }
      expect(eventsIn(workdir)).not.toContain('restart-cancelled');
      const { stdout, exitCode } = await run('check', '--json', '--workdir', workdir);
      expect([exitCode, JSON.parse(stdout)]).toMatchObject([1, { nextStep: { id: 'wait' } }]);
      await using back = open('--workdir', workdir);
      const { text } = await back.waitFor(/\[進行中\] 再起動まで \d+ 秒 {2}\[5\] 取り消しの画面/);
      const left = Number(/再起動まで (\d+) 秒/.exec(text)?.[1]);
      // It may be back within the countdown's first second.
      expect(left).toBeLessThanOrEqual(600);
      expect(left).toBeGreaterThan(500);
      await back.waitFor('次にすること: 終わるまで待つ');
      back.press({ type: '5' });
      await back.waitFor('[Esc] 取り消す');
      back.press('escape');
      await back.waitFor('再起動を取り消しました');
      expect(eventsIn(workdir).at(-1)).toBe('restart-cancelled');
    },
    60_000,
  );

  it('ends in the restart, on whatever screen the operator is', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = open('--simulate', countdownOf(6, folder.path), '--workdir', workdir);
    await program.waitFor('問題のない点検');
    await startRestart(program);
    program.press({ type: '8' });
    await program.waitFor(/\[進行中\] 再起動まで [1-5] 秒 {2}\[5\]/);
    await program.waitFor('再起動しています', { timeout: 20_000 });
    const { text } = await program.waitFor('再起動を確認しました', { timeout: 30_000 });
    expect(text).not.toContain('[進行中]');
  }, 60_000);
});
