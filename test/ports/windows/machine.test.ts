import { describe, expect, it } from 'vitest';
import {
  createMachine,
  createSystemReport,
  parseAcSeconds,
  readPowerSettings,
} from '../../../src/ports/windows/machine.ts';
import { ok } from '../../../src/domain/fault.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, programAnswer, signal } from './fixtures.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';

const answer = {
  name: 'CLINIC-ONS01',
  os: 'Windows 10 IoT Enterprise LTSC 2021',
  bootedAt: '2026-01-20T08:02:00.0000000+09:00',
  lastBootKind: 'full',
  record: 812,
  session: { remote: false, locked: false, elevated: true, user: 'OQSComApp' },
  readerConnected: null,
};

const freeBytes = () => Promise.resolve(ok(null));

function machineThat(run: RunAnswer, times = 1) {
  const commands = createFakeCommands([{ program: 'system', args: ['report'], run, times }]);
  return { commands, machine: createMachine({ commands, freeBytes }) };
}

const report = async (stdout: Uint8Array | string, exitCode = 0) =>
  machineThat({ stdout, exitCode }).machine.report(signal);

describe('report', () => {
  it('reads the answer of the one process', async () => {
    expect(await report(`${JSON.stringify(answer)}\r\n`)).toEqual({
      ok: true,
      value: { ...answer, bootedAt: Date.parse('2026-01-20T08:02:00+09:00') },
    });
  });

  it('takes a field that makes no sense as one that could not be told', async () => {
    const odd = {
      os: 7,
      bootedAt: 'yesterday',
      lastBootKind: 'odd',
      session: { remote: 1 },
      record: 0,
    };
    expect(await report(JSON.stringify(odd))).toEqual({
      ok: true,
      value: {
        name: null,
        os: null,
        bootedAt: null,
        lastBootKind: 'unknown',
        record: null,
        session: { remote: null, locked: null, elevated: null, user: null },
        readerConnected: null,
      },
    });
  });

  it.each([
    ['nothing, as a stub prints', ''],
    ['garbage', garbage],
    ['half an answer', '{"name":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another object', '{"addresses":[]}'],
  ])('is unreadable when it prints %s', async (_, stdout) => {
    expect(await report(stdout)).toMatchObject({ ok: false, fault: { code: 'unreadable' } });
  });

  it.each([
    [5, 'denied'],
    [1, 'failed'],
  ])('is a fault when it ends with %d, whatever it printed', async (exitCode, code) => {
    expect(await report(JSON.stringify(answer), exitCode)).toMatchObject({ ok: false, fault: { code } });
  });

  it('asks once for all who ask at the same time, and anew afterwards', async () => {
    const { commands, machine } = machineThat({ stdout: JSON.stringify(answer) }, 2);
    const answers = await Promise.all([machine.report(signal), machine.report(signal), machine.report(signal)]);
    expect(answers.map((one) => one.ok)).toEqual([true, true, true]);
    expect(commands.calls).toHaveLength(1);
    await machine.report(signal);
    commands.verify();
  });

  it('is shared among machines that are given the same report', async () => {
    const commands = createFakeCommands([
      { program: 'system', args: ['report'], run: { stdout: JSON.stringify(answer) }, times: 1 },
    ]);
    const systemReport = createSystemReport(commands);
    const machines = [1, 2].map(() => createMachine({ commands, freeBytes, systemReport }));
    const answers = await Promise.all(machines.map((machine) => machine.report(signal)));
    expect(answers.every((one) => one.ok)).toBe(true);
    commands.verify();
  });

  it('is cancelled for one who gives up', async () => {
    const { machine } = machineThat('hang');
    const patience = new AbortController();
    const asked = machine.report(patience.signal);
    patience.abort();
    expect(await asked).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  });
});

const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power';
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
      args: ['query', KEY, '/v', 'HiberbootEnabled', '/reg:64'],
      run: registry,
      times: 1,
    },
  ]);
  const result = await readPowerSettings(commands, signal);
  commands.verify();
  return result;
}

describe('readPowerSettings', () => {
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
