import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffTexts, technicianTexts } from '../../src/card/card.ja.ts';
import { runNotice, interviewFor } from '../../src/commands/notice.ts';
import type { Options } from '../../src/commands/options.ts';
import { parseNotice } from '../../src/domain/notice/schema.ts';
import { said as textSaid } from '../../src/notice/new/interview.ts';
import { putTexts } from '../../src/notice/new/interview.ja.ts';
import { templateTexts } from '../../src/notice/new/template.ja.ts';
import { writeNewFile } from '../../src/ports/node/file-writer.ts';
import { width } from '../../src/text/cells.ts';
import type { Line, LineReader } from '../../src/ports/node/line-reader.ts';
import { instant } from '../domain/notice/builders.ts';
import { cp932Bytes } from '../guide/cp932.ts';
import { examplePath, exampleText } from '../notice/examples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oqs-notice-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a command works with, and what it said. */
function toolsFor() {
  const said = { out: '', err: '' };
  return {
    said,
    tools: {
      print: async (text: string) => {
        said.out += text;
        return Promise.resolve();
      },
      warn: (text: string) => {
        said.err += `${text}\n`;
      },
      realNow: () => instant('2026-01-05T14:00:00+09:00'),
      writeNew: writeNewFile,
      terminal: null,
      columns: 79,
    },
  };
}

async function run(file: string, options: Options = {}) {
  const { said, tools } = toolsFor();
  const exitCode = await runNotice({ command: 'notice', file, options }, tools);
  return { exitCode, ...said };
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const good = exampleText('2024-11-connect');

describe('notice FILE', () => {
  it('prints what it will say', async () => {
    const { exitCode, out, err } = await run(examplePath('2024-11-connect'));
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toContain('次にすること(古い端末)\n');
    // And the cards.
    expect(out).toContain(`\n${technicianTexts.title}\n`);
    expect(out).toContain(`\n${staffTexts.title.day}\n`);
  });

  it('writes it into a new file, for an editor of Windows', async () => {
    const path = join(folder, 'page.txt');
    const { exitCode, out } = await run(examplePath('2024-11-connect'), { out: path });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `書きました: ${path}\n` });
    expect(readFileSync(path, 'utf8')).toMatch(/^\uFEFFお知らせ: .*\r\n/);
  });

  it('writes over nothing', async () => {
    const path = put('page.txt', 'mine');
    await expect(run(examplePath('2024-11-connect'), { out: path })).rejects.toMatchObject({
      code: 'cannot-write',
      where: path,
      remedy: expect.stringContaining('--out'),
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('names all faults at once on stderr, and ends with 64', async () => {
    const { exitCode, out, err } = await run(
      put('n.json', good.replace('"4.1.0"', '"v4"').replace('"tool"', '"post"')),
    );
    expect({ exitCode, out }).toEqual({ exitCode: 64, out: '' });
    expect(err).toContain('直すところが 2 か所あります。');
    expect(err).toContain('行目 targets[0].version\n');
    expect(err).toContain('行目 by\n');
  });

  const title = '顔認証';
  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf8')],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['CP932', cp932Bytes],
    ['CRLF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8')],
  ])('reads %s', async (_, encoded) => {
    const path = put('n.json', encoded(good.replace(/"title": ".*"/, `"title": "${title}"`)));
    expect((await run(path)).out).toContain(`お知らせ: ${title}\n`);
  });

  it.each<readonly [string, () => string, string]>([
    ['that is not there', () => join(folder, 'none.json'), 'ファイルがありません'],
    ['that is a folder', () => folder, 'ファイルではありません'],
    ['that is empty', () => put('n.json', ''), 'ファイルが空です'],
    ['of 10 MB', () => put('n.json', Buffer.alloc(10_000_000, ' ')), '大きすぎます(10.0 MB'],
    [
      'that is no text',
      () => put('n.json', Uint8Array.of(0x89, 0x50, 0, 0, 0xff, 0xfe, 0)),
      'テキストファイルとして読めません',
    ],
    ['that is not JSON', () => put('n.json', 'お知らせです'), 'JSON として読めません'],
    ['of another kind', () => put('n.json', '{"formatVersion":1,"limits":{}}'), 'お知らせのデータではありません'],
  ])('refuses one %s in one clear message', async (_, path, message) => {
    const file = path();
    await expect(run(file)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
      where: expect.stringContaining(file),
      remedy: expect.stringContaining('ください'),
    });
  });

  it.skipIf(process.getuid?.() === 0)('refuses one that may not be read', async () => {
    const path = put('n.json', good);
    chmodSync(path, 0);
    await expect(run(path)).rejects.toMatchObject({ code: 'unreadable-file', where: path });
  });
});

