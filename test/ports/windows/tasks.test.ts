import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../src/domain/fault.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';
import { createTasks, parseLocalTime, parseTaskEnabled, parseTaskRun } from '../../../src/ports/windows/tasks.ts';
import { createFakeCommands, type ExpectedCall, type RunAnswer } from '../../fakes/commands.ts';
import { garbage, programAnswer, signal } from './fixtures.ts';

const NAME = 'OQS_exec_distroappstart';
const clock = { read: () => Promise.resolve(ok({ now: 0, offsetMinutes: 540 })) };
const file = (name: string): RunAnswer => ({ stdout: programAnswer(name) });
const none: RunAnswer = { exitCode: 1 };

/** `csv`: the task's own run, where its definition could be asked for; else the list of all tasks. */
async function find(xml: RunAnswer, csv: RunAnswer, zone = clock) {
  const args = xml === none ? ['/fo', 'csv', '/nh'] : ['/tn', NAME, '/fo', 'csv', '/v', '/nh'];
  const expected: readonly ExpectedCall[] = [
    { program: 'tasks', args: ['/query', '/tn', NAME, '/xml'], run: xml, times: 1 },
    { program: 'tasks', args: ['/query', ...args], run: csv, times: 1 },
  ];
  const commands = createFakeCommands(expected);
  const result = await createTasks({ commands, clock: zone }).find(NAME, signal);
  commands.verify();
  return result;
}

const enabledXml = file('schtasks-enabled.xml');
const verbose = file('schtasks-verbose-ja.txt');
const ranAt = Date.parse('2026-01-20T08:05:00+09:00');

describe('createTasks', () => {
  it('reads the definition in UTF-16LE and the last run in CP932', async () => {
    const result = await find(enabledXml, verbose);
    expect(result).toEqual(ok({ found: true, enabled: true, lastRunAt: ranAt, neverRan: false, lastResult: 0 }));
  });

  it('tells a disabled task from its triggers', async () => {
    expect(await find(file('schtasks-disabled.xml'), verbose)).toMatchObject({ value: { enabled: false } });
  });

  it('knows a task that never ran by its result, whatever date it carries', async () => {
    const result = await find(enabledXml, file('schtasks-verbose-never-ran-ja.txt'));
    expect(result).toMatchObject({ value: { lastRunAt: null, neverRan: true, lastResult: 267_011 } });
  });

  it('passes an error result on as it is', async () => {
    const result = await find(enabledXml, file('schtasks-verbose-failed-ja.txt'));
    expect(result).toMatchObject({ value: { lastRunAt: ranAt, lastResult: -2_147_023_570 } });
  });

  it('cannot tell the last run where the zone cannot be told', async () => {
    const zone = { read: () => Promise.resolve(failed(commandFaults.timedOut('system', 1))) };
    const result = await find(enabledXml, verbose, zone);
    expect(result).toMatchObject({ value: { lastRunAt: null, neverRan: false, lastResult: 0 } });
  });

  it('is not found where the list of all tasks can be read without it', async () => {
    expect(await find(none, file('schtasks-list-ja.txt'))).toEqual(ok({ found: false }));
    expect(await find(none, { stdout: '' })).toEqual(ok({ found: false }));
  });

  it.each<[string, RunAnswer, string]>([
    ['the list names it', file('schtasks-list-with-task-ja.txt'), 'denied'],
    ['there is no list either', none, 'denied'],
    ['the list is garbage', { stdout: garbage }, 'unreadable'],
    ['the list is words', { stdout: 'Hello\r\n' }, 'unreadable'],
    ['the list does not come', { fault: commandFaults.timedOut('tasks', 1) }, 'timed-out'],
  ])('is a fault, not "missing", where %s', async (_, list, code) => {
    expect(await find(none, list)).toMatchObject({ ok: false, fault: { code } });
  });

  it('tells what one half says where the other is lost', async () => {
    expect(await find({ stdout: garbage }, verbose)).toMatchObject({
      value: { found: true, enabled: null, lastRunAt: ranAt },
    });
    expect(await find(enabledXml, { stdout: '' })).toEqual(
      ok({ found: true, enabled: true, lastRunAt: null, neverRan: false, lastResult: null }),
    );
  });

  it.each<[string, RunAnswer, string]>([
    ['print nothing', { stdout: '' }, 'unreadable'],
    ['print garbage', { stdout: garbage }, 'unreadable'],
    ['crash', { fault: commandFaults.crashed('tasks', 'SIGKILL') }, 'crashed'],
  ])('is a fault where both halves %s', async (_, run, code) => {
    expect(await find(run, run)).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('parseLocalTime', () => {
  it.each([
    ['2026/01/20 8:05:00', ranAt],
    ['2026/1/20 08:05:00', ranAt],
    ['2026-01-20T08:05:00', ranAt],
    ['2026-01-20 08:05:00', ranAt],
    ['1999/11/30 0:00:00', null],
    ['2026/02/30 8:05:00', null],
    ['2026/13/01 8:05:00', null],
    ['2026/01/20 24:00:00', null],
    ['1/20/2026 8:05:00 AM', null],
    ['20/01/2026 8:05:00', null],
    ['2026/01-20 8:05:00', null],
    ['N/A', null],
    ['', null],
  ])('reads %j in Japan', (text, expected) => {
    expect(parseLocalTime(text, 540)).toBe(expected);
  });
});

describe('parseTaskEnabled', () => {
  it.each([
    ['<Task><Settings/></Task>', true],
    ['<Task><Settings><!-- <Enabled>false</Enabled> --></Settings></Task>', true],
    ['<Task><Settings><Enabled> false </Enabled></Settings></Task>', false],
    ['<Task><Settings><Enabled>maybe</Enabled></Settings></Task>', null],
    ['<Task><Settings><Enabled>true</Enabled>', null],
    ['<html></html>', null],
    ['', null],
  ])('reads %j as %j', (xml, expected) => {
    expect(parseTaskEnabled(xml)).toBe(expected);
  });
});

describe('parseTaskRun', () => {
  it('looks at the task of that name only', () => {
    expect(parseTaskRun('"PC","\\Other","","","","2026/01/20 8:05:00","0"\r\n', NAME, 540)).toBeNull();
  });
});
