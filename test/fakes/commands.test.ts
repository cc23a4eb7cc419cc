import { describe, expect, it } from 'vitest';
import { createFakeCommands } from './commands.ts';

const call = (args: readonly string[]) => ({
  program: 'registry' as const,
  args,
  timeoutMs: 1,
  signal: new AbortController().signal,
});

describe('createFakeCommands', () => {
  it('is content when what was expected came', async () => {
    const commands = createFakeCommands([
      { program: 'registry', args: ['a'], run: {}, times: 1 },
      { program: 'registry', args: (args) => args.length === 2, run: { exitCode: 1 } },
    ]);
    expect(await commands.run(call(['a']))).toMatchObject({ ok: true, value: { exitCode: 0 } });
    expect(await commands.withAsker('clock').run(call(['b', 'c']))).toMatchObject({ value: { exitCode: 1 } });
    expect(commands.recent().map((record) => record.asker)).toEqual([null, 'clock']);
    expect(() => commands.verify()).not.toThrow();
  });

  it('fails on a call that nobody expected, even where the failure was caught', async () => {
    const commands = createFakeCommands([{ program: 'registry', args: ['a'], run: {}, times: 1 }]);
    await commands.run(call(['a']));
    await expect(commands.run(call(['a']))).rejects.toThrow('unexpected run: registry a');
    const followed = commands.follow(call(['a']))[Symbol.asyncIterator]();
    await expect(followed.next()).rejects.toThrow('unexpected follow: registry a');
    expect(() => commands.verify()).toThrow('unexpected run');
  });

  it('fails on an expected call that never came', () => {
    const commands = createFakeCommands([{ program: 'tool', args: ['open'], run: {} }]);
    expect(() => commands.verify()).toThrow('tool open came 0 times');
  });
});
