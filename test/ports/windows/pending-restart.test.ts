import { describe, expect, it } from 'vitest';
import type { PendingRestart } from '../../../src/ports/ports.ts';
import { readPendingRestart } from '../../../src/ports/windows/pending-restart.ts';
import { createFakeCommands, type ExpectedCall, type RunAnswer } from '../../fakes/commands.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';
import { garbage, programAnswer, signal } from './fixtures.ts';

const SERVICING = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const UPDATE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';
const SESSION = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';

const none: RunAnswer = { exitCode: 1 };
const file = (name: string): RunAnswer => ({ stdout: programAnswer(name) });
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

async function read(answers: Readonly<Record<string, RunAnswer>>) {
  const expected = Object.entries({ ...clean, ...answers }).map(([key, run]): ExpectedCall => ({
    program: 'registry',
    args: ['query', key, '/reg:64'],
    run,
    times: 1,
  }));
  const commands = createFakeCommands(expected);
  const result = await readPendingRestart(commands, signal);
  commands.verify();
  return result;
}

async function readOk(answers: Readonly<Record<string, RunAnswer>>): Promise<PendingRestart> {
  const result = await read(answers);
  if (!result.ok) throw new Error(result.fault.headline);
  return result.value;
}

describe('readPendingRestart', () => {
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
    expect(await read(all)).toMatchObject({ ok: false, fault: { code } });
  });
});
