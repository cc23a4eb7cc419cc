import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskDocumentSchema } from '../../src/desk/document.ts';
import type { ToolEvent } from '../../src/domain/outcomes.ts';
import { readJournal } from '../../src/journal/read.ts';
import { createCommands } from '../../src/ports/node/commands.ts';
import { createManagementTool } from '../../src/ports/windows/management-tool.ts';
import { ALPHABET, checkValue, valuesOf } from '../../src/support/code-numbers.ts';
import type { CodeFacts } from '../../src/support/code-numbers.ts';
import { decodeCode, encodeCode } from '../../src/support/code.ts';
import { MAIN, open, run, temporaryFolder } from '../e2e/built.ts';
import { tried } from './tried.ts';

describe('a tool that says 50 MB', () => {
  const says = `const say = (event) => process.stdout.write(JSON.stringify(event) + '\\n');`;
  const finished = `say({ type: 'finished', outcome: 'error', pressed: true, message: 'EDQ' });`;

  it.each([
    ['in one line', `process.stdout.write('x'.repeat(50e6) + '\\n'); ${finished}`],
    ['in one message', `say({ type: 'says', text: '\\u3042'.repeat(8e6) }); ${finished}`],
    [
      'in fifty thousand messages',
      `for (let at = 0; at < 5e4; at += 1) say({ type: 'says', text: 'x'.repeat(1000) }); ${finished}`,
    ],
    ['without a line end', `process.stdout.write('x'.repeat(50e6))`],
    ['of nothing but controls', `process.stdout.write('\\u001b[2J'.repeat(12e6) + '\\n'); ${finished}`],
  ])('%s: no message is longer than a line may be, and how it ended is known', async (_, script) => {
    const commands = createCommands({
      programs: () => ({ file: process.execPath, argumentsFor: () => ['-e', `${says} ${script}`] }),
      clock: { now: Date.now },
    });
    const { signal } = new AbortController();
    let last: ToolEvent | null = null;
    let longest = 0;
    for await (const event of createManagementTool({ commands }).pressDownloadNow({ maxSilenceMs: 20_000, signal })) {
      if (event.type === 'says') longest = Math.max(longest, event.text.length);
      last = event;
    }
    expect(longest).toBeLessThanOrEqual(16 * 1024);
    expect(last).toMatchObject({ type: 'finished', pressed: true });
  });
});

