import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../../src/domain/fault.ts';
import { fileFaults } from '../../../src/ports/node/file-faults.ts';
import type { FileContent, Files } from '../../../src/ports/ports.ts';
import { withHolders } from '../../../src/ports/windows/held-files.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { signal } from './fixtures.ts';

const path = 'C:\\ProgramData\\配信実績.csv';
const busy = failed(fileFaults.ofCode(path, 'EBUSY'));
const limits = { maxBytes: 10, signal };

function bench(answers: readonly RunAnswer[], results: readonly Result<FileContent>[], patienceMs = 1_000) {
  const commands = createFakeCommands(
    answers.map((run) => ({ program: 'system' as const, args: ['file-holders', path], run, times: 1 })),
  );
  const left = [...results];
  const files: Files = {
    read: () => Promise.resolve(left.shift() ?? busy),
    stat: () => Promise.resolve(busy),
    watch: () => () => undefined,
  };
  return { commands, files: withHolders(files, { commands, patienceMs, ended: signal }) };
}

describe('withHolders', () => {
  const held: RunAnswer = { stdout: '{"type":"holders","names":["Microsoft Excel","ESET"]}' };

  it('names the programs that hold a busy file, and asks once while it is busy', async () => {
    const { files, commands } = bench([held], [busy, busy]);
    for (const read of [await files.read(path, limits), await files.read(path, limits)]) {
      expect(read).toMatchObject({
        fault: { code: 'busy', headline: `ファイルを「Microsoft Excel」「ESET」が使っています: ${path}` },
      });
    }
    expect(await files.stat(path, signal)).toMatchObject({ fault: { code: 'busy' } });
    commands.verify();
  });

  it('asks again when the file was free meanwhile', async () => {
    const free = ok({ bytes: new Uint8Array(), modifiedAt: 0 });
    const { files, commands } = bench([held, held], [busy, free, busy]);
    await files.read(path, limits);
    expect(await files.read(path, limits)).toBe(free);
    await files.read(path, limits);
    commands.verify();
  });

  it.each<[string, RunAnswer]>([
    ['does not know', { stdout: '{"type":"holders","names":[]}' }],
    ['says nothing', { stdout: '' }],
    ['fails', { exitCode: 1 }],
    ['takes too long', 'hang'],
  ])('stays with "another program" where PowerShell %s', async (_, answer) => {
    const { files } = bench([answer], [busy], 10);
    expect(await files.read(path, limits)).toEqual(busy);
  });

  it('asks nobody about any other fault', async () => {
    const denied = failed(fileFaults.ofCode(path, 'EACCES'));
    const { files, commands } = bench([], [denied]);
    expect(await files.read(path, limits)).toBe(denied);
    commands.verify();
  });
});
