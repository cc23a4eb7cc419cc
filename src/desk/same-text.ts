/** Gives the first of all equal texts: thousands of answers say the same few sentences, and each is to be kept once. */
export type SameText = (text: string) => string;

export function createSameText(): SameText {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, text);
    return text;
  };
}
