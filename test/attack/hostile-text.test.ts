import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { csvRows } from '../../src/desk/spreadsheet.ts';
import { builtInFile } from '../../src/domain/notice/built-in.ts';
import { MAIN, run, temporaryFolder, writeScenario } from '../e2e/built.ts';
import { startInPty } from '../harness/pty.ts';
import { asArgument, hostile, hostileIn, marked } from './hostile-text.ts';
import { tried } from './tried.ts';

const DATA = 'ProgramData/oqs-console';
const folder = temporaryFolder();
const scenario = join(folder.path, 'terminal');
const answers = join(folder.path, 'answers');

/** A journal as the console writes it, of these events. */
function journal(events: readonly Readonly<Record<string, unknown>>[]): Record<string, string> {
  let prev: string | null = null;
  const lines = events.map((event, at) => {
    const text = JSON.stringify({ at: '2026-01-19T09:00:00+09:00', seq: at + 1, prev, ...event });
    prev = createHash('sha256').update(text).digest('hex');
    return text;
  });
  return {
    [`${DATA}/journal.jsonl`]: lines.map((text) => `${text}\n`).join(''),
    [`${DATA}/journal.head`]: JSON.stringify({ seq: lines.length, sha256: prev }),
  };
}

/** A notice in which every text is hostile. */
function notice(): object {
  const { title, contacts, faq, guide, ...rest } = builtInFile();
  const id = 'planted-entry';
  const entry = {
    id,
    title: marked('手引き'),
    see: [marked('見える')],
    why: marked('理由'),
    do: [marked('する')],
    call: marked('電話'),
    words: [marked('言')],
  };
  return {
    ...rest,
    title: `${title}${marked('題')}`,
    contacts: contacts.map((each) => ({ ...each, name: marked('窓口'), phone: marked('000') })),
    faq: faq.map(({ question, answer }) => ({ question: marked(question), answer: marked(answer) })),
    guide: [...guide, entry],
  };
}

beforeAll(async () => {
  const when = '2026-01-19T09:00:00+09:00';
  const id = '2026-01-face-library';
  writeScenario(
    scenario,
    {
      formatVersion: 1,
      now: '2026-01-21T08:10:00+09:00',
      terminal: { name: marked('端末名'), os: marked('OS') },
      session: { remote: false, locked: false, elevated: true, user: marked('利用者') },
      tool: { installed: true, downloadNow: [{ outcome: 'error', seconds: 0.2, message: marked('道具の言葉') }] },
    },
    {
      [`${DATA}/notices/n.json`]: JSON.stringify(notice()),
      [`${DATA}/settings.json`]: JSON.stringify({
        formatVersion: 1,
        clinicId: marked('医院番号'),
        paths: { deliveryRecord: `C:\\${marked('記録')}.csv` },
      }),
      [`${DATA}/guide.json`]: JSON.stringify({
        formatVersion: 1,
        entries: [
          {
            id: 'site-entry',
            title: marked('現場'),
            see: [marked('見')],
            why: marked('因'),
            do: [marked('す')],
            call: marked('呼'),
            words: [marked('言')],
          },
        ],
      }),
      [`${DATA}/clinic.json`]: JSON.stringify({ formatVersion: 1, name: marked('葛󠄀医院'), phone: '0312345678' }),
      'Program Files/OQS-Auth/Version.info': `${marked('Version')} 5.0.3\r\n`,
      'Program Files/OQS/OQSComApp/Version.info': marked('no version'),
      ...journal([
        { notice: id, event: 'console-started', version: marked('版') },
        { notice: id, event: 'download-started' },
        { notice: id, event: 'download-finished', outcome: 'error', pressed: true, message: marked('言葉') },
        { notice: id, event: 'restart-answered', exitCode: 5, answer: marked('返事') },
        { event: 'restart-confirmed', bootedAt: when, kind: marked('種類') },
        { notice: marked('別'), event: marked('知らない') },
      ]),
    },
  );
  const { stdout } = await run('check', '--json', '--simulate', scenario);
  const answer: unknown = JSON.parse(stdout);
  if (typeof answer !== 'object' || answer === null) throw new Error(stdout);
  const place = join(answers, '医院\u200B\u202E');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'A\u001B[31m\u202E.json'), JSON.stringify(answer));
  const planted = {
    ...answer,
    verdict: marked('判定'),
    notice: { id: marked('id'), target: { component: marked('c'), version: marked('v') }, others: [marked('o')] },
    nextStep: { id: marked('s'), title: `\u200B=1+1${marked('')}`, reason: marked('r'), check: marked('k') },
    components: [
      {
        id: marked('c'),
        name: marked('n'),
        status: marked('st'),
        installed: marked('i'),
        required: marked('q'),
        witnesses: [],
      },
    ],
    checks: [{ id: marked('k'), status: 'fail', summary: marked('s') }],
  };
  writeFileSync(join(place, 'B.json'), JSON.stringify(planted));
  writeFileSync(
    join(place, 'C.json'),
    JSON.stringify({
      formatVersion: '1.1',
      generatedAt: when,
      error: { code: marked('code'), message: marked('m'), where: marked('w'), remedy: marked('r') },
    }),
  );
  writeFileSync(join(place, 'D.json'), JSON.stringify({ formatVersion: marked('9') }));
  writeFileSync(join(folder.path, 'roster.csv'), `医療機関,端末\r\n${asArgument('=名簿')},${asArgument('T')}\r\n`);
});

