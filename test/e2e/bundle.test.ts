import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { open, run, temporaryFolder } from './built.ts';
import { confirm } from './robot.ts';

const DATA = 'files/ProgramData/oqs-console';
const NAMES = ['naiyo.txt', 'check.json', 'journal.jsonl', 'environment.json'];

/** What stands in an archive, read by another program than the one that wrote it. */
async function unzip(path: string): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(readFileSync(path), { strictFileNames: true });
  expect(zip.comment).toBe('');
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}

function writeClinic(workdir: string): void {
  mkdirSync(join(workdir, DATA), { recursive: true });
  const clinic = { formatVersion: 1, name: 'さくら医院', phone: '0312345678' };
  writeFileSync(join(workdir, DATA, 'clinic.json'), JSON.stringify(clinic));
}

describe('bundle', () => {
  it('lists what it would hold and writes nothing', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const ended = await run('bundle', '--preview', '--simulate', 'outdated-morning', '--workdir', workdir);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    for (const name of NAMES) expect(ended.stdout).toContain(`  ${name} `);
    expect(ended.stdout).not.toContain('clinic.json');
    expect(existsSync(join(workdir, DATA, 'exports'))).toBe(false);
    expect((await run('bundle', '--preview', '--with-clinic')).stdout).toContain('  clinic.json ');
  });

  it('goes into the data folder, and its code reads back on the phone', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const ended = await run('bundle', '--simulate', 'outdated-morning', '--workdir', workdir);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    const path = join(workdir, DATA, 'exports/oqs-bundle-20260120-081000.zip');
    expect(ended.stdout.endsWith(`\n資料を作りました: ${path}\n`)).toBe(true);
    for (const name of NAMES) expect(ended.stdout).toContain(`  ${name} `);
    const files = await unzip(path);
    expect([...files.keys()]).toEqual(NAMES);
    const { code } = JSON.parse(files.get('environment.json') ?? '') as { code: string };
    const told = await run('code', ...code.toLowerCase().split('-'));
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toContain('次にすること: 「今すぐダウンロード」を押す\n');
    expect(told.stdout).toContain('顔認証ライブラリ: 5.0.3\n');
    expect(files.get('naiyo.txt')).toContain(told.stdout.trimEnd().replaceAll('\n', '\r\n'));
    // A command that only looks keeps no journal.
    expect(existsSync(join(workdir, DATA, 'journal.jsonl'))).toBe(false);
  });

  it('names the clinic only where it is told to', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const args = ['--simulate', 'outdated-morning', '--workdir', workdir] as const;
    await run('check', ...args);
    writeClinic(workdir);
    const [without, ticked] = [join(folder.path, 'without.zip'), join(folder.path, 'with.zip')];
    expect((await run('bundle', ...args, '--out', without)).exitCode).toBe(0);
    expect((await run('bundle', ...args, '--out', ticked, '--with-clinic')).exitCode).toBe(0);
    const inside = [...(await unzip(without)).values()].join('\n');
    for (const typed of ['さくら医院', '0312345678', 'CLINIC-ONS01', workdir]) expect(inside).not.toContain(typed);
    expect(JSON.parse((await unzip(ticked)).get('clinic.json') ?? '')).toEqual({
      name: 'さくら医院',
      phone: '0312345678',
      id: null,
      terminal: 'CLINIC-ONS01',
    });
  });

  it('writes over nothing, and says where it cannot write', async () => {
    using folder = temporaryFolder();
    const taken = join(folder.path, 'taken.zip');
    writeFileSync(taken, 'old');
    for (const path of [taken, folder.path, join(folder.path, 'none/a.zip')]) {
      const ended = await run('bundle', '--simulate', 'outdated-morning', '--out', path);
      expect(ended.exitCode).toBe(64);
      expect(ended.stdout).not.toContain('作りました');
      expect(ended.stderr).toContain('エラー(cannot-write)');
      expect(ended.stderr).toContain(path);
    }
    expect(readFileSync(taken, 'utf8')).toBe('old');
    expect(readdirSync(folder.path)).toEqual(['taken.zip']);
  });

  it('says where the data folder takes no file', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'exports'), 'a file in the folder’s place');
    const ended = await run('bundle', '--simulate', 'outdated-morning', '--data-dir', folder.path);
    expect(ended.exitCode).toBe(64);
    expect(ended.stderr).toContain('フォルダであるはずの場所がファイルです。');
    expect(ended.stderr).toContain('対応: --out で');
    expect(readdirSync(folder.path)).toEqual(['exports']);
  });

  it.each([
    [['--simulate', 'outdated-morning'], '練習用の端末は終了すると消えるため'],
    [['--read-only', '--data-dir', 'DATA'], '参照専用(--read-only)では'],
  ])('is not made where it would not stay or must not go: %j', async (args, says) => {
    using folder = temporaryFolder();
    const ended = await run('bundle', ...args.map((arg) => (arg === 'DATA' ? folder.path : arg)));
    expect(ended.exitCode).toBe(64);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).toContain('対応: --out で');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('is made in the console after all it will hold was shown', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = open('--simulate', 'outdated-morning', '--workdir', workdir);
    await program.waitFor('問題のない点検');
    program.type('t');
    await program.waitFor('> 問い合わせたことを記録する');
    program.press('down');
    await program.waitFor('> 資料と控えに');
    program.press('down');
    await program.waitFor('> 問い合わせの資料(ZIP)を作る');
    program.press('enter');
    await program.waitFor('environment.json');
    await confirm(program, '作る', (key) => program.press(key));
    // The code tells the journal's end, and the console may have written since the screen was opened.
    const shown = await program.waitFor('USB メモリなどで渡してください');
    const code = /[3-9A-Y]{4}-[3-9A-Y]{4}-[3-9A-Y]{4}/.exec(shown.text)?.[0] ?? '';
    program.press('ctrl-c');
    expect((await program.waitForExit()).exitCode).toBe(0);
    const [name = ''] = readdirSync(join(workdir, DATA, 'exports'));
    const files = await unzip(join(workdir, DATA, 'exports', name));
    expect([...files.keys()]).toEqual(NAMES);
    expect(files.get('environment.json')).toContain(`"code": "${code}"`);
    expect(files.get('journal.jsonl')).toContain('"event":"restart-confirmed"');
  }, 60_000);
});

describe('code', () => {
  it.each([
    ['C9M6-MKCC', '聞き間違いか、打ち間違いがあります。'],
    ['C9M6-MKC', '十二文字でも、前のバージョンの八文字でもありません。'],
    ['C9M6-MKC0', 'コードに使わない文字があります。'],
  ])('refuses %s with the reason', async (code, reason) => {
    const ended = await run('code', code);
    expect(ended).toMatchObject({ exitCode: 64, stdout: '' });
    expect(ended.stderr).toContain('エラー(bad-code)');
    expect(ended.stderr).toContain(reason);
    expect(ended.stderr).toContain(code);
  });
});
