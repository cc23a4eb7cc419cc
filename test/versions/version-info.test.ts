import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVersionInfo } from '../../src/versions/version-info.ts';
import { encode, encodings } from './encode.ts';

describe('readVersionInfo', () => {
  it.each(encodings)('reads the first dotted number in %s and keeps its line', (encoding) => {
    const bytes = encode('[情報]\r\n名称=顔認証ライブラリ\r\nVer.５．１．０\r\n6.0.0\r\n', encoding);
    expect(readVersionInfo(bytes)).toEqual({ raw: 'Ver.５．１．０', version: '5.1.0' });
  });

  it.each([
    ['5.0.3', '5.0.3', '5.0.3'],
    ['\r\n  5.1\r\n', '5.1', '5.1.0'],
    ['Version\t=\t05.01.00.12', 'Version = 05.01.00.12', '5.1.0.12'],
    ['2026/01/20\n5.1.0', '5.1.0', '5.1.0'],
  ])('reads %j', (text, raw, version) => {
    expect(readVersionInfo(encode(text, 'utf-8'))).toEqual({ raw, version });
  });

  it.each([
    ['an empty file', ''],
    ['no number', 'バージョン 不明'],
    ['a date first', '2026.01.20\n5.1.0'],
    ['a preview first', '5.1.0-rc1\n5.0.3'],
    ['NUL characters', '5.1.0\0\0\0'],
  ])('gives null for %s', (_, text) => {
    expect(readVersionInfo(encode(text, 'utf-8'))).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const read = readVersionInfo(bytes);
        expect(read === null || /^\d+(\.\d+){2,3}$/.test(read.version)).toBe(true);
      }),
    );
  });
});
