import type { z } from 'zod';
import type { watchToolLineSchema } from '../powershell/script-lines.ts';

export type WatchLine = z.output<typeof watchToolLineSchema>;
export type WindowLine = Extract<WatchLine, { readonly type: 'window' }>;

/** A look at a window, against what was seen before. */
export interface WindowLook {
  readonly window: WindowLine;
  /** All its words: title and texts. */
  readonly words: readonly string[];
  /** Those that were not in this window at the last look. */
  readonly fresh: readonly string[];
  /** Those that were not in it before the press. */
  readonly sincePress: readonly string[];
}

/** What stood in which window: before the press, and at the last look. */
export interface WindowsSeen {
  look(window: WindowLine): WindowLook;
  close(id: string): void;
  /** From here on everything is since the press. */
  press(): void;
  /** Words of the windows beside the main one, as they stand now. */
  besideMain(): readonly (readonly string[])[];
}

export function createWindowsSeen(): WindowsSeen {
  const now = new Map<string, { readonly isMain: boolean; readonly words: readonly string[] }>();
  let before: ReadonlyMap<string, readonly string[]> = new Map();
  return {
    look(window) {
      const words = wordsOf(window);
      const last = now.get(window.id)?.words ?? [];
      const atPress = before.get(window.id) ?? [];
      now.set(window.id, { isMain: window.isMain, words });
      return {
        window,
        words,
        fresh: words.filter((word) => !last.includes(word)),
        sincePress: words.filter((word) => !atPress.includes(word)),
      };
    },
    close(id) {
      now.delete(id);
    },
    press() {
      before = new Map([...now].map(([id, { words }]) => [id, words]));
    },
    besideMain: () => [...now.values()].filter(({ isMain }) => !isMain).map(({ words }) => words),
  };
}

function wordsOf({ title, texts }: WindowLine): readonly string[] {
  return [...new Set([title, ...texts].filter((text) => text.trim() !== ''))];
}
