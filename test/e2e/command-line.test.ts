import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { shells } from '../../src/commands/cli-grammar.ts';
import { csvRows } from '../../src/desk/spreadsheet.ts';
import { errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { historyDocumentSchema } from '../../src/formats/history-answer.ts';
import { scenariosDocumentSchema } from '../../src/formats/scenarios-answer.ts';
import { standardInputTexts } from '../../src/ports/node/file-faults.ja.ts';
import { bundleDocumentSchema, codeDocumentSchema } from '../../src/support/answers.ts';
import { width } from '../../src/text/cells.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { MAIN, run, runWith, temporaryFolder, writeScenario, type Ended } from './built.ts';

const EXAMPLE = join(import.meta.dirname, '../../notices/examples/2024-11-connect.json');
const CODE = '34F7-YTK7-HCAR';

/** Runs the built program in a folder, with this on stdin. */
async function fed(cwd: string, input: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, ...said }));
  });
}

async function answer(): Promise<string> {
  return (await run('check', '--json', '--simulate', 'outdated-morning')).stdout;
}

describe('--json', () => {
  it.each<readonly [string, z.ZodType]>([
    ['history', historyDocumentSchema],
    ['scenarios', scenariosDocumentSchema],
    [`code ${CODE}`, codeDocumentSchema],
    ['bundle --preview', bundleDocumentSchema],
  ])('%s gives one document of its schema, and nothing else', async (call, schema) => {
    const { stdout, stderr, exitCode } = await run(...call.split(' '), '--json');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(schema.safeParse(JSON.parse(stdout)).error).toBeUndefined();
  });

  it('bundle names the file that it made', async () => {
    using folder = temporaryFolder();
    const out = join(folder.path, 'b.zip');
    const { stdout, exitCode } = await run('bundle', '--json', '--with-clinic', '--out', out);
    expect(exitCode).toBe(0);
    expect(bundleDocumentSchema.parse(JSON.parse(stdout))).toMatchObject({ path: out, withClinic: true });
    expect(readdirSync(folder.path)).toEqual(['b.zip']);
  });

  it.each([
    ['code X', 'bad-code'],
    ['bundle', 'usage'],
    ['history --data-dir /dev/null/x', 'unreadable-file'],
    ['history --html', 'usage'],
  ])('%s: the error is a document too', async (call, code) => {
    const { stdout, exitCode } = await run(...call.split(' '), '--json');
    expect(exitCode).toBe(64);
    expect(errorDocumentSchema.parse(JSON.parse(stdout)).error.code).toBe(code);
  });
});

describe('-', () => {
  it('notice -: is stdin', async () => {
    using folder = temporaryFolder();
    const [named, piped] = await Promise.all([
      run('notice', EXAMPLE),
      fed(folder.path, readFileSync(EXAMPLE, 'utf8'), 'notice', '-'),
    ]);
    expect(piped).toEqual(named);
  });

  it.each(['check --json', 'check --nagios', 'card', 'guide', `code ${CODE}`])(
    '%s --notice -: is stdin, read once',
    async (call) => {
      using folder = temporaryFolder();
      const args = [...call.split(' '), '--notice'];
      const piped = await fed(folder.path, readFileSync(EXAMPLE, 'utf8'), ...args, '-');
      const named = await run(...args, EXAMPLE);
      expect([piped.exitCode, piped.stderr]).toEqual([named.exitCode, named.stderr]);
      expect(piped.stdout.length).toBeGreaterThan(50);
    },
  );

  it('desk - and --roster -: are stdin', async () => {
    using folder = temporaryFolder();
    const document = await answer();
    const piped = await fed(
      folder.path,
      `${document}${document.replace('CLINIC-ONS01', 'CLINIC-ONS02')}`,
      'desk',
      '-',
      '--list',
    );
    expect(piped.stdout).toContain('CLINIC-ONS01');
    expect(piped.stdout).toContain('CLINIC-ONS02');
    writeFileSync(join(folder.path, 'a.json'), document);
    const roster = await fed(folder.path, '医療機関,端末\nx,ONS77\n', 'desk', 'a.json', '--list', '--roster', '-');
    expect(roster.stdout).toContain('ONS77');
  });

  it.each(['card', 'card --html', 'history', 'history --json', `notice ${EXAMPLE}`, 'notice new'])(
    '%s --out -: is stdout, as without it',
    async (call) => {
      using folder = temporaryFolder();
      const [piped, plain] = await Promise.all([
        fed(folder.path, '', ...call.split(' '), '--out', '-'),
        fed(folder.path, '', ...call.split(' ')),
      ]);
      const withoutFolder = ({ stdout }: Ended): string => stdout.replaceAll(/oqs-console-\w{6}/g, '');
      expect(withoutFolder(piped)).toBe(withoutFolder(plain));
      expect(piped).toMatchObject({ exitCode: 0, stderr: plain.stderr });
      expect(readdirSync(folder.path)).toEqual([]);
    },
  );

  it('bundle --out -: is the ZIP on stdout, and what people read on stderr', async () => {
    using folder = temporaryFolder();
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [MAIN, 'bundle', '--out', '-'], {
      cwd: folder.path,
      encoding: 'buffer',
    });
    expect(stdout.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(stderr.toString()).toContain('naiyo.txt');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('desk --csv -: is the CSV on stdout, byte by byte as in a file, and no list', async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'answers'));
    writeFileSync(join(folder.path, 'answers', 'a.json'), await answer());
    const piped = await fed(folder.path, '', 'desk', 'answers', '--csv', '-');
    const written = await fed(folder.path, '', 'desk', 'answers', '--csv', 'out.csv');
    expect(readdirSync(folder.path).toSorted()).toEqual(['answers', 'out.csv']);
    expect(csvRows(piped.stdout.slice(1))).toHaveLength(2);
    // The age of an answer is told by the minute.
    const bare = (text: string): string => text.replaceAll(/\d+(?=,|\r)/g, '');
    expect(bare(piped.stdout)).toBe(bare(readFileSync(join(folder.path, 'out.csv'), 'utf8')));
    expect([written.stdout, written.exitCode, piped.exitCode]).toEqual(['', 1, 1]);
    const both = await fed(folder.path, '', 'desk', 'answers', '--list', '--csv', 'two.csv');
    expect(both.stdout).toContain('CLINIC-ONS01');
  });

  it('is refused where a person would have to type it', async () => {
    await using program = startInPty(process.execPath, [MAIN, 'notice', '-'], { columns: 80, rows: 24 });
    expect((await program.exit).exitCode).toBe(64);
    expect(program.terminal.screen().join('').replaceAll(/\s/g, '')).toContain(
      standardInputTexts.keyboard.slice(0, 15),
    );
  });
});

