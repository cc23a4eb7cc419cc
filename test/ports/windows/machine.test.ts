import { describe, expect, it } from 'vitest';
import type { PendingRestart } from '../../../src/ports/ports.ts';
import { createMachine, parseAcSeconds } from '../../../src/ports/windows/machine.ts';
import { createFakeCommands, type ExpectedCall, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, programAnswer, signal } from './fixtures.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';

const SESSION = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
const file = (name: string): RunAnswer => ({ stdout: programAnswer(name) });
const hibernateOff = file('reg-hiberboot-off.txt');

async function read(power: RunAnswer, registry: RunAnswer) {
  const commands = createFakeCommands([
    {
      program: 'power',
      args: ['/query', 'SCHEME_CURRENT', 'SUB_SLEEP', 'STANDBYIDLE'],
      run: power,
      times: 1,
    },
    {
      program: 'registry',
      args: ['query', `${SESSION}\\Power`, '/v', 'HiberbootEnabled', '/reg:64'],
      run: registry,
      times: 1,
    },
  ]);
  const result = await createMachine({ commands }).powerSettings(signal);
  commands.verify();
  return result;
}

describe('the power settings', () => {
  it.each([
    ['powercfg-standbyidle-ja.txt', 'reg-hiberboot-on.txt', 30, true],
    ['powercfg-standbyidle-en.txt', 'reg-hiberboot-off.txt', 0, false],
  ])('reads %s and %s', async (power, registry, sleepMinutesOnAc, fastStartup) => {
    const result = await read(file(power), file(registry));
    expect(result).toEqual({ ok: true, value: { sleepMinutesOnAc, fastStartup } });
  });

  it.each<[string, RunAnswer]>([
    ['prints nothing', { stdout: '' }],
    ['prints garbage', { stdout: garbage }],
    ['has no value for the setting', file('powercfg-without-values-en.txt')],
    ['fails', { exitCode: 1 }],
    ['hangs', { fault: commandFaults.timedOut('power', 1) }],
  ])('cannot tell the sleep timer where powercfg %s, but the rest', async (_, power) => {
    const result = await read(power, hibernateOff);
    expect(result).toEqual({ ok: true, value: { sleepMinutesOnAc: null, fastStartup: false } });
  });

  it('cannot tell fast startup where its value is missing', async () => {
    const result = await read(file('powercfg-standbyidle-en.txt'), { exitCode: 1 });
    expect(result).toEqual({ ok: true, value: { sleepMinutesOnAc: 0, fastStartup: null } });
  });

  it('is a fault where neither can be told', async () => {
    const result = await read({ stdout: '' }, { stdout: '' });
    expect(result).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
  });
});

describe('parseAcSeconds', () => {
  it.each([
    ['a: 0x0000001e\nb: 0x00000000\n', 30],
    ['a: 0x0000001e\nb: 0x00000000\nsomething else\n', null],
    ['a: 0x0000001e\n', null],
    ['GUID: 381b4222-f694-41f0-9685-ff5bb260df2e\nGUID: 29f6c1db-86da-48c5-9fdb-f2b67b1f44da\n', null],
    ['', null],
  ])('reads %j as %j', (text, seconds) => {
    expect(parseAcSeconds(text)).toBe(seconds);
  });

  it('never takes half a minute for "never"', async () => {
    const half = { stdout: 'AC: 0x0000001e\r\nDC: 0x00000000\r\n' };
    expect(await read(half, hibernateOff)).toMatchObject({ value: { sleepMinutesOnAc: 1 } });
  });
});

const SERVICING = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const UPDATE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';

const none: RunAnswer = { exitCode: 1 };
const fullName = (key: string): string => key.replace('HKLM', 'HKEY_LOCAL_MACHINE');
const withMark = (key: string, mark: string): RunAnswer => ({
  stdout: `\r\n${fullName(key)}\r\n\r\n${fullName(key)}\\${mark}\r\n`,
});

/** A terminal on which everything can be read and nothing is pending. */
const clean: Readonly<Record<string, RunAnswer>> = {
  [SERVICING]: file('reg-servicing.txt'),
  [UPDATE]: file('reg-update.txt'),
  [SESSION]: file('reg-session-manager.txt'),
};

async function readMarks(answers: Readonly<Record<string, RunAnswer>>) {
  const expected = Object.entries({ ...clean, ...answers }).map(([key, run]): ExpectedCall => ({
    program: 'registry',
    args: ['query', key, '/reg:64'],
    run,
    times: 1,
  }));
  const commands = createFakeCommands(expected);
  const result = await createMachine({ commands }).pendingRestart(signal);
  commands.verify();
  return result;
}

async function readOk(answers: Readonly<Record<string, RunAnswer>>): Promise<PendingRestart> {
  const result = await readMarks(answers);
  if (!result.ok) throw new Error(result.fault.headline);
  return result.value;
}

describe('the marks of a pending restart', () => {
  it('asks for the three keys above the marks, and finds nothing pending where they list none', async () => {
    expect(await readOk({})).toEqual({ componentServicing: false, windowsUpdate: false, fileRenames: [] });
  });

  it('finds each mark that the key above it lists', async () => {
    const servicing = await readOk({ [SERVICING]: file('reg-servicing-with-mark.txt') });
    expect(servicing).toMatchObject({ componentServicing: true, windowsUpdate: false });
    const update = await readOk({ [UPDATE]: withMark(UPDATE, 'RebootRequired') });
    expect(update).toMatchObject({ componentServicing: false, windowsUpdate: true });
  });

  it('takes no other key for a mark', async () => {
    const others = await readOk({
      [SERVICING]: withMark(SERVICING, 'RebootPendingNot'),
      [UPDATE]: withMark(UPDATE, 'Other\\RebootRequired'),
    });
    expect(others).toMatchObject({ componentServicing: false, windowsUpdate: false });
  });

  it.each<[string, RunAnswer]>([
    ['cannot be read', none],
    ['is answered with nothing', { stdout: '' }],
    ['is answered with garbage', { stdout: garbage }],
    ['is not answered', { fault: commandFaults.timedOut('registry', 1) }],
  ])('cannot tell about a mark where the key above %s', async (_, run) => {
    const pending = await readOk({ [SERVICING]: run, [SESSION]: run, [UPDATE]: withMark(UPDATE, 'RebootRequired') });
    expect(pending).toEqual({ componentServicing: null, windowsUpdate: true, fileRenames: null });
  });

  it('counts only the pending renames under a folder of the terminal programs', async () => {
    const pending = await readOk({ [SESSION]: file('reg-renames.txt') });
    expect(pending.fileRenames).toEqual([
      '\\??\\C:\\Program Files\\OQS-Auth\\001.tmp',
      '!\\??\\C:\\Program Files\\OQS-Auth\\FaceLib.dll',
      '\\??\\C:\\OQS\\0001.tmp',
    ]);
  });

  it.each([
    ['denied', commandFaults.denied('registry')],
    ['timed-out', commandFaults.timedOut('registry', 10_000)],
  ])('gives the fault where nothing can be told: %s', async (code, fault) => {
    const all = Object.fromEntries(Object.keys(clean).map((key): [string, RunAnswer] => [key, { fault }]));
    expect(await readMarks(all)).toMatchObject({ ok: false, fault: { code } });
  });
});
