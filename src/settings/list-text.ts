/** Texts with a comma between them; one that would be misread so stands in quotation marks, as in CSV. */
export function listToText(items: readonly string[]): string {
  return items.map((item) => (isPlain(item) ? item : `"${item.replaceAll('"', '""')}"`)).join(', ');
}

/** The texts between the commas (`,`, or what the Japanese input method types for it), without the spaces around; null: a quotation mark is not closed. */
export function listFromText(text: string): readonly string[] | null {
  const items: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [whole, quoted, bare] = ITEM.exec(rest) ?? [];
    if (whole === undefined) return null;
    const item = quoted === undefined ? (bare ?? '').trim() : quoted.replaceAll('""', '"');
    if (quoted !== undefined || item !== '') items.push(item);
    rest = rest.slice(whole.length).trimStart();
  }
  return items;
}

/** An item and the comma after it. */
const ITEM = /^(?:"((?:[^"]|"")*)"\s*|([^",，、]*))(?:[,，、]|$)/;

function isPlain(item: string): boolean {
  return item !== '' && item === item.trim() && !/[",，、]/.test(item);
}
