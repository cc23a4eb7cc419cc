/** Several small numbers as one: each has a place with a size of its own, the most significant first. */

/** `values` as one number; each is at least 0 and below the size of its place. */
export function join(values: readonly number[], sizes: readonly number[]): number {
  return values.reduce((sum, value, index) => sum * (sizes[index] ?? 1) + value, 0);
}

/** The numbers that `number` was joined from. What is beyond the first place is dropped. */
export function split(number: number, sizes: readonly number[]): readonly number[] {
  return sizes.reduceRight<{ readonly rest: number; readonly digits: readonly number[] }>(
    ({ rest, digits }, size) => ({ rest: Math.floor(rest / size), digits: [rest % size, ...digits] }),
    { rest: number, digits: [] },
  ).digits;
}
