import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmlessValue } from '../../src/text/harmless.ts';
import { jsonIn } from '../../src/text/json.ts';

describe('jsonIn', () => {
  it('gives back whatever was written as JSON, null and scalars too', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonIn(text)).toEqual(JSON.parse(text));
      }),
    );
    expect(['null', 'false', '0', '""', ' [] \r\n'].map((text) => jsonIn(text))).toEqual([null, false, 0, '', []]);
  });

  it.each(['', ' ', '{', '{"at":"2026', 'undefined', "{'a': 1}", '[1,]', '1 2', '\uFEFF{}', '\u3000{}'])(
    'gives undefined for what is none: %j',
    (text) => {
      expect(jsonIn(text)).toBeUndefined();
    },
  );

  it('passes every value through the reviver', () => {
    expect(jsonIn('{"a":["x\\u001b[31my",1]}', harmlessValue)).toEqual({ a: ['xy', 1] });
  });
});
