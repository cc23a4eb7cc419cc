/**
 * So deep may values lie in one another. Ours lie in five; and who calls itself for each level comes to its end in some
 * thousands.
 */
const DEEPEST = 100;

/**
 * Whether a valid JSON text names a key of one object twice, as `value` that was read from it: of two JSON.parse takes
 * the last, and says nothing. null: it is nested too deep to be looked through.
 */
export function hasDoubledKey(json: string, value: unknown): boolean | null {
  const keys = keysIn(value, DEEPEST);
  return keys === Infinity ? null : keysWritten(json) !== keys;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const BLANK = 0x20;

/**
 * The strings with a colon behind them. A loop: it runs over every answer that was gathered, and leaves nothing to be
 * tidied up.
 */
function keysWritten(json: string): number {
  let keys = 0;
  for (let at = json.indexOf('"'); at >= 0; at = json.indexOf('"', at)) {
    at += 1;
    while (json.charCodeAt(at) !== QUOTE) at += json.charCodeAt(at) === BACKSLASH ? 2 : 1;
    at += 1;
    while (json.charCodeAt(at) <= BLANK) at += 1;
    if (json.charCodeAt(at) === COLON) keys += 1;
  }
  return keys;
}

/** Infinity: below so many levels there are more. */
function keysIn(value: unknown, levels: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return Infinity;
  let keys = 0;
  if (Array.isArray(value)) for (const each of value) keys += keysIn(each, levels - 1);
  // Leaves no list of keys behind: what JSON.parse makes has none but its own.
  else for (const key in value) keys += 1 + keysIn(Reflect.get(value, key), levels - 1);
  return keys;
}
