import { describe, expect, it } from 'vitest';
import { ok, type Fault } from '../../../src/domain/fault.ts';
import { commandFaults } from '../../../src/ports/command-faults.ts';
import type { ToolEvent } from '../../../src/domain/outcomes.ts';
import { createManagementTool, toolEventOf } from '../../../src/ports/windows/management-tool.ts';
import { createFakeCommands, type FollowAnswer } from '../../fakes/commands.ts';
import { signal } from './fixtures.ts';
import { obstacles } from '../../../src/domain/facts.ts';
import { obstacleTexts, obstacleWays } from '../../../src/domain/outcomes.ja.ts';

const exit = (exitCode: number): FollowAnswer['end'] => ({ exitCode });
const step = (name: 'opening' | 'pressing' | 'pressed') => ({ type: 'step', step: name }) as const;

async function press(follow: FollowAnswer, by: AbortSignal = signal): Promise<readonly ToolEvent[]> {
  const commands = createFakeCommands([{ program: 'tool', args: ['press', 'download-now'], follow, times: 1 }]);
  const events: ToolEvent[] = [];
  const pressing = createManagementTool({ commands }).pressDownloadNow({ maxSilenceMs: 9_000, signal: by });
  for await (const event of pressing) events.push(event);
  commands.verify();
  expect(commands.calls[0]?.timeoutMs).toBe(9_000);
  return events;
}

describe('pressDownloadNow', () => {
  it('passes on steps, words and the outcome as the program gives them', async () => {
    const lines = [
      step('opening'),
      step('pressing'),
      step('pressed'),
      { type: 'says', text: '再起動してください' },
      { type: 'finished', outcome: 'restart-required', pressed: true, message: '再起動してください' },
    ];
    expect(await press({ lines, end: exit(0) })).toEqual(lines);
  });

  it('believes the program that it found no button', async () => {
    const lines = [
      step('opening'),
      step('pressing'),
      { type: 'finished', outcome: 'button-missing', pressed: false, message: null },
    ];
    expect((await press({ lines, end: exit(0) })).at(-1)).toMatchObject({ pressed: false });
  });

  it('loses no line that it does not understand, but what cannot be shown', async () => {
    const events = await press({
      lines: ['Exception: oops', '{"type":"step","step":"dancing"}', '\u001B[2Jhi\u0007', '\u0000\u0001', '{"type":'],
      end: exit(0),
    });
    expect(events.slice(0, -1)).toEqual([
      { type: 'says', text: 'Exception: oops' },
      { type: 'says', text: '{"type":"step","step":"dancing"}' },
      { type: 'says', text: '[2Jhi' },
      { type: 'says', text: '{"type":' },
    ]);
  });

  const fault = commandFaults;
  it.each<[string, FollowAnswer['end'], string, boolean, string | null]>([
    ['exits without an outcome', exit(0), 'crash', true, null],
    ['exits with an error', exit(1), 'crash', true, null],
    ['crashes', { fault: fault.crashed('tool', 'SIGKILL') }, 'crash', true, null],
    ['falls silent', { fault: fault.silent('tool', 9_000) }, 'hang', true, null],
    ['is not waited for', { fault: fault.cancelled('tool') }, 'hang', true, null],
    ['is not there', { fault: fault.absent('tool', 'x.exe') }, 'window-missing', false, 'fault'],
    ['may not be started', { fault: fault.denied('tool') }, 'window-missing', false, 'fault'],
  ])('ends with an outcome when the program %s', async (_, end, outcome, pressed, message) => {
    const words = message === null ? null : headlineOf(end);
    const table = [
      [],
      [step('opening')],
      [step('opening'), step('pressing')],
      [step('opening'), step('pressing'), step('pressed')],
    ] as const;
    for (const lines of table) {
      const events = await press({ lines, end });
      const last = {
        type: 'finished',
        outcome,
        pressed,
        message: words,
      };
      expect(events).toEqual([...lines, last]);
    }
  });

  it('ends as a hang when the operator stops waiting', async () => {
    const patience = new AbortController();
    const pressing = press({ lines: [step('pressed')], end: 'hang' }, patience.signal);
    patience.abort();
    expect((await pressing).at(-1)).toEqual({
      type: 'finished',
      outcome: 'hang',
      pressed: true,
      message: null,
    });
  });
});

function headlineOf(end: FollowAnswer['end']): string | null {
  return typeof end === 'object' && 'fault' in end ? end.fault.headline : null;
}

describe('open and showRecord', () => {
  const tool = (verb: string, follow: FollowAnswer) =>
    createManagementTool({ commands: createFakeCommands([{ program: 'tool', args: [verb], follow, times: 1 }]) });

  it('are done with the line that says so, whether or not the program has ended', async () => {
    const opened = { lines: ['Loading..', { type: 'opened' }], end: 'hang' } as const;
    expect(await tool('open', opened).open(signal)).toEqual(ok(null));
    const path = 'C:\\ProgramData\\OQS\\record.csv';
    const shown = { lines: [{ type: 'record', path }], end: 'hang' } as const;
    expect(await tool('show-record', shown).showRecord(signal)).toEqual(ok({ path }));
  });

  it('say when the path could not be learned', async () => {
    const shown = { lines: [{ type: 'record', path: null }], end: exit(0) };
    expect(await tool('show-record', shown).showRecord(signal)).toEqual(ok({ path: null }));
  });

  it.each<[string, FollowAnswer['end'], Fault['code']]>([
    ['ends without a word', exit(0), 'unreadable'],
    ['ends with an error', exit(2), 'failed'],
    ['has no rights', exit(5), 'denied'],
    ['is not there', { fault: commandFaults.absent('tool', 'x.exe') }, 'absent'],
    ['falls silent', { fault: commandFaults.silent('tool', 1) }, 'timed-out'],
  ])('are faults when the program %s', async (_, end, code) => {
    const silent = { lines: [], end };
    expect(await tool('open', silent).open(signal)).toMatchObject({ ok: false, fault: { code } });
    expect(await tool('show-record', silent).showRecord(signal)).toMatchObject({ ok: false, fault: { code } });
  });
});

const end = { type: 'finished', outcome: 'window-missing', pressed: false, message: null } as const;

describe('an obstacle on its way through the port', () => {
  it.each(obstacles)('%s is kept with the end of a press', (obstacle) => {
    expect(toolEventOf(JSON.stringify({ ...end, obstacle }))).toEqual({ ...end, obstacle });
  });

  it('that is not known, or no obstacle at all, takes nothing from the outcome', () => {
    expect(toolEventOf(JSON.stringify({ ...end, obstacle: 'new' }))).toEqual(end);
    expect(toolEventOf(JSON.stringify({ ...end, obstacle: null }))).toEqual(end);
    expect(toolEventOf(JSON.stringify(end))).toEqual(end);
  });

  it.each([
    ['open', obstacleWays.open],
    ['show-record', obstacleWays.record],
  ] as const)('is why %s failed, with what to do by hand', async (verb, tryNext) => {
    const lines = [
      { type: 'step', step: 'opening' },
      { type: 'obstacle', obstacle: 'screen-locked', detail: null },
    ];
    const commands = createFakeCommands([
      { program: 'tool', args: [verb], follow: { lines, end: { exitCode: 3 } }, times: 1 },
    ]);
    const tool = createManagementTool({ commands });
    const answer = verb === 'open' ? await tool.open(signal) : await tool.showRecord(signal);
    expect(answer).toMatchObject({
      ok: false,
      fault: { code: 'failed', headline: obstacleTexts['screen-locked'], tryNext },
    });
  });
});
