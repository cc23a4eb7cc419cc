import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { run, MAIN, temporaryFolder } from '../e2e/built.ts';
import { readExposition } from '../formats/exposition-reader.ts';
import { readPluginOutput } from '../formats/plugin-output.ts';
import { describeMonitoring, runTool, tools } from './tools.ts';

const SCENARIOS = readdirSync(join(import.meta.dirname, '../../scenarios')).toSorted();
/** One scenario for each of a plugin's states. */
const states = [
  { scenario: 'already-current', service: 'OK', exitCode: 0 },
  { scenario: 'outdated-morning', service: 'WARNING', exitCode: 1 },
  { scenario: 'two-failed-cycles', service: 'CRITICAL', exitCode: 2 },
  { scenario: 'unreadable-record', service: 'UNKNOWN', exitCode: 3 },
] as const;

/** The plugin as its wrappers call it: by its full path. */
function plugin(scenario: string): readonly string[] {
  return [process.execPath, MAIN, 'check', '--nagios', '--timeout', '60', '--simulate', scenario];
}

describeMonitoring("Debian's wrappers of plugins", () => {
  it.each(states)('negate turns $service around and keeps the line', async ({ scenario, service, exitCode }) => {
    const { exitCode: negated, stdout } = await runTool(tools().negate, ['-t', '90', ...plugin(scenario)]);
    expect(negated).toBe({ 0: 2, 1: 1, 2: 0, 3: 3 }[exitCode]);
    expect(readPluginOutput(stdout).service).toBe(service);
  });

  it('negate substitutes the word of the state, which it finds in our line', async () => {
    const { exitCode, stdout } = await runTool(tools().negate, [
      '-s',
      '-w',
      'OK',
      '-t',
      '90',
      ...plugin('outdated-morning'),
    ]);
    expect(exitCode).toBe(0);
    expect(readPluginOutput(stdout)).toMatchObject({ name: 'OQS', service: 'OK' });
  });

  it.each(states)('urlize links the text of $service and leaves the data outside', async (state) => {
    const url = 'http://desk.invalid/manual';
    const { exitCode, stdout } = await runTool(tools().urlize, [url, ...plugin(state.scenario)]);
    expect(exitCode).toBe(state.exitCode);
    const [, text = '', data = ''] = /^<A href="http:\/\/desk\.invalid\/manual">(.+)<\/A> \| (.+)$/.exec(stdout) ?? [];
    // It prints no line end, and a space of its own.
    const { service, data: read } = readPluginOutput(`${text.trim()} | ${data.trim()}\n`);
    expect(service).toBe(state.service);
    expect([...read.keys()]).toContain('checks_failed');
  });

  it('pass on the line of a wrong call', async () => {
    const call = [process.execPath, MAIN, 'check', '--nagios', '--no-such-option'];
    const { exitCode, stdout } = await runTool(tools().negate, ['-t', '90', ...call]);
    expect(exitCode).toBe(3);
    expect(readPluginOutput(stdout)).toMatchObject({ service: 'UNKNOWN', data: new Map() });
  });
});

describeMonitoring('promtool check metrics', () => {
  it.each(SCENARIOS)('finds nothing in the file of %s', async (scenario) => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'oqs.prom');
    const labels = ['--label', 'site=東 "1"\\2', '--label', 'desk=a=b'];
    await run('check', '--simulate', scenario, '--prometheus', file, ...labels);
    const text = readFileSync(file, 'utf8');
    expect(readExposition(text)[0]).toMatchObject({
      name: 'oqs_check_success',
      samples: [{ labels: { site: '東 "1"\\2', desk: 'a=b' }, value: 1 }],
    });
    expect(await runTool(tools().promtool, ['check', 'metrics'], text)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('finds nothing in the file of a run without an answer', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'oqs.prom');
    await run('check', '--notice', join(folder.path, 'nowhere.json'), '--prometheus', file);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('\noqs_check_success 0\n');
    expect(await runTool(tools().promtool, ['check', 'metrics'], text)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('can find something: a metric without a word about it', async () => {
    const { exitCode, stderr } = await runTool(tools().promtool, ['check', 'metrics'], 'oqs_x_total 1\n');
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('help');
  });
});
