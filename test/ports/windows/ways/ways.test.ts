import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../../src/domain/fault.ts';
import { wayIds, type Tried, type WayId } from '../../../../src/domain/ways.ts';
import { createMachine } from '../../../../src/ports/windows/machine.ts';
import { createNetwork } from '../../../../src/ports/windows/network.ts';
import { createTasks } from '../../../../src/ports/windows/tasks.ts';
import { createWays, type WayParts } from '../../../../src/ports/windows/ways/ways.ts';
import type { ProgramId } from '../../../../src/ports/ports.ts';
import { createFakeCommands, type ExpectedCall, type RunAnswer } from '../../../fakes/commands.ts';
import { fakeFault } from '../../../fakes/ports.ts';

const RUN_ONCE = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const DATA = '"C:\\Windows\\System32\\cmd.exe" /d /c rem';

function says(program: ProgramId, run: RunAnswer, words: readonly string[] = []): ExpectedCall {
  return { program, args: (args) => words.every((word) => args.includes(word)), run };
}

/** A terminal on which every program ends well and says nothing, as Wine's do. */
const silent: readonly ExpectedCall[] = (['registry', 'tasks', 'power', 'system', 'network'] as const).map((program) =>
  says(program, { stdout: '' }),
);

/** Tries all of them over these programs. */
async function tryAll(
  expected: readonly ExpectedCall[],
  { changes = true, ...more }: Partial<WayParts> & { readonly changes?: boolean } = {},
) {
  const commands = createFakeCommands(expected);
  const clock = { read: async () => ok({ now: 0, offsetMinutes: 540 }) };
  const ways = createWays({
    commands,
    files: { read: async () => failed(fakeFault()), stat: async () => failed(fakeFault()) },
    machine: createMachine({ commands }),
    tasks: createTasks({ commands, clock }),
    network: createNetwork({ commands }),
    dataFolder: { tryWriting: async () => ok({ isThere: true }) },
    commandInterpreter: 'C:\\Windows\\System32\\cmd.exe',
    processId: 42,
    programFolder: 'C:\\oqs-console\\app',
    heldFile: 'C:\\oqs-console\\node.exe',
    names: () => [],
    ...more,
  });
  const tried = new Map<WayId, Tried>();
  const { signal } = new AbortController();
  await ways.tryAll({ changes, signal }, (one) => tried.set(one.id, one));
  return { tried, calls: commands.calls.map(({ program, args }) => `${program} ${args.slice(0, 4).join(' ')}`) };
}

const line = (way: string, more: object = {}): string =>
  `${JSON.stringify({ type: 'way', way, facts: {}, unknown: null, error: null, milliseconds: 5, ...more })}\r\n`;

