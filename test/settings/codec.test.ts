import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listFromText, listToText } from '../../src/settings/codec.ts';

describe('a list on one line', () => {
  it('is the same when it is read back, whatever its texts hold', () => {
    const item = fc.oneof(fc.string(), fc.constantFrom('再起動してください、', 'a,b', '"', ' x ', '', 'ab', '，'));
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(listFromText(listToText(items))).toEqual(items);
      }),
    );
  });

  it.each([
    ['', []],
    [' a.example.jp , b.example.jp ', ['a.example.jp', 'b.example.jp']],
    ['a、b，c', ['a', 'b', 'c']],
    ['a,,b,', ['a', 'b']],
    ['"C:\\A, B", C:\\D', ['C:\\A, B', 'C:\\D']],
  ])('%j gives %j', (text, items) => {
    expect(listFromText(text)).toEqual(items);
  });

  it.each(['"a', 'a, "b', '"a" b', 'a"b'])('%j is not closed, and nothing is guessed', (text) => {
    expect(listFromText(text)).toBeNull();
  });
});
