import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The bytes of one answer of a Windows program; test/fixtures/constructed says where they come from. */
export function programAnswer(name: string): Uint8Array {
  const url = new URL(`../../fixtures/constructed/windows-programs/${name}`, import.meta.url);
  return readFileSync(fileURLToPath(url));
}

/** Bytes that are no text in any encoding. */
export const garbage = Uint8Array.from([0x81, 0xff, 0x00, 0xa0, 0xfd, 0x80, 0x0a, 0xfe, 0x81, 0x0d, 0x0a]);

export const signal = new AbortController().signal;
