import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvRows } from '../../src/desk/spreadsheet.ts';
import { deskDocumentSchema } from '../../src/desk/document.ts';
import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';
import { CLINICS as FLEET_CLINICS, TERMINALS as FLEET_TERMINALS, writeFleet } from '../../scripts/bench/desk-fleet.ts';
import { MAIN, run, temporaryFolder } from './built.ts';

const SCENARIOS = [
  'outdated-morning',
  'already-current',
  'two-failed-cycles',
  'unreadable-record',
  'delivery-task-missing',
  'downloaded-not-restarted',
] as const;
const TERMINALS = 300;
/** The clinics have three terminals each. */
const CLINICS = TERMINALS / 3;

const real: Answer[] = [];

beforeAll(async () => {
  for (const name of SCENARIOS) {
    const { stdout } = await run('check', '--json', '--simulate', name);
    real.push(answerSchema.parse(JSON.parse(stdout)));
  }
}, 120_000);

/** A real answer as another terminal would have given it, a few minutes ago. */
function answerOf(index: number, base: Answer | undefined): Answer {
  if (!base) throw new Error('no answer');
  return {
    ...base,
    clinic: { id: null },
    terminal: { ...base.terminal, name: `ONS${String(index).padStart(3, '0')}` },
    generatedAt: new Date(Date.now() - 120_000).toISOString(),
  };
}

/** Most clinics are done; each tenth has one terminal in another state. */
function gather(folder: string): void {
  const [, current] = real;
  for (let index = 0; index < TERMINALS; index += 1) {
    const clinic = Math.floor(index / 3);
    const odd = index % 30 === 0;
    const base = odd ? real[(index / 30) % real.length] : current;
    put(
      folder,
      `clinic-${String(clinic).padStart(3, '0')}/ONS${String(index)}.json`,
      JSON.stringify(answerOf(index, base)),
    );
  }
}

