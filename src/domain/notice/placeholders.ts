/** The words in braces that a text of the notice may hold, each for a date. */
export const datePlaceholders = ['tonight', 'nextNight', 'lastNight', 'allDayFrom'] as const;

export const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The words in braces that are none of `datePlaceholders`. */
export function unknownPlaceholders(text: string): readonly string[] {
  const known: ReadonlySet<string> = new Set(datePlaceholders);
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '').filter((name) => !known.has(name));
}
