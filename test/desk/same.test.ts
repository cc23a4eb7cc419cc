import { describe, expect, it } from 'vitest';
import { createSame } from '../../src/desk/same.ts';
import { notice } from './build.ts';

describe('what many answers say', () => {
  it('is kept once', () => {
    const same = createSame();
    const [first, second] = [1, 2].map(() => same.notice(notice('n', '5.1.0')));
    expect(second).toBe(first);
    expect(same.notice(notice('n', '5.1.1'))).not.toBe(first);
    expect(same.notice({ ...notice('n', '5.1.0'), id: null })).toEqual({ ...notice('n', '5.1.0'), id: null });
  });

  it('is harmless', () => {
    const same = createSame();
    const { id, targets } = same.notice(notice('n\u001B[31m', '5.1\u0007', 'face\u001B]0;x\u0007'));
    expect([same.text('\u001B[31m赤'), id, JSON.stringify(targets)].join(' ')).not.toMatch(/\\u00|\p{Cc}/u);
  });

  it('is not kept where it is long', () => {
    const known = new Map<string, string>();
    const same = createSame(known);
    const long = 'x'.repeat(100_000);
    expect(same.text(long)).toBe(long);
    expect(same.notice(notice(long, '5.1.0')).id).toBe(long);
    expect([...known.keys()].join('').length).toBeLessThan(1_000);
  });

  it('is forgotten when there is too much of it', () => {
    const known = new Map<string, string>();
    const same = createSame(known);
    for (let number = 0; number < 25_000; number += 1) expect(same.text(String(number))).toBe(String(number));
    expect(known.size).toBeLessThanOrEqual(10_000);
  });
});
