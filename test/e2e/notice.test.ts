import process from 'node:process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNotice } from '../../src/domain/notice/schema.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { MAIN, run, temporaryFolder } from './built.ts';

function noticeNew(cwd: string, ...args: readonly string[]): PtyProgram {
  return startInPty(process.execPath, [MAIN, 'notice', 'new', ...args], { columns: 80, rows: 24, cwd });
}

/** Each question by a piece of its text, and what is typed there. */
type Talk = readonly (readonly [string, string])[];

async function talk(program: PtyProgram, questions: Talk): Promise<void> {
  let seen = 0;
  for (const [question, text] of questions) {
    await program.waitFor(() => program.output.includes(question, seen), { describe: question });
    seen = program.output.indexOf(question, seen) + question.length;
    program.type(`${text}\r`);
  }
}

const toTheEnd: Talk = [
  ['どの部品ですか', '2,5'],
  ['ほかの部品の名前', '?'],
  ['画面に出る名前です', 'ブラウザ拡張機能'],
  ['中で使う名前', 'browser-extension'],
  ['Version.info の場所', String.raw`C:\Program Files\OQS-Auth\ext\Version.info`],
  ['配信実績に出るほかの名前', '拡張プラグイン'],
  ['もう一つ足しますか', ''],
  ['「連携アプリケーション」の必要なバージョン', 'v4'],
  ['もう一度', '<'],
  ['もう一つ足しますか', ''],
  ['「連携アプリケーション」の必要なバージョン', '４．１．０'],
  ['「ブラウザ拡張機能」の必要なバージョン', '2.0.0.0'],
  ['更新のしかた', ''],
  ['夜の配信がありますか', 'いいえ'],
  ['再起動して完了しますか', ''],
  ['期限の日', '2099/12/20'],
  ['完了報告がありますか', 'n'],
  ['問い合わせ先の名前', ''],
  ['その電話番号', ''],
  ['その受付時間', ''],
  ['受付時間の補足', ''],
  ['もう一つ足しますか', ''],
  ['題名', 'ためしのお知らせ'],
  ['お知らせの ID', 'trial'],
  ['この内容で書きますか', ''],
];

describe('notice new in a terminal', () => {
  it('writes a notice that `notice FILE` shows and the console takes', async () => {
    using folder = temporaryFolder();
    const program = noticeNew(folder.path);
    await talk(program, [...toTheEnd, ['書くファイルの名前', '']]);
    expect(await program.waitForExit()).toMatchObject({ exitCode: 0 });
    expect(program.output).toContain('書きました: trial.json');
    const path = join(folder.path, 'trial.json');
    expect(parseNotice(readFileSync(path, 'utf8'), path)).toMatchObject({
      id: 'trial',
      title: 'ためしのお知らせ',
      targets: [
        { component: 'link-app', version: '4.1.0' },
        { component: 'browser-extension', version: '2.0.0.0' },
      ],
      deadline: '2099-12-20',
    });
    const shown = await run('notice', path);
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
    expect(shown.stdout).toContain('お知らせ: ためしのお知らせ\n');
    const checked = await run('check', '--simulate', 'outdated-morning', '--notice', path);
    expect(checked).toMatchObject({ exitCode: 1, stderr: '' });
  });

  it.each([
    ['Ctrl+C', '\u0003', 'やめました。何も書いていません。'],
    ['Ctrl+D', '\u0004', '入力が終わったので、やめました。'],
  ])('%s in its midst ends with 130 and writes nothing', async (_, key, word) => {
    using folder = temporaryFolder();
    const program = noticeNew(folder.path, '--out', 'n.json');
    await talk(program, toTheEnd.slice(0, 4));
    await program.waitFor(() => program.output.includes('Version.info の場所'));
    program.type(key);
    expect(await program.waitForExit()).toMatchObject({ exitCode: 130 });
    expect(program.output).toContain(word);
    expect(existsSync(join(folder.path, 'n.json'))).toBe(false);
  });

  it('refuses a name that is taken before it asks anything', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'n.json'), 'mine');
    const program = noticeNew(folder.path, '--out', 'n.json');
    expect(await program.waitForExit()).toMatchObject({ exitCode: 64 });
    expect(program.output).toContain('すでにあります');
    expect(program.output).not.toContain('どの部品ですか');
  });

  it('takes answers that were pasted at once', async () => {
    using folder = temporaryFolder();
    const program = noticeNew(folder.path);
    await program.waitFor(() => program.output.includes('どの部品ですか'));
    program.type(['3', '5.1.0', '', 'いいえ', ''].map((text) => `${text}\r`).join(''));
    await program.waitFor(() => program.output.includes('期限の日'));
    program.type('\u0003');
    expect(await program.waitForExit()).toMatchObject({ exitCode: 130 });
  });
});

describe('notice without a terminal', () => {
  it('new prints a template that it takes itself', async () => {
    using folder = temporaryFolder();
    const printed = await run('notice', 'new');
    expect(printed.exitCode).toBe(0);
    expect(printed.stderr).toContain('書き換えてください');
    const path = join(folder.path, 'n.json');
    writeFileSync(path, printed.stdout);
    expect(await run('notice', path)).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('names every fault of a bad one, and ends with 64', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'n.json');
    writeFileSync(path, '{\n  "title": 3,\n  "by": "post"\n}\n');
    const { exitCode, stdout, stderr } = await run('notice', path);
    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
    for (const field of ['formatVersion', 'id', 'title', 'targets', 'delivery', 'by', 'steps', 'restart', 'contacts'])
      expect(stderr).toMatch(new RegExp(`行目 ${field}\n`));
    expect(stderr).toContain('  2 行目 title\n');
  });
});
