import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { CALLED_FILE, calledFile, nobodyCalled, parseCalled } from '../../src/desk/called.ts';
import { createCalledFile } from '../../src/desk/called-file.ts';
import { deskScreenTexts } from '../../src/desk/desk-screen.ja.ts';
import { createAnswerFiles } from '../../src/ports/node/answer-files.ts';
import { replaceFile } from '../../src/ports/node/file-writer.ts';
import { temporaryFolder } from '../e2e/built.ts';
import { JAPAN, NOW } from './build.ts';

const texts = deskScreenTexts.called;

function calledIn(folder: string) {
  const path = join(folder, CALLED_FILE);
  const answers = createAnswerFiles({ paths: [folder], maxBytes: 1_000_000, most: { lines: 10, bytes: 1_000_000 } });
  const file = createCalledFile({
    path,
    readBytes: async (each) => answers.read(each, new AbortController().signal),
    replace: replaceFile,
    now: () => NOW,
    offsetMinutes: JAPAN,
  });
  return { path, file };
}

describe('the file of who was called, on the disk', () => {
  it('is made, and read again', async () => {
    using folder = temporaryFolder();
    const { file, path } = calledIn(folder.path);
    expect(await file.read()).toEqual({ ok: true, called: nobodyCalled() });
    const marked = await file.mark('あ医院', NOW);
    expect(await file.read()).toEqual(marked);
    expect(parseCalled(readFileSync(path))?.size).toBe(1);
  });

  it.skipIf(process.platform === 'win32').each([
    ['one of ours', calledFile(nobodyCalled(), JAPAN), true],
    ['another file', new TextEncoder().encode('another'), false],
  ] as const)('is never written through a link to %s', async (_, bytes, isMade) => {
    using folder = temporaryFolder();
    const outside = join(folder.path, 'outside.json');
    const own = join(folder.path, 'answers');
    mkdirSync(own);
    writeFileSync(outside, bytes);
    const { file, path } = calledIn(own);
    symlinkSync(outside, path);
    expect(await file.mark('あ医院', NOW)).toMatchObject(isMade ? { ok: true } : { problem: texts.otherFile(path) });
    expect(readFileSync(outside)).toEqual(Buffer.from(bytes));
    expect(lstatSync(path).isSymbolicLink()).toBe(!isMade);
  });

  it('says so where a folder has its name, and where there is no folder', async () => {
    using folder = temporaryFolder();
    const { file, path } = calledIn(folder.path);
    mkdirSync(path);
    expect(await file.mark('あ医院', NOW)).toMatchObject({ ok: false });
    const gone = calledIn(join(folder.path, 'gone'));
    expect(await gone.file.mark('あ医院', NOW)).toEqual({
      ok: false,
      problem: texts.notWritten(gone.path, 'フォルダがありません。'),
    });
  });
});