function put(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function openDesk(folder: string, ...options: readonly string[]): PtyProgram {
  return startInPty(process.execPath, [MAIN, 'desk', folder, ...options], { columns: 80, rows: 24 });
}

describe('desk as a table', () => {
  it('counts everything, names what it cannot read, and ends with the worst', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    put(folder.path, 'broken.json', '{"formatVersion":"1.0"');
    put(folder.path, 'clinic-000/later.json', JSON.stringify({ ...answerOf(0, real[1]), formatVersion: '2.0' }));
    const { stdout, exitCode } = await run('desk', folder.path);
    expect(stdout).toContain(`/${String(TERMINALS)} 台が済み`);
    expect(stdout).toContain('問題のあるファイルや行: 2 件');
    expect(stdout).toContain(`/${String(CLINICS)} か所が全台済み`);
    expect(stdout.replaceAll('\n  ', '')).toContain('broken.json: JSON として読めません');
    expect(stdout).toContain('formatVersion 2.0');
    expect(exitCode).toBe(2);
  });

  it('gives the same as one document, whatever the files are', async () => {
    using folder = temporaryFolder();
    const lines = [0, 1, 2].map((index) => JSON.stringify(answerOf(index, real[index])));
    put(folder.path, 'sakura/all.jsonl', `${lines.join('\n')}\n{\n`);
    // PowerShell's `>` writes UTF-16LE with a mark, Notepad UTF-8 with one.
    const path = put(folder.path, 'momiji/utf16.json', '');
    writeFileSync(path, Buffer.from(`\uFEFF${JSON.stringify(answerOf(7, real[1]))}`, 'utf16le'));
    put(folder.path, 'momiji/utf8.json', `\uFEFF${JSON.stringify(answerOf(8, real[1]))}`);
    symlinkSync(folder.path, join(folder.path, 'loop'));
    const { stdout, exitCode } = await run('desk', folder.path, '--json');
    const document = deskDocumentSchema.parse(JSON.parse(stdout));
    expect(document.counts).toMatchObject({ terminals: 5, bad: 1, clinics: 2, clinicsDone: 1 });
    expect(document.bad).toMatchObject([{ line: 4 }]);
    expect(document.clinics.find(({ name }) => name === 'momiji')).toMatchObject({ allDone: true, done: 2 });
    expect(exitCode).toBe(2);
  });

  it('never takes terminals of one name for one, and no failed one is hidden by a done one', async () => {
    using folder = temporaryFolder();
    const failed = JSON.stringify(answerOf(1, real[2]));
    const done = JSON.stringify({ ...answerOf(1, real[1]), generatedAt: new Date().toISOString() });
    const one = put(folder.path, 'm/C1/ONS01.json', failed);
    const other = put(folder.path, 'm/C2/ONS01.json', done);
    const lines = put(folder.path, 'all.jsonl', `${failed}\n${`${done}\n`.repeat(16)}`);
    const dated = join(folder.path, 'dated');
    put(dated, '2026-01-20/C1/ONS01.json', failed);
    put(dated, '2026-01-20/C2/ONS01.json', done);
    for (const [paths, terminals, clinics] of [
      [[one, other], 2, ['C1', 'C2']],
      [[join(folder.path, 'm')], 2, ['C1', 'C2']],
      [[join(folder.path, 'm/C1'), join(folder.path, 'm/C2')], 2, ['C1', 'C2']],
      [[dated], 2, ['C1', 'C2']],
      [[lines], 17, [basename(folder.path)]],
    ] as const) {
      const { stdout, exitCode } = await run('desk', ...paths, '--json');
      const document = deskDocumentSchema.parse(JSON.parse(stdout));
      expect(document.counts).toMatchObject({ terminals, done: terminals - 1 });
      expect(document.clinics.map(({ name }) => name)).toEqual(clinics);
      expect(exitCode).toBe(2);
    }
  });

  it('says what is practice, what is from the future and what power took away', async () => {
    using folder = temporaryFolder();
    const practice = put(folder.path, 'a/ONS001.json', JSON.stringify(answerOf(1, real[1])));
    const first = await run('desk', practice);
    expect(first.stdout).toContain('すべて模擬端末です');
    expect(first.exitCode).toBe(0);
    put(folder.path, 'a/ONS002.json', JSON.stringify({ ...answerOf(2, real[1]), simulated: false }));
    const mixed = await run('desk', folder.path);
    expect(mixed.stdout).toMatch(/^.* ONS001 模擬\(数えません\)/m);
    expect(mixed.exitCode).toBe(3);
    const ahead = { ...answerOf(3, real[1]), generatedAt: '2190-01-01T00:00:00Z' };
    const future = await run('desk', put(folder.path, 'b/ONS003.json', JSON.stringify(ahead)));
    expect(future.stdout).toContain('未来の時刻');
    expect(future.exitCode).toBe(3);
    const tail = put(folder.path, 'c/ONS004.jsonl', `${JSON.stringify(answerOf(4, real[1]))}\n\0\0\0\0`);
    const torn = await run('desk', tail);
    expect(torn.stdout).toContain('問題のあるファイルや行: 1 件');
    expect(torn.exitCode).toBe(3);
    const big = put(folder.path, 'd/ONS005.jsonl', '');
    const text = `\uFEFF${JSON.stringify(answerOf(5, real[1]))}\n`;
    writeFileSync(big, Buffer.from(text, 'utf16le').swap16());
    expect((await run('desk', big)).exitCode).toBe(0);
  });

  it('does not take half a header of the roster for a terminal', async () => {
    using folder = temporaryFolder();
    put(folder.path, 'a/ONS001.json', JSON.stringify(answerOf(1, real[1])));
    const roster = put(folder.path, 'roster.csv', '端末名,備考\nONS001,x\n');
    const { stderr, exitCode } = await run('desk', folder.path, '--roster', roster);
    expect(stderr).toContain('roster.csv:1');
    expect(exitCode).toBe(64);
  });

  it('shows the terminals of the roster that nothing was heard of, and the check that failed', async () => {
    using folder = temporaryFolder();
    put(folder.path, 'a/ONS001.json', JSON.stringify({ ...answerOf(1, real[1]), simulated: false }));
    const failed = await run('check', '--json', '--simulate', 'no-such-scenario');
    put(folder.path, 'a/ONS002.json', failed.stdout);
    const roster = put(folder.path, 'roster.csv', '医療機関,端末\na,ONS001\na,ONS002\nb,ONS003\n壊れた行\n');
    const { stdout, exitCode } = await run('desk', join(folder.path, 'a'), folder.path, '--roster', roster);
    expect(stdout).toContain('回答なし: 1 台');
    expect(stdout).toContain('点検できず: 1 台');
    expect(stdout).toContain('5 行目');
    expect(exitCode).toBe(3);
  });

  it('writes a CSV once, and never over a file', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    const csv = join(folder.path, 'out.csv');
    const first = await run('desk', folder.path, '--csv', csv, '--state', 'failed');
    expect(first.stdout).toBe('');
    expect(first.stderr).toContain(csv);
    const rows = csvRows(readFileSync(csv, 'utf8').slice(1));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.slice(1).every(({ cells }) => cells[2] === '失敗(問い合わせる)')).toBe(true);
    const before = readFileSync(csv);
    const second = await run('desk', folder.path, '--list', '--csv', csv);
    expect(second.exitCode).toBe(64);
    expect(second.stdout).toContain('端末のとりまとめ');
    expect(second.stderr).toContain('同じ名前のファイルがすでにあります');
    const json = await run('desk', folder.path, '--csv', csv, '--json');
    expect(json.exitCode).toBe(64);
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'cannot-write' } });
    expect(readFileSync(csv).equals(before)).toBe(true);
  });

  it('writes a workbook once, and never over a file', async () => {
    using folder = temporaryFolder();
    put(folder.path, 'a.json', JSON.stringify(answerOf(0, real[2])));
    const path = join(folder.path, 'out.xlsx');
    expect((await run('desk', folder.path, '--xlsx', path)).stderr).toContain(path);
    const before = readFileSync(path);
    expect(before.subarray(0, 2).toString()).toBe('PK');
    expect((await run('desk', folder.path, '--xlsx', path)).exitCode).toBe(64);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('writes a page to print once, and never over a file', async () => {
    using folder = temporaryFolder();
    put(folder.path, 'a.json', JSON.stringify(answerOf(0, real[2])));
    const path = join(folder.path, 'out.html');
    const written = await run('desk', folder.path, '--html', path);
    expect(written).toMatchObject({ exitCode: 2, stdout: '' });
    expect(written.stderr).toContain(path);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain('<table>');
    expect((await run('desk', folder.path, '--html', path)).exitCode).toBe(64);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect((await run('desk', folder.path, '--html', '-')).stdout).toMatch(/^<!doctype html>/);
  });

  it.each([
    [['--csv', 'same', '--xlsx', 'same'], '--csv と --xlsx に同じファイル'],
    [['--csv', './same', '--html', 'same'], '--csv と --html に同じファイル'],
    [['--xlsx', 'Same', '--html', 'same'], '--xlsx と --html に同じファイル'],
    [['--csv', 'new', '--xlsx', 'there'], '同じ名前のファイルがすでにあります'],
    [['--csv', 'no-such-folder/x'], '書けるフォルダを --csv に指定してください'],
    [['--html', 'no-such-folder/x'], '書けるフォルダを --html に指定してください'],
  ])('writes no file where not all can be written: %j', async (options, said) => {
    using folder = temporaryFolder();
    put(folder.path, 'a.json', JSON.stringify(answerOf(0, real[2])));
    put(folder.path, 'there', '');
    const inFolder = options.map((each) => (each.startsWith('--') ? each : `${folder.path}/${each}`));
    const { stderr, exitCode } = await run('desk', folder.path, ...inFolder);
    expect(stderr).toContain(said);
    expect(exitCode).toBe(64);
    expect(readdirSync(folder.path).toSorted()).toEqual(['a.json', 'there']);
  });

  it('tells each open terminal on one line, and why below it where that is asked for', async () => {
    using folder = temporaryFolder();
    put(folder.path, 'a/ONS001.json', JSON.stringify(answerOf(1, real[0])));
    const reason = real[0]?.nextStep.reason.slice(0, 8) ?? 'none';
    const plain = await run('desk', folder.path, '--list');
    expect(plain.stdout.split('\n').filter((row) => row.includes('ONS001'))).toHaveLength(1);
    expect(plain.stdout).not.toContain(reason);
    const whole = await run('desk', folder.path, '--reasons');
    expect(whole.stdout).toContain(reason);
    expect(whole.exitCode).toBe(plain.exitCode);
  });

  it('counts every terminal of a large desk once, whatever its roster and its ids have been through', async () => {
    using folder = temporaryFolder();
    await writeFleet(folder.path, MAIN, Date.now() - 60_000);
    const [today, roster, since] = ['today', 'roster.csv', 'yesterday'].map((name) => join(folder.path, name));
    const { stdout } = await run('desk', today ?? '', '--roster', roster ?? '', '--since', since ?? '', '--json');
    const { counts, clinics, bad } = deskDocumentSchema.parse(JSON.parse(stdout));
    expect(counts).toMatchObject({ terminals: FLEET_TERMINALS, clinics: FLEET_CLINICS });
    const sum = (each: Readonly<Record<string, number>>): number =>
      Object.values(each).reduce((total, count) => total + count, 0);
    for (const each of [counts.byState, counts.bySeverity, counts.byChange ?? {}])
      expect(sum(each)).toBe(FLEET_TERMINALS);
    expect(counts.byChange).toMatchObject({ new: 0 });
    // Ten clinics to phone first: each must restart, its phone stands beside it, and who opens first comes first.
    const first = clinics.slice(0, 10).map(({ title, shown: [worst] }) => ({ title, ...worst }));
    expect(first.map(({ urgency }) => urgency)).toEqual(Array(10).fill('restart'));
    expect(first.every(({ title, phone, opens }) => title && phone && opens)).toBe(true);
    const rank = ['8:30', '8時半', '9:00', '9時', '10:00'];
    const order = first.map(({ opens }) => Math.floor((rank.indexOf(opens ?? '') + 0.5) / 2));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    for (const words of ['閉じていない引用符', '置けないところに引用符', '改行を含む欄', '名簿の「1月2日', '答えの「'])
      expect(bad.some(({ reason }) => reason.includes(words))).toBe(true);
  }, 120_000);

  it('says what changed since yesterday, and shows that alone', async () => {
    using folder = temporaryFolder();
    const [today, before] = [join(folder.path, 'today'), join(folder.path, 'before')];
    const yesterday = { generatedAt: new Date(Date.now() - 86_400_000).toISOString() };
    for (const [index, then, now] of [
      [0, real[0], real[1]],
      [1, real[1], real[1]],
      [2, real[1], real[2]],
    ] as const) {
      put(before, `a/${String(index)}.json`, JSON.stringify({ ...answerOf(index, then), ...yesterday }));
      put(today, `a/${String(index)}.json`, JSON.stringify(answerOf(index, now)));
    }
    const { stdout } = await run('desk', today, '--since', before);
    expect(stdout.replaceAll('\n  ', '')).toContain(
      '悪化 1、新しく済み 1、状態が変わった 0、変わらず 1、前の答えなし 0',
    );
    const bad = await run('desk', today, '--since', before, '--change', 'newly-bad');
    expect(bad.stdout).toContain('ONS002');
    expect(bad.stdout).not.toContain('ONS000');
    await using desk = openDesk(today, '--since', before);
    await desk.waitFor(({ text }) => text.includes('悪化 1') && text.includes('新しく済み 1'));
    desk.press('ctrl-c');
    expect(await desk.waitForExit()).toMatchObject({ exitCode: 0 });
  });

  it.each([
    [['desk'], '引数がありません'],
    [['desk', '/no/such/folder'], 'フォルダまたはファイルがありません'],
    [['desk', '.', '--state', 'fine'], '--state'],
    [['desk', '.', '--stale', '0'], '--stale'],
    [['desk', '.', '--roster', '/no/such/file'], '/no/such/file'],
    [['desk', '.', '--since', '/no/such/folder'], '/no/such/folder'],
    [['desk', '.', '--since', '.', '--change', 'better'], '--change'],
    [['desk', '.', '--change', 'newly-bad'], '--since'],
  ] as const)('%j is a wrong call', async (args, words) => {
    const { exitCode, stderr } = await run(...args);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(64);
  });

  it('says so where there is nothing', async () => {
    using folder = temporaryFolder();
    const { stdout, exitCode } = await run('desk', folder.path);
    expect(stdout).toContain('答えが一つもありません');
    expect(exitCode).toBe(3);
  });
});

