import { findToolLineSchema, openToolLineSchema } from '../powershell/script-lines.ts';
import { readScript } from './ask-script.ts';
import { chooseTool, type Choice } from './candidates.ts';
import type { DriverTools } from './driver-tools.ts';
import { met, metByEnd, metByScript, type Met } from './obstacle.ts';

type Tools = Pick<DriverTools, 'config' | 'powershell'>;

/** Looks where the tool may be. An obstacle where the search did not come to its end: nothing is known then. */
export async function findTool({ config, powershell }: Tools): Promise<Choice | Met> {
  const { path, folders, toolName, limits } = config;
  const run = powershell.start('find-tool', { path, folders, toolName }, limits.findMs);
  const { lines, end } = await readScript(run, findToolLineSchema);
  const isWhole = end.type === 'exit' && end.exitCode === 0 && lines.at(-1)?.type === 'end';
  if (!isWhole) return metByEnd(end);
  return chooseTool(lines.filter((line) => line.type === 'found'));
}

export interface Opened {
  readonly type: 'opened';
  readonly processId: number;
}

/** Finds the tool and takes up the running one, or starts it. Presses nothing. */
export async function openTool(tools: Tools): Promise<Opened | Met> {
  const choice = await findTool(tools);
  switch (choice.type) {
    case 'obstacle':
      return choice;
    case 'none':
      return met('tool-not-found');
    case 'several':
      return met('several-tools', choice.paths.join(' / '));
    case 'one':
      return start(tools, choice);
  }
}

async function start(
  { config, powershell }: Tools,
  { path, program }: Extract<Choice, { readonly type: 'one' }>,
): Promise<Opened | Met> {
  const { toolName, limits } = config;
  const waitSeconds = Math.ceil(limits.openMs / 1_000);
  const input = { path, program, toolName, waitSeconds };
  const run = powershell.start('open-tool', input, limits.openMs + limits.lookMs);
  const { lines, end } = await readScript(run, openToolLineSchema);
  const [said] = lines;
  if (said === undefined) return metByEnd(end);
  return said.type === 'opened' ? { type: 'opened', processId: said.processId } : metByScript(said);
}
