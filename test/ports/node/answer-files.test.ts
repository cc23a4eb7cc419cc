import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerFiles, kindOf } from '../../../src/ports/node/answer-files.ts';
import { splitLines } from '../../../src/ports/node/byte-lines.ts';
import { answerFileFaults } from '../../../src/ports/node/file-faults.ja.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const { signal } = new AbortController();

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const most = { lines: 1_000, bytes: 10_000 };
const filesIn = (...paths: readonly string[]) => createAnswerFiles({ paths, maxBytes: 100, most });

describe('finding answers', () => {
  it('finds them in all folders below, and says in which one each lies', async () => {
    const folder = folderWith({
      'a.json': '',
      'B.JSONL': '',
      'notes.txt': '',
      'c1/x.json': '',
      'c1/deep/y.json': '',
      'c1/export.csv': '',
    });
    const { files, bad } = await filesIn(folder).find(signal);
    expect(files.map(({ folder, name, lines }) => ({ folder, name, lines }))).toEqual(
      expect.arrayContaining([
        { folder: null, name: 'a', lines: false },
        { folder: null, name: 'B', lines: true },
        { folder: 'c1', name: 'x', lines: false },
        { folder: 'deep', name: 'y', lines: false },
      ]),
    );
    expect(files).toHaveLength(4);
    expect(bad).toEqual([]);
  });

  it('gives them in one order, whichever was found first', async () => {
    const folder = folderWith({ 'a/1.json': '', 'b/2.json': '', 'c.json': '' });
    const place = (name: string): string => join(folder, name);
    const named = ['no-such', 'c.json', 'b', 'gone', 'a'].map(place);
    const { files, bad } = await filesIn(...named).find(signal);
    expect(files.map(({ path }) => path)).toEqual(['a/1.json', 'b/2.json', 'c.json'].map(place));
    expect(bad.map(({ path }) => path)).toEqual(['gone', 'no-such'].map(place));
  });

  it('takes the nearest folder that is no date', async () => {
    const folder = folderWith({
      'flat.json': '',
      'dated/2026-01-20/C1/a.json': '',
      'C2/2026-01-20/b.json': '',
      'dated/20260121/c.json': '',
    });
    const foldersOf = async (...paths: readonly string[]) =>
      new Map(
        (await filesIn(...paths.map((path) => join(folder, path))).find(signal)).files.map((each) => [
          each.name,
          each.folder,
        ]),
      );
    expect(await foldersOf('.')).toEqual(
      new Map([
        ['flat', null],
        ['a', 'C1'],
        ['b', 'C2'],
        ['c', 'dated'],
      ]),
    );
    expect(await foldersOf('C2', 'dated/20260121')).toEqual(
      new Map([
        ['b', 'C2'],
        ['c', null],
      ]),
    );
    expect(await foldersOf('C2/2026-01-20/b.json')).toEqual(new Map([['b', 'C2']]));
    expect(await foldersOf('C2/2026-01-20')).toEqual(new Map([['b', null]]));
  });

  it('takes a single file whatever it is called, and each file once', async () => {
    const folder = folderWith({ 'a.txt': '', 'b.json': '' });
    const { files } = await filesIn(join(folder, 'a.txt'), join(folder, 'b.json'), folder).find(signal);
    expect(files.map(({ name }) => name).toSorted()).toEqual(['a', 'b']);
  });

  it('takes no file of the name that is none of them, however it came there', async () => {
    const folder = folderWith({ 'a.json': '', 'marks.json': '', 'c1/marks.json': '', 'c1/marks.jsonl': '' });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'c1', 'gone'));
    const files = createAnswerFiles({ paths: [folder], maxBytes: 100, most, except: 'marks.json' });
    const found = await files.find(signal);
    expect(found.files.map(({ path }) => path).toSorted()).toEqual([
      join(folder, 'a.json'),
      join(folder, 'c1', 'marks.jsonl'),
    ]);
    expect(found.bad).toEqual([]);
  });

  it('walks through links once, and does not hang in a loop of them', async () => {
    const folder = folderWith({ 'c1/x.json': '' });
    symlinkSync(folder, join(folder, 'c1/loop'));
    symlinkSync(join(folder, 'c1'), join(folder, 'c2'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.json'));
    const { files, bad } = await filesIn(folder).find(signal);
    expect(files).toHaveLength(1);
    expect(bad).toMatchObject([{ path: join(folder, 'gone.json'), fault: { code: 'absent' } }]);
  });

  it.skipIf(process.platform === 'win32')('names what is called like an answer and is no file', async () => {
    const folder = folderWith({ 'a.json': '' });
    const pipe = join(folder, 'pipe.json');
    execFileSync('mkfifo', [pipe, join(folder, 'pipe.txt')]);
    const { files, bad } = await filesIn(folder).find(signal);
    expect(files).toHaveLength(1);
    expect(bad).toMatchObject([{ path: pipe, fault: { headline: answerFileFaults.notAFile.headline } }]);
  });

  it('marks a changed file in another way', async () => {
    const folder = folderWith({ 'a.json': '1', 'b.json': '1' });
    const files = filesIn(folder);
    const marks = async () => new Map((await files.find(signal)).files.map(({ name, mark }) => [name, mark]));
    const before = await marks();
    appendFileSync(join(folder, 'a.json'), '2');
    const after = await marks();
    expect(after.get('a')).not.toBe(before.get('a'));
    expect(after.get('b')).toBe(before.get('b'));
  });

  it('stops when it is told to', async () => {
    const folder = folderWith({ 'a.json': '' });
    expect((await filesIn(folder).find(AbortSignal.abort())).files).toEqual([]);
  });

  it('tells what a path leads to', async () => {
    const folder = folderWith({ 'a.json': '' });
    expect(await kindOf(folder)).toBe('folder');
    expect(await kindOf(join(folder, 'a.json'))).toBe('file');
    expect(await kindOf(join(folder, 'b'))).toBe('absent');
    expect(await kindOf(join(folder, 'a.json/b'))).toBe('absent');
  });
});

