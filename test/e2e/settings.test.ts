import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { builtInFile } from '../../src/domain/notice/built-in.ts';
import { receptionText } from '../../src/domain/procedure/steps.ja.ts';
import type { PtyProgram } from '../harness/pty.ts';
import { open, run, temporaryFolder, writeScenario } from './built.ts';
import { answerOf, SETTINGS, times } from './prepared.ts';
import { confirm } from './robot.ts';

const DATA = 'files/ProgramData/oqs-console';

/** Enters a text in the place of the one in the field, and waits until it stands there. */
async function retype(program: PtyProgram, old: string, text: string): Promise<void> {
  for (const _ of old) program.press('backspace');
  program.press({ type: text });
  await program.waitFor(`[${text} ]`);
}

/** The settings screen with its first row: the hours of reception. */
async function atSettings(program: PtyProgram): Promise<void> {
  await program.waitFor('問題のない点検');
  program.press({ type: 's' });
  await program.waitFor('] 受付時間');
}

const hours = '月-土 8:30-18:30';
const spare = {
  formatVersion: 1,
  entries: [
    {
      id: 'site-beep',
      title: '医院だけの音',
      see: ['x'],
      why: 'x',
      do: ['x'],
      call: 'x',
      words: ['ぴーぴー'],
    },
  ],
};

describe('the settings screen', () => {
  it('changes the hours of reception: the file is written, the console opens anew, and its advice follows', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const file = join(workdir, DATA, 'settings.json');
    await using program = open('--simulate', 'outdated-morning', '--workdir', workdir);
    const before = await program.waitFor('問題のない点検');
    // 08:10, before reception.
    expect(before.text.replaceAll(/\s/g, '')).not.toContain(receptionText);
    await atSettings(program);
    program.press('enter');
    await program.waitFor(`[${hours} ]`);
    await retype(program, hours, '月～土　８：００～１９：００');
    program.press('enter');
    await program.waitFor(({ text }) => text.includes(`今: ${hours}`) && text.includes('新: 月-土 8:00-19:00'));
    const kept = JSON.parse(readFileSync(file, 'utf8')) as object;
    await confirm(program, '保存する', (key) => program.press(key));
    await program.waitFor(({ text }) => text.includes('設定を保存しました') && text.includes('> [変更] 受付時間'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      ...kept,
      formatVersion: 1,
      receptionHours: [{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:00', to: '19:00' }],
    });
    program.press({ type: '1' });
    await program.waitFor(({ text }) => text.replaceAll(/\s/g, '').includes(receptionText));

    // And back to the default, by the row below the setting.
    program.press({ type: 's' });
    await program.waitFor('> [変更] 受付時間');
    program.press('down', 'enter');
    await confirm(program, '保存する', (key) => program.press(key));
    await program.waitFor('> [既定] 受付時間');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...kept, formatVersion: 1 });
    program.press('ctrl-c');
    expect((await program.waitForExit()).exitCode).toBe(0);
  }, 90_000);

  it('does not write over a file that was broken meanwhile', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const file = join(workdir, DATA, 'settings.json');
    await using program = open('--simulate', 'outdated-morning', '--workdir', workdir);
    await atSettings(program);
    program.press('enter');
    await program.waitFor(`[${hours} ]`);
    await retype(program, hours, '月 9:00-12:00');
    program.press('enter');
    await program.waitFor('新: 月 9:00-12:00');
    const broken = '{\n  "clinicId": "A-1"\n  "limits": {}\n}';
    writeFileSync(file, broken);
    await confirm(program, '保存する', (key) => program.press(key));
    await program.waitFor(
      ({ text }) => text.includes('設定を保存できませんでした') && text.includes('settings.json:3:3'),
    );
    expect(readFileSync(file, 'utf8')).toBe(broken);
  }, 60_000);
});

