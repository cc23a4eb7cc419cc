import { setTimeout as delay } from 'node:timers/promises';
import { failed, ok, type Result } from '../../src/domain/fault.ts';
import { commandFaults } from '../../src/ports/command-faults.ts';
import type { ManagementTool } from '../../src/ports/ports.ts';
import type { ToolEvent } from '../../src/domain/outcomes.ts';
import { LATE_MS, SLOW_MS } from './kinds.ts';
import { troubled, type Spoiling, type Trouble } from './trouble.ts';

type Finished = Extract<ToolEvent, { readonly type: 'finished' }>;

/** 「配信アプリケーション管理ツール」 in trouble: a press always ends with one `finished`, as the port promises. */
export function breakTool(tool: ManagementTool, trouble: Trouble): ManagementTool {
  const on = <T>(
    ask: () => Promise<Result<T>>,
    signal: AbortSignal,
    ways: Partial<Spoiling<T>> = {},
  ): Promise<Result<T>> => troubled(trouble, ask, signal, { ...spoiling<T>(), ...ways });
  return {
    locate: (signal) =>
      on(() => tool.locate(signal), signal, {
        partial: (value) => ok({ ...value, canOpen: null }),
        changed: () => ok({ installed: false, canOpen: false }),
      }),
    open: (signal) => on(() => tool.open(signal), signal),
    showRecord: (signal) => on(() => tool.showRecord(signal), signal),
    pressDownloadNow: (options) => press(tool, options, trouble),
  };
}

function spoiling<T>(): Spoiling<T> {
  const unreadable = (): Result<T> => failed(commandFaults.unreadable('tool'));
  return {
    missing: commandFaults.absent('tool', 'tool.exe'),
    denied: commandFaults.denied('tool'),
    timedOut: commandFaults.timedOut('tool', 20_000),
    full: commandFaults.notStarted('tool', 'ENOSPC'),
    garbage: unreadable,
    partial: unreadable,
    changed: unreadable,
  };
}

async function* press(
  tool: ManagementTool,
  options: Parameters<ManagementTool['pressDownloadNow']>[0],
  trouble: Trouble,
): AsyncGenerator<ToolEvent> {
  const isStruck = trouble.asked();
  const real = (): AsyncIterable<ToolEvent> => tool.pressDownloadNow(options);
  switch (trouble.kind) {
    case 'missing':
      yield ended('window-missing', false);
      break;
    case 'denied':
      yield { ...ended('window-missing', false), obstacle: 'tool-elevated' };
      break;
    case 'disk-full':
      yield ended('error', true);
      break;
    case 'slow':
      for await (const event of real()) {
        await delay(SLOW_MS);
        yield event;
      }
      break;
    case 'late':
    case 'hanging':
      yield* upTo(real(), 'pressed');
      await delay(Math.min(LATE_MS, options.maxSilenceMs));
      yield ended('hang', true);
      break;
    case 'garbage':
      yield* upTo(real(), 'pressed');
      yield { type: 'says', text: '\uFFFD\uFFFD' };
      yield ended('crash', true);
      break;
    case 'partial':
      yield* upTo(real(), 'pressing');
      yield ended('crash', true);
      break;
    case 'disappearing':
      if (isStruck) yield ended('window-missing', false);
      else yield* real();
      break;
    case 'changed':
      if (isStruck) {
        yield* upTo(real(), 'pressed');
        yield ended('unknown-dialog', true);
      } else yield* real();
      break;
    case 'clock-forward':
    case 'clock-back':
    case 'zone':
      yield* real();
      break;
  }
}

function ended(outcome: Finished['outcome'], pressed: boolean): Finished {
  return { type: 'finished', outcome, pressed, message: null };
}

/** What comes until the press has got so far. */
async function* upTo(events: AsyncIterable<ToolEvent>, step: 'pressing' | 'pressed'): AsyncGenerator<ToolEvent> {
  for await (const event of events) {
    if (event.type === 'finished') return;
    yield event;
    if (event.type === 'step' && event.step === step) return;
  }
}