describe('reading', () => {
  it('gives the bytes of a file up to the limit', async () => {
    const folder = folderWith({ 'a.json': 'x'.repeat(100), 'b.json': 'x'.repeat(101) });
    const files = filesIn(folder);
    expect(await files.read(join(folder, 'a.json'), signal)).toMatchObject({ ok: true });
    expect(await files.read(join(folder, 'b.json'), signal)).toMatchObject({
      ok: false,
      fault: { code: 'too-large', headline: answerFileFaults.tooLarge(101, 100).headline },
    });
    expect(await files.read(folder, signal)).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
    expect(await files.read(join(folder, 'c.json'), signal)).toMatchObject({
      ok: false,
      fault: { code: 'absent' },
    });
    expect(await files.read(join(folder, 'a.json'), AbortSignal.abort())).toMatchObject({
      ok: false,
      fault: { code: 'cancelled' },
    });
  });

  it('gives lines, and a fault for a file that is not there', async () => {
    const folder = folderWith({ 'a.jsonl': 'one\r\n\n  \ntwo' });
    const files = filesIn(folder);
    expect(await textOf(files.lines(join(folder, 'a.jsonl'), signal))).toEqual([
      [1, 'one\r'],
      [4, 'two'],
    ]);
    expect(await allOf(files.lines(join(folder, 'b.jsonl'), signal))).toMatchObject([
      { ok: false, fault: { code: 'absent' } },
    ]);
  });
});

describe('a file of lines without end', () => {
  it.each([
    ['of too many lines', '{\n'.repeat(2_000), 1_000],
    ['of blank ones', '\n'.repeat(2_000), 0],
    ['of too many bytes', `${'x'.repeat(99)}\n`.repeat(101), 0],
  ])('%s ends, and says so', async (_, text, given) => {
    const folder = folderWith({ 'a.jsonl': text });
    const lines = await allOf(filesIn(folder).lines(join(folder, 'a.jsonl'), signal));
    const { headline } = answerFileFaults.tooLong(most);
    expect(lines.at(-1)).toMatchObject({ ok: false, fault: { code: 'too-large', headline } });
    expect(lines).toHaveLength(given + 1);
  });

  it('up to the limit is whole', async () => {
    const folder = folderWith({ 'a.jsonl': '{\n'.repeat(1_000) });
    const lines = await allOf(filesIn(folder).lines(join(folder, 'a.jsonl'), signal));
    expect(lines.map(({ ok }) => ok)).toEqual(Array.from({ length: 1_000 }, () => true));
  });
});

