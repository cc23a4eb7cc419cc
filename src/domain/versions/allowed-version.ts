/** What stands in the place of a text that is not known to be harmless, in what leaves the clinic. */
export const OTHER = '(other)';

/** A phone number has ten digits; with its leading zero dropped, nine. */
const MOST_DIGITS = 8;

/**
 * A version in plain digits; anything else, a phone number with dots among it, is `(other)`: versions come from files
 * that anybody may have edited, and from what the operator typed. The rule of every door that tells nobody's name: the
 * bundle, and what monitors read.
 */
export function allowedVersion(version: string): string;
export function allowedVersion(version: string | null): string | null;
export function allowedVersion(version: string | null): string | null {
  if (version === null) return null;
  const isVersion = /^\d{1,3}(\.\d{1,3}){1,3}$/.test(version);
  return isVersion && version.replaceAll('.', '').length <= MOST_DIGITS ? version : OTHER;
}
