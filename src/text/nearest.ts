/**
 * The candidate that a mistyped word most likely meant; null where none is near: at most a third of the word's letters,
 * two at most, are wrong, missing, too many or changed places with a neighbour. Upper and lower case count as the same;
 * of equals the first.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const most = Math.min(MOST_SLIPS, Math.max(1, Math.floor(word.length / 3)));
  const [best] = candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((one, other) => one.slips - other.slips);
  return best?.candidate ?? null;
}

const MOST_SLIPS = 2;

/** The optimal string alignment distance (Damerau 1964): a row for each letter of `typed`; the last two are kept. */
function slipsBetween(typed: string, meant: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: meant.length + 1 }, (_, at) => at);
  for (let at = 1; at <= typed.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= meant.length; to += 1) {
      const same = typed[at - 1] === meant[to - 1];
      const isSwapped = typed[at - 1] === meant[to - 2] && typed[at - 2] === meant[to - 1];
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (same ? 0 : 1),
          isSwapped ? (before[to - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[meant.length] ?? 0;
}
