import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, linesOf } from '../../src/text/text-file.ts';
import { decodedAs, encode, encodings } from '../domain/versions/encode.ts';

describe('decodeText', () => {
  const texts = ['版 5.1.0', '顔認証ライブラリ\t5.1.0\r\n', 'ﾗｲﾌﾞﾗﾘ,5.1.0\n', '　一　 ５．１．０\r\n①～髙'];

  it.each(encodings.flatMap((encoding) => texts.map((text) => [encoding, text] as const)))(
    'reads %s: %j',
    (encoding, text) => {
      expect(decodeText(encode(text, encoding))).toEqual({ text, encoding: decodedAs[encoding] });
    },
  );

  it('reads an empty file as empty text', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it.each([
    ['bytes of no encoding', [0xff, 0x41, 0x80]],
    ['NUL characters', [0x00, 0x00, 0x35, 0x00]],
    ['half a character after a UTF-16 mark', [0xff, 0xfe, 0x35]],
    ['half a character after a UTF-8 mark', [0xef, 0xbb, 0xbf, 0xe9]],
    ['a cut CP932 character', [0x35, 0x93]],
  ])('gives null for %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeNull();
  });

  it.each(encodings.flatMap((encoding) => texts.map((text) => [encoding, text] as const)))(
    'drops what `copy a+b` puts at the end: %s: %j',
    (encoding, text) => {
      const bytes = Buffer.concat([encode(text, encoding), Uint8Array.of(0x1a)]);
      expect(decodeText(bytes)?.text).toBe(text);
    },
  );

  it.each([
    ['{}\u001A\r\n', '{}'],
    ['{}\n\u001A\u001A', '{}\n'],
    ['a\u001Ab\u001A', 'a\u001Ab'],
    ['\u001A', ''],
  ])('a Control-Z is the end only where nothing follows: %j', (text, read) => {
    expect(decodeText(Buffer.from(text))?.text).toBe(read);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes);
        expect(decoded === null || !decoded.text.includes('\0')).toBe(true);
      }),
    );
  });
});

describe('linesOf', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\r\nb\nc\rd', ['a', 'b', 'c', 'd']],
    ['a\n\n\r\r\n', ['a', '', '', '']],
  ])('cuts %j', (text, lines) => {
    expect([...linesOf(text)]).toEqual(lines);
  });
});
