import * as z from 'zod';
import { downloadOutcomes, obstacles } from '../../domain/facts.ts';
import { failed, ok, type Fault, type Result } from '../../domain/fault.ts';
import { obstacleTexts, obstacleWays } from '../../domain/outcomes.ja.ts';
import type { ToolEvent } from '../../domain/outcomes.ts';
import { commandFaults, fault } from '../command-faults.ts';
import type { CommandCall, Commands, ManagementTool } from '../ports.ts';
import { callOf, jsonOf } from './ask.ts';
import { UNTIL_OPEN_MS, UNTIL_SHOWN_MS } from './tool-limits.ts';
import { harmless } from '../../text/harmless.ts';

/**
 * Finding a window among those open and waiting until it can be used takes longer than a question: several PowerShells,
 * one by one.
 */
const limits = { open: { timeoutMs: UNTIL_OPEN_MS }, show: { timeoutMs: UNTIL_SHOWN_MS } };

// The lines of the program `tool`.
const openedSchema = z.lazy(() => z.object({ type: z.literal('opened') }));
const recordSchema = z.lazy(() => z.object({ type: z.literal('record'), path: z.string().min(1).nullable() }));
/** Instead of `opened` or `record`: why the tool could not be operated. */
const obstacleSchema = z.lazy(() => z.object({ type: z.literal('obstacle'), obstacle: z.enum(obstacles) }));
const pressEventSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('step'), step: z.enum(['opening', 'pressing', 'pressed']) }),
    z.object({ type: z.literal('says'), text: z.string() }),
    z.object({
      type: z.literal('finished'),
      outcome: z.enum(downloadOutcomes),
      pressed: z.boolean(),
      message: z.string().nullable(),
      // The outcome is worth more than a reason that is not known here.
      obstacle: z.enum(obstacles).optional().catch(undefined),
    }),
  ]),
);

/** 「配信アプリケーション管理ツール」 over the program `tool`, which drives its window and reports in lines of JSON. */
export function createManagementTool({ commands }: { readonly commands: Commands }): Omit<ManagementTool, 'locate'> {
  return {
    async open(signal) {
      const call = callOf('tool', ['open'], signal, limits.open);
      const opened = await firstLine(commands, call, openedSchema, obstacleWays.open);
      return opened.ok ? ok(null) : opened;
    },
    async showRecord(signal) {
      const call = callOf('tool', ['show-record'], signal, limits.show);
      const record = await firstLine(commands, call, recordSchema, obstacleWays.record);
      return record.ok ? ok({ path: record.value.path }) : record;
    },
    pressDownloadNow: ({ maxSilenceMs, signal }) =>
      press(commands, callOf('tool', ['press', 'download-now'], signal, { timeoutMs: maxSilenceMs })),
  };
}

/**
 * The first line that is the answer. The program is followed, not run: what opened a window for the operator must never
 * be killed together with that window. `way` is what the operator can do where the program meets an obstacle.
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
      if (event.exitCode === 0) break;
      return failed(commandFaults.exitCode('tool', event.exitCode));
    }
    const said = jsonOf(event.text);
    const answer = schema.safeParse(said);
    if (answer.success) return ok(answer.data);
    const met = obstacleSchema.safeParse(said);
    if (met.success) return failed(fault('failed', { headline: obstacleTexts[met.data.obstacle], tryNext: way }));
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
 * One line of `press download-now`. A line that is not understood is somebody's words all the same, so that nothing
 * said is lost; null where not even words are left.
 */
export function toolEventOf(line: string): ToolEvent | null {
  const event = pressEventSchema.safeParse(jsonOf(line));
  if (event.success) return event.data;
  // Control characters would move the cursor instead of being seen.
  const text = harmless(line.replaceAll(/\p{Cc}+/gu, ' ')).trim();
  return text === '' ? null : { type: 'says', text };
}

/**
 * The end of a press whose program gave no outcome itself. A program that was started may have pressed, or may still
 * press while nobody listens: only where it could not be started is it certain that nothing was pressed.
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
