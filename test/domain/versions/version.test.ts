import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, findVersion, parseVersion } from '../../../src/domain/versions/version.ts';

const part = fc.oneof(fc.nat({ max: 30 }), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));
const version = fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'));

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

describe('compareVersions', () => {
  it.each([
    ['5.10.0', '5.9.0', 1],
    ['5.1.0.12', '5.1.0', 1],
    ['5.1.0.2', '5.1.0.10', -1],
    ['5.1', '5.1.0', 0],
    ['5.1.0', '5.1.0.0', 0],
    ['5.0.3', '5.1.0', -1],
    ['05.01.00', '5.1.0', 0],
    ['10.0.0', '9.99.99.99', 1],
    ['0.0.0.9007199254740991', '0.0.0.9007199254740990', 1],
  ] as const)('%s against %s is %i', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
  });

  it.each(['', '5', 'abc', '5.1.0.0.1', '5.1.9007199254740992', '-5.1'])('refuses %j', (text) => {
    expect(() => compareVersions(text, '5.1.0')).toThrow(RangeError);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        const [low = a, middle = a, high = a] = [a, b, c].sort(compareVersions);
        expect(compareVersions(low, middle)).toBeLessThanOrEqual(0);
        expect(compareVersions(middle, high)).toBeLessThanOrEqual(0);
        expect(compareVersions(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('takes missing parts for zero and leading zeros for nothing', () => {
    fc.assert(
      fc.property(version, version, fc.nat({ max: 4 }), (a, b, zeros) => {
        const padded = [...a.split('.'), '0', '0'].slice(0, 4).join('.');
        const led = a.replace(/\d+/g, (digits) => '0'.repeat(zeros) + digits);
        expect(compareVersions(padded, b)).toBe(compareVersions(a, b));
        expect(compareVersions(led, b)).toBe(compareVersions(a, b));
      }),
    );
  });
});

describe('findVersion', () => {
  it.each([
    ['5.1.0', '5.1.0', '5.1.0'],
    ['5.1', '5.1', '5.1.0'],
    ['5.1.0.12', '5.1.0.12', '5.1.0.12'],
    ['FaceLibrary Ver.05.01.00\r\n', '05.01.00', '5.1.0'],
    ['ｖ５．１．０です', '５．１．０', '5.1.0'],
    ['Version=5.1.0 (2026.01.20)', '5.1.0', '5.1.0'],
    ['2026/01/20 05:01 5.0.3', '5.0.3', '5.0.3'],
    ['第1版. 5.1.0。', '5.1.0', '5.1.0'],
    ['5.0.3 -> 5.1.0', '5.0.3', '5.0.3'],
    ['.....5.1.0.....', '5.1.0', '5.1.0'],
    ['5.1.0①', '5.1.0', '5.1.0'],
    ['5.13.1', '5.13.1', '5.13.1'],
    ['10.0.19044.1234', '10.0.19044.1234', '10.0.19044.1234'],
  ])('finds the version in %j', (text, raw, found) => {
    expect(findVersion(text)).toEqual({ raw, version: found });
  });

  it.each([
    ['nothing', ''],
    ['a whole number', 'Version 5'],
    ['commas', '5,1,0,0'],
    ['five parts', '5.1.0.0.1'],
    ['a part beyond safe integers', '5.1.9007199254740993'],
    ['a missing part', '5..1'],
    ['a date with dots', '2026.01.20'],
    ['a date with dots before a version', '2026.01.20 5.1.0'],
    ['year and month', '2026.1'],
    ['a date with zeros before it', '002026.01.20'],
    ['a short date with a running number', '26.1.20.1'],
    ['a date with a running number', '2026.01.20.3'],
    ['a time stamp', '20260120.050100'],
    ['a date with the year last', '20.01.2026'],
    ['a date with a short year', '26.1.20'],
    ['a date of an era', 'R8.1.20'],
    ['a date of an era in words', '令和8.1.20'],
    ['a preview', '5.1.0-rc1'],
    ['a preview in words', '5.1.0 ベータ版'],
    ['a preview in Greek', '5.1.0β'],
    ['a build', '5.1.0+12'],
    ['a letter', '5.1.0b'],
    ['a range', '5.0.3-5.1.0'],
    ['a file name', '5.1.0.zip'],
    ['an amount', '12.5%'],
    ['the tail of a date', '2026-01-20.5'],
  ])('takes %s for unknown', (_, text) => {
    expect(findVersion(text)).toBeNull();
  });

  it('reads full-width digits, leading zeros and any words around alike', () => {
    const small = fc.array(fc.nat({ max: 19 }), { minLength: 2, maxLength: 4 });
    const word = fc.constantFrom('', 'Ver.', 'v', 'バージョン ', '= ', '「');
    fc.assert(
      fc.property(small, fc.nat({ max: 3 }), word, (parts, zeros, before) => {
        const digits = parts.map((number) => '0'.repeat(zeros) + String(number)).join('.');
        const expected = [...parts, 0].slice(0, Math.max(3, parts.length)).join('.');
        for (const raw of [digits, fullWidth(digits)]) {
          expect(findVersion(`${before}${raw} 」`)).toEqual({ raw, version: expected });
        }
      }),
    );
  });

  it('gives a version that compares, or null, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        const found = findVersion(`${a}5.1${b}`);
        expect(found === null ? 0 : compareVersions(found.version, found.version)).toBe(0);
      }),
    );
  });
});

describe('parseVersion', () => {
  it.each([
    ['5.1.0', '5.1.0'],
    [' ５．１ ', '5.1.0'],
    ['v5.1.0', '5.1.0'],
    ['Ver.5.1.0', '5.1.0'],
    ['Ver 5.1.0.12', '5.1.0.12'],
    ['version: 5.01.0', '5.1.0'],
    ['バージョン 5.1.0', '5.1.0'],
  ])('reads %j', (text, expected) => {
    expect(parseVersion(text)).toBe(expected);
  });

  it.each(['', '5', '5.1.0 です', '5.1.', '.5.1', '5.1.0.0.0', '2026.01.20', '26.1.20', 'vv5.1', '5.1.0 5.1.0'])(
    'does not read %j',
    (text) => {
      expect(parseVersion(text)).toBeNull();
    },
  );
});
