/** The value of a JSON text; undefined where it is none: no JSON text has that value. `reviver` as of `JSON.parse`. */
export function jsonIn(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch {
    return undefined;
  }
}
