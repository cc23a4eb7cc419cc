import type { z } from 'zod';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { obstacleTexts, obstacleWays } from '../../domain/outcomes.ja.ts';
import { commandFaults, fault } from '../command-faults.ts';
import type { CommandCall, Commands, ManagementTool } from '../ports.ts';
import type { ToolEvent } from '../../domain/outcomes.ts';
import { askJson, jsonOf, SLOW_ANSWER_MS } from './ask.ts';
import { locatedSchema, obstacleSchema, openedSchema, recordSchema, toolEventOf } from './tool-lines.ts';

/** Finding a window among those open and waiting until it can be used takes longer than a question: three PowerShells, one by one. */
const WINDOW_MS = 120_000;

/** 「配信アプリケーション管理ツール」 over the program `tool`, which drives its window and reports in lines of JSON. */
export function createManagementTool(options: { readonly commands: Commands }): ManagementTool {
  const { commands } = options;
  return {
    async locate(signal) {
      const answer = await askJson(commands, toolCall(['locate'], SLOW_ANSWER_MS, signal), locatedSchema);
      if (!answer.ok) return answer;
      const { installed, canOpen } = answer.value;
      return ok({ installed, canOpen });
    },

    async open(signal) {
      const call = toolCall(['open'], WINDOW_MS, signal);
      const opened = await firstLine(commands, call, openedSchema, obstacleWays.open);
      return opened.ok ? ok(null) : opened;
    },

    async showRecord(signal) {
      const call = toolCall(['show-record'], WINDOW_MS, signal);
      const record = await firstLine(commands, call, recordSchema, obstacleWays.record);
      return record.ok ? ok({ path: record.value.path }) : record;
    },

    pressDownloadNow: ({ maxSilenceMs, signal }) =>
      press(commands, toolCall(['press', 'download-now'], maxSilenceMs, signal)),
  };
}

/**
 * The first line that is the answer. The program is followed, not run: what opened a window for the operator must never be
 * killed together with that window. `way` is what the operator can do where the program meets an obstacle.
 */
async function firstLine<T>(
  commands: Commands,
  call: CommandCall,
  schema: z.ZodType<T>,
  way: string,
): Promise<Result<T>> {
  for await (const event of commands.follow(call)) {
    if (event.type === 'fault') return failed(event.fault);
    if (event.type === 'exit') {
      return failed(
        event.exitCode === 0 ? commandFaults.unreadable('tool') : commandFaults.exitCode('tool', event.exitCode),
      );
    }
    const said = jsonOf(event.text);
    const answer = schema.safeParse(said);
    if (answer.success) return ok(answer.data);
    const met = obstacleSchema.safeParse(said);
    if (met.success) {
      return failed(fault('failed', { headline: obstacleTexts[met.data.obstacle], tryNext: way }));
    }
  }
  return failed(commandFaults.unreadable('tool'));
}

async function* press(commands: Commands, call: CommandCall): AsyncGenerator<ToolEvent> {
  for await (const line of commands.follow(call)) {
    if (line.type === 'fault') {
      yield endedBy(line.fault);
      return;
    }
    if (line.type === 'exit') break;
    const event = toolEventOf(line.text);
    if (event === null) continue;
    yield event;
    if (event.type === 'finished') return;
  }
  yield { type: 'finished', outcome: 'crash', pressed: true, message: null };
}

/**
 * The end of a press whose program gave no outcome itself. A program that was started may have pressed, or may still press
 * while nobody listens: only where it could not be started is it certain that nothing was pressed.
 */
function endedBy(fault: Fault): ToolEvent {
  switch (fault.code) {
    // It was not waited for any longer: by limit, or by the operator.
    case 'timed-out':
    case 'cancelled':
      return { type: 'finished', outcome: 'hang', pressed: true, message: null };
    // The program that would press could not be started at all.
    case 'absent':
    case 'denied':
      return { type: 'finished', outcome: 'window-missing', pressed: false, message: fault.headline };
    default:
      return { type: 'finished', outcome: 'crash', pressed: true, message: null };
  }
}

function toolCall(args: readonly string[], timeoutMs: number, signal: AbortSignal): CommandCall {
  return { program: 'tool', args, timeoutMs, signal };
}
