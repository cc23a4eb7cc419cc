/** Gives the first of all equal texts: thousands of answers say the same few sentences, and each is to be kept once. */
export type SameText = (text: string) => string;

/** So many texts are known at most: a desk that is left open for weeks does not keep every reason that it ever read. */
const KNOWN = 10_000;

export function createSameText(known = new Map<string, string>()): SameText {
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= KNOWN) known.clear();
    known.set(text, text);
    return text;
  };
}
