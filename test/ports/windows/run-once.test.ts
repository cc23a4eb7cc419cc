import { describe, expect, it } from 'vitest';
import { createRunOnce, runOnceValue } from '../../../src/ports/windows/run-once.ts';
import { createFakeCommands } from '../../fakes/commands.ts';
import { signal } from './fixtures.ts';

const KEY = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const commandInterpreter = 'C:\\Windows\\System32\\cmd.exe';
const launcher = 'E:\\配信 ツール\\oqs-console\\oqs-console.cmd';
const value = `"${commandInterpreter}" /d /c ""${launcher}""`;
const add = ['add', KEY, '/v', 'oqs-console', '/t', 'REG_SZ', '/d', value, '/f'];

describe('runOnceValue', () => {
  it('fits 260 characters, which is all that Windows takes', () => {
    const room = 260 - (runOnceValue(commandInterpreter, '') ?? '').length;
    expect(runOnceValue(commandInterpreter, 'x'.repeat(room))).toHaveLength(260);
    expect(runOnceValue(commandInterpreter, 'x'.repeat(room + 1))).toBeNull();
  });
});

describe('createRunOnce', () => {
  it.each([
    [0, true],
    [1, false],
    [5, false],
  ])('registers the launcher; reg.exe ends with %i', async (exitCode, registered) => {
    const commands = createFakeCommands([{ program: 'registry', args: add, run: { exitCode }, times: 1 }]);
    expect(await createRunOnce({ commands, launcher, commandInterpreter }).register(signal)).toBe(registered);
    commands.verify();
  });

  it('arranges nothing without a launcher, or with one whose path is too long', async () => {
    const commands = createFakeCommands([]);
    for (const none of [null, `E:\\${'長'.repeat(260)}\\oqs-console.cmd`]) {
      const runOnce = createRunOnce({ commands, launcher: none, commandInterpreter });
      expect(await runOnce.register(signal)).toBe(false);
    }
    commands.verify();
  });

  it('takes it back', async () => {
    const args = ['delete', KEY, '/v', 'oqs-console', '/f'];
    const commands = createFakeCommands([{ program: 'registry', args, run: { exitCode: 1 }, times: 1 }]);
    await createRunOnce({ commands, launcher, commandInterpreter }).withdraw(signal);
    expect(commands.calls).toHaveLength(1);
    commands.verify();
  });
});
