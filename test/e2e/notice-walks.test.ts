import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { readJournal } from '../../src/journal/read.ts';
import type { NamedKey } from '../../src/tui/keys.ts';
import type { PtyProgram } from '../harness/pty.ts';
import { open, run, temporaryFolder, writeScenario } from './built.ts';
import { confirm, isRead } from './robot.ts';

const DATA = 'files/ProgramData/oqs-console';
const EXTENSION = {
  id: 'browser-extension',
  name: 'ブラウザ拡張機能',
  versionInfo: 'C:\\Program Files\\OQS-Auth\\ext\\Version.info',
};

const example = (name: string): string => join(import.meta.dirname, '../../notices/examples', `${name}.json`);

/** A terminal of the example's time with what it has, and what it is sent. */
function terminalAt(folder: string, now: string, scenario: Readonly<Record<string, unknown>>): readonly string[] {
  const home = join(folder, 'scenario');
  writeScenario(home, { formatVersion: 1, now, ...scenario });
  return ['--simulate', home, '--workdir', join(folder, 'terminal')];
}

/** Moves down to a row, one press a frame. */
async function select(program: PtyProgram, row: string | RegExp): Promise<void> {
  const label = typeof row === 'string' ? row : row.source;
  const wanted = new RegExp(`^> (\\[.+?\\] +)?${typeof row === 'string' ? escaped(label) : label}`, 'm');
  for (let presses = 0; presses < 30 && !wanted.test(program.terminal.text()); presses += 1) {
    const before = program.terminal.text();
    program.press('down');
    await program.waitFor(({ text }) => text !== before, { describe: `a step towards ${label}` });
  }
  await program.waitFor(wanted);
}

function escaped(text: string): string {
  return text.replace(/[()[\].]/g, '\\$&');
}

async function choose(program: PtyProgram, row: string | RegExp): Promise<void> {
  await select(program, row);
  program.press('enter');
}

const press = (program: PtyProgram) => (key: NamedKey) => {
  program.press(key);
};

/** From the status to the download, and to the row that leads on from there. */
async function downloadNow(program: PtyProgram): Promise<void> {
  await choose(program, '「今すぐダウンロード」を押す');
  await program.waitFor('一度だけ');
  program.press('enter');
  await confirm(program, '押す', press(program));
  await program.waitFor('> 再起動へ進む', { timeout: 20_000 });
  program.press('enter');
  await restart(program);
}

/** Waits until another screen has come: what is pressed before would still meet the one before. */
async function onScreen(program: PtyProgram, name: string): Promise<void> {
  await program.waitFor(new RegExp(`^oqs-console ${name} `));
}

/** From the restart's screen to the status of the console that comes up again. */
async function restart(program: PtyProgram): Promise<void> {
  await onScreen(program, '再起動');
  await choose(program, '再起動する');
  await confirm(program, '再起動する', press(program));
  await program.waitFor('再起動しています', { timeout: 30_000 });
  await program.waitFor((view) => view.text.includes('再起動を確認しました') && isRead(view), { timeout: 30_000 });
}

