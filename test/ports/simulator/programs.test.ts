import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIds } from '../../../src/domain/facts.ts';
import type { ProgramId } from '../../../src/ports/ports.ts';
import { GARBAGE } from '../../../src/ports/simulator/fault-injection.ts';
import { cp932, jsonLines, run, setNights, start, terminalOf } from './harness.ts';

const SERVICING = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const SESSION_MANAGER = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';

describe('registry', () => {
  it('prints a value as reg.exe does', async () => {
    const workdir = terminalOf({ power: { fastStartup: true } });
    const args = ['query', `${SESSION_MANAGER}\\Power`, '/v', 'HiberbootEnabled', '/reg:64'];
    const { exitCode, stdout } = await run(workdir, 'registry', args);
    expect(exitCode).toBe(0);
    expect(cp932(stdout)).toBe(
      '\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power\r\n' +
        '    HiberbootEnabled    REG_DWORD    0x1\r\n\r\n',
    );
  });

  it('lists a mark under its parent, and has the key', async () => {
    const workdir = terminalOf({ pendingRestart: { componentServicing: true } });
    const parent = await run(workdir, 'registry', ['query', SERVICING, '/reg:64']);
    expect(cp932(parent.stdout)).toContain('Component Based Servicing\\RebootPending\r\n');
    expect((await run(workdir, 'registry', ['query', `${SERVICING}\\RebootPending`, '/reg:64'])).exitCode).toBe(0);
  });

  it('ends with 1 for a missing key and a missing value', async () => {
    const workdir = terminalOf();
    const key = await run(workdir, 'registry', ['query', `${SERVICING}\\RebootPending`, '/reg:64']);
    expect(key).toMatchObject({ exitCode: 1, stdout: Buffer.alloc(0) });
    const value = await run(workdir, 'registry', [
      'query',
      SESSION_MANAGER,
      '/v',
      'PendingFileRenameOperations',
      '/reg:64',
    ]);
    expect(value).toMatchObject({ exitCode: 1, stdout: Buffer.alloc(0) });
  });

  it('joins pending renames with a backslash and a zero', async () => {
    const workdir = terminalOf({ pendingRestart: { fileRenames: ['\\??\\C:\\OQS\\a.dll', '\\??\\C:\\b'] } });
    const args = ['query', SESSION_MANAGER, '/v', 'PendingFileRenameOperations', '/reg:64'];
    expect(cp932((await run(workdir, 'registry', args)).stdout)).toContain(
      '    PendingFileRenameOperations    REG_MULTI_SZ    \\??\\C:\\OQS\\a.dll\\0\\??\\C:\\b\r\n',
    );
  });
});