afterAll(() => folder[Symbol.dispose]());

beforeEach((context) => tried(context, 'texts in and out', 'hostile characters', Object.keys(hostile).length));

/** A door: how it is called, a word that comes out there, and the file that it writes, where it is one. */
interface Door {
  readonly call: readonly string[];
  readonly word: string | null;
  readonly file: string | null;
}

const onTerminal: readonly Door[] = [
  { call: ['check'], word: '題', file: null },
  { call: ['check', '--json'], word: '端末名', file: null },
  { call: ['check', '--nagios'], word: null, file: null },
  { call: ['check', '--prometheus', 'OUT/x.prom'], word: null, file: 'x.prom' },
  { call: ['report'], word: '葛󠄀医院', file: null },
  { call: ['report', '--json'], word: '葛󠄀医院', file: null },
  { call: ['guide'], word: '手引き', file: null },
  { call: ['guide', '現場'], word: '現場', file: null },
  { call: ['guide', '--json'], word: '手引き', file: null },
  { call: ['guide', '--json', asArgument('言')], word: '言', file: null },
  { call: ['history'], word: '言葉', file: null },
  { call: ['history', '--html'], word: '返事', file: null },
  { call: ['history', '--html', '--out', 'OUT/h.html'], word: null, file: 'h.html' },
  { call: ['card'], word: '窓口', file: null },
  { call: ['card', '--html'], word: '窓口', file: null },
  { call: ['card', '--staff', '--html', '--out', 'OUT/c.html'], word: null, file: 'c.html' },
  { call: ['bundle', '--out', 'OUT/b.zip', '--with-clinic'], word: null, file: 'b.zip' },
];

describe('a terminal on which every text is hostile', () => {
  it.each(onTerminal)('$call', async ({ call, word, file }) => {
    const args = call.map((each) => each.replace('OUT', folder.path));
    const { stdout, stderr, exitCode } = await run(...args, '--simulate', scenario);
    expect({ stderr: exitCode < 4 ? '' : stderr }).toEqual({ stderr: '' });
    expect(hostileIn(stdout)).toEqual([]);
    expect(hostileIn(stderr)).toEqual([]);
    expect(stdout).toContain(word ?? '');
    if (file === null) return;
    for (const text of textsOf(file)) expect(hostileIn(text, ['\r'])).toEqual([]);
  });

  it('gives JSON from which every reader gets what the terminal said', async () => {
    const { stdout } = await run('check', '--json', '--simulate', scenario);
    expect(JSON.parse(stdout)).toMatchObject({ terminal: { name: marked('端末名') } });
  });

  it('draws its screens without what it quotes', async () => {
    await using program = startInPty(process.execPath, [MAIN, '--simulate', scenario], { columns: 100, rows: 40 });
    await program.waitFor(({ text }) => text.includes('次にすること'), { describe: 'the status', timeout: 20_000 });
    for (const key of ['6', '7', '8', '9', 't', 's']) {
      const before = program.view.text;
      program.type(key);
      await program.waitFor(({ text }) => text !== before, { describe: `screen ${key}`, timeout: 20_000 });
    }
    expect(program.output).not.toContain('OWNED');
    expect(hostileIn(program.output, ['\r', '\u001B'])).toEqual([]);
  });

  it('writes no journal, settings or clinic file that a terminal obeys when it is shown', async () => {
    const work = join(folder.path, 'work');
    const clinic = { formatVersion: 1, name: '医院', phone: null };
    writeFileSync(join(folder.path, 'clinic.json'), JSON.stringify(clinic));
    const { exitCode } = await run('report', 'sent', '--elsewhere', '--simulate', 'already-current', '--workdir', work);
    expect(exitCode).toBe(0);
    expect(hostileIn(readFileSync(join(work, 'files', DATA, 'journal.jsonl'), 'utf8'))).toEqual([]);
  });
});

/** The text of a file that a door wrote; of a ZIP all of them. */
function textsOf(name: string): readonly string[] {
  const bytes = readFileSync(join(folder.path, name));
  const files = name.endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes];
  return files.map((each) => new TextDecoder().decode(each));
}

