import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT_OFFSET, EXIT_OFFSET_VARIABLE } from '../../src/domain/answer-code.ts';
import { errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { lastWordTexts } from '../../src/formats/last-word.ja.ts';
import { readPluginOutput } from '../formats/plugin-output.ts';
import { bundle } from '../../scripts/bundle.ts';
import { MAIN, runProgram, temporaryFolder, type Ended } from './built.ts';

const offset = { [EXIT_OFFSET_VARIABLE]: String(EXIT_OFFSET) };

/** A copy of the built program that may be hurt. */
function copied(): Disposable & { readonly path: string; readonly main: string } {
  const folder = temporaryFolder();
  cpSync(dirname(MAIN), join(folder.path, 'dist'), { recursive: true });
  writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }\n');
  const path = join(folder.path, 'dist');
  return { path, main: join(path, 'main.js'), [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

const zeros = (path: string): void => writeFileSync(path, Buffer.alloc(statSync(path).size));

describe('a program of which something is lost', () => {
  const program = copied();
  const parts = readdirSync(program.path, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|ps1|json)$/.test(path) && path !== 'main.js')
    .toSorted();
  afterAll(() => program[Symbol.dispose]());

  it('has parts', () => expect(parts.length).toBeGreaterThan(60));

  it.each(parts)('without %s: 70 and lines on stderr, 3 and a line on stdout', async (part) => {
    const file = join(program.path, part);
    renameSync(file, `${file}.away`);
    try {
      const [plain, nagios] = await Promise.all([
        runProgram(program.main, {}, ['check']),
        runProgram(program.main, {}, ['check', '--nagios']),
      ]);
      expect(plain).toMatchObject({ exitCode: 70, stdout: '' });
      expect(plain.stderr).toMatch(/^エラー\(bug\)\n.+\n対応: .+\n$/);
      expect(nagios).toMatchObject({ exitCode: 3, stderr: '' });
      expect(readPluginOutput(nagios.stdout)).toMatchObject({ service: 'UNKNOWN', data: new Map() });
    } finally {
      renameSync(`${file}.away`, file);
    }
  });

  it.each(['', '--help', 'check --json', 'schema check', 'desk .', 'code C9M6-MKCC', 'guide'])(
    '`oqs-console %s` gives no answer either, and a launcher hears that as a code of ours',
    async (call) => {
      const file = join(program.path, 'call.js');
      renameSync(file, `${file}.away`);
      try {
        const args = call === '' ? [] : call.split(' ');
        const { exitCode, stdout, stderr } = await runProgram(program.main, offset, args);
        expect(exitCode).toBe(70 + EXIT_OFFSET);
        expect(stderr).toContain('call.js');
        const document = call.includes('--json') ? errorDocumentSchema.parse(JSON.parse(stdout)) : null;
        expect(document?.error.code ?? stdout).toBe(document ? 'bug' : '');
      } finally {
        renameSync(`${file}.away`, file);
      }
    },
  );

  it.each([
    ['empty', (path: string) => truncateSync(path)],
    ['torn', (path: string) => truncateSync(path, 1_000)],
    ['zeroed', zeros],
    ['a folder', (path: string) => (rmSync(path), mkdirSync(path))],
  ])('with the console %s it ends in the same way', async (_, hurt) => {
    using other = copied();
    hurt(join(other.path, 'call.js'));
    expect(await runProgram(other.main, {}, ['check'])).toMatchObject({ exitCode: 70, stdout: '' });
    const nagios = await runProgram(other.main, offset, ['check', '--nagios']);
    expect({ ...nagios, stdout: '' }).toEqual({ exitCode: 3 + EXIT_OFFSET, stdout: '', stderr: '' });
    expect(readPluginOutput(nagios.stdout).service).toBe('UNKNOWN');
  });

  it('with a part of the console zeroed as well', async () => {
    using other = copied();
    for (const name of readdirSync(other.path).filter((each) => /^(nagios|watched-check)-.*\.js$/.test(each)))
      zeros(join(other.path, name));
    const nagios = await runProgram(other.main, {}, ['check', '--nagios', '--simulate', 'already-current']);
    expect(nagios).toMatchObject({ exitCode: 3, stderr: '' });
    expect(readPluginOutput(nagios.stdout).service).toBe('UNKNOWN');
  });
});

describe('a program that ends without an answer', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    await bundle({ ending: 'test/e2e/ending-program.ts' }, folder.path);
    writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }\n');
    return () => folder[Symbol.dispose]();
  });
  const ending = async (how: string, ...args: readonly string[]): Promise<Ended> =>
    runProgram(join(folder.path, 'ending.js'), { OQS_HOW: how }, args);

  it.each(['throws', 'rejects', 'throws-later', 'rejects-later', 'never', 'exits', 'exits-with-0', 'nothing'])(
    '%s: 70 and a line, 3 and a line',
    async (how) => {
      const plain = await ending(how, 'check');
      expect(plain).toMatchObject({ exitCode: 70, stdout: '' });
      expect(plain.stderr).toContain(lastWordTexts.heading);
      const nagios = await ending(how, 'check', '--nagios');
      expect(nagios.exitCode).toBe(3);
      expect(readPluginOutput(nagios.stdout).service).toBe('UNKNOWN');
    },
  );

  it('says a reason in one line, whatever it holds', async () => {
    const { stdout } = await ending('throws', '--nagios');
    expect(stdout).toBe(`OQS UNKNOWN - ${lastWordTexts.failed('Error: two lines and a bar')}\n`);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('an answer keeps its code where %s comes after it', async (signal) => {
    const env = { OQS_HOW: 'told-after', OQS_SIGNAL: signal };
    expect((await runProgram(join(folder.path, 'ending.js'), env, ['check'])).exitCode).toBe(1);
  });

  it.each([0, 1, 2, 3, 64, 130])('an answer keeps its code: %i', async (code) => {
    expect((await ending(`answers-${String(code)}`, 'check')).exitCode).toBe(code);
  });

  it('what is thrown after the answer changes nothing of it', async () => {
    expect((await ending('throws-after', 'check')).exitCode).toBe(1);
  });
});

describe('the programs that it starts', () => {
  it('inherit nothing that was said to this Node alone', async () => {
    using folder = temporaryFolder();
    await bundle({ ending: 'test/e2e/ending-program.ts' }, folder.path);
    writeFileSync(join(folder.path, 'package.json'), '{ "type": "module" }\n');
    const env = {
      ...offset,
      OQS_HOW: 'environment',
      NODE_OPTIONS: '--no-warnings',
      NODE_PATH: '/nowhere',
      NODE_EXTRA_CA_CERTS: '/nowhere.pem',
      OQS_SIM_WORKDIR: '/kept',
    };
    const { stdout } = await runProgram(join(folder.path, 'ending.js'), env, []);
    const names = Object.keys(JSON.parse(stdout) as object);
    expect(names.filter((name) => name.startsWith('NODE_') || name === EXIT_OFFSET_VARIABLE)).toEqual([]);
    expect(names).toContain('OQS_SIM_WORKDIR');
  });

  it('a check that is watched is answered as without options for Node, and with them', async () => {
    const call = ['check', '--nagios', '--timeout', '60', '--simulate', 'already-current'];
    const { exitCode, stdout } = await runProgram(MAIN, { NODE_OPTIONS: '--max-old-space-size=200' }, call);
    expect({ exitCode, service: readPluginOutput(stdout).service }).toEqual({ exitCode: 0, service: 'OK' });
    const heard = await runProgram(MAIN, offset, call);
    expect(heard.exitCode).toBe(EXIT_OFFSET);
  });
});
