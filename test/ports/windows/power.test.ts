import { describe, expect, it } from 'vitest';
import { commandFaults } from '../../../src/ports/command-faults.ts';
import { createPower, createRunOnce, restartAnswerOf, runOnceValue } from '../../../src/ports/windows/power.ts';
import { fakeComeback } from '../../fakes/comeback.ts';
import { createFakeCommands, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, signal } from './fixtures.ts';

const request = { delaySeconds: 60, comment: 'バージョンアップのため' };

async function restart(run: RunAnswer, options = request) {
  const commands = createFakeCommands([{ program: 'shutdown', args: (args) => args[0] === '/r', run, times: 1 }]);
  const result = await createPower({ commands, comeback: fakeComeback() }).restart(options, signal);
  commands.verify();
  return { result, args: commands.calls[0]?.args };
}

const codes = [
  [0, 'accepted'],
  [5, 'denied'],
  [87, 'bad-parameter'],
  [1115, 'already-going-down'],
  [1116, 'nothing-to-cancel'],
  [1190, 'already-scheduled'],
  [1191, 'others-signed-in'],
  [1271, 'locked'],
  [1300, 'denied'],
  [1314, 'denied'],
  [1, 'other'],
  [250, 'other'],
  [4_294_967_295, 'other'],
] as const;

describe('restartAnswerOf', () => {
  it.each(codes)('takes %d as %s', (exitCode, answer) => {
    expect(restartAnswerOf(exitCode)).toBe(answer);
  });
});

describe('createPower', () => {
  it('asks for a restart with countdown, reason and comment', async () => {
    const { result, args } = await restart({});
    expect(args).toEqual(['/r', '/t', '60', '/d', 'p:4:2', '/c', request.comment]);
    expect(result).toEqual({ ok: true, value: { answer: 'accepted', exitCode: 0, comesBack: true } });
  });

  it.each(codes)('answers exit code %d with %s', async (exitCode, answer) => {
    expect((await restart({ exitCode })).result).toEqual({
      ok: true,
      value: { answer, exitCode, comesBack: true },
    });
  });

  it.each(codes.filter(([exitCode]) => exitCode > 255 && exitCode < 4_294_967_295))(
    'knows exit code %d by its last eight bits and the words',
    async (exitCode, answer) => {
      const words = { exitCode: exitCode & 0xff, stdout: `できません。(${String(exitCode)})\r\n` };
      expect((await restart(words)).result).toEqual({ ok: true, value: { answer, exitCode, comesBack: true } });
    },
  );

  it.each<[string, RunAnswer, number]>([
    ['words that contradict it', { exitCode: 5, stdout: 'できません。(1115)' }, 5],
    ['words without a number', { exitCode: 91, stdout: 'できません。' }, 91],
    ['garbage', { exitCode: 91, stdout: garbage }, 91],
  ])('keeps the exit code over %s', async (_, run, exitCode) => {
    expect((await restart(run)).result).toMatchObject({ value: { exitCode } });
  });

  it.each([
    ['あ'.repeat(600), 512],
    [`${'あ'.repeat(511)}𠮷野家`, 511],
  ])('cuts a comment that is too long', async (comment, length) => {
    const { args } = await restart({}, { delaySeconds: 30, comment });
    expect(args?.at(-1)).toBe(comment.slice(0, length));
  });

  it('cancels', async () => {
    const commands = createFakeCommands([{ program: 'shutdown', args: ['/a'], run: { exitCode: 1116 }, times: 1 }]);
    const result = await createPower({ commands, comeback: fakeComeback() }).cancelRestart(signal);
    expect(result).toEqual({ ok: true, value: { answer: 'nothing-to-cancel', exitCode: 1116 } });
    commands.verify();
  });

  it('passes on that it could not be asked', async () => {
    const { result } = await restart({ fault: commandFaults.crashed('shutdown', 'SIGKILL') });
    expect(result).toMatchObject({ ok: false, fault: { code: 'crashed' } });
  });

  it.each([
    [0, true, ['register']],
    [1115, true, ['register']],
    [1190, true, ['register']],
    [5, true, ['register', 'withdraw']],
    [1191, true, ['register', 'withdraw']],
    [0, false, ['register']],
  ])('arranges to come back, unless there is no restart: exit code %i', async (exitCode, registers, calls) => {
    const commands = createFakeCommands([{ program: 'shutdown', args: () => true, run: { exitCode } }]);
    const comeback = fakeComeback(registers);
    const answered = await createPower({ commands, comeback }).restart(request, signal);
    expect(answered).toMatchObject({ value: { comesBack: registers } });
    expect(comeback.calls).toEqual(calls);
  });

  it.each([
    [commandFaults.absent('shutdown', 'shutdown.exe'), ['register', 'withdraw']],
    [commandFaults.denied('shutdown'), ['register', 'withdraw']],
    [commandFaults.timedOut('shutdown', 10_000), ['register']],
    [commandFaults.crashed('shutdown', '0xC0000005'), ['register']],
  ])('comes back where the restart may have been understood: %j', async (fault, calls) => {
    const commands = createFakeCommands([{ program: 'shutdown', args: () => true, run: { fault } }]);
    const comeback = fakeComeback();
    await createPower({ commands, comeback }).restart(request, signal);
    expect(comeback.calls).toEqual(calls);
  });

  it.each([
    [0, ['withdraw']],
    [1116, ['withdraw']],
    [5, []],
  ])('does not come back after a restart that is called off: exit code %i', async (exitCode, calls) => {
    const commands = createFakeCommands([{ program: 'shutdown', args: ['/a'], run: { exitCode } }]);
    const comeback = fakeComeback();
    await createPower({ commands, comeback }).cancelRestart(signal);
    expect(comeback.calls).toEqual(calls);
  });
});

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