describe('tasks', () => {
  it('prints 28 columns in CP932, the known ones where schtasks has them', async () => {
    const { stdout } = await run(terminalOf(), 'tasks', [
      '/query',
      '/tn',
      'OQS_exec_distroappstart',
      '/fo',
      'csv',
      '/v',
      '/nh',
    ]);
    const cells = cp932(stdout).trimEnd().split(',');
    expect(cells).toHaveLength(28);
    expect([cells[1], cells[3], cells[5], cells[6], cells[11]]).toEqual([
      '"\\OQS_exec_distroappstart"',
      '"準備完了"',
      '"2026/01/20 8:05:00"',
      '"0"',
      '"有効"',
    ]);
  });

  it('says of a task that never ran what schtasks says', async () => {
    const workdir = terminalOf({ tasks: [{ name: 'T', lastRunAt: null, enabled: false }] });
    const cells = cp932(
      (await run(workdir, 'tasks', ['/query', '/tn', '\\t', '/fo', 'csv', '/v', '/nh'])).stdout,
    ).split(',');
    expect([cells[5], cells[6], cells[11]]).toEqual(['"1999/11/30 0:00:00"', '"267011"', '"無効"']);
  });

  it.each([
    [true, false],
    [false, true],
  ])('writes XML in UTF-16 with a mark; enabled %s', async (enabled, says) => {
    const workdir = terminalOf({ tasks: [{ name: 'T', enabled }] });
    const { stdout } = await run(workdir, 'tasks', ['/query', '/tn', 'T', '/xml']);
    expect([...stdout.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const xml = stdout.subarray(2).toString('utf16le');
    expect(xml).toMatch(/<Task .*xmlns=/);
    expect(/<Settings>[^]*<Enabled>false<\/Enabled>[^]*<\/Settings>/.test(xml)).toBe(says);
  });

  it('lists all tasks, and ends with 1 for a missing one', async () => {
    const workdir = terminalOf({ tasks: [{ name: 'A' }, { name: 'B' }] });
    const all = cp932((await run(workdir, 'tasks', ['/query', '/fo', 'csv', '/nh'])).stdout);
    expect(all.split('\r\n').map((line) => line.split(',')[0])).toEqual(['"\\A"', '"\\B"', '']);
    expect((await run(workdir, 'tasks', ['/query', '/tn', 'C', '/xml'])).exitCode).toBe(1);
  });

  it('shows the delivery task to have run in a night that passed', async () => {
    const workdir = terminalOf();
    setNights(workdir, [{ start: '2026-01-20T20:00:00+09:00', end: '2026-01-21T05:00:00+09:00' }]);
    const before = ['--now', String(Date.parse('2026-01-21T08:10:00+09:00'))];
    const args = ['/query', '/tn', 'OQS_exec_distroappstart', '/fo', 'csv', '/v', '/nh'];
    const { stdout } = await run(workdir, 'tasks', args, { before });
    expect(cp932(stdout)).toContain('"2026/01/21 7:55:00"');
  });
});

describe('power, system, network', () => {
  it('prints the sleep timer last but one, in seconds', async () => {
    const workdir = terminalOf({ power: { sleepMinutesOnAc: 30 } });
    const args = ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE'];
    const { stdout } = await run(workdir, 'power', args);
    expect(
      cp932(stdout)
        .match(/0x[0-9a-f]+/g)
        ?.slice(-2)[0],
    ).toBe('0x00000708');
  });

  it('reports the machine, and that the tool is not there, in lines of ASCII', async () => {
    const terminal = { terminal: { name: '受付1' }, session: { remote: true }, tool: { installed: false } };
    const { stdout } = await run(terminalOf(terminal), 'system', ['report']);
    expect(stdout.toString()).toMatch(/^(?:[ -~]+\n){2}$/);
    expect(jsonLines(stdout)).toEqual([
      {
        type: 'report',
        name: '受付1',
        os: 'Windows 10 IoT Enterprise LTSC 2021',
        bootedAt: '2026-01-20T08:02:00+09:00',
        lastBootKind: 'full',
        record: 1,
        session: { remote: true, locked: false, elevated: true, user: 'OQSComApp' },
        readerConnected: true,
      },
      { type: 'end' },
    ]);
  });

  it('reports that the desktop is another user’s', async () => {
    const { stdout } = await run(terminalOf({ session: { user: 'admin', desktopUser: 'OQSComApp' } }), 'system', [
      'report',
    ]);
    expect(jsonLines(stdout)[0]).toMatchObject({
      session: { user: 'admin', desktop: { isOurs: false, user: 'OQSComApp' } },
    });
  });

  it('says behind the report where the tool is', async () => {
    const { stdout } = await run(terminalOf(), 'system', ['report']);
    const path = 'C:\\Users\\Public\\Desktop\\配信アプリケーション管理ツール.lnk';
    expect(jsonLines(stdout).slice(1)).toEqual([{ type: 'found', by: 'shortcut', path }, { type: 'end' }]);
  });

  it('has a clipboard that gives back what was put there', async () => {
    const textBase64 = Buffer.from('サンプル医院').toString('base64');
    const { stdout } = await run(terminalOf({}), 'system', ['clipboard', textBase64]);
    expect(jsonLines(stdout)).toEqual([{ type: 'clipboard', textBase64 }]);
  });

  it('opens a document that is there, and notes it; not one that is not', async () => {
    const workdir = terminalOf({});
    const path = 'C:\\Program Files\\OQS-Auth\\Version.info';
    expect(jsonLines((await run(workdir, 'system', ['open-document', path])).stdout)).toEqual([{ type: 'opened' }]);
    expect(readFileSync(join(workdir, 'opened.txt'), 'utf8')).toBe(`${path}\n`);
    expect((await run(workdir, 'system', ['open-document', 'C:\\no.pdf'])).exitCode).toBe(2);
  });

  it.each<[object, string, boolean]>([
    [{}, 'resolve=a.example', true],
    [{ resolves: { 'A.example': false } }, 'resolve=a.example', false],
    [{}, 'connect=p.example=8080', true],
    [{ proxyReachable: false }, 'connect=p.example=8080', false],
    [{ resolves: { 'p.example': false } }, 'connect=p.example=8080', false],
  ])('network %j answers %s with %s, beside another', async (network, question, answer) => {
    const { stdout } = await run(terminalOf({ network }), 'network', [question, 'resolve=other.example']);
    expect(jsonLines(stdout)).toEqual([
      { question, answer },
      { question: 'resolve=other.example', answer: true },
    ]);
  });
});

const calls: readonly (readonly [ProgramId, readonly string[], number])[] = [
  ['registry', ['query', SESSION_MANAGER, '/reg:64'], 1],
  ['tasks', ['/query', '/fo', 'csv', '/nh'], 1],
  ['power', ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE'], 1],
  ['shutdown', ['/a'], 5],
  ['tool', ['open'], 5],
];

describe('faults', () => {
  it.each(calls)('deny ends %s without an answer', async (program, args, code) => {
    const workdir = terminalOf({ faults: { [`command:${program}`]: 'deny' } });
    expect(await run(workdir, program, args)).toEqual({ exitCode: code, signal: null, stdout: Buffer.alloc(0) });
  });

  it.each(calls)('crash kills %s', async (program, args) => {
    const workdir = terminalOf({ faults: { [`command:${program}`]: 'crash' } });
    expect(await run(workdir, program, args)).toMatchObject({ signal: 'SIGKILL', stdout: Buffer.alloc(0) });
  });

  it.each(calls)('garbage makes %s say nothing sensible', async (program, args) => {
    const workdir = terminalOf({ faults: { [`command:${program}`]: 'garbage' } });
    const { stdout, exitCode } = await run(workdir, program, args);
    expect([...stdout]).toEqual([...GARBAGE]);
    expect(exitCode).toBe(program === 'shutdown' ? 250 : 0);
  });

  it('hang keeps a program silent until it is killed', async () => {
    const workdir = terminalOf({ faults: { 'command:power': 'hang' } });
    const hanging = start(workdir, 'power', ['/query']);
    // Another program answers meanwhile, so this one had the time to.
    await run(workdir, 'system', ['report']);
    expect(hanging.child.exitCode).toBeNull();
    hanging.child.kill('SIGTERM');
    expect(await hanging.ended).toMatchObject({ signal: 'SIGTERM', stdout: Buffer.alloc(0) });
  });

  it.each(checkIds)('probe:%s hits what that check starts and nothing else', async (asker) => {
    const workdir = terminalOf({ faults: { [`probe:${asker}`]: 'deny' } });
    const [asked, other] = await Promise.all([
      run(workdir, 'network', ['resolve=a'], { asker }),
      run(workdir, 'network', ['resolve=a']),
    ]);
    expect([asked.exitCode, other.exitCode]).toEqual([5, 0]);
  });
});
