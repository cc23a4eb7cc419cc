import { describe, expect, it } from 'vitest';
import { downloadOutcomes, obstacles, type Obstacle } from '../../src/domain/facts.ts';
import { historyOf } from '../../src/journal/history.ts';
import { commandFaults } from '../../src/ports/command-faults.ts';
import type { ToolEvent } from '../../src/domain/outcomes.ts';
import { createFakeCommands, type FollowAnswer } from '../fakes/commands.ts';
import { healthyTerminal } from '../fakes/ports.ts';
import { powerCut } from '../journal/memory-store.ts';
import { bench, typesOf, type Bench } from './bench.ts';
import { done } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';
import { obstacleTexts } from '../../src/domain/outcomes.ja.ts';
import { eventInWords } from '../../src/journal/events.ja.ts';

const press = { action: 'press-download' } as const;
const started = { event: 'download-started' };

/** A tool that says these events when its button is pressed. */
function withTool(...events: readonly ToolEvent[]): Promise<Bench> {
  return bench({ terminal: { tool: { ...healthyTerminal.tool, events } } });
}

/** The program that drives the tool, saying these lines. */
function withProgram(lines: FollowAnswer['lines'], end: FollowAnswer['end']): Promise<Bench> {
  return bench({
    commands: createFakeCommands([
      { program: 'tool', args: ['press', 'download-now'], times: 1, follow: { lines, end } },
    ]),
  });
}

function finished(outcome: (typeof downloadOutcomes)[number], pressed = true): ToolEvent {
  return { type: 'finished', outcome, pressed, message: null };
}

describe('「今すぐダウンロード」', () => {
  it('is written with the lock under which it is watched', async () => {
    const { run, events, store } = await bench();
    store.lock = 'ours';
    await run({ action: 'press-download' });
    expect(events()[0]).toEqual({ event: 'download-started', lock: 'ours' });
  });

  it('is on the disk before it is pressed, and its outcome before anybody hears of it', async () => {
    const { run, log } = await withTool(
      { type: 'step', step: 'opening' },
      { type: 'step', step: 'pressed' },
      { type: 'says', text: '再起動してください' },
      finished('restart-required'),
    );
    await run(press);
    expect(log).toEqual([
      'written download-started',
      'sealed',
      'said journal',
      'tool.press 600000',
      'said tool',
      'said tool',
      'said tool',
      'written download-finished',
      'sealed',
      'said journal',
      'said tool',
      'said press-download done',
    ]);
  });

  it('passes on what the tool says word for word, and keeps its message', async () => {
    const message = '  資材の取得に失敗しました。\t(EDQ-0001) ';
    const done = { type: 'finished', outcome: 'error', pressed: true, message } as const;
    const { run, events } = await withTool({ type: 'says', text: message }, done);
    const messages = await run(press);
    expect(messages.filter(({ type }) => type === 'tool')).toEqual([
      { type: 'tool', event: { type: 'says', text: message } },
      { type: 'tool', event: done },
    ]);
    expect(events()).toEqual([started, { event: 'download-finished', outcome: 'error', pressed: true, message }]);
  });

  it.each(downloadOutcomes)('writes the outcome %s as it was', async (outcome) => {
    const { run, events, reading } = await withTool(finished(outcome));
    await run(press);
    expect(events()).toEqual([started, { event: 'download-finished', outcome, pressed: true, message: null }]);
    expect(reading().state).toBe('intact');
  });

  it.each(downloadOutcomes)('believes that nothing was pressed only where that can be: %s', async (outcome) => {
    const unpressed = outcome === 'window-missing' || outcome === 'button-missing';
    const { run, events, reading } = await withTool(finished(outcome, false));
    const messages = await run(press);
    expect(events().at(-1)).toMatchObject({ outcome, pressed: !unpressed });
    expect(messages.at(-2)).toMatchObject({ event: { outcome, pressed: !unpressed } });
    const { presses } = historyOf(reading().entries, '2026-01-face-library');
    expect(presses.map((each) => each.outcome)).toEqual(unpressed ? [] : [outcome]);
  });

  it.each([
    ['is not there', commandFaults.absent('tool', 'tool.exe'), 'window-missing', false],
    ['may not be started', commandFaults.denied('tool'), 'window-missing', false],
    ['crashes', commandFaults.crashed('tool', 'SIGKILL'), 'crash', true],
    ['falls silent', commandFaults.silent('tool', 600_000), 'hang', true],
    ['could not be followed', commandFaults.notStarted('tool', 'EIO'), 'crash', true],
  ] as const)('a program that %s', async (_, fault, outcome, pressed) => {
    const { run, events } = await withProgram([], { fault });
    await run(press);
    const message = pressed ? null : fault.headline;
    expect(events()).toEqual([started, { event: 'download-finished', outcome, pressed, message }]);
  });

  it('counts a program that ends without an outcome as a press', async () => {
    const { run, events } = await withProgram([{ type: 'step', step: 'opening' }], { exitCode: 0 });
    await run(press);
    expect(events().at(-1)).toMatchObject({ outcome: 'crash', pressed: true });
  });

  it('stops waiting when it is told to, and writes that the press may have happened', async () => {
    const { run, events, until } = await withProgram([{ type: 'step', step: 'pressed' }], 'hang');
    const stop = new AbortController();
    const running = run(press, stop.signal);
    await until('said tool');
    stop.abort();
    expect(typesOf(await running)).toEqual(['journal', 'tool', 'journal', 'tool', 'press-download done']);
    expect(events()).toEqual([started, { event: 'download-finished', outcome: 'hang', pressed: true, message: null }]);
  });

  it.each(['append', 'read'] as const)('presses nothing when the journal refuses to %s', async (what) => {
    const { run, store, log, events } = await withTool(finished('restart-required'));
    store.refuse(what);
    expect(await run(press)).toEqual([{ type: 'journal-failed', fault: powerCut }, done(press, failed(powerCut))]);
    expect(log.filter((line) => line.startsWith('tool.'))).toEqual([]);
    expect(events()).toEqual([]);
  });

  it('tells the outcome even where it can no longer be written', async () => {
    const { run, store, reading } = await withTool(
      { type: 'says', text: '再起動してください' },
      finished('restart-required'),
    );
    store.cutPowerAfter(firstLine() + 1);
    const messages = await run(press);
    expect(messages.slice(1)).toEqual([
      { type: 'tool', event: { type: 'says', text: '再起動してください' } },
      { type: 'journal-failed', fault: powerCut },
      { type: 'tool', event: finished('restart-required') },
      done(press, ok(null)),
    ]);
    // What stands is enough to know of the press: a start without a finish counts as one.
    const { presses } = historyOf(reading().entries, '2026-01-face-library');
    expect(presses.map((each) => each.outcome)).toEqual([null]);
  });
});