describe('desk on a terminal', () => {
  it('shows the worst first, leads to the detail, and leaves the terminal as it was', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    put(folder.path, 'broken.json', '{');
    await using desk = openDesk(folder.path);
    const { text } = await desk.waitFor(
      (view) => view.text.includes('問題のあるファイル 1') && view.text.includes(`/${String(TERMINALS)} 台`),
    );
    expect(text).toMatch(/> \[要\] +clinic-.*再起動が必要/);
    desk.press('enter');
    await desk.waitFor(/端末 .*clinic-/);
    desk.press('enter');
    await desk.waitFor('部品のバージョン');
    desk.press('end');
    await desk.waitFor(/ファイル: .*\.json/);
    desk.press({ type: 'b' });
    await desk.waitFor('JSON として読めません');
    desk.press('ctrl-c');
    expect(await desk.waitForExit()).toMatchObject({ exitCode: 0 });
    expect(desk.terminal.alternate).toBe(false);
    expect(desk.terminal.wraps).toBe(true);
  });

  it('shows a change within its next look, on the same clinic', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    await using desk = openDesk(folder.path);
    await desk.waitFor(`/${String(TERMINALS)} 台`);
    let before = selectedOf(desk.view.screen);
    for (const _ of [1, 2]) {
      const last = before;
      desk.press('down');
      before = selectedOf((await desk.waitFor(({ screen }) => selectedOf(screen) !== last)).screen);
    }
    put(folder.path, 'clinic-new/ONS900.json', JSON.stringify(answerOf(900, real[2])));
    const { screen: after } = await desk.waitFor(`/${String(TERMINALS + 1)} 台`, { timeout: 30_000 });
    expect(selectedOf(after)).toBe(before);
    desk.press('ctrl-c');
    await desk.waitForExit();
  });

  it('filters by words and states, and tells of Japanese input', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    await using desk = openDesk(folder.path);
    await desk.waitFor(`/${String(TERMINALS)} 台`);
    desk.type('か');
    await desk.waitFor('半角/全角');
    desk.press({ type: '/' });
    await desk.waitFor('言葉: [');
    desk.type('ＯＮＳ２９９');
    await desk.waitFor(({ text }) => text.includes('clinic-099') && !text.includes('clinic-000'));
    desk.press('enter');
    await desk.waitFor('絞り込み: 言葉「ＯＮＳ２９９」');
    desk.press('escape');
    await desk.waitFor('絞り込みなし');
    desk.press({ type: 'f' });
    await desk.waitFor('絞り込み: 状態「失敗');
    desk.press('ctrl-c');
    expect(await desk.waitForExit()).toMatchObject({ exitCode: 0 });
  });

  it('exports what is in view beside the answers', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    await using desk = openDesk(folder.path);
    await desk.waitFor(`/${String(TERMINALS)} 台`);
    desk.press({ type: 'e' });
    await desk.waitFor('CSV に書き出しました');
    const name = readdirSync(folder.path).find((each) => /^oqs-desk-\d{8}-\d{4}\.csv$/.test(each));
    const bytes = readFileSync(join(folder.path, name ?? 'missing'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csvRows(bytes.toString('utf8').slice(1))).toHaveLength(TERMINALS + 1);
    desk.press('ctrl-c');
    await desk.waitForExit();
  });

  it('keeps beside the answers who was called, and takes no answer from there', async () => {
    using folder = temporaryFolder();
    put(folder.path, 'a/ONS001.json', JSON.stringify(answerOf(1, real[0])));
    const marks = join(folder.path, 'desk-called.json');
    {
      await using desk = openDesk(folder.path);
      await desk.waitFor('/1 台');
      desk.press({ type: 't' });
      await desk.waitFor('電話済みの印を付けました');
      desk.press('ctrl-c');
      await desk.waitForExit();
    }
    expect(JSON.parse(readFileSync(marks, 'utf8'))).toMatchObject({
      called: [{ clinic: expect.any(String) as string }],
    });
    const { counts } = deskDocumentSchema.parse(JSON.parse((await run('desk', folder.path, '--json')).stdout));
    expect(counts).toMatchObject({ terminals: 1, bad: 0 });
    await using again = openDesk(folder.path);
    await again.waitFor(/電話済み \d\d:\d\d/);
    again.press({ type: 't' });
    await again.waitFor('電話済みの印を外しました');
    again.press('ctrl-c');
    await again.waitForExit();
    expect(JSON.parse(readFileSync(marks, 'utf8'))).toMatchObject({ called: [] });
  });

  it('can be used with arrows, Enter and Esc alone', async () => {
    using folder = temporaryFolder();
    put(folder.path, 'a.json', JSON.stringify(answerOf(1, real[0])));
    await using desk = openDesk(folder.path);
    await desk.waitFor('/1 台');
    desk.press('up', 'enter');
    await desk.waitFor('終了する');
    desk.press('up', 'down', 'down', 'down', 'down', 'down', 'down', 'down', 'down', 'down', 'enter');
    expect(await desk.waitForExit()).toMatchObject({ exitCode: 0 });
  });

  it('leaves the terminal as it was when it is told to stop', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    await using desk = openDesk(folder.path);
    await desk.waitFor('医療機関');
    desk.kill('SIGTERM');
    expect(await desk.waitForExit()).toMatchObject({ exitCode: 143 });
    expect(desk.terminal.alternate).toBe(false);
  });

  it('writes nothing', async () => {
    using folder = temporaryFolder();
    gather(folder.path);
    const listing = (): string =>
      execFileSync('find', [folder.path, '-newer', join(folder.path, 'mark')], { encoding: 'utf8' });
    appendFileSync(join(folder.path, 'mark'), '');
    const before = listing();
    await using desk = openDesk(folder.path);
    await desk.waitFor(`/${String(TERMINALS)} 台`);
    desk.press('ctrl-c');
    await desk.waitForExit();
    expect(listing()).toBe(before);
    expect(existsSync(join(folder.path, 'clinic-000'))).toBe(true);
  });
});

/** The name of the selected clinic; '' where none is. */
function selectedOf(screen: readonly string[]): string {
  return /clinic-\w+/.exec(screen.find((row) => row.startsWith('> ')) ?? '')?.[0] ?? '';
}
