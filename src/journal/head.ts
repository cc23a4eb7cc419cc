import { z } from 'zod';
import { decodeJson } from './json.ts';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** The limit keeps a forged number from stopping the count. */
export const seqSchema = z.int().min(1).max(1_000_000_000);

const headSchema = z.strictObject({ seq: seqSchema, sha256: sha256Schema });
/** `journal.head`: number and hash of the last line. */
export type Head = z.infer<typeof headSchema>;

/** Gives null for anything that the console does not write. */
export function parseHead(bytes: Uint8Array): Head | null {
  const result = headSchema.safeParse(decodeJson(bytes));
  return result.success ? result.data : null;
}

export function printHead(head: Head): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ seq: head.seq, sha256: head.sha256 }));
}
