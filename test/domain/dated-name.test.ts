import { describe, expect, it } from 'vitest';
import { withoutDate } from '../../src/domain/dated-name.ts';

describe('a name without its date', () => {
  it.each([
    ['2026-01-20', ''],
    ['20260120', ''],
    ['2026-01', ''],
    ['20260120-081000', ''],
    ['2026-01-20T08-10', ''],
    ['ONS01-20260120', 'ONS01'],
    ['2026_01_20 ONS01', 'ONS01'],
    ['C0001', 'C0001'],
    ['ONS01.', 'ONS01.'],
    // A clinic's number of ten digits; a day that there is not.
    ['2012011234', '2012011234'],
    ['20261301', '20261301'],
    ['202601', '202601'],
  ])('%s is %j', (name, bare) => {
    expect(withoutDate(name)).toBe(bare);
  });
});