describe('a folder of answers', () => {
  const FILES = 10_000;

  it(`of ${String(FILES)} files, most of them none: every one is counted`, async (context) => {
    tried(context, 'desk', 'many files', FILES);
    using folder = temporaryFolder();
    await fill(folder.path, FILES);
    const { stdout, exitCode } = await run('desk', folder.path, '--json');
    expect(deskDocumentSchema.parse(JSON.parse(stdout)).counts).toMatchObject({
      terminals: 100,
      done: 100,
      bad: FILES - 100,
    });
    expect(exitCode).toBe(3);
  });

  it('from which files vanish while it is read: each is read, or named, or was never seen; nothing is done that is gone', async (context) => {
    tried(context, 'desk', 'vanishing files');
    using folder = temporaryFolder();
    await fill(folder.path, 6_000);
    const child = spawn(process.execPath, [MAIN, 'desk', folder.path, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
    const ended = new Promise<number | null>((resolve) => void child.on('close', resolve));
    for (let at = 59; at >= 30; at -= 1) {
      rmSync(join(folder.path, `c${String(at)}`), { recursive: true, force: true });
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(await ended).toBe(3);
    expect(texts.stderr).toBe('');
    const { counts, bad } = deskDocumentSchema.parse(JSON.parse(texts.stdout));
    expect(counts.terminals + bad.length).toBeLessThanOrEqual(6_000);
    expect(counts.terminals + bad.length).toBeGreaterThanOrEqual(3_000);
    expect(counts.done).toBe(counts.terminals);
  });

  /** A hundred files a folder; the first of each is a good answer. */
  async function fill(path: string, files: number): Promise<void> {
    const { stdout } = await run('check', '--json', '--simulate', 'already-current');
    const answer: unknown = JSON.parse(stdout);
    for (let at = 0; at < files; at += 1) {
      const folder = join(path, `c${String(Math.floor(at / 100))}`);
      if (at % 100 === 0) mkdirSync(folder);
      const isGood = at % 100 === 0;
      const own = { simulated: false, clinic: { id: null }, terminal: { name: `T${String(at)}`, os: null } };
      writeFileSync(join(folder, `T${String(at)}.json`), isGood ? JSON.stringify({ ...Object(answer), ...own }) : '{}');
    }
  }
});

describe('eight consoles that are started at once on one data folder', () => {
  it('one acts, the others look on; the journal holds, and whoever comes next may act', async (context) => {
    tried(context, 'journal', '8 consoles at once', 8);
    using folder = temporaryFolder();
    const data = join(folder.path, 'data');
    const consoles = Array.from({ length: 8 }, (_, at) =>
      open('--simulate', 'outdated-morning', '--workdir', join(folder.path, String(at)), '--data-dir', data),
    );
    try {
      const texts = await Promise.all(
        consoles.map(async (each) => (await each.waitFor('次にすること', { timeout: 40_000 })).text),
      );
      expect(texts).toHaveLength(8);
      const onlookers = await Promise.all(
        consoles.map(async (each) => {
          const { text } = await each.waitFor(({ text: now }) => now.includes('問題のない点検'), { timeout: 40_000 });
          return text.includes('この画面から操作する');
        }),
      );
      expect(onlookers.filter((looks) => looks)).toHaveLength(7);
    } finally {
      for (const each of consoles) each.press('ctrl-c');
      const ends = await Promise.all(consoles.map(async (each) => each.waitForExit()));
      expect(ends.map(({ exitCode }) => exitCode)).toEqual(consoles.map(() => 0));
    }
    const { state, entries } = readJournal(
      readFileSync(join(data, 'journal.jsonl')),
      readFileSync(join(data, 'journal.head')),
    );
    expect(state).toBe('intact');
    expect(entries.filter(({ event }) => event.event === 'console-started')).toHaveLength(1);
    const next = await run('report', 'sent', '--elsewhere', '--simulate', 'already-current', '--data-dir', data);
    expect(next.exitCode).toBe(0);
  }, 120_000);
});

describe('codes that were made up', () => {
  it('say nothing that our rules do not say, and never more than a code can', (context) => {
    tried(context, 'code', 'made up', 20_000);
    const character = fc.constantFrom(...ALPHABET.split(''));
    const made = fc.array(character, { minLength: 7, maxLength: 11 }).map((all) => {
      const values = valuesOf(all.join('')) ?? [];
      return `${all.join('')}${ALPHABET.charAt(checkValue(values))}`;
    });
    fc.assert(
      fc.property(fc.oneof(made, fc.string({ maxLength: 40, unit: 'binary' })), (text) => {
        const read = decodeCode(text);
        expect(read.ok ? again(read.facts, text) : text).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });

  /**
   * The code of what a code says; the code itself where it is of format 1, which nobody writes any more, or does not
   * tell the version.
   */
  function again(facts: CodeFacts, text: string): string {
    const { head, installed, component: place } = facts;
    if (head === null || installed.type === 'other') return text;
    const version = installed.type === 'version' ? installed.version : null;
    return encodeCode(facts, { place, installed: version }, head).replaceAll('-', '');
  }

  it.each([
    '',
    '-',
    '0',
    'A'.repeat(100_000),
    '../../etc/passwd',
    '$(reboot)',
    '%s%n',
    'あ'.repeat(12),
    '3'.repeat(12),
    "';--",
    '--html',
  ])('%# is refused in words', async (code) => {
    const { stdout, stderr, exitCode } = await run('code', '--', code);
    expect([stdout, exitCode]).toEqual(['', 64]);
    expect(stderr).not.toContain(' at ');
  });
});

describe('labels that were made up', () => {
  it.each([
    'a',
    '=x',
    '1a=x',
    'a-b=x',
    '__name__=x',
    'le=x',
    'verdict=current',
    'a=',
    'a=\u0007',
    'a=x\u200By',
    'a=\u202Ex',
    'a=\u2028',
    'a=\u009B31m',
    'あ=x',
    'a}b{=x',
  ])('%j is refused, and nothing is written', async (label) => {
    using folder = temporaryFolder();
    const prom = join(folder.path, 'x.prom');
    const { stdout, exitCode } = await run(
      'check',
      '--prometheus',
      prom,
      '--label',
      label,
      '--simulate',
      'already-current',
    );
    expect([stdout, exitCode]).toEqual(['', 64]);
  });

  it('stay inside their quotation marks, whatever they hold', async () => {
    using folder = temporaryFolder();
    const prom = join(folder.path, 'x.prom');
    const value = '"} 1\noqs_verdict{verdict="current"} 1\\';
    const { exitCode } = await run(
      'check',
      '--prometheus',
      prom,
      '--label',
      `a=${value}`,
      '--simulate',
      'outdated-morning',
    );
    expect(exitCode).toBe(1);
    const lines = readFileSync(prom, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('oqs_verdict{verdict="current"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/ 0$/);
  });
});