const isSafe = async (): Promise<boolean> => Promise.resolve(true);
const isOurSession = isSafe;

describe('createRunOnce', () => {
  it.each([
    [0, true],
    [1, false],
    [5, false],
  ])('registers the launcher; reg.exe ends with %i', async (exitCode, registered) => {
    const commands = createFakeCommands([{ program: 'registry', args: add, run: { exitCode }, times: 1 }]);
    expect(await createRunOnce({ commands, launcher, commandInterpreter, isSafe, isOurSession }).register(signal)).toBe(
      registered,
    );
    commands.verify();
  });

  it('arranges nothing without a launcher, or with one whose path is too long', async () => {
    const commands = createFakeCommands([]);
    for (const none of [null, `E:\\${'長'.repeat(260)}\\oqs-console.cmd`]) {
      const runOnce = createRunOnce({ commands, launcher: none, commandInterpreter, isSafe, isOurSession });
      expect(await runOnce.register(signal)).toBe(false);
    }
    commands.verify();
  });

  it('arranges nothing where somebody else could change what is run', async () => {
    const commands = createFakeCommands([]);
    const asked: string[] = [];
    const unsafe = (path: string): Promise<boolean> => Promise.resolve(asked.push(path) === 0);
    const runOnce = createRunOnce({ commands, launcher, commandInterpreter, isSafe: unsafe, isOurSession });
    expect(await runOnce.register(signal)).toBe(false);
    expect(asked).toEqual([launcher]);
    commands.verify();
  });

  it('arranges nothing in the name of a user who is not the one of the session', async () => {
    const commands = createFakeCommands([]);
    const others = async (): Promise<boolean> => Promise.resolve(false);
    const runOnce = createRunOnce({ commands, launcher, commandInterpreter, isSafe, isOurSession: others });
    expect(await runOnce.register(signal)).toBe(false);
    commands.verify();
  });

  it('takes it back', async () => {
    const args = ['delete', KEY, '/v', 'oqs-console', '/f'];
    const commands = createFakeCommands([{ program: 'registry', args, run: { exitCode: 1 }, times: 1 }]);
    await createRunOnce({ commands, launcher, commandInterpreter, isSafe, isOurSession }).withdraw(signal);
    expect(commands.calls).toHaveLength(1);
    commands.verify();
  });
});
