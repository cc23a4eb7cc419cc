/**
 * The characters of a code, worth 0 to 18. Left out is what looks like another (0 O D Q, 1 I L, 2 Z, 5 S, 8 B, U V; G
 * beside 6) and what sounds like one on the phone in Japanese (N beside M, D beside T, Q beside 9). Nineteen is prime:
 * the check needs that.
 */
export const ALPHABET = '34679ACEFHJKMPRTWXY';

/** The number of characters, and the modulus of the check. */
export const MODULUS = ALPHABET.length;
const RADIX = 2;

/**
 * The check character behind these values, by the pure system of ISO 7064 with modulus 19 and radix 2 (as MOD 11-2 and
 * MOD 37-2 of the standard, clause 7): the sum of value times 2 to the power of its place from the right is 1. The
 * modulus is prime and the powers of 2 differ at up to eighteen places, so every wrong character is found, and every
 * swap of two, near or far.
 */
export function checkValue(values: readonly number[]): number {
  const product = values.reduce((sum, value) => ((sum + value) * RADIX) % MODULUS, 0);
  return (1 + MODULUS - product) % MODULUS;
}

/** What the characters are worth; null where one is none of the alphabet. */
export function valuesOf(text: string): readonly number[] | null {
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  return values.includes(-1) ? null : values;
}

/** The characters of these values. */
export function charactersOf(values: readonly number[]): string {
  return values.map((value) => ALPHABET.charAt(value)).join('');
}

/** Several small numbers as one, the most significant first; each is at least 0 and below the size of its place. */
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
