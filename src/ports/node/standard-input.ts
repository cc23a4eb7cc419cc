import process from 'node:process';
import { InputError } from '../../domain/fault.ts';
import { refusal } from '../../domain/system-error.ts';
import { standardInputTexts as texts } from './file-faults.ja.ts';

/** In a file's place on the command line: stdin. */
export const STANDARD_INPUT = '-';

type Input = AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined };

/**
 * What another program or a file gives to stdin; it comes once. Throws InputError where a person would have to type it:
 * waiting for that without a word looks like a program that hangs.
 */
export function standardInput(input: Input = process.stdin): AsyncIterable<Uint8Array> {
  if (input.isTTY !== true) return input;
  throw new InputError({ code: 'usage', message: texts.keyboard, where: STANDARD_INPUT, remedy: texts.remedy });
}

/** All bytes of an input. Rejects with `too-large` for more than `maxBytes`. */
export async function allOf(input: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw refusal('too-large', STANDARD_INPUT);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
