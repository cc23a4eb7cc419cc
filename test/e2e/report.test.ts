import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { width } from '../../src/text/cells.ts';
import { reportAnswerSchema, reportDocumentSchema } from '../../src/report/document.ts';
import type { PtyProgram } from '../harness/pty.ts';
import { open, run, temporaryFolder } from './built.ts';
import { answerOf } from './prepared.ts';
import { confirm } from './robot.ts';

const DATA = 'files/ProgramData/oqs-console';
const NAME = 'サンプルクリニック';
const encoder = new TextEncoder();

/** Opens the report on a terminal that is up to date. */
async function openReport(workdir: string): Promise<PtyProgram> {
  const program = open('--simulate', 'already-current', '--workdir', workdir);
  await program.waitFor('問題のない点検');
  program.press('enter');
  await program.waitFor('> 端末の台数: [ ]');
  return program;
}

async function focusName(program: PtyProgram): Promise<void> {
  await selectName(program);
  program.press('enter');
  await program.waitFor('> 医療機関名: [');
}

async function selectName(program: PtyProgram): Promise<void> {
  program.press('escape');
  await program.waitFor(/> \[.\] +端末の台数/);
  for (const label of ['識別番号', '完了年月日', '医療機関名']) {
    program.press('down');
    await program.waitFor(new RegExp(`> \\[.\\] +${label}`));
  }
}

/** Cuts bytes at these sizes, over and over; a cut may lie inside a character. */
function pieces(text: string, sizes: readonly number[]): readonly Uint8Array[] {
  const bytes = encoder.encode(text);
  const cut: Uint8Array[] = [];
  for (let from = 0, index = 0; from < bytes.length; index += 1) {
    const size = sizes[index % sizes.length] ?? bytes.length;
    cut.push(bytes.slice(from, from + size));
    from += size;
  }
  return cut;
}

/** Sends the pieces; the next one not before the screen shows what has come in whole so far. */
async function typeIn(
  program: PtyProgram,
  text: string,
  sizes: readonly number[],
  shown: (typed: string) => string,
): Promise<void> {
  const decoder = new TextDecoder();
  let typed = '';
  for (const piece of pieces(text, sizes)) {
    program.send(piece);
    typed += decoder.decode(piece, { stream: true });
    await program.waitFor(shown(typed));
  }
}

/** The terminal's cursor stands where text goes: there the input method shows what it composes. */
async function cursorBehind(program: PtyProgram, text: string): Promise<void> {
  await program.waitFor(
    ({ screen }) => {
      const { column, row } = program.terminal.cursor;
      return screen[row]?.startsWith(text) === true && column === width(text);
    },
    { describe: `the cursor behind ${text}` },
  );
}

const nameField = (typed: string): string => `> 医療機関名: [${typed} ]`;
const phoneField = (typed: string): string => `> 電話番号:   [${typed.normalize('NFKC').replace(/\D/g, '')} ]`;

/** The number as people and input methods write it: its hyphens are six different characters. */
const numbers = [
  '０３\u2212１２３４\u2212５６７８',
  '０３\uFF0D１２３４\uFF0D５６７８',
  '０３ー１２３４ー５６７８',
  '０３‐１２３４‐５６７８',
  '03ｰ1234ｰ5678',
  '０３　１２３４−５６７８',
];

/** All at once, a byte at a time, and sizes by chance. */
const cuts: readonly (readonly number[])[] = [
  [1_000],
  [1],
  ...fc.sample(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), {
    numRuns: 4,
    seed: 150,
  }),
];

