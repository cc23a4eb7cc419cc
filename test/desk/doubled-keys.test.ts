import { describe, expect, it } from 'vitest';
import { hasDoubledKey } from '../../src/desk/doubled-keys.ts';

describe('a key that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', true],
    ['{"a":{"b":1,"c":{"d":1,"d":1}}}', true],
    ['[{"a":1},{"a":1,"\\u0061":2}]', true],
    ['{"__proto__":1,"__proto__":2}', true],
    ['{"a" :1, "b"\n: {"a":"\\"x\\":1"}}', false],
    ['{"a":"b:\\\\","c":["d","e:"]}', false],
    ['["a","a"]', false],
    ['{"__proto__":{"a":1}}', false],
    ['"a"', false],
    ['{"":{"":0}}', false],
  ])('%s: %s', (json, doubled) => {
    expect(hasDoubledKey(json, JSON.parse(json))).toBe(doubled);
  });

  it.each([
    [99, false],
    [200, null],
    [6_000, null],
  ])('is not looked for below %i levels: %s', (levels, doubled) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const json = `${open.repeat(levels)}0${close.repeat(levels)}`;
      expect(hasDoubledKey(json, JSON.parse(json))).toBe(doubled);
    }
  });
});
