/** Where the zip was extracted, below the C: drive: a name with Japanese, spaces and what cmd.exe takes for its own. */
export const STICK = ['持ち運び', '日本 語 (a & b)'] as const;

/** A file of the package as Windows calls it. */
export function packaged(...path: readonly string[]): string {
  return ['C:', ...STICK, 'oqs-console', ...path].join('\\');
}

/** The same by the drive of its own that the stick has as well: there Windows may be told to run it later. */
export function onStick(...path: readonly string[]): string {
  return ['E:', 'oqs-console', ...path].join('\\');
}
