import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PtyProgram } from '../harness/pty.ts';
import { open } from './built.ts';
import { SETTINGS } from './prepared.ts';
import { confirm } from './robot.ts';

/** Called at each screen of the day that is worth a look. */
export type Shoot = (name: string, title: string, program: PtyProgram) => void;

export const CLINIC = 'サンプルクリニック';
/** As the input method types it, full-width. */
export const PHONE = '０３−１２３４−５６７８';

const MORNING = '2026-01-20T08:10:00+09:00';

/**
 * The whole notice on one simulated terminal, from the evening before the first night to the report that was sent: by
 * arrows, Enter and typing alone, at 80x24.
 */
export async function wholeDay(workdir: string, shoot: Shoot): Promise<void> {
  await evening(workdir, shoot);
  // Nobody waits a quarter of a minute for each restart.
  const settings = join(workdir, 'files', SETTINGS);
  mkdirSync(dirname(settings), { recursive: true });
  writeFileSync(settings, JSON.stringify({ limits: { restartDelaySeconds: 3 } }));
  await using program = open('--simulate', 'evening-before', '--workdir', workdir, '--clock', MORNING);
  await restart(program, shoot);
  await report(program, shoot);
  program.press('ctrl-c');
  await program.waitForExit();
}

async function evening(workdir: string, shoot: Shoot): Promise<void> {
  await using program = open('--simulate', 'evening-before', '--workdir', workdir);
  await program.waitFor('問題のない点検');
  shoot('evening-status', '前の日の夕方: 状態の画面', program);
  program.press('enter');
  await program.waitFor('目で確かめること');
  for (const done of [1, 2, 3]) {
    program.press('enter');
    await program.waitFor(({ screen }) => ticked(screen) === done);
  }
  await program.waitFor('> 1/19(月) の夜に点けたままにする');
  shoot('evening', '今夜の準備', program);
  program.press('enter');
  await program.waitFor('点けたままにすることを記録しました');
  program.press('ctrl-c');
  await program.waitForExit();
}

/** How many lines of the evening's list the operator has ticked. */
function ticked(screen: readonly string[]): number {
  const from = screen.findIndex((row) => row.startsWith('目で確かめること'));
  return screen.slice(from).filter((row) => row.includes('[済]')).length;
}

async function restart(program: PtyProgram, shoot: Shoot): Promise<void> {
  await program.waitFor(
    ({ text }) => text.includes('問題のない点検') && text.includes('次にすること: 端末を再起動する'),
  );
  shoot('morning', '翌朝: 再起動の前', program);
  program.press('enter');
  await program.waitFor('> 再起動する');
  program.press('enter');
  await program.waitFor('>[ やめる ]<');
  shoot('restart-question', '再起動の問い', program);
  await confirm(program, '再起動する', (key) => program.press(key));
  await program.waitFor('で再起動します');
  await program.waitFor('再起動しています', { timeout: 30_000 });
  await program.waitFor(
    ({ text }) =>
      text.includes('再起動を確認しました') && text.includes('次にすること: 「完了報告フォーム」で完了報告を送る'),
    { timeout: 30_000 },
  );
  // Every check has come in: until then they stand one by one.
  await program.waitFor('問題のない点検');
  shoot('proven', '再起動とバージョンを確かめたあと', program);
}

async function report(program: PtyProgram, shoot: Shoot): Promise<void> {
  program.press('enter');
  await program.waitFor('> 端末の台数: [ ]');
  shoot('report', '完了報告: 開いたところ', program);
  program.type('１');
  await program.waitFor('> 端末の台数: [1 ]');
  shoot('report-terminals', '完了報告: 端末の台数', program);
  program.press('enter');
  await program.waitFor('端末 1 台がすべて済みと記録しました');
  await program.waitFor('> 医療機関名: [');
  program.type(CLINIC);
  await program.waitFor(`> 医療機関名: [${CLINIC} ]`);
  program.press('enter');
  await program.waitFor('> 電話番号:   [');
  program.type(PHONE);
  await program.waitFor('> 電話番号:   [0312345678 ]');
  shoot('report-typing', '完了報告: 電話番号を入力する', program);
  program.press('enter');
  await program.waitFor('> フォームに写す値を見る');
  program.press('enter');
  await program.waitFor('フォームに入れる値です');
  shoot('report-page', '完了報告: フォームに入れる値', program);
  for (const next of ['完了年月日', '医療機関名', '電話番号', '送ったことを記録する']) {
    program.press('enter');
    await program.waitFor(({ screen }) => screen.some((row) => row.startsWith('> ') && row.includes(next)));
  }
  program.press('enter');
  await confirm(program, '記録する', (key) => program.press(key));
  await program.waitFor('完了報告を送ったことを記録しました');
  program.press({ type: '1' });
  await program.waitFor(({ text }) => /^点検/m.test(text) && text.includes('送信済みと記録されています'));
  shoot('all-done', 'すべて終わったあと', program);
}
