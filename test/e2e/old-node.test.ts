import { execFile } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOlder } from '../../src/as-program.ts';
import { EXIT_OFFSET, EXIT_OFFSET_VARIABLE } from '../../src/domain/answer-code.ts';
import { errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { lastWordTexts } from '../../src/formats/last-word.ja.ts';
import { readPluginOutput } from '../formats/plugin-output.ts';
import { bundle } from '../../scripts/bundle.ts';
import { MAIN, runProgram, temporaryFolder, type Ended } from './built.ts';

const run = promisify(execFile);
const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  engines: { node: string };
};
const needed = engines.node.replace('>=', '');

describe('a version below another one', () => {
  it.each([
    ['22.12.9', true],
    ['21.99.0', true],
    ['9.11.2', true],
    ['22.13.0', false],
    ['22.13.0-rc.1', false],
    ['23.0.0', false],
    ['100.0.0', false],
  ])('%s: %s', (found, older) => {
    expect(isOlder(found, '22.13')).toBe(older);
  });
});

describe('under a Node that is too old', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    await bundle({ ending: 'test/e2e/ending-program.ts' }, folder.path);
  });
  afterAll(() => folder[Symbol.dispose]());
  // It would end with 1 if any of it ran.
  const env = { OQS_HOW: 'answers-1', OQS_NEEDED: '99.7' };
  const under = async (...args: readonly string[]): Promise<Ended> =>
    runProgram(join(folder.path, 'ending.js'), env, args);
  const sentence = lastWordTexts.oldNode(process.versions.node, '99.7');

  it.each(['', 'check', '--version'])('`oqs-console %s` gives one sentence and 64', async (call) => {
    expect(await under(...call.split(' '))).toEqual({ exitCode: 64, stdout: '', stderr: `${sentence}\n` });
    expect(sentence.match(/。/g)).toHaveLength(1);
  });

  it('--json: the document of an error as well', async () => {
    const { exitCode, stdout } = await under('check', '--json');
    expect(exitCode).toBe(64);
    const { error } = errorDocumentSchema.parse(JSON.parse(stdout));
    expect(error).toEqual({ code: 'old-node', message: sentence, where: null, remedy: null });
  });

  it('--nagios: a line that a monitor reads, and 3', async () => {
    const { exitCode, stdout, stderr } = await under('check', '--nagios');
    expect([exitCode, stderr]).toEqual([3, '']);
    expect(readPluginOutput(stdout)).toMatchObject({ service: 'UNKNOWN' });
  });

  it('tells a launcher that the code is ours', async () => {
    const offset = { ...env, [EXIT_OFFSET_VARIABLE]: String(EXIT_OFFSET) };
    expect((await runProgram(join(folder.path, 'ending.js'), offset, [])).exitCode).toBe(64 + EXIT_OFFSET);
  });
});

/** The Nodes of this machine that are too old. */
const oldNodes = (
  await Promise.all(
    (process.env['PATH'] ?? '').split(delimiter).map(async (folder) => {
      const file = join(folder, 'node');
      try {
        accessSync(file, constants.X_OK);
        return { file, version: (await run(file, ['-p', 'process.versions.node'])).stdout.trim() };
      } catch {
        return { file, version: needed };
      }
    }),
  )
).filter(({ version }) => isOlder(version, needed));
if (oldNodes.length === 0) process.stdout.write('A really old Node: skipped. None is on the PATH of this machine.\n');

describe.skipIf(oldNodes.length === 0)('the built program under a really old Node of this machine', () => {
  it.each(oldNodes)('$version in $file: one sentence and 64', async ({ file, version }) => {
    await expect(run(file, [MAIN, 'check'])).rejects.toMatchObject({
      code: 64,
      stdout: '',
      stderr: `${lastWordTexts.oldNode(version, needed)}\n`,
    });
  });
});