describe('the ways of a terminal', () => {
  it('are all told, once each, also where no program says anything', async () => {
    const { tried } = await tryAll(silent);
    expect([...tried.keys()].toSorted()).toEqual([...wayIds].toSorted());
    const works = [...tried.values()].filter(({ end }) => end.type === 'works').map(({ id }) => id);
    expect(works).toEqual(['writing']);
  });

  it.each<[RunAnswer, string]>([
    [{ fault: fakeFault('absent') }, 'fault'],
    [{ fault: fakeFault('denied') }, 'fault'],
    [{ fault: fakeFault('timed-out') }, 'fault'],
    [{ exitCode: 1 }, 'fault'],
    [{ stdout: 'no such thing' }, 'doubt'],
  ])("of PowerShell that ends with %j all have the whole's end", async (run, end) => {
    const others = silent.filter(({ program }) => program !== 'system');
    const { tried } = await tryAll([...others, says('system', run)]);
    for (const id of ['powershell', 'event-log', 'devices', 'session', 'clipboard', 'automation', 'font'] as const)
      expect(tried.get(id)?.end.type).toBe(end);
  });

  it('of PowerShell that dies half way count as far as it came', async () => {
    const said =
      line('powershell', { facts: { version: '5.1' } }) +
      line('event-log', { error: 'No events' }) +
      line('devices', { unknown: 'silent' });
    const { tried } = await tryAll([says('system', { stdout: said, exitCode: 1 }, ['selftest']), ...silent]);
    expect(tried.get('powershell')).toMatchObject({ end: { type: 'works' }, facts: { version: '5.1' }, durationMs: 5 });
    expect(tried.get('event-log')?.end).toEqual({ type: 'error', words: 'No events' });
    expect(tried.get('devices')?.end).toEqual({ type: 'doubt', doubt: 'silent' });
    expect(tried.get('session')?.end).toMatchObject({ type: 'fault', fault: { code: 'failed' } });
  });

  it('do not count a line of another script, nor one twice, nor a word that nobody knows', async () => {
    const said = line('session', { unknown: 'strange' }) + line('session') + line('nonsense') + line('automation');
    const { tried } = await tryAll([says('system', { stdout: said }, ['selftest']), ...silent]);
    expect(tried.get('session')?.end).toEqual({ type: 'doubt', doubt: 'not-understood' });
    expect(tried.get('automation')?.end).toEqual({ type: 'doubt', doubt: 'silent' });
  });

  it('change nothing, not for a moment, where nothing may be changed', async () => {
    const tryWriting = (): never => {
      throw new Error('written');
    };
    const { tried, calls } = await tryAll(silent, { changes: false, dataFolder: { tryWriting } });
    for (const id of ['writing', 'run-once'] as const)
      expect(tried.get(id)?.end).toEqual({ type: 'doubt', doubt: 'read-only' });
    expect(calls.filter((call) => /registry (add|delete)/.test(call))).toEqual([]);
    expect(calls).toContain('system selftest read-only');
  });

  it('tell no more once nobody waits', async () => {
    const limit = new AbortController();
    const commands = createFakeCommands(
      (['registry', 'system', 'network'] as const).map((program) => says(program, 'hang')),
    );
    const ways = createWays({
      commands,
      files: { read: async () => failed(fakeFault()), stat: async () => failed(fakeFault()) },
      machine: createMachine({ commands }),
      tasks: createTasks({ commands, clock: { read: async () => failed(fakeFault()) } }),
      network: createNetwork({ commands }),
      dataFolder: { tryWriting: async () => ok({ isThere: false }) },
      commandInterpreter: 'cmd.exe',
      processId: 1,
      programFolder: 'C:\\x',
      heldFile: 'C:\\x',
      names: () => [],
    });
    const tried: WayId[] = [];
    await ways.tryAll({ changes: true, signal: limit.signal }, ({ id }) => {
      tried.push(id);
      limit.abort();
    });
    expect(tried).toEqual(['writing']);
  });
});

describe('the mark of RunOnce', () => {
  const query = (stdout: string, more: Partial<ExpectedCall> = {}): ExpectedCall => ({
    ...says('registry', { stdout }, ['query', 'oqs-console-selftest']),
    ...more,
  });
  const value = (data: string): string => `\r\n${RUN_ONCE}\r\n    oqs-console-selftest    REG_SZ    ${data}\r\n\r\n`;
  const gone: ExpectedCall = says('registry', { exitCode: 1 }, ['query', 'oqs-console-selftest']);
  const added = says('registry', {}, ['add', 'oqs-console-selftest', DATA]);
  const removed = says('registry', {}, ['delete', 'oqs-console-selftest']);

  it('is written, read, taken away, and looked for', async () => {
    const { tried, calls } = await tryAll([added, removed, query(value(DATA), { times: 1 }), gone, ...silent]);
    expect(tried.get('run-once')?.end).toEqual({ type: 'works' });
    const verbs = calls.filter((call) => call.includes('RunOnce')).map((call) => call.split(' ')[1]);
    expect(verbs).toEqual(['add', 'query', 'delete', 'query']);
  });

  it.each<[string, readonly ExpectedCall[], string]>([
    ['cannot be written', [says('registry', { exitCode: 5 }, ['add']), removed, gone], 'denied'],
    ['cannot be read', [added, removed, query('garbage')], 'unreadable'],
    ['cannot be taken away', [added, says('registry', { exitCode: 1 }, ['delete']), query(value(DATA))], 'failed'],
    ['is still there', [added, removed, query(value(DATA))], 'failed'],
  ])('that %s: says so, and was taken away all the same', async (_, expected, code) => {
    const { tried, calls } = await tryAll([...expected, ...silent]);
    expect(tried.get('run-once')?.end).toMatchObject({ type: 'fault', fault: { code } });
    expect(calls.some((call) => call.startsWith('registry delete'))).toBe(true);
  });

  it('of other data is nobody knows what', async () => {
    const { tried } = await tryAll([added, removed, query(value('else')), ...silent]);
    expect(tried.get('run-once')?.end).toEqual({ type: 'doubt', doubt: 'not-understood' });
  });
});
