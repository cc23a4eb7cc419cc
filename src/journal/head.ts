import { z } from 'zod';
import { decodeJson, isNulOnly } from './bytes.ts';
import { seqSchema, sha256Schema } from './events.ts';

const headSchema = z.strictObject({ seq: seqSchema, sha256: sha256Schema });
/** `journal.head`: number and hash of the last line. */
export type Head = z.infer<typeof headSchema>;

/**
 * What is in the head's file. `absent`: there is no file. `blank`: it is empty or nothing but NULs, as a power cut may leave it.
 * `unreadable`: anything else that the console does not write.
 */
export type HeadFile = Head | 'absent' | 'blank' | 'unreadable';

/** Reads the head from the bytes of its file, null where that is absent. */
export function readHead(bytes: Uint8Array | null): HeadFile {
  if (bytes === null) return 'absent';
  if (isNulOnly(bytes)) return 'blank';
  const result = headSchema.safeParse(decodeJson(bytes));
  return result.success ? result.data : 'unreadable';
}

export function printHead(head: Head): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ seq: head.seq, sha256: head.sha256 }));
}
