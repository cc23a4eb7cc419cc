import { describe, expect, it } from 'vitest';
import { parseAcSeconds, readPowerSettings } from '../../../src/ports/windows/machine.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, programAnswer, signal } from './fixtures.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';

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
