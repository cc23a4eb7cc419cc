import { createHash } from 'node:crypto';

export const LINE_END = 0x0a;
const NUL = 0;

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether there is nothing but NULs: what a file system shows where it never wrote the bytes. True where there is nothing at all. */
export function isNulOnly(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === NUL);
}

/** Whether the bytes end in a block of NULs. A single one at the end of a line may be a changed byte. */
export function endsInNuls(bytes: Uint8Array): boolean {
  return bytes.at(-1) === NUL && bytes.at(-2) === NUL;
}

/** Whether `whole` begins with all the bytes of `start`. */
export function beginsWith(whole: Uint8Array, start: Uint8Array): boolean {
  if (whole.length < start.length) return false;
  // A loop: journals grow long, and a call for each byte takes ten times as long.
  for (let at = 0; at < start.length; at += 1) if (whole[at] !== start[at]) return false;
  return true;
}

/** SHA-256 of the bytes, in lower-case hexadecimal (64 characters). */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads strict UTF-8 JSON. Gives undefined where the bytes are none: no JSON text has that value. */
export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