describe('typing with the input method, in pieces of any size', () => {
  it('loses nothing and doubles nothing', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = await openReport(workdir);
    await focusName(program);
    for (const [index, sizes] of cuts.entries()) {
      await typeIn(program, NAME, sizes, nameField);
      program.press('enter');
      await program.waitFor('> 電話番号:   [ ]');
      await typeIn(program, numbers[index % numbers.length] ?? '', sizes, phoneField);
      const { text } = await program.waitFor(phoneField('0312345678'));
      expect(text).toMatch(/医療機関名: サンプルクリニック\n/);
      await cursorBehind(program, '> 電話番号:   [0312345678');
      // Empty both for the next time, as a key that is held down does it.
      program.type('\u007F'.repeat(20));
      await program.waitFor('> 電話番号:   [ ]');
      program.press('up');
      await program.waitFor(nameField(NAME));
      program.type('\u007F'.repeat(20));
      await program.waitFor(nameField(''));
    }
  }, 120_000);

  it('takes both with Enter after each as fast as they come, and keeps them', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = await openReport(workdir);
    await focusName(program);
    for (const sizes of cuts) {
      for (const piece of pieces(`${NAME}\r０３−１２３４－５６７８\r`, sizes)) program.send(piece);
      const { text } = await program.waitFor('> フォームに写す値を見る');
      expect(text).toMatch(/医療機関名: サンプルクリニック\n/);
      expect(text).toMatch(/電話番号: {3}0312345678\n/);
      // No longer a piece of it, as anything within 30 ms is.
      await setTimeout(100);
      program.press('up');
      await program.waitFor(/> \[済\] +電話番号/);
      program.press('enter');
      await program.waitFor(phoneField('0312345678'));
      program.type('\u007F'.repeat(20));
      await program.waitFor(phoneField(''));
      program.press('up');
      await program.waitFor(nameField(NAME));
      program.type('\u007F'.repeat(20));
      await program.waitFor(nameField(''));
    }
    program.press('ctrl-c');
    await program.waitForExit();
    expect(JSON.parse(readFileSync(join(workdir, DATA, 'clinic.json'), 'utf8'))).toEqual({
      formatVersion: 1,
      name: NAME,
      phone: '0312345678',
    });
  }, 60_000);
});

describe('Enter and what is typed after it in one chunk', () => {
  it('opens the field, and loses nothing of it', async () => {
    using folder = temporaryFolder();
    await using program = await openReport(join(folder.path, 'terminal'));
    await selectName(program);
    program.type(`\r${NAME}\r０３ー１２３４ー５６７８`);
    await program.waitFor('> 電話番号:   [0312345678 ]');
    await program.waitFor(/医療機関名: サンプルクリニック\n/);
    expect(program.view.text).toContain('完了報告');
  }, 60_000);
});

describe('from the count to the report that was sent', () => {
  it('by the console, with the file and the record', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await using program = await openReport(workdir);
    program.type('２＋１');
    await program.waitFor('> 端末の台数: [2+1 ]');
    program.press('enter');
    await program.waitFor('> 済んだ台数: [ ]');
    program.type('２');
    await program.waitFor('> 済んだ台数: [2 ]');
    program.press('enter');
    await program.waitFor('端末 2 台がすべて済みと記録しました。');
    await program.waitFor(nameField(''));
    program.type(`${NAME}まちがい`);
    await program.waitFor(nameField(`${NAME}まちがい`));
    program.press('ctrl-w');
    await program.waitFor(nameField(NAME));
    program.press('enter');
    await program.waitFor('> 電話番号:   [ ]');
    program.type('99');
    await program.waitFor(phoneField('99'));
    program.press('ctrl-u');
    await program.waitFor(phoneField(''));
    program.type('03-1234-5678');
    program.press('enter');
    await program.waitFor('[済] 送る準備ができました。');

    // Another hand cannot mark it meanwhile, and learns whose turn it is.
    const args = ['--simulate', 'already-current', '--workdir', workdir];
    const locked = await run('report', 'sent', ...args);
    expect(locked).toMatchObject({ exitCode: 64, stdout: '' });
    expect(locked.stderr).toContain(`プロセス ${String(program.pid)}`);

    program.press('down');
    await program.waitFor('> テキストファイルに保存する');
    program.press('enter');
    await confirm(program, 'このプログラムのあるドライブ', (key) => program.press(key));
    await program.waitFor('保存した場所');
    const file = join(workdir, 'usb/kanryo-hokoku-2026-01-face-library.txt');
    expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFF完了報告: .*\r\n[^]*医療機関名\r\nサンプルクリニック\r\n/);
    for (const row of ['送り方の手引きを見る', '送ったことを記録する']) {
      program.press('down');
      await program.waitFor(`> ${row}`);
    }
    program.press('enter');
    await confirm(program, '記録する', (key) => program.press(key));
    await program.waitFor('に、送ったことを記録しました。');
    await program.waitFor('次にすること: 完了しました');
    program.press('ctrl-c');
    await program.waitForExit();

    const journal = readFileSync(join(workdir, DATA, 'journal.jsonl'), 'utf8');
    expect(journal).toContain('"event":"report-sent","identificationNumber":"150"');
    expect(journal).not.toMatch(/サンプル|0312345678|03-1234/);
    const { exitCode, stdout } = await run('report', ...args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\[済\] .* に、送ったことを記録しました。\n/);
  }, 90_000);
});