describe('a bad file of the site', () => {
  const bad = '{\r\n  "limits": {\r\n    "checkTimeoutSeconds": 0\r\n  }\r\n}\r\n';
  const terminal = { ...times, deliveryRecord: { path: null } };

  it('leaves the console on its defaults, which says line and field, and ends check with 64', async () => {
    using folder = temporaryFolder();
    const scenario = writeScenario(join(folder.path, 'scenario'), terminal, { [SETTINGS]: bad });
    const workdir = join(folder.path, 'terminal');
    {
      await using program = open('--simulate', scenario, '--workdir', workdir);
      await program.waitFor('settings.json:3: limits.checkTimeoutSeconds に誤り');
      await atSettings(program);
      const { text } = await program.waitFor('> 設定ファイルを使えません');
      for (const words of ['場所:', '内容: 0.1 から 600 までの秒数を書いてください', '対応: 設定ファイルを直すか'])
        expect(text).toContain(words);
      program.press('down', 'enter');
      await program.waitFor('できません: 設定ファイルに誤りがあります');
      program.press('ctrl-c');
      await program.waitForExit();
    }
    expect(readFileSync(join(workdir, DATA, 'settings.json'), 'utf8')).toBe(bad);
    const { exitCode, stdout } = await run('check', '--json', '--workdir', workdir);
    const { error } = errorDocumentSchema.parse(JSON.parse(stdout));
    expect({ exitCode, code: error.code }).toEqual({ exitCode: 64, code: 'bad-settings' });
    expect(error.where).toMatch(/settings\.json:3: limits\.checkTimeoutSeconds$/);
  }, 60_000);

  it('of guide entries leaves the built-in guide; a good one adds to it, and the search finds it', async () => {
    using folder = temporaryFolder();
    const data = join(folder.path, 'data');
    mkdirSync(data);
    const guide = join(data, 'guide.json');
    writeFileSync(guide, JSON.stringify({ ...spare, entries: [...spare.entries, ...spare.entries] }, null, 1));
    const args = ['--simulate', 'outdated-morning', '--data-dir', data];
    {
      await using program = open(...args);
      await program.waitFor(/guide\.json:\d+: entries\[1\]\.id に誤り/);
      program.press('ctrl-c');
      await program.waitForExit();
    }
    expect((await run('check', ...args)).exitCode).toBe(64);
    writeFileSync(guide, JSON.stringify(spare));
    await using program = open(...args);
    await program.waitFor('問題のない点検');
    program.press({ type: '6' });
    await program.waitFor('医院だけの音');
    program.press({ type: '/' });
    await program.waitFor('言葉を入れて Enter');
    program.press({ type: 'ピーピー' });
    await program.waitFor(({ text }) => text.includes('医院だけの音') && text.includes('[ピーピー ]'));
  }, 60_000);
});

describe('a notice that the settings name', () => {
  const notice = { ...builtInFile(), id: 'summer-2026' };

  it('is used, by its name in the data folder or its path on the terminal; --notice wins', async () => {
    using folder = temporaryFolder();
    const beside = { ...notice, id: 'beside' };
    const files = {
      'ProgramData/oqs-console/own/n.json': JSON.stringify(notice),
      'Notices/n.json': JSON.stringify(beside),
    };
    const idOf = async (path: string, ...args: readonly string[]): Promise<string> => {
      const scenario = writeScenario(join(folder.path, 'scenario'), times, {
        ...files,
        [SETTINGS]: JSON.stringify({ notice: path }),
      });
      return (await answerOf(scenario, ...args)).answer.notice.id;
    };
    expect(await idOf('own/n.json')).toBe('summer-2026');
    expect(await idOf('C:\\Notices\\N.json')).toBe('beside');
    const given = join(folder.path, 'given.json');
    writeFileSync(given, JSON.stringify({ ...notice, id: 'given' }));
    expect(await idOf('own/n.json', '--notice', given)).toBe('given');
  });

  it('that is gone ends every command with 64, and the settings are named as the way out', async () => {
    using folder = temporaryFolder();
    const scenario = writeScenario(join(folder.path, 'scenario'), times, {
      [SETTINGS]: JSON.stringify({ notice: 'gone.json' }),
    });
    const { exitCode, stderr } = await run('check', '--simulate', scenario);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(/gone\.json\n対応: .*settings\.json.*notice/);
  });
});

describe('the path of the delivery record', () => {
  it('is learned from the operator, and kept', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const record = 'C:\\ProgramData\\OQS-Simulated\\delivery-record.csv';
    {
      await using program = open('--simulate', 'record-path-unknown', '--workdir', workdir);
      await program.waitFor('「配信実績の確認」でバージョンを確かめる');
      program.press({ type: '3' });
      await program.waitFor('> 「配信実績の確認」を開く');
      program.press('down', 'down', 'enter');
      await program.waitFor('配信実績のファイルの場所(');
      program.press({ type: 'C:\\OQS\\Req\\a.csv' });
      await program.waitFor('a.csv ]');
      program.press('enter');
      await program.waitFor('の中は読みません');
      await retype(program, 'C:\\OQS\\Req\\a.csv', `"${record}"`);
      program.press('enter');
      await program.waitFor('顔認証ライブラリ: 5.1.0');
      await confirm(program, '覚える', (key) => program.press(key));
      await program.waitFor(/\[済\] +バージョンアップ済み/);
      program.press('ctrl-c');
      await program.waitForExit();
    }
    const { stdout, exitCode } = await run('check', '--json', '--workdir', workdir);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(JSON.stringify(record));
  }, 60_000);
});
