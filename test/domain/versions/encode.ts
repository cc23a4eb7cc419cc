import type { TextEncodingName } from '../../../src/text/text-file.ts';

/** The ways in which a file of a terminal may be encoded. */
export const encodings = [
  'utf-8',
  'utf-8 with mark',
  'utf-16le with mark',
  'utf-16le',
  'utf-16be with mark',
  'cp932',
] as const;
export type Encoding = (typeof encodings)[number];

/** What the decoder is to call each of them. */
export const decodedAs: Readonly<Record<Encoding, TextEncodingName>> = {
  'utf-8': 'utf-8',
  'utf-8 with mark': 'utf-8',
  'utf-16le with mark': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be with mark': 'utf-16be',
  cp932: 'cp932',
};

export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8 with mark':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16le with mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be with mark':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'cp932':
      return encodeCp932(text);
  }
}

function encodeCp932(text: string): Uint8Array {
  const table = cp932Table();
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${character} is not in CP932`);
      return bytes;
    }),
  );
}

let known: ReadonlyMap<string, readonly number[]> | null = null;

/** Node decodes CP932 but does not encode it, so the table is made by decoding every code. */
function cp932Table(): ReadonlyMap<string, readonly number[]> {
  if (known) return known;
  const decoder = new TextDecoder('shift_jis');
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (!character.includes('\uFFFD') && Array.from(character).length === 1 && !table.has(character)) {
      table.set(character, bytes);
    }
  };
  for (let code = 0; code <= 0xff; code += 1) {
    const lead = (code >= 0x81 && code <= 0x9f) || (code >= 0xe0 && code <= 0xfc);
    if (!lead) add([code]);
    else for (let trail = 0x40; trail <= 0xfc; trail += 1) add([code, trail]);
  }
  known = table;
  return table;
}
