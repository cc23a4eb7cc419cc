/** A name of its own for each number, in kana. */
export function kanaName(index: number): string {
  return Array.from('あいうえおかきくけこさしす')[index] ?? String(index);
}