describe('the command line', () => {
  let jsonSchema: unknown;
  beforeAll(async () => {
    jsonSchema = JSON.parse((await run('schema', 'report')).stdout);
  });

  it('prints the schema of its answer', () => {
    expect(z.looseObject({ anyOf: z.array(z.unknown()) }).parse(jsonSchema).anyOf).toHaveLength(2);
  });

  it('refuses to mark a report that is not ready, writes nothing, and says why', async () => {
    using folder = temporaryFolder();
    const args = ['--simulate', 'already-current', '--workdir', folder.path];
    const { exitCode, stdout, stderr } = await run('report', 'sent', ...args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '記録していません。\n' });
    expect(stdout).toContain('  - 医院の端末の台数を、まだ答えていません。\n');
    expect(existsSync(join(folder.path, DATA, 'journal.jsonl'))).toBe(false);
  });

  it('marks one that was sent elsewhere, with nothing but the proof; then all is done', async () => {
    using folder = temporaryFolder();
    const args = ['--simulate', 'already-current', '--workdir', folder.path];
    const marked = await run('report', 'sent', '--elsewhere', '--json', ...args);
    expect(marked).toMatchObject({ exitCode: 0, stderr: '' });
    const document = reportDocumentSchema.parse(JSON.parse(marked.stdout));
    expect(document).toMatchObject({ ready: false, sent: { elsewhere: true } });
    expect((await run('report', ...args)).exitCode).toBe(0);
    const again = await run('report', 'sent', ...args);
    expect({ exitCode: again.exitCode, stderr: again.stderr }).toEqual({
      exitCode: 1,
      stderr: '記録していません。\n',
    });
    const once = await run('report', 'sent', '--elsewhere', ...args);
    expect(once).toMatchObject({ exitCode: 0, stderr: 'すでに記録されています。何も書き加えていません。\n' });
    const journal = readFileSync(join(folder.path, DATA, 'journal.jsonl'), 'utf8');
    expect(journal.match(/"event":"report-sent"/g)).toHaveLength(1);
    const { answer } = await answerOf('already-current', '--workdir', folder.path);
    expect(answer.nextStep.id).toBe('all-done');
  });

  it.each([
    ['already-current', 1, ['terminals-not-counted', 'field', 'field']],
    ['outdated-morning', 1, ['version-not-proven', 'terminals-not-counted', 'field', 'field']],
    ['unreadable-record', 3, ['version-unknown', 'terminals-not-counted', 'field', 'field']],
  ])('%s: exit %i, and every reason', async (scenario, code, reasons) => {
    const { exitCode, stdout, stderr } = await run('report', '--json', '--simulate', scenario);
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: '' });
    const document = reportDocumentSchema.parse(JSON.parse(stdout));
    expect(document.reasons.map(({ id }) => id)).toEqual(reasons);
    expect(reportAnswerSchema.parse(JSON.parse(stdout))).toEqual(document);
    const elsewhere = await run('report', 'sent', '--elsewhere', '--simulate', scenario);
    expect(elsewhere.exitCode).toBe(scenario === 'already-current' ? 0 : 1);
  });

  it.each([
    [['report', '--elsewhere'], 'usage'],
    [['report', 'sent', '--read-only'], 'read-only'],
    [['--read-only', 'report', 'sent'], 'read-only'],
    [['report', 'gone'], 'usage'],
  ])('%j is a wrong call', async (args, code) => {
    const { exitCode, stdout } = await run(...args, '--json', '--simulate', 'already-current');
    expect(exitCode).toBe(64);
    expect(errorDocumentSchema.parse(JSON.parse(stdout)).error.code).toBe(code);
  });
});
