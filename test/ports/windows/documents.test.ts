import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/domain/fault.ts';
import { createDocuments } from '../../../src/ports/windows/documents.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { signal } from './fixtures.ts';

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
});
