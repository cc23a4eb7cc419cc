/**
 * The value below which `part` (0 to 1) of the values lie; of an even number the upper of the two in the middle. Throws
 * for none.
 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  if (found === undefined) throw new Error('no value was measured');
  return found;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no value was measured');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
