import type { DownloadOutcome } from '../../../domain/facts.ts';
import type { ToolDriverConfig } from './config.ts';

/**
 * The outcome that one of the configured phrases tells; null where none does, or where phrases of two outcomes are in the
 * same words. Compared without blanks and with compatibility forms made equal: where a label breaks its lines is its own.
 */
export function outcomeInWords(words: readonly string[], phrases: ToolDriverConfig['phrases']): DownloadOutcome | null {
  const text = plain(words.join(''));
  const outcomes = (
    [
      ['restart-required', phrases.restartRequired],
      ['already-latest', phrases.alreadyLatest],
      ['error', phrases.error],
    ] as const
  ).flatMap(([outcome, known]) => (known.some((phrase) => isIn(text, plain(phrase))) ? [outcome] : []));
  const [only, ...others] = outcomes;
  return others.length === 0 ? (only ?? null) : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '');
}

function isIn(text: string, phrase: string): boolean {
  return phrase !== '' && text.includes(phrase);
}

/** Words of one window as one text, each on a line of its own and unchanged. */
export function asOneText(words: readonly string[]): string {
  return words.join('\n');
}