/** How many bytes the first line of the journal takes. */
function firstLine(): number {
  return new TextEncoder().encode(
    '{"at":"2026-01-20T08:10:00+09:00","seq":1,"prev":null,"notice":"2026-01-face-library","event":"download-started"}\n',
  ).length;
}

/** What the journal says after a press that met an obstacle. */
async function pressInto(obstacle: Obstacle | undefined, message: string | null) {
  const end = { type: 'finished', outcome: 'window-missing', pressed: false, message } as const;
  const events = [obstacle === undefined ? end : { ...end, obstacle }];
  const { run, events: written } = await bench({ terminal: { tool: { ...healthyTerminal.tool, events } } });
  const messages = await run({ action: 'press-download' });
  expect(messages.at(-2)).toEqual({ type: 'tool', event: events[0] });
  return written().at(-1);
}

describe('a press that met an obstacle', () => {
  it.each(obstacles)('is in the journal with its reason in words: %s', async (obstacle) => {
    const event = await pressInto(obstacle, null);
    const message = obstacleTexts[obstacle];
    expect(event).toEqual({ event: 'download-finished', outcome: 'window-missing', pressed: false, message });
    expect(event && eventInWords(event, [])).toContain(message);
  });

  it('is told with its detail, and not as the words of the tool', async () => {
    const event = await pressInto('button-not-found', 'あるボタン: 「終了」');
    expect(event).toMatchObject({ message: `${obstacleTexts['button-not-found']} あるボタン: 「終了」` });
    expect(event && eventInWords(event, [])).not.toContain('ツールの言葉');
  });

  it('has no reason where none is known', async () => {
    expect(await pressInto(undefined, null)).toMatchObject({ message: null });
    expect(await pressInto(undefined, '詳細')).toMatchObject({ message: '詳細' });
  });
});
