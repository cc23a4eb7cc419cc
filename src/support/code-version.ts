import { join, split } from './places.ts';

/** An installed version as a code tells it. `other`: there is one, but it has more parts or larger numbers than fit. */
export type CodeVersion =
  { readonly type: 'version'; readonly version: string } | { readonly type: 'unknown' } | { readonly type: 'other' };

/** How many values each of a version's three parts has. Behind the versions come two numbers more: unknown, and other. */
export type VersionSizes = readonly [number, number, number];

/** How many numbers a version takes. */
export function versionCount(sizes: VersionSizes): number {
  return otherVersion(sizes) + 1;
}

/** The number of an installed version in plain digits; null: it is not known. */
export function versionNumber(installed: string | null, sizes: VersionSizes): number {
  if (installed === null) return unknownVersion(sizes);
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(installed)?.slice(1).map(Number);
  if (!parts || parts.some((part, index) => part >= (sizes[index] ?? 0))) return otherVersion(sizes);
  return join(parts, sizes);
}

/** The version that a number stands for. */
export function versionOf(number: number, sizes: VersionSizes): CodeVersion {
  if (number === unknownVersion(sizes)) return { type: 'unknown' };
  if (number === otherVersion(sizes)) return { type: 'other' };
  return { type: 'version', version: split(number, sizes).map(String).join('.') };
}

function unknownVersion([majors, minors, patches]: VersionSizes): number {
  return majors * minors * patches;
}

function otherVersion(sizes: VersionSizes): number {
  return unknownVersion(sizes) + 1;
}
