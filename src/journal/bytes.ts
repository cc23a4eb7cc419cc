import { hash } from 'node:crypto';
import * as z from 'zod';
import { seqNumber, sha256Text } from './events.ts';

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

/** Whether there is nothing, or nothing but NULs: what a file system shows where it never wrote the bytes. */
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
  // Bytes that were given are never written over.
  if (whole.buffer === start.buffer && whole.byteOffset === start.byteOffset) return true;
  // A loop: journals grow long, and a call for each byte takes ten times as long.
  for (let at = 0; at < start.length; at += 1) if (whole[at] !== start[at]) return false;
  return true;
}

/** SHA-256 of the bytes, in lower-case hexadecimal (64 characters). */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads strict UTF-8 JSON. Gives undefined where the bytes are none: no JSON text has that value. */
export function decodeJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strictUtf8.decode(bytes));
  } catch {
    return undefined;
  }
}

const headSchema = z.lazy(() => z.strictObject({ seq: seqNumber(), sha256: sha256Text() }));
/** `journal.head`: number and hash of the last line. */
export type Head = z.infer<typeof headSchema>;

/**
 * What is in the head's file. `absent`: there is no file. `blank`: it is empty or nothing but NULs, as a power cut may
 * leave it. `unreadable`: anything else that the console does not write.
 */
export type HeadFile = Head | 'absent' | 'blank' | 'unreadable';

/** Reads the head from the bytes of its file, null where that is absent. */
export function readHead(bytes: Uint8Array | null): HeadFile {
  if (bytes === null) return 'absent';
  if (isNulOnly(bytes)) return 'blank';
  const result = headSchema.safeParse(decodeJson(bytes));
  if (!result.success) return 'unreadable';
  // To the byte: what says the same in another way was written by another hand.
  const printed = printHead(result.data);
  return printed.length === bytes.length && beginsWith(bytes, printed) ? result.data : 'unreadable';
}

export function printHead(head: Head): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ seq: head.seq, sha256: head.sha256 }));
}
