import type { z } from 'zod';
import type { CommandEvent } from '../../ports.ts';
import { jsonOf } from '../ask.ts';
import { findToolLineSchema, openToolLineSchema } from '../powershell/script-lines.ts';
import type { DriverTools } from './config.ts';
import { met, metByEnd, metByScript, type Met } from './obstacle.ts';
import type { PowershellRun } from './powershell-process.ts';

/** A place where the tool was found. */
type FoundTool = Extract<z.output<typeof findToolLineSchema>, { readonly type: 'found' }>;

/** What to start. */
type Choice =
  | { readonly type: 'none' }
  | { readonly type: 'one'; readonly path: string; readonly program: string | null }
  | { readonly type: 'several'; readonly paths: readonly string[] };

/** Looks where the tool may be. An obstacle where the search did not come to its end: nothing is known then. */
export async function findTool({ config, powershell }: DriverTools): Promise<Choice | Met> {
  const { path, folders, toolName, limits } = config;
  const run = powershell.start('find-tool', { path, folders, toolName }, limits.findMs);
  const { lines, end } = await readScript(run, findToolLineSchema);
  const isWhole = end.type === 'exit' && end.exitCode === 0 && lines.at(-1)?.type === 'end';
  return isWhole ? chooseTool(lines.filter((line) => line.type === 'found')) : metByEnd(end);
}

/** Finds the tool and takes up the running one, or starts it. Presses nothing. Gives the process of its window. */
export async function openTool(
  tools: DriverTools,
): Promise<{ readonly type: 'opened'; readonly processId: number } | Met> {
  const choice = await findTool(tools);
  if (choice.type === 'obstacle') return choice;
  if (choice.type === 'none') return met('tool-not-found');
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
 * Which of the places to start, given in the order of sureness. The settings decide alone. Else the program behind a place
 * tells whether two are the same; a shortcut that does not tell its program speaks against no other place, but two of
 * them, with nothing else to go by, may be two programs.
 */
function chooseTool(found: readonly FoundTool[]): Choice {
  const chosen = found.find((place) => place.by === 'settings');
  const known = firstOfEach(found, ({ program }) => program);
  const places = known.length > 0 ? known : firstOfEach(found, ({ path }) => path);
  const [first, ...others] = chosen ? [chosen] : places;
  if (!first) return { type: 'none' };
  if (others.length > 0) return { type: 'several', paths: places.map(({ path }) => path) };
  return { type: 'one', path: first.path, program: first.program };
}

/** The first place of each file, compared as Windows compares paths; places without one are left out. */
function firstOfEach(found: readonly FoundTool[], fileOf: (place: FoundTool) => string | null): readonly FoundTool[] {
  const seen = new Set<string>();
  return found.filter((place) => {
    const file = fileOf(place)?.replaceAll('/', '\\').toLowerCase();
    if (file === undefined || seen.has(file)) return false;
    seen.add(file);
    return true;
  });
}

/**
 * Reads a script to its end: what it said, and how it ended. Lines that are not of its protocol are noise (what a profile or a
 * security program writes), and left out: whoever asks goes by what must be there.
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
