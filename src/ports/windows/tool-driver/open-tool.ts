import type { z } from 'zod';
import type { CommandEvent } from '../../ports.ts';
import { fileFaultTexts } from '../../faults.ja.ts';
import { jsonOf } from '../ask.ts';
import { findToolLineSchema, openToolLineSchema } from '../powershell/script-lines.ts';
import { toolChoiceOf, type ToolChoice } from '../tool-places.ts';
import type { DriverTools } from './config.ts';
import { met, metByEnd, metByScript, type Met } from './obstacle.ts';
import type { PowershellRun } from './powershell-process.ts';

/** Looks where the tool may be. An obstacle where the search did not come to its end: nothing is known then. */
async function findTool({ config, powershell, programOf }: DriverTools): Promise<ToolChoice | Met> {
  const { path, folders, toolName, limits } = config;
  const run = powershell.start('find-tool', { path, folders, toolName }, limits.findMs);
  const { lines, end } = await readScript(run, findToolLineSchema);
  const choice = end.type === 'exit' && end.exitCode === 0 ? await toolChoiceOf(lines, programOf) : null;
  return choice ?? metByEnd(end);
}

/** Finds the tool and takes up the running one, or starts it. Presses nothing. Gives the process of its window. */
export async function openTool(
  tools: DriverTools,
): Promise<{ readonly type: 'opened'; readonly processId: number } | Met> {
  const choice = await findTool(tools);
  if (choice.type === 'obstacle') return choice;
  if (choice.type === 'none') return met('tool-not-found');
  if (choice.type === 'doubtful') return met('tool-not-found', fileFaultTexts.doubtfulShortcut(choice.paths));
  if (choice.type === 'several') return met('several-tools', choice.paths.join(' / '));
  const { toolName, limits } = tools.config;
  const { path, program } = choice;
  const input = { path, program, toolName, waitSeconds: Math.ceil(limits.openMs / 1_000) };
  const run = tools.powershell.start('open-tool', input, limits.openMs + limits.lookMs);
  const { lines, end } = await readScript(run, openToolLineSchema);
  const [said] = lines;
  if (said === undefined) return metByEnd(end);
  return said.type === 'opened' ? { type: 'opened', processId: said.processId } : metByScript(said);
}

/**
 * Reads a script to its end: what it said, and how it ended. Lines that are not of its protocol are noise (what a
 * profile or a security program writes), and left out: whoever asks goes by what must be there.
 */
async function readScript<T>(
  run: PowershellRun,
  schema: z.ZodType<T>,
): Promise<{ readonly lines: readonly T[]; readonly end: CommandEvent }> {
  const lines: T[] = [];
  let end: CommandEvent = { type: 'exit', exitCode: 1 };
  for await (const event of run.events) {
    if (event.type === 'line') {
      const line = schema.safeParse(jsonOf(event.text));
      if (line.success) lines.push(line.data);
    } else end = event;
  }
  return { lines, end };
}
