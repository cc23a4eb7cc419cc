import type { Notice } from './entry.ts';
import { harmless } from '../text/harmless.ts';

/**
 * Gives the first of all equal things, its texts cleaned: thousands of answers say the same, and it is to be kept once.
 */
export interface Same {
  readonly text: (text: string) => string;
  readonly notice: (notice: Notice) => Notice;
}

/**
 * So many are known at most, and none so long: a desk that is left open for weeks does not keep all that it ever read.
 */
const KNOWN = 10_000;
const LONG = 2_000;

/** Knows nothing at first. `known`: where its texts are kept. */
export function createSame(known = new Map<string, string>()): Same {
  const notices = new Map<string, Notice>();
  const text = (each: string): string => remembered(known, each, () => harmless(each));
  return {
    text,
    notice: (each) =>
      remembered(notices, JSON.stringify(each), () => ({
        id: each.id === null ? null : text(each.id),
        targets: each.targets.map(({ component, name, version }) => ({
          component: text(component),
          name: text(name),
          version: version === null ? null : text(version),
        })),
      })),
  };
}

function remembered<Each>(known: Map<string, Each>, key: string, make: () => Each): Each {
  if (key.length > LONG) return make();
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= KNOWN) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
