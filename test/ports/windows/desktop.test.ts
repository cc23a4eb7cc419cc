import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/domain/fault.ts';
import { createClipboard, createDocuments } from '../../../src/ports/windows/desktop.ts';
import { temporaryFolder } from '../simulator/harness.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, signal } from './fixtures.ts';

const text = 'サンプル医院 髙橋𠮷\r\n0312345678';
const base64 = (words: string) => Buffer.from(words, 'utf8').toString('base64');

async function copy(run: RunAnswer) {
  const commands = createFakeCommands([{ program: 'system', args: ['clipboard', base64(text)], run, times: 1 }]);
  const result = await createClipboard({ commands }).copy(text, signal);
  commands.verify();
  return result;
}

const answer = (words: string) => ({ stdout: JSON.stringify({ type: 'clipboard', textBase64: base64(words) }) });

describe('createClipboard', () => {
  it('has copied what it reads back', async () => {
    expect(await copy(answer(text))).toEqual(ok(null));
  });

  it.each<[string, RunAnswer, string]>([
    ['another text', answer('古い'), 'unreadable'],
    ['a question mark for a character', answer(text.replace('髙', '?')), 'unreadable'],
    ['nothing', { stdout: '' }, 'unreadable'],
    ['garbage', { stdout: garbage }, 'unreadable'],
    ['exit code 2, as in constrained language mode', { exitCode: 2 }, 'failed'],
  ])('has not copied where there is %s', async (_, run, code) => {
    expect(await copy(run)).toMatchObject({ ok: false, fault: { code } });
  });
});

const path = 'C:\\資料\\発生エラー詳細.pdf';

async function open(run: RunAnswer) {
  const commands = createFakeCommands([{ program: 'system', args: ['open-document', path], run, times: 1 }]);
  const result = await createDocuments({ commands }).open(path, signal);
  commands.verify();
  return result;
}

describe('createDocuments', () => {
  it('has opened what PowerShell says it has', async () => {
    expect(await open({ stdout: '{"type":"opened"}\n' })).toEqual(ok(null));
  });

  it.each<[string, RunAnswer, string]>([
    ['there is no such file', { exitCode: 2 }, 'absent'],
    ['Windows has no program for it', { exitCode: 1 }, 'failed'],
    ['nothing is said', { stdout: '' }, 'unreadable'],
  ])('has not where %s', async (_, run, code) => {
    expect(await open(run)).toMatchObject({ ok: false, fault: { code } });
  });

  it.each(['C:\\a.hta', 'C:\\a.pdf.lnk', '\\\\server\\share\\a.pdf', 'a.pdf'])(
    'asks nobody to open %s',
    async (named) => {
      const commands = createFakeCommands([]);
      expect(await createDocuments({ commands }).open(named, signal)).toMatchObject({
        ok: false,
        fault: { code: 'denied', headline: expect.stringContaining(named) as unknown },
      });
      commands.verify();
    },
  );

  it('opens nothing from a folder of patients, by whatever way', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'OQS', 'Face'), { recursive: true });
    writeFileSync(join(folder, 'OQS', 'Face', 'a.pdf'), '');
    symlinkSync(join(folder, 'OQS', 'Face'), join(folder, 'manuals'));
    const commands = createFakeCommands([]);
    for (const file of ['C:\\OQS\\Face\\a.pdf', join(folder, 'manuals', 'a.pdf')])
      expect(await createDocuments({ commands }).open(file, signal)).toMatchObject({
        ok: false,
        fault: { code: 'denied', headline: expect.stringContaining('患者さん') as unknown },
      });
  });
});
