import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { deskDocumentSchema } from '../../src/desk/document.ts';
import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { run, temporaryFolder } from '../e2e/built.ts';
import { chainOf, headOf, plainChain, textOf } from './chain.ts';
import { tried } from './tried.ts';

const SIMULATE = ['--simulate', 'already-current'];

/** A terminal whose journal somebody prepared. */
interface Prepared extends Disposable {
  readonly path: string;
  /** null: there is no such file. */
  readonly put: (journal: string | null, head: string | null) => void;
  readonly call: (...args: readonly string[]) => ReturnType<typeof run>;
  readonly answer: () => Promise<Answer>;
  /** Has the console write one line more; gives the exit code. */
  readonly append: () => Promise<number>;
  readonly journal: () => string;
}

function prepared(): Prepared {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  mkdirSync(data);
  const call: Prepared['call'] = async (...args) => run(...args, ...SIMULATE, '--data-dir', data);
  const put = (name: string, text: string | null): void => {
    if (text === null) rmSync(join(data, name), { force: true });
    else writeFileSync(join(data, name), text);
  };
  return {
    path: folder.path,
    put(journal, head) {
      put('journal.jsonl', journal);
      put('journal.head', head);
    },
    call,
    answer: async () => answerSchema.parse(JSON.parse((await call('check', '--json')).stdout)),
    append: async () => (await call('report', 'sent', '--elsewhere')).exitCode,
    journal: () => readFileSync(join(data, 'journal.jsonl'), 'utf8'),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

const five = plainChain(5);
const bomb = (...seqs: readonly unknown[]) => chainOf([...five.map(() => ({})), ...seqs.map((seq) => ({ seq }))]);

describe('a number that stops the count', () => {
  beforeEach((context) => tried(context, 'journal', 'number'));

  it.each<readonly [string, readonly unknown[], 'last' | 'before']>([
    ['the highest there is, sealed', [1_000_000_000], 'last'],
    ['the highest there is, not sealed', [1_000_000_000], 'before'],
    ['one below it, then it', [999_999_999, 1_000_000_000], 'last'],
    ['higher than there is', [1_000_000_001], 'before'],
    ['no whole number', [6.5], 'before'],
    ['nought', [0], 'before'],
    ['below nought', [-1], 'before'],
    ['as a text', ['6'], 'before'],
    ['beyond what is exact', [2 ** 60], 'before'],
    ['three in a row', [10, 1_000_000_000, 7], 'before'],
  ])('%s: the next line is written all the same, and the change stays told', async (_, seqs, sealed) => {
    using terminal = prepared();
    const lines = bomb(...seqs);
    terminal.put(textOf(lines), headOf(sealed === 'last' ? lines : five));
    expect((await terminal.answer()).journal.state).toBe('changed');
    expect(await terminal.append()).toBe(0);
    expect((await terminal.answer()).journal.state).toBe('changed');
    expect(terminal.journal().startsWith(textOf(lines))).toBe(true);
    expect(terminal.journal()).toContain('"event":"report-sent"');
    expect(terminal.journal()).toContain('"event":"journal-changed"');
  });
});

describe('a journal that was cut', () => {
  beforeEach((context) => tried(context, 'journal', 'cut'));

  it.each([
    [5, 3, null, 'unsealed'],
    [12, 3, null, 'unsealed'],
    [5, 3, '', 'unsealed'],
    [5, 3, '\0'.repeat(86), 'unsealed'],
    [5, 3, 'head of all', 'torn'],
    [5, 0, null, 'unsealed'],
    [5, 0, '{"seq":5}', 'changed'],
    [5, 0, '[]', 'changed'],
    [5, 0, 'head of two', 'changed'],
  ] as const)('of %i lines the last %i gone, head %j: %s, and that stays told', async (count, gone, head, state) => {
    using terminal = prepared();
    const lines = plainChain(count);
    const heads = { 'head of all': headOf(lines), 'head of two': headOf(lines.slice(0, 2)) };
    terminal.put(
      textOf(lines.slice(0, count - gone)),
      head === 'head of all' || head === 'head of two' ? heads[head] : head,
    );
    expect((await terminal.answer()).journal.state).toBe(state);
    expect(await terminal.append()).toBe(0);
    expect((await terminal.answer()).journal.state).toBe(state);
  });
});

describe('what the terminal itself cannot tell', () => {
  /** Answers of one terminal, each a minute after the one before, as the desk gathers them. */
  async function gathered(folder: string, answers: readonly Answer[]) {
    mkdirSync(join(folder, 'answers'));
    const from = Date.now() - answers.length * 60_000;
    answers.forEach((answer, at) => {
      const generatedAt = new Date(from + at * 60_000).toISOString();
      const document = { ...answer, simulated: false, clinic: { id: 'C1' }, generatedAt };
      writeFileSync(join(folder, 'answers', `ONS01-${String(at)}.json`), JSON.stringify(document));
    });
    const list = await run('desk', join(folder, 'answers'), '--reasons');
    const json = await run('desk', join(folder, 'answers'), '--json');
    return { list, document: deskDocumentSchema.parse(JSON.parse(json.stdout)) };
  }

  async function answersTo(terminal: Prepared, journals: readonly (readonly string[])[]): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (const lines of journals) {
      terminal.put(lines.length === 0 ? null : textOf(lines), lines.length === 0 ? null : headOf(lines));
      answers.push(await terminal.answer());
    }
    return answers;
  }

  it.each<readonly [string, readonly (readonly string[])[]]>([
    ['both files of an older copy', [plainChain(6), plainChain(3)]],
    ['another journal of the same length', [plainChain(6), plainChain(6, '9.9.9')]],
    ['no journal any more', [plainChain(6), []]],
    ['an older copy that has grown since', [plainChain(6), plainChain(3), plainChain(9)]],
  ])('%s is named by the desk, with the two answers', async (_, journals) => {
    using terminal = prepared();
    const answers = await answersTo(terminal, journals);
    // Nothing on the terminal shows it.
    for (const { journal } of answers) expect(['intact', 'absent']).toContain(journal.state);
    const { list, document } = await gathered(terminal.path, answers);
    expect(list.stdout).toContain('作業記録が前の答えより戻っている端末: 1 台');
    const text = list.stdout.replaceAll(/\s+/g, '');
    expect(text).toContain('作業記録が前の答えより戻っています');
    expect(text).toContain('ONS01-0.json');
    expect(text).toContain('ONS01-1.json');
    expect(document.counts.wentBack).toBe(1);
    expect(document.clinics[0]?.shown[0]?.journalWentBack?.earlier.path).toContain('ONS01-0.json');
  });

  it.each<readonly [string, readonly (readonly string[])[]]>([
    ['one that grew', [plainChain(3), plainChain(6)]],
    ['one that stayed', [plainChain(3), plainChain(3)]],
    ['one that began', [[], plainChain(3)]],
  ])('%s is not', async (_, journals) => {
    using terminal = prepared();
    const { list, document } = await gathered(terminal.path, await answersTo(terminal, journals));
    expect(document.counts.wentBack).toBe(0);
    expect(list.stdout).not.toContain('戻って');
  });

  it('nor is an answer of an earlier console, which tells no head', async () => {
    using terminal = prepared();
    const [before, after] = await answersTo(terminal, [plainChain(6), plainChain(3)]);
    if (!before || !after) throw new Error('no answer');
    const { head: _, ...journal } = after.journal;
    // Without its head a document of 1.0 is read as it always was.
    const old = JSON.parse(JSON.stringify({ ...after, formatVersion: '1.0', journal }));
    const { document } = await gathered(terminal.path, [before, old]);
    expect(document.counts.wentBack).toBe(0);
  });

  it('the page, the answer, the bundle and the code all tell the hash of the last line', async () => {
    using terminal = prepared();
    terminal.put(textOf(five), headOf(five));
    const { journal } = await terminal.answer();
    const { sha256 = '' } = journal.head ?? {};
    for (const call of [['history'], ['history', '--html']])
      expect((await terminal.call(...call)).stdout.replaceAll(/\s+/g, '')).toContain(sha256);
    const zip = join(terminal.path, 'b.zip');
    await terminal.call('bundle', '--out', zip);
    const environment: { readonly code?: unknown } = JSON.parse(
      strFromU8(unzipSync(readFileSync(zip))['environment.json'] ?? new Uint8Array()),
    );
    expect((await run('code', String(environment.code))).stdout).toContain(sha256.slice(0, 5));
  });
});

describe('a journal that says what is nobody’s business', () => {
  it('gives no number away that was written as a version', async (context) => {
    tried(context, 'monitors', 'number as version');
    using terminal = prepared();
    const boot = { uptimeSeconds: 470, record: 1 };
    const lines = chainOf([
      {
        at: '2026-01-21T08:09:00+09:00',
        boot,
        event: 'operator-version',
        component: 'face-library',
        version: '03.1234.5678',
      },
    ]);
    terminal.put(textOf(lines), headOf(lines));
    const prom = join(terminal.path, 'x.prom');
    const nagios = await terminal.call('check', '--nagios', '--prometheus', prom);
    expect(nagios.stdout).toContain('(other)');
    const zip = join(terminal.path, 'b.zip');
    await terminal.call('bundle', '--out', zip);
    const bundle = Object.values(unzipSync(readFileSync(zip))).map((bytes) => strFromU8(bytes));
    for (const text of [nagios.stdout, nagios.stderr, readFileSync(prom, 'utf8'), ...bundle])
      expect(text).not.toMatch(/1234/);
  });
});

describe('the clock', () => {
  beforeEach((context) => tried(context, 'clock', 'set back, another zone'));

  it('set back behind the last line: the press stays known, the clock comes first, nothing is done', async () => {
    using terminal = prepared();
    const later = { at: '2026-01-25T09:00:00+09:00' };
    const lines = chainOf([
      later,
      { ...later, event: 'download-started' },
      { ...later, event: 'download-finished', outcome: 'restart-required', pressed: true },
    ]);
    terminal.put(textOf(lines), headOf(lines));
    const answer = await terminal.answer();
    expect(answer.journal.state).toBe('intact');
    expect(answer.checks.find(({ id }) => id === 'clock')?.status).toBe('fail');
    expect(answer).toMatchObject({ verdict: 'action-needed', nextStep: { id: 'fix-first', check: 'clock' } });
    expect(await terminal.append()).toBe(1);
    // And the desk believes it: the console says so of such a journal.
    const folder = join(terminal.path, 'answers');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...answer, simulated: false }));
    expect(
      deskDocumentSchema.parse(JSON.parse((await run('desk', folder, '--json')).stdout)).counts.byState['fix-first'],
    ).toBe(1);
  });

  it('in another zone: the same instant has the same verdict, and the zone is told', async () => {
    using folder = temporaryFolder();
    const base = join(import.meta.dirname, '../../dist/scenarios/already-current');
    const verdicts: unknown[] = [];
    for (const [at, now] of [
      '2026-01-21T08:10:00+09:00',
      '2026-01-20T23:10:00+00:00',
      '2026-01-20T13:40:00-09:30',
    ].entries()) {
      const own = join(folder.path, String(at));
      cpSync(base, own, { recursive: true });
      const scenario: unknown = JSON.parse(readFileSync(join(base, 'scenario.json'), 'utf8'));
      writeFileSync(join(own, 'scenario.json'), JSON.stringify({ ...Object(scenario), now }));
      const { stdout } = await run('check', '--json', '--simulate', own);
      const { verdict, nextStep, delivery, checks } = answerSchema.parse(JSON.parse(stdout));
      verdicts.push([verdict, nextStep.id, delivery.nextNight, delivery.phase]);
      expect(checks.find(({ id }) => id === 'clock')?.status).toBe(at === 0 ? 'ok' : 'warn');
    }
    expect(new Set(verdicts.map((each) => JSON.stringify(each))).size).toBe(1);
  });
});