describe('cutting a stream into lines', () => {
  it.each([
    ['copy a+b', 'one\ntwo\n\u001A', ['one', 'two']],
    ['copy /b of two such files', 'one\n\u001Atwo\n\u001A', ['one', 'two']],
    ['without line ends', 'one\u001Atwo\u001A', ['one', 'two']],
  ])('loses nothing of %s', async (_, text, expected) => {
    for (const size of [1, 3, 100]) {
      const lines = await allOf(splitLines(chunksOf(Buffer.from(text), size), 100));
      expect(lines.map(({ bytes }) => Buffer.from(bytes ?? []).toString())).toEqual(expected);
      expect(new Set(lines.map(({ line }) => line)).size).toBe(2);
    }
  });

  it('knows the one byte behind UTF-16', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFone\n', 'utf16le'), Buffer.of(0x1a)]);
    const lines = await allOf(splitLines(chunksOf(bytes, 3), 100));
    expect(lines.map(({ line }) => line)).toEqual([1]);
  });

  it('cuts UTF-16LE at its own line ends', async () => {
    // 「਍」 (U+0A0D) holds the byte of a line feed.
    const bytes = Buffer.from('\uFEFFa\u0A0D\nb\r\n', 'utf16le');
    const lines = await allOf(splitLines(chunksOf(bytes, 3), 100));
    expect(lines.map(({ line, bytes: own }) => [line, Buffer.from(own ?? []).toString('utf16le')])).toEqual([
      [1, '\uFEFFa\u0A0D'],
      [2, 'b\r'],
    ]);
  });

  it('cuts UTF-16BE too, and gives it in the order of UTF-16LE', async () => {
    const bytes = Buffer.from('\uFEFFa\u0A0D\u0D0A\n \n\0\nb\r\n', 'utf16le').swap16();
    for (const size of [1, 3, 100]) {
      const lines = await allOf(splitLines(chunksOf(bytes, size), 100));
      expect(lines.map(({ line, bytes: own }) => [line, Buffer.from(own ?? []).toString('utf16le')])).toEqual([
        [1, '\uFEFFa\u0A0D\u0D0A'],
        [3, '\0'],
        [4, 'b\r'],
      ]);
    }
  });

  it('does not take NULs for nothing', async () => {
    const lines = await allOf(splitLines(chunksOf(Buffer.from('a\n\0\0\n \t\r\n\0'), 3), 100));
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('names a line that is too long, and goes on behind it', async () => {
    const bytes = Buffer.from(`a\n${'x'.repeat(11)}\nb\n${'y'.repeat(30)}`);
    for (const size of [1, 2, 7, 100]) {
      const lines = await allOf(splitLines(chunksOf(bytes, size), 10));
      expect(lines.map(({ line, bytes: own }) => [line, own === null ? null : Buffer.from(own).toString()])).toEqual([
        [1, 'a'],
        [2, null],
        [3, 'b'],
        [4, null],
      ]);
    }
  });

  it('gives the same lines however the stream was cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'あ', '\n', ' ', '{'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (whole, size) => {
        const lines = await allOf(splitLines(chunksOf(Buffer.from(whole), size), 1_000));
        const expected = whole
          .split('\n')
          .map((each, index) => [index + 1, each] as const)
          .filter(([, each]) => each.trim() !== '');
        expect(lines.map(({ line, bytes }) => [line, Buffer.from(bytes ?? []).toString()])).toEqual(expected);
      }),
    );
  });
});

async function allOf<T>(from: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const each of from) all.push(each);
  return all;
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(lines: ReturnType<ReturnType<typeof createAnswerFiles>['lines']>) {
  const all = await allOf(lines);
  return all.map((each) =>
    each.ok ? [each.value.line, Buffer.from(each.value.bytes ?? []).toString()] : each.fault.code,
  );
}
