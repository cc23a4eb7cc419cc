import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readPluginOutput } from '../formats/plugin-output.ts';
import { INSIDE } from './bench.ts';
import { checkedByNagios } from './nagios.ts';
import { runProgram } from './program.ts';
import { has } from './tools.ts';

const bench = inject('bench');
const built = inject('built');

const CALL = ['check', '--nagios', '--timeout', '60'] as const;
/** A practice terminal for each of a plugin's states. */
const states = [
  { scenario: 'already-current', service: 'OK', state: '0' },
  { scenario: 'outdated-morning', service: 'WARNING', state: '1' },
  { scenario: 'two-failed-cycles', service: 'CRITICAL', state: '2' },
  { scenario: 'unreadable-record', service: 'UNKNOWN', state: '3' },
] as const;
const WRONG_CALL = 'wrong-call';

describe.skipIf(!has('nagios4-core'))('a real Nagios', () => {
  let checked: Awaited<ReturnType<typeof checkedByNagios>>;
  /** What the program itself prints, by scenario. */
  const printed = new Map<string, string>();

  beforeAll(async () => {
    if (!bench) return;
    const program = [`${INSIDE}/node`, `${INSIDE}/built/main.js`, ...CALL];
    checked = await checkedByNagios(bench, {
      ...Object.fromEntries(states.map(({ scenario }) => [scenario, [...program, '--simulate', scenario]])),
      [WRONG_CALL]: [...program, '--no-such-option'],
    });
    for (const { scenario } of states)
      printed.set(scenario, (await runProgram(built, ...CALL, '--simulate', scenario)).stdout);
  });

  it.each(states)('takes $service for what it is', ({ scenario, state, service }) => {
    const { state: taken, output } = statusOf(scenario);
    expect(taken).toBe(state);
    expect(output).toMatch(new RegExp(`^OQS ${service} - `));
  });

  it.each(states)('keeps the Japanese words of $service to the letter', ({ scenario }) => {
    const stdout = printed.get(scenario) ?? '';
    const { output } = statusOf(scenario);
    expect(output).toMatch(/\p{Script=Han}/u);
    expect(output).toBe(stdout.slice(0, stdout.indexOf('|')).trim());
  });

  it.each(states)('has the performance data of $service, and hands them on to who draws them', ({ scenario }) => {
    const stdout = printed.get(scenario) ?? '';
    const { output, performance } = statusOf(scenario);
    const read = readPluginOutput(`${output} | ${performance}\n`).data;
    const own = readPluginOutput(stdout).data;
    // How long it took is another time each run.
    const apart = ([label]: readonly [string, unknown]): boolean => label !== 'duration';
    expect([...read].filter(apart)).toEqual([...own].filter(apart));
    expect(read.get('duration')).toMatchObject({ unit: 's' });
    const { service } = readPluginOutput(stdout);
    expect(checked.performance.get(scenario)).toBe(`${service}\t${output}\t${performance}`);
  });

  it('takes a wrong call for UNKNOWN, without data', () => {
    expect(statusOf(WRONG_CALL)).toMatchObject({ state: '3', performance: '' });
    expect(statusOf(WRONG_CALL).output).toContain('--no-such-option');
  });

  function statusOf(name: string) {
    const status = checked.status.get(name);
    if (!status) throw new Error(`${name} was not checked`);
    return status;
  }
});
