import type { z } from 'zod';
import type { DownloadOutcome } from '../../../domain/facts.ts';
import type { watchToolLineSchema } from '../powershell/script-lines.ts';
import type { ToolDriverConfig } from './config.ts';

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
  /** Takes a line of the watch: a look at a window, or its end; others mean nothing here. */
  take(line: WatchLine): void;
  /** From here on everything is since the press. */
  press(): void;
  /**
   * Takes a window as it stood right before the press: none of its words are since the press, whenever they are seen.
   */
  before(window: WindowLine): void;
  /** Words of the windows beside the main one, as they stand now. */
  besideMain(): readonly (readonly string[])[];
}

export function createWindowsSeen(): WindowsSeen {
  const now = new Map<string, { readonly isMain: boolean; readonly words: readonly string[] }>();
  let before = new Map<string, readonly string[]>();

  function look(window: WindowLine): WindowLook {
    const { id, isMain } = window;
    const words = wordsOf(window);
    const last = now.get(id)?.words ?? [];
    const atPress = before.get(id) ?? [];
    now.set(id, { isMain, words });
    return {
      window,
      words,
      fresh: words.filter((word) => !last.includes(word)),
      sincePress: words.filter((word) => !atPress.includes(word)),
    };
  }

  return {
    look,
    take(line) {
      if (line.type === 'window') look(line);
      if (line.type === 'window-closed') now.delete(line.id);
    },
    press() {
      before = new Map([...now].map(([id, { words }]) => [id, words]));
    },
    before(window) {
      const { id } = window;
      const words = wordsOf(window);
      const last = now.get(id);
      before.set(id, [...(before.get(id) ?? []), ...words]);
      now.set(id, { isMain: last?.isMain ?? window.isMain, words: [...new Set([...(last?.words ?? []), ...words])] });
    },
    besideMain: () => [...now.values()].filter(({ isMain }) => !isMain).map(({ words }) => words),
  };
}

function wordsOf({ title, texts }: WindowLine): readonly string[] {
  return [...new Set([title, ...texts].filter((text) => text.trim() !== ''))];
}

/**
 * The outcome that one of the configured phrases tells; null where none does, or where phrases of two outcomes are in
 * the same words. Compared without blanks and with compatibility forms made equal: where a label breaks its lines is
 * its own.
 */
export function outcomeInWords(words: readonly string[], phrases: ToolDriverConfig['phrases']): DownloadOutcome | null {
  const text = plain(words.join(''));
  const known = [
    ['restart-required', phrases.restartRequired],
    ['already-latest', phrases.alreadyLatest],
    ['error', phrases.error],
  ] as const;
  const isSaid = (phrase: string): boolean => phrase !== '' && text.includes(phrase);
  const [only, ...others] = known.filter(([, each]) => each.map(plain).some(isSaid));
  return only && others.length === 0 ? only[0] : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '');
}

/** Words of one window as one text, each on a line of its own and unchanged. */
export function asOneText(words: readonly string[]): string {
  return words.join('\n');
}