describe('a terminal', () => {
  const lines = async (columns: number, ...args: readonly string[]): Promise<readonly string[]> => {
    await using program = startInPty(process.execPath, [MAIN, ...args], { columns, rows: 200 });
    await program.exit;
    return program.terminal.screen().map((line) => line.trimEnd());
  };

  it.each(['check', 'guide network-edns', 'card', 'history', 'help check'])(
    '%s: is as wide as its window, up to 120 columns',
    async (call) => {
      const [narrow, wide] = await Promise.all([lines(50, ...call.split(' ')), lines(200, ...call.split(' '))]);
      const longest = (all: readonly string[]): number => Math.max(...all.map((line) => width(line)));
      expect(narrow.filter((line) => width(line) > 50)).toEqual([]);
      expect(longest(wide)).toBeLessThanOrEqual(120);
      expect(wide.filter((line) => line !== '').length).toBeLessThan(narrow.filter((line) => line !== '').length);
    },
  );

  // A pty has a name of its own for the terminal.
  const dumb = (...args: readonly string[]): PtyProgram =>
    startInPty('/usr/bin/env', ['TERM=dumb', process.execPath, MAIN, ...args], { columns: 80, rows: 100 });

  it('that calls itself dumb gets the plain answer', async () => {
    await using program = dumb('--simulate', 'outdated-morning');
    expect((await program.exit).exitCode).toBe(1);
    expect(program.output).not.toContain('\u001B');
    expect(program.output).toContain('作業が必要');
  });

  it('that calls itself dumb gets the list of the desk', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'a.json'), await answer());
    await using program = dumb('desk', folder.path);
    expect((await program.exit).exitCode).toBe(1);
    expect(program.output).not.toContain('\u001B');
    expect(program.output).toContain('CLINIC-ONS01');
  });
});

describe('the temporary folder', () => {
  const calls = [
    'check',
    'check --json',
    'check --nagios',
    'report',
    'report sent',
    'guide',
    'history',
    'card',
    'bundle',
    'bundle --out -',
    'notice new',
    'scenarios',
    'help',
    '--notice /nope',
    '--simulate nope',
    ...shells.map((shell) => `completion ${shell}`),
  ];
  it.each(calls)('has nothing left in it after: %s', async (call) => {
    using folder = temporaryFolder();
    await runWith({ env: { TMPDIR: folder.path, TEMP: folder.path } }, ...call.split(' '));
    expect(readdirSync(folder.path)).toEqual([]);
  });

  const stops = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  it.each(
    (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).flatMap((signal) =>
      ['check', 'check --nagios', 'report sent', 'bundle --out B.zip'].map((call) => ({ call, signal })),
    ),
  )(
    'has nothing left in it after $call was told to stop by $signal, and there is no answer',
    async ({ call, signal }) => {
      using folder = temporaryFolder();
      using tmp = temporaryFolder();
      // A check that takes its time.
      const scenario = writeScenario(join(folder.path, 'slow'), {
        formatVersion: 1,
        faults: { 'probe:network': 'hang' },
      });
      const child = spawn(process.execPath, [MAIN, ...call.split(' '), '--simulate', scenario], {
        cwd: folder.path,
        env: { ...process.env, TMPDIR: tmp.path },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
      const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
      const journal = 'files/ProgramData';
      await vi.waitFor(() => {
        const [made = ''] = readdirSync(tmp.path);
        expect(readdirSync(join(tmp.path, made, journal))).not.toEqual([]);
      }, 10_000);
      child.kill(signal);
      expect(await closed).toBe(stops[signal]);
      // The process of a monitor's check ends after the one that watches it.
      await vi.waitFor(() => expect(readdirSync(tmp.path)).toEqual([]), 5_000);
      expect(said).not.toMatch(/作業が必要|OQS /);
      expect(readdirSync(folder.path)).toEqual(['slow']);
    },
  );
});
