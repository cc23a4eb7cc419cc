import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { watchedRun } from '../../../src/ports/node/watched-run.ts';

const LIMIT_MS = 20_000;

describe('a run that is watched', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oqs-watched-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = (text: string): string => {
    const path = join(folder, 'script.mjs');
    writeFileSync(path, text);
    return path;
  };

  it('is answered where the program says an exit code of its own', async () => {
    const text = `process.stdout.write('line\\n'); process.exitCode = Number(process.env.OQS_EXIT_OFFSET) + 2;`;
    expect(await watchedRun(script(text), [], {}, LIMIT_MS)).toEqual({
      type: 'ended',
      exitCode: 2,
      stdout: 'line\n',
    });
  });

  it.each([
    ['torn: Node ends with 1', `process.stdout.write('line\\n'); import {`, '1'],
    ['ending with 1, after a line', `process.stdout.write('line\\n'); process.exitCode = 1;`, '1'],
    ['empty', '', '0'],
    ['waiting for nothing', 'await new Promise(() => undefined);', '13'],
    ['killed', `process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);`, 'SIGKILL'],
  ])('is none where the program is %s', async (_, text, how) => {
    expect(await watchedRun(script(text), [], {}, LIMIT_MS)).toEqual({ type: 'crashed', how });
  });

  it('is none where the script is not there', async () => {
    const ended = await watchedRun(join(folder, 'nowhere.mjs'), [], {}, LIMIT_MS);
    expect(ended).toEqual({ type: 'crashed', how: '1' });
  });
});
