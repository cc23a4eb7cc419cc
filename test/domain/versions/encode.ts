import type { TextEncodingName } from '../../../src/text/text-file.ts';
import { cp932Bytes } from '../../guide/cp932.ts';

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
      return cp932Bytes(text);
  }
}