/** How many terminals there are, and that all are done. */
async function countTerminals(program: PtyProgram): Promise<void> {
  await onScreen(program, '完了報告');
  await program.waitFor('> 端末の台数:');
  program.type('1');
  await program.waitFor(/端末の台数: +\[1/);
  program.press('enter');
  // The selection moves on by itself to the first field that is to be filled in.
  await program.waitFor('台がすべて済みと記録しました');
}

/** Types into the field of the form that has the focus or is selected; Enter goes on into the next field. */
async function fill(program: PtyProgram, label: string, text: string): Promise<void> {
  const editing = new RegExp(`^> ${label}: +\\[`, 'm');
  if (!editing.test(program.terminal.text())) program.press('enter');
  await program.waitFor(editing);
  program.type(text);
  await program.waitFor(new RegExp(`^> ${label}: +\\[${text}`, 'm'));
  program.press('enter');
  await program.waitFor(({ text: shown }) => !editing.test(shown));
}

/** Leaves the field that has the focus as it was. */
async function leaveField(program: PtyProgram): Promise<void> {
  await program.waitFor('[Esc]やめる');
  program.press('escape');
  await program.waitFor('[Esc]戻る');
}

async function sendReport(program: PtyProgram): Promise<void> {
  await choose(program, '送ったことを記録する');
  await confirm(program, '記録する', press(program));
  await program.waitFor('完了報告を送ったことを記録しました');
  program.type('1');
}

async function allDone(program: PtyProgram): Promise<void> {
  await program.waitFor('次にすること: 完了しました');
  program.press('ctrl-c');
  expect((await program.waitForExit()).exitCode).toBe(0);
}

async function answer(folder: string, name: string): Promise<Answer> {
  const { stdout } = await run('check', '--json', '--workdir', join(folder, 'terminal'), '--notice', example(name));
  return answerSchema.parse(JSON.parse(stdout));
}

/** What was done under a notice, by the journal. */
function actsIn(folder: string): readonly string[] {
  const data = join(folder, 'terminal', DATA);
  const reading = readJournal(readFileSync(join(data, 'journal.jsonl')), readFileSync(join(data, 'journal.head')));
  expect(reading.state).toBe('intact');
  return reading.entries.map(({ event }) => event.event);
}

describe('a notice is only a file: from outdated to all done', () => {
  it('two components, one of them its own, without a window and without a report', async () => {
    using folder = temporaryFolder();
    const terminal = terminalAt(folder.path, '2024-11-20T08:10:00+09:00', {
      components: [EXTENSION],
      versionInfo: { 'link-app': '4.0.2', 'face-library': '5.0.3', 'browser-extension': '1.9.0.0' },
      delivery: { versions: { 'link-app': '4.1.0', 'browser-extension': '2.0.0.0' } },
    });
    await using program = open(...terminal, '--notice', example('2024-11-connect'));
    const before = await program.waitFor(isRead);
    expect(before.text).toContain('ほか 1 件');
    expect(before.text).toMatch(/\[要\] +連携アプリケーション +4\.0\.2 +4\.1\.0/);
    expect(before.text).toMatch(/\[要\] +ブラウザ拡張機能 +1\.9\.0\.0 +2\.0\.0\.0/);
    expect(before.text).toContain('ほかの部品 3 件は、このお知らせの対象外です');
    await downloadNow(program);
    await allDone(program);
    const { verdict, nextStep, components } = await answer(folder.path, '2024-11-connect');
    expect([verdict, nextStep.id]).toEqual(['current', 'all-done']);
    expect(components.at(-1)).toMatchObject({ name: 'ブラウザ拡張機能', status: 'ok', installed: '2.0.0.0' });
    // One press and one restart for both.
    const acts = actsIn(folder.path);
    expect(acts.filter((act) => act === 'download-started')).toHaveLength(1);
    expect(acts.filter((act) => act === 'restart-requested')).toHaveLength(1);
  }, 120_000);

  it('by hand, step by step, proven by the version', async () => {
    using folder = temporaryFolder();
    const terminal = terminalAt(folder.path, '2026-03-03T08:10:00+09:00', {
      components: [EXTENSION],
      versionInfo: { 'browser-extension': '2.0.0.0' },
      deliveryRecord: null,
    });
    await using program = open(...terminal, '--notice', example('browser-extension-by-hand'));
    await program.waitFor(isRead);
    await choose(program, 'お知らせの手順を行う');
    await onScreen(program, 'お知らせの手順');
    await program.waitFor('できません: 先に、上の手順をすべて済ませてください。');
    for (const step of [1, 2, 3, 4]) {
      await choose(program, new RegExp(`${String(step)}\\.`));
      await program.waitFor(new RegExp(`\\[済\\] +${String(step)}\\.`));
    }
    await choose(program, 'すべて行ったことを記録する');
    await confirm(program, 'すべて行った', press(program));
    // That the steps were done proves nothing: the version is still the old one.
    await program.waitFor('お知らせの手順を行ったことを記録しました');
    await program.waitFor((view) => view.text.includes('次にすること: お知らせの手順を行う') && isRead(view));
    const extension = join(folder.path, 'terminal/files/Program Files/OQS-Auth/ext/Version.info');
    writeFileSync(extension, '2.1.0.0\r\n');
    await allDone(program);
    const acts = actsIn(folder.path);
    expect(acts.filter((act) => act === 'hand-step-ticked')).toHaveLength(4);
    expect(acts).toContain('hand-steps-done');
    expect(acts).not.toContain('restart-requested');
    expect((await answer(folder.path, 'browser-extension-by-hand')).nextStep.id).toBe('all-done');
  }, 90_000);

  it('a window with a hole in one night', async () => {
    using folder = temporaryFolder();
    const terminal = terminalAt(folder.path, '2026-05-19T18:40:00+09:00', {
      bootedAt: '2026-05-19T08:00:00+09:00',
      versionInfo: { 'distribution-app': '2.1.0' },
      delivery: { versions: { 'distribution-app': '2.2.0' }, overnight: true },
    });
    const name = 'window-with-hole';
    await using evening = open(...terminal, '--notice', example(name));
    await evening.waitFor(isRead);
    evening.type('2');
    const shown = await evening.waitFor('5/20(水) 02:00 から 5/20(水) 03:30 までは、配信が休みです。');
    expect(shown.text).toContain('5/19(火) 20:00 から 5/20(水) 05:00 まで');
    for (const tick of ['顔認証付きカードリーダー', '端末はシャットダウン', '画面を消すとき']) {
      await choose(evening, tick);
      await evening.waitFor(new RegExp(`\\[済\\] +${tick}`));
    }
    await choose(evening, '5/19(火) の夜に点けたままにする');
    await evening.waitFor('次にすること');
    evening.press('ctrl-c');
    await evening.waitForExit();

    await using morning = open(...terminal, '--notice', example(name), '--clock', '2026-05-20T08:00:00+09:00');
    await morning.waitFor((view) => isRead(view) && view.text.includes('次にすること: 端末を再起動する'));
    await choose(morning, '端末を再起動する');
    await restart(morning);
    await morning.waitFor(
      (view) => isRead(view) && view.text.includes('次にすること: 「完了報告フォーム」で完了報告を送る'),
    );
    await choose(morning, '「完了報告フォーム」で完了報告を送る');
    await countTerminals(morning);
    await fill(morning, '医療機関名', 'さくら医院');
    await fill(morning, '電話番号', '0312345678');
    await sendReport(morning);
    await allDone(morning);
    expect((await answer(folder.path, name)).delivery).toMatchObject({ lastNight: '2026-05-22', allDayFrom: null });
  }, 180_000);

  it('a gap between the last night and all-day delivery', async () => {
    using folder = temporaryFolder();
    const terminal = terminalAt(folder.path, '2026-05-25T08:10:00+09:00', {
      versionInfo: { 'face-library': '5.1.0' },
      delivery: { versions: { 'face-library': '5.2.0' } },
    });
    const name = 'gap-before-all-day';
    await using program = open(...terminal, '--notice', example(name));
    const before = await program.waitFor(isRead);
    expect(before.text).toContain('配信: 夜間の配信は終わりました。5/27(水) から一日中です');
    expect((await answer(folder.path, name)).delivery).toMatchObject({ phase: 'day', nextNight: null });
    await downloadNow(program);
    await choose(program, '「完了報告フォーム」で完了報告を送る');
    // Sent from another terminal of the clinic: nothing is to be filled in here.
    await onScreen(program, '完了報告');
    await choose(program, '別の端末から報告済みと記録する');
    await confirm(program, '記録する', press(program));
    await program.waitFor('別の端末から報告済みと記録しました');
    program.type('1');
    await allDone(program);
  }, 120_000);

  it('a report with a ten-digit institution code, under a number that is not digits', async () => {
    using folder = temporaryFolder();
    const terminal = terminalAt(folder.path, '2026-05-22T08:10:00+09:00', {
      versionInfo: { 'link-app': '4.1.0' },
      delivery: { versions: { 'link-app': '4.2.0' } },
    });
    const name = 'institution-code';
    await using program = open(...terminal, '--notice', example(name));
    await program.waitFor(isRead);
    await downloadNow(program);
    await choose(program, '「完了報告フォーム」で完了報告を送る');
    const form = await program.waitFor(/お知らせ番号: +A-12/);
    expect(form.text).toMatch(/\[要\] +医療機関コード: +\(未入力\)/);
    await countTerminals(program);
    program.press('enter');
    await program.waitFor(/> 医療機関コード: +\[/);
    program.type('123456789');
    await program.waitFor('10 桁で入力してください(いま 9 桁)。');
    program.type('0');
    await program.waitFor(({ text }) => /\[1234567890/.test(text) && !text.includes('桁で入力'));
    program.press('enter');
    await program.waitFor(({ text }) => !/> 医療機関コード: +\[/.test(text));
    await leaveField(program);
    await sendReport(program);
    await allDone(program);
    const journal = readFileSync(join(folder.path, 'terminal', DATA, 'journal.jsonl'), 'utf8');
    expect(journal).toMatch(/"notice":"institution-code",.*"event":"report-sent","identificationNumber":"A-12"/);
  }, 120_000);
});

describe('several notices at once', () => {
  it('takes the one that is due first, says that there is another, and goes on to it', async () => {
    using folder = temporaryFolder();
    const terminal = terminalAt(folder.path, '2024-11-20T08:10:00+09:00', {
      components: [EXTENSION],
      versionInfo: { 'link-app': '4.1.0', 'face-library': '5.1.0', 'browser-extension': '1.9.0.0' },
      delivery: { versions: { 'browser-extension': '2.0.0.0' } },
    });
    await run('check', ...terminal);
    const notices = join(folder.path, 'terminal', DATA, 'notices');
    mkdirSync(notices, { recursive: true });
    copyFileSync(example('2024-11-connect'), join(notices, 'connect.json'));
    await using program = open(...terminal);
    const first = await program.waitFor(isRead);
    expect(first.text).toMatch(/\[要\] +作業が必要 +ブラウザ拡張機能/);
    expect(first.text).toContain('ほかに開いているお知らせ: 2026年1月');
    const both = answerSchema.parse(JSON.parse((await run('check', '--json', ...terminal)).stdout));
    expect(both.notice).toMatchObject({ id: '2024-11-connect', others: ['2026-01-face-library'] });
    await downloadNow(program);
    // It is done with the restart: the console that comes up takes the next one.
    const next = await program.waitFor('済んだお知らせ: (例)');
    expect(next.text).toMatch(/\[済\] +バージョンアップ済み +顔認証ライブラリ 5\.1\.0/);
    expect(next.text).toContain('次にすること: 「完了報告フォーム」で完了報告を送る');
    expect(next.text).not.toContain('ほかに開いている');
    program.type('7');
    await onScreen(program, '履歴');
    await select(program, /.*「今すぐダウンロード」を押します/);
    await program.waitFor('別のお知らせの記録です: ');
    program.press('ctrl-c');
    await program.waitForExit();
    expect((await run('check', '--json', ...terminal)).stdout).toContain('"id":"2026-01-face-library"');
  }, 120_000);
});
