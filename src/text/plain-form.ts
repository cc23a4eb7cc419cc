/**
 * Characters that NFKC turns into digits or dots without being full-width ones: circled and raised numbers, leaders, dates in one
 * character. They are marks; as digits they would run into a version and raise it.
 */
const NUMBER_MARKS = /[\p{No}\u2024-\u2026\u32C0-\u33FF\u{1D7CE}-\u{1D7FF}\u{1F100}-\u{1F10A}\u{1FBF0}-\u{1FBF9}]/gu;

/** A line in which full-width and half-width forms have become one (NFKC), its capitals kept. */
export function plainForm(line: string): string {
  return line.replace(NUMBER_MARKS, '*').normalize('NFKC');
}
