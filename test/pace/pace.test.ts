import { describe, expect, it } from 'vitest';
import { paceOf } from './pace.ts';

describe('the limits of a lane', () => {
  it.each([
    ['as usual', 700, 1],
    ['faster than usual', 100, 1],
    ['slower than usual', 2_100, 3],
  ])('where a bare start is %s', (_, bareMs, slowness) => {
    expect(paceOf(bareMs, 700)).toEqual({ slowness, stepMs: 60_000 * slowness, testMs: 180_000 * slowness });
  });
});
