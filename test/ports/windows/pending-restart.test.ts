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

/** A terminal on which everything can be read and nothing is pending. */
const clean: Readonly<Record<string, RunAnswer>> = {
  [`${SERVICING}\\RebootPending`]: none,
  [SERVICING]: file('reg-servicing.txt'),
  [`${UPDATE}\\RebootRequired`]: none,
  [UPDATE]: file('reg-update.txt'),
  [`${SESSION} /v PendingFileRenameOperations`]: none,
  [SESSION]: file('reg-session-manager.txt'),
};

async function read(answers: Readonly<Record<string, RunAnswer>>) {
  const expected = Object.entries({ ...clean, ...answers }).map(([question, run]): ExpectedCall => {
    const [key = '', name] = question.split(' /v ');
    return {
      program: 'registry',
      args: ['query', key, ...(name === undefined ? [] : ['/v', name]), '/reg:64'],
      run,
      times: 1,
    };
  });
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
  it('finds nothing pending where the keys above the marks can be read', async () => {
    expect(await readOk({})).toEqual({ componentServicing: false, windowsUpdate: false, fileRenames: [] });
  });

  it('finds both marks by their keys', async () => {
    const pending = await readOk({
      [`${SERVICING}\\RebootPending`]: file('reg-servicing-mark.txt'),
      [`${UPDATE}\\RebootRequired`]: file('reg-update-mark.txt'),
    });
    expect(pending).toMatchObject({ componentServicing: true, windowsUpdate: true });
  });

  it.each([
    ['cannot be read itself', none],
    ['has nothing in it to print', { stdout: '' }],
  ])('finds a mark that the key above lists though it %s', async (_, run) => {
    const pending = await readOk({
      [SERVICING]: file('reg-servicing-with-mark.txt'),
      [`${SERVICING}\\RebootPending`]: run,
    });
    expect(pending.componentServicing).toBe(true);
  });

  it.each<[string, RunAnswer]>([
    ['cannot be read', none],
    ['is answered with nothing', { stdout: '' }],
    ['is answered with garbage', { stdout: garbage }],
    ['is not answered', { fault: commandFaults.timedOut('registry', 1) }],
  ])('cannot tell about a mark where the key above %s', async (_, run) => {
    const pending = await readOk({
      [SERVICING]: run,
      [UPDATE]: run,
      [SESSION]: run,
      [`${UPDATE}\\RebootRequired`]: file('reg-update-mark.txt'),
    });
    expect(pending).toEqual({ componentServicing: null, windowsUpdate: true, fileRenames: null });
  });

  it('cannot tell about a mark that answers with nothing though it is not listed', async () => {
    const pending = await readOk({ [`${SERVICING}\\RebootPending`]: { stdout: '' } });
    expect(pending.componentServicing).toBeNull();
  });

  it('counts only the pending renames under a folder of the terminal programs', async () => {
    const pending = await readOk({
      [`${SESSION} /v PendingFileRenameOperations`]: file('reg-renames.txt'),
    });
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
