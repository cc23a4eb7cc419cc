import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../../../src/ports/node/is-alive.ts';
import { watchedRun } from '../../../src/ports/node/watched-run.ts';

const LIMIT_MS = 20_000;

describe('a run that is watched', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oqs-watched-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const told = new AbortController().signal;
  const script = (text: string): string => {
    const path = join(folder, 'script.mjs');
    writeFileSync(path, text);
    return path;
  };

  it('is answered where the program says an exit code of its own', async () => {
    const text = `process.stdout.write('line\\n'); process.exitCode = Number(process.env.OQS_EXIT_OFFSET) + 2;`;
    expect(await watchedRun(script(text), [], {}, LIMIT_MS, { told })).toEqual({
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
    expect(await watchedRun(script(text), [], {}, LIMIT_MS, { told })).toEqual({ type: 'crashed', how });
  });

  it('is ended at once where its caller is told to stop, also where it does not listen', async () => {
    const stop = new AbortController();
    const pidFile = join(folder, 'pid');
    const text = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); for (;;);`;
    const run = watchedRun(script(text), [], {}, LIMIT_MS, { told: stop.signal });
    await vi.waitUntil(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '', LIMIT_MS);
    stop.abort();
    expect(await run).toEqual({ type: 'timed-out', lastReport: null });
    await vi.waitUntil(() => !isAlive(Number(readFileSync(pidFile, 'utf8'))), LIMIT_MS);
  });

  it('is none where the script is not there', async () => {
    const ended = await watchedRun(join(folder, 'nowhere.mjs'), [], {}, LIMIT_MS, { told });
    expect(ended).toEqual({ type: 'crashed', how: '1' });
  });
});
