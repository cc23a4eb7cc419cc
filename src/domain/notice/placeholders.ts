/** The words in braces that a text of the notice may hold, each for a date. */
export const datePlaceholders = ['tonight', 'nextNight', 'lastNight', 'allDayFrom'] as const;

/** Anything in braces. */
export const PLACEHOLDER = /\{([^{}]*)\}/g;