describe('notice new without a terminal', () => {
  it('prints a notice that can be read, and says on stderr what to change', async () => {
    const { exitCode, out, err } = await run('new');
    expect(exitCode).toBe(0);
    expect(parseNotice(out, 'n.json').title).toBe(templateTexts.title);
    expect(err).toBe(textSaid(templateTexts.told));
    expect(err.split('\n').filter((line) => width(line, 'wide') > 79)).toEqual([]);
  });

  it('writes it into the file that is named, over nothing', async () => {
    const path = join(folder, 'n.json');
    const { exitCode, out } = await run('new', { out: path });
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' });
    expect((await run(path)).exitCode).toBe(0);
    await expect(run('new', { out: path })).rejects.toMatchObject({ code: 'cannot-write', where: path });
  });
});

/** A person who types these lines; after them what `last` says. */
function readerOf(
  texts: readonly string[],
  last: 'interrupted' | 'ended' = 'ended',
): LineReader & { readonly prompts: string[] } {
  const lines: Line[] = [...texts.map((text) => ({ type: 'line', text }) as const), { type: last }];
  const prompts: string[] = [];
  return {
    prompts,
    read: async (prompt) => {
      prompts.push(prompt);
      return Promise.resolve(lines.shift() ?? { type: last });
    },
    close: () => undefined,
  };
}

const answers = ['3', '5.1.0', '', 'いいえ', '', '', 'いいえ', '', '', '', '', '', '', 'my-notice', ''];

describe('notice new on a terminal', () => {
  it('writes the notice, and says where to put it', async () => {
    const { said, tools } = toolsFor();
    const path = join(folder, 'n.json');
    expect(await interviewFor({ out: path }, readerOf(answers), tools)).toBe(0);
    const written = readFileSync(path, 'utf8');
    expect(parseNotice(written, path)).toMatchObject({ id: 'my-notice', delivery: null, report: null });
    expect(written).toBe(`${JSON.stringify(JSON.parse(written), null, 2)}\n`);
    expect(said.out).toContain('お知らせ: 2026年1月 顔認証ライブラリ 5.1.0 へのバージョンアップ\n');
    expect(said.out).toContain('notices フォルダ');
    expect(said.err).toBe('');
  });

  it('prints it where --out is -, and makes no file of that name', async () => {
    const { said, tools } = toolsFor();
    expect(await interviewFor({ out: '-' }, readerOf(answers), tools)).toBe(0);
    expect(parseNotice(said.out.slice(said.out.indexOf('{\n')), 'stdout').id).toBe('my-notice');
    expect(readdirSync('.')).not.toContain('-');
  });

  it('asks for another name where one is taken or cannot be, and keeps the answers', async () => {
    const { said, tools } = toolsFor();
    const taken = put('taken.json', 'mine');
    mkdirSync(join(folder, 'sub'));
    const path = join(folder, 'sub', 'n.json');
    const reader = readerOf([...answers, taken, join(folder, 'none', 'n.json'), path]);
    expect(await interviewFor({}, reader, tools)).toBe(0);
    expect(reader.prompts.at(-1)).toContain('[my-notice.json]');
    expect(said.out).toContain(putTexts.cannotWrite(taken, putTexts.exists));
    expect(said.out).toContain('フォルダがありません');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(parseNotice(readFileSync(path, 'utf8'), path).id).toBe('my-notice');
  });

  it('answers a question mark with help, and asks the same again', async () => {
    const { said, tools } = toolsFor();
    const reader = readerOf(['?', '3', '9', '<', '\uFF1F'], 'interrupted');
    await interviewFor({}, reader, tools);
    expect(said.out).toContain('? バージョンを上げる部品です。');
    expect(said.out).toContain('もう一度: 数字を点で区切って');
    const [what = '', version = ''] = [reader.prompts[0], reader.prompts[2]];
    expect(reader.prompts).toEqual([
      what,
      what,
      version,
      version,
      expect.stringContaining('[3]'),
      expect.stringContaining('[3]'),
    ]);
  });

  it.each([
    ['interrupted', 3],
    ['ended', 3],
    ['interrupted', answers.length - 1],
    ['ended', answers.length],
  ] as const)('%s after %i answers: ends with 130, says so, and writes nothing', async (how, count) => {
    const { said, tools } = toolsFor();
    expect(await interviewFor({}, readerOf(answers.slice(0, count), how), tools)).toBe(130);
    expect(said.err).toBe(`\n${putTexts[how]}\n`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes nothing where that is the answer', async () => {
    const { said, tools } = toolsFor();
    const reader = readerOf([...answers.slice(0, -1), 'いいえ']);
    expect(await interviewFor({ out: join(folder, 'n.json') }, reader, tools)).toBe(0);
    expect(said.out).toMatch(new RegExp(`${putTexts.notWritten}\n$`));
    expect(readdirSync(folder)).toEqual([]);
  });
});