describe('gathered answers in which every text is hostile', () => {
  it.each<readonly [readonly string[], string | null]>([
    [['--list'], null],
    [['--reasons'], null],
    [['--json'], null],
    [['--list', '--filter', asArgument('医')], null],
    [['--list', '--csv', 'OUT/d.csv'], 'd.csv'],
    [['--list', '--roster', 'OUT/roster.csv'], null],
    [['--json', '--roster', 'OUT/roster.csv', '--csv', 'OUT/e.csv'], 'e.csv'],
  ])('%j', async (call, file) => {
    const args = call.map((each) => each.replace('OUT', folder.path));
    const { stdout, stderr, exitCode } = await run('desk', answers, ...args);
    expect(exitCode).toBe(3);
    expect(hostileIn(stdout)).toEqual([]);
    expect(hostileIn(stderr)).toEqual([]);
    if (file === null) return;
    const [text = ''] = textsOf(file);
    expect(hostileIn(text, ['\r'])).toEqual([]);
    const cells = csvRows(text).flatMap((row) => row.cells);
    expect(cells.some((cell) => cell.startsWith('=1+1'))).toBe(true);
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(?:^|,)"?[=+@-]/m);
  });

  it('stand in a workbook as texts, without what it quotes', async () => {
    const file = join(folder.path, 'd.xlsx');
    const { exitCode } = await run('desk', answers, '--roster', join(folder.path, 'roster.csv'), '--xlsx', file);
    expect(exitCode).toBe(3);
    const texts = unzipSync(readFileSync(file));
    const text = new TextDecoder().decode(texts['xl/sharedStrings.xml']);
    expect(hostileIn(text)).toEqual([]);
    expect(text).toContain('=1+1');
    expect(new TextDecoder().decode(texts['xl/worksheets/sheet1.xml'])).not.toContain('<f');
  });

  it('stand in a page to print as texts, without what it quotes', async () => {
    const { stdout, exitCode } = await run('desk', answers, '--roster', join(folder.path, 'roster.csv'), '--html', '-');
    expect(exitCode).toBe(3);
    expect(hostileIn(stdout)).toEqual([]);
    expect(stdout).toContain('=1+1');
  });

  it('draws them without what it quotes', async () => {
    await using program = startInPty(process.execPath, [MAIN, 'desk', answers], { columns: 100, rows: 40 });
    await program.waitFor(({ text }) => text.includes('0/2'), { describe: 'the clinics', timeout: 20_000 });
    for (const key of ['enter', 'enter', 'escape'] as const) {
      const before = program.view.text;
      program.press(key);
      await program.waitFor(({ text }) => text !== before, { describe: key, timeout: 20_000 });
    }
    expect(hostileIn(program.output, ['\r', '\u001B'])).toEqual([]);
    expect(program.output).not.toContain('OWNED');
  });

  it('takes two names that look the same for one terminal', async () => {
    using own = temporaryFolder();
    const { stdout } = await run('check', '--json', '--simulate', 'already-current');
    const answer = { ...JSON.parse(stdout), simulated: false, clinic: { id: 'C1' } };
    for (const [file, name] of [
      ['a', 'ONS01'],
      ['b', 'ONS\u200B01'],
      ['c', 'ONS01\u202E'],
    ])
      writeFileSync(
        join(own.path, `${String(file)}.json`),
        JSON.stringify({ ...answer, terminal: { name, os: null } }),
      );
    const desk = await run('desk', own.path, '--json');
    expect(JSON.parse(desk.stdout)).toMatchObject({ counts: { terminals: 1 } });
  });
});

describe('what is wrong with a call or a file is told without what it quotes', () => {
  it.each<readonly [string, readonly string[]]>([
    ['a code', ['code', asArgument('12')]],
    ['an option', ['check', asArgument('--x')]],
    ['a label', ['check', '--prometheus', '/tmp/x.prom', '--label', asArgument('a=')]],
    ['a notice that is not there', ['notice', asArgument('/no/such/')]],
    ['a scenario', ['check', '--json', '--simulate', asArgument('no')]],
    ['a scenario, for a monitor', ['check', '--nagios', '--simulate', asArgument('no')]],
    ['a schema', ['schema', asArgument('no')]],
    ['answers', ['desk', asArgument('/no/such/')]],
  ])('%s', async (_, args) => {
    const { stdout, stderr, exitCode } = await run(...args);
    expect([3, 64]).toContain(exitCode);
    expect(hostileIn(stdout)).toEqual([]);
    expect(hostileIn(stderr)).toEqual([]);
  });

  it.each(['notices/n.json', 'settings.json', 'guide.json', 'clinic.json'])('fields and values of %s', async (name) => {
    using own = temporaryFolder();
    const text = JSON.stringify({
      formatVersion: 1,
      [marked('field')]: marked('value'),
      id: marked('id'),
      clinicId: 5,
      title: marked('t'),
    });
    const path = writeScenario(own.path, { formatVersion: 1 }, { [`${DATA}/${name}`]: text });
    for (const how of [[], ['--json'], ['--nagios']]) {
      const { stdout, stderr, exitCode } = await run('check', ...how, '--simulate', path);
      expect([3, 64]).toContain(exitCode);
      expect(hostileIn(stdout)).toEqual([]);
      expect(hostileIn(stderr)).toEqual([]);
    }
  });
});
