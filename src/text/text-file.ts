import { codeUnits, harmless } from './harmless.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp932';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

const CR = 0x0d;
const LF = 0x0a;
/** Control-Z: `copy a+b` of Windows puts one byte of it at the end of what it writes, as the end of a text. */
const SUB = 0x1a;

const MARKS: readonly (readonly [TextEncodingName, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes a text file of a terminal, where encodings are mixed: as its byte order mark says; else UTF-16LE where the
 * zero bytes show it; else UTF-8 where it is valid; else CP932. The mark and a Control-Z at the end are dropped, line
 * ends stay. Gives null where none fits, and for what holds a NUL character: that is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  // Half a character of UTF-16; in every other encoding a whole one.
  const odd = bytes.length % 2 === 1 && bytes.at(-1) === SUB;
  const decoded = decodeWhole(odd ? bytes.subarray(0, -1) : bytes);
  return decoded && { ...decoded, text: beforeEnd(decoded.text) };
}

/**
 * A text up to the Control-Z that ends it: with nothing behind it but blanks and others. One in the middle stays for
 * its reader to judge.
 */
function beforeEnd(text: string): string {
  let end = text.length;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text.charCodeAt(at) === SUB) end = at;
    else if (text.charAt(at).trim() !== '') break;
  }
  return text.slice(0, end);
}

function decodeWhole(bytes: Uint8Array): DecodedText | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(marked[0], bytes.subarray(marked[1].length));
  if (looksLikeUtf16(bytes)) {
    const wide = decodeAs('utf-16le', bytes);
    if (wide) return wide;
  }
  return decodeAs('utf-8', bytes) ?? decodeAs('cp932', bytes);
}

/** Line by line, without their ends: CRLF, LF and CR alike. */
export function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code !== CR && code !== LF) continue;
    yield text.slice(start, index);
    if (code === CR && text.charCodeAt(index + 1) === LF) index += 1;
    start = index + 1;
  }
  if (start < text.length) yield text.slice(start);
}

function decodeAs(encoding: TextEncodingName, bytes: Uint8Array): DecodedText | null {
  let text: string;
  try {
    // Node knows CP932, the Shift_JIS of Windows with its extensions, by the other name.
    const label = encoding === 'cp932' ? 'shift_jis' : encoding;
    text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // The only way in which the decoder says that the bytes are not of this encoding.
    if (error instanceof TypeError) return null;
    throw error;
  }
  if (text.includes('\0')) return null;
  // Node decodes CP932 by IBM's table, in which Control-Z is another control character.
  return { text: encoding === 'cp932' ? text.replaceAll('\u001C', '\u001A') : text, encoding };
}

/**
 * In UTF-16LE the line ends, digits and Latin letters of a text have a zero as their second byte; no other encoding
 * here holds zeros at all. With most zeros in the first bytes it is UTF-16BE, which nothing on a terminal writes
 * without its mark.
 */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length % 2 !== 0) return false;
  let [first, second] = [0, 0];
  for (let index = 0; index < bytes.length; index += 2) {
    const high = bytes[index + 1];
    if (high === 0) second += 1;
    // The ideographic space (U+3000) and `一` (U+4E00) are the common characters whose own first byte is zero.
    else if (bytes[index] === 0 && high !== 0x30 && high !== 0x4e) first += 1;
  }
  return second > first;
}

/** A text as a file for Windows, cleaned (`harmless`): UTF-8 with the mark by which editors there know it, and CRLF. */
export function textFile(text: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${harmless(text).replace(/\r?\n/g, '\r\n')}`);
}

/** The most characters that are shown of a line. */
const MAX_EXCERPT = 200;

/**
 * A line of a file as evidence for people: control characters become spaces, what nobody sees goes (`harmless`), and it
 * ends after 200 characters.
 */
export function excerpt(line: string): string {
  return harmless(line.slice(0, MAX_EXCERPT * 2).replace(/\p{Cc}/gu, ' '))
    .trim()
    .slice(0, MAX_EXCERPT);
}

/** One line of JSON in ASCII only, so that no code page matters. */
export function asciiJsonLine(value: object): string {
  return `${JSON.stringify(value).replace(/[^ -~]/g, codeUnits)}\n`;
}
