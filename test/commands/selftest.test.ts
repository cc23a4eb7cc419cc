import { describe, expect, it } from 'vitest';
import { openRun } from '../../src/commands/run.ts';
import { runSelftest } from '../../src/commands/selftest.ts';
import { wayIds, type Tried } from '../../src/domain/ways.ts';
import { selftestTexts as texts } from '../../src/selftest/selftest.ja.ts';
import { fakePorts, type FakeOptions } from '../fakes/ports.ts';
import { terminalIn } from './terminal.ts';

type Tools = Parameters<typeof runSelftest>[1];

/** A terminal that is kept, and what was said on it. */
function bench(options: FakeOptions = {}) {
  const printed: string[] = [];
  const warned: string[] = [];
  const terminal = terminalIn('/nowhere', () => fakePorts(options));
  const tools: Tools = {
    withTolerantRun: async (given, _writes, work) => work(await openRun(terminal, given, '1.2.3', 'tolerant')),
    untilTold: async (work) => work(new AbortController().signal),
    print: async (text) => void printed.push(text),
    warn: (text) => warned.push(text),
    writeNew: async () => ({ type: 'exists' }),
    stopwatch: () => 0,
    consoleVersion: '1.2.3',
    runtime: { platform: 'win32', arch: 'x64', node: '24.0.0' },
    terminal: null,
    columns: 79,
  };
  return { tools, printed, warned };
}

describe('selftest', () => {
  it('ends in time, whatever never answers: every line is there, and unknown', async () => {
    const { tools, printed, warned } = bench({ troubles: { 'ways.tryAll': 'deaf' } });
    expect(await runSelftest({}, tools, 10)).toBe(3);
    expect(printed.join('')).toContain(`不明 ${String(wayIds.length + 1)}`);
    expect(printed.join('').split(texts.noTime)).toHaveLength(wayIds.length + 1);
    expect(warned.at(-1)).toBe(texts.sendBack);
  });

  it('tells no name that the bundle would not tell', async () => {
    const end = { type: 'error', words: 'CLINIC-ONS01\\OQSComApp: C:\\Users\\taro\\x' } as const;
    const ways: readonly Tried[] = wayIds.map((id) => ({ id, end, facts: { font: 'OQSComApp' }, durationMs: 1 }));
    const { tools, printed } = bench({ terminal: { ways } });
    await runSelftest({ json: true }, tools);
    expect(printed.join('')).not.toMatch(/CLINIC-ONS01|OQSComApp|taro/);
    expect(printed.join('')).toContain('C:\\\\Users\\\\(*)');
  });

  it('says where the file cannot be written, after the answer', async () => {
    const { tools, printed } = bench();
    await expect(runSelftest({ out: 'there.json' }, tools)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(printed.join('')).toContain('使える 16');
  });
});
