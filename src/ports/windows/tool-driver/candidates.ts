import type { z } from 'zod';
import type { findToolLineSchema } from '../powershell/script-lines.ts';

/** A place where the tool was found. */
export type FoundTool = Extract<z.output<typeof findToolLineSchema>, { readonly type: 'found' }>;

export type Choice =
  | { readonly type: 'none' }
  | { readonly type: 'one'; readonly path: string; readonly program: string | null }
  | { readonly type: 'several'; readonly paths: readonly string[] };

/**
 * Which of the places to start, given in the order of sureness. The settings decide alone. Else the program behind a place
 * tells whether two are the same; a shortcut that does not tell its program speaks against no other place, but two of
 * them, with nothing else to go by, may be two programs.
 */
export function chooseTool(found: readonly FoundTool[]): Choice {
  const chosen = found.find((place) => place.by === 'settings');
  if (chosen) return one(chosen);
  const known = firstOfEach(found, ({ program }) => program);
  const places = known.length > 0 ? known : firstOfEach(found, ({ path }) => path);
  const [first, second] = places;
  if (!first) return { type: 'none' };
  return second ? { type: 'several', paths: places.map(({ path }) => path) } : one(first);
}

function one({ path, program }: FoundTool): Choice {
  return { type: 'one', path, program };
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
