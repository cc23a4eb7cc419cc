import { describe, expect, it } from 'vitest';
import { terminalCount } from '../../src/report/terminal-count.ts';

describe('how many terminals', () => {
  it.each([
    ['1', 1],
    ['３', 3],
    [' 2 台', 2],
    ['９９９', 999],
    ['007', 7],
  ])('%j is %i', (text, count) => {
    expect(terminalCount(text)).toBe(count);
  });

  it.each(['', '0', '000', '1000', '-1', '1.5', '二', '3人', '台'])('%j is no number of terminals', (text) => {
    expect(terminalCount(text)).toBeNull();
  });
});
