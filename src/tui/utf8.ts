/** The bytes of a character that is not whole yet. */
export type Utf8 = readonly number[];

export const betweenCharacters: Utf8 = [];

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const REPLACEMENT = '\uFFFD';

/**
 * The next byte of UTF-8. Gives the characters that it makes complete. A byte 0x80-0x9F that belongs to none is the
 * control of that number (C1), as a terminal of eight bits sends it; any other is U+FFFD.
 */
export function readByte(begun: Utf8, byte: number): readonly [Utf8, readonly string[]] {
  const [lead] = begun;
  if (lead === undefined) return lengthOf(byte) > 1 ? [[byte], []] : [betweenCharacters, [single(byte)]];
  if (byte < 0x80 || byte > 0xbf) {
    const [rest, chars] = readByte(betweenCharacters, byte);
    return [rest, [REPLACEMENT, ...chars]];
  }
  const bytes = [...begun, byte];
  if (bytes.length < lengthOf(lead)) return [bytes, []];
  return [betweenCharacters, Array.from(decoder.decode(Uint8Array.from(bytes)))];
}

function lengthOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function single(byte: number): string {
  return byte < 0xa0 ? String.fromCharCode(byte) : REPLACEMENT;
}
