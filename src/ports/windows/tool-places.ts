import { win32 } from 'node:path';
import type { z } from 'zod';
import type { ToolLocation } from '../ports.ts';
import { findToolLineSchema } from './powershell/script-lines.ts';

/** The tool's name as it stands under its desktop icon. */
export const TOOL_NAME = '配信アプリケーション管理ツール';

/** A place where the tool was found, with the program behind it; null where a shortcut does not tell. */
type FoundTool = Extract<z.output<typeof findToolLineSchema>, { readonly type: 'found' }> & {
  readonly program: string | null;
};

/** What to start. */
export type ToolChoice =
  | { readonly type: 'none' }
  | { readonly type: 'one'; readonly path: string; readonly program: string | null }
  | { readonly type: 'several'; readonly paths: readonly string[] }
  /** Only shortcuts that do not count by their name. */
  | { readonly type: 'doubtful'; readonly paths: readonly string[] };

/** Tells the program that starts with a path: see `programBehind`. */
export type ProgramOf = (path: string) => Promise<string | null>;

/**
 * What the search for the tool came to, by its lines as JSON values; null where it did not come to its end. Lines that
 * are not of its protocol are noise (what a profile or a security program writes), and left out.
 */
export async function toolChoiceOf(lines: readonly unknown[], programOf: ProgramOf): Promise<ToolChoice | null> {
  const said = lines.flatMap((line) => findToolLineSchema.safeParse(line).data ?? []);
  if (said.at(-1)?.type !== 'end') return null;
  const found = said.filter((line) => line.type === 'found');
  const places = await Promise.all(found.map(async (place) => ({ ...place, program: await programOf(place.path) })));
  const choice = chooseTool(places.filter(countsByName));
  const paths = places.map(({ path }) => path);
  return choice.type === 'none' && paths.length > 0 ? { type: 'doubtful', paths } : choice;
}

/** Only administrators write to the desktop that all users share. */
const SHARED_DESKTOP = /^[A-Za-z]:\\Users\\Public\\Desktop\\[^\\]+$/i;
/** Only administrators install there. */
const PROGRAM_FILES = /^C:\\Program Files(?: \(x86\))?\\/i;

/**
 * Any program of the user's can put a shortcut with the tool's name on the user's own desktop: there a name tells
 * nothing, and only a program that was installed for all counts.
 */
function countsByName({ by, path, program }: FoundTool): boolean {
  if (by !== 'shortcut' || SHARED_DESKTOP.test(win32.normalize(path))) return true;
  return program !== null && PROGRAM_FILES.test(win32.normalize(program));
}

/** Whether it is installed, and whether it can be told what to start. */
export function locationOf({ type }: ToolChoice): ToolLocation {
  return { installed: type !== 'none', canOpen: type === 'several' || type === 'doubtful' ? null : type === 'one' };
}

/**
 * Which of the places to start, given in the order of sureness. The settings decide alone. Else the program behind a
 * place tells whether two are the same; a shortcut that does not tell its program speaks against no other place, but
 * two of them, with nothing else to go by, may be two programs.
 */
function chooseTool(found: readonly FoundTool[]): ToolChoice {
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
