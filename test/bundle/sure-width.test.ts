import { describe, expect, it } from 'vitest';
import sureWidth from '../../scripts/bundle/sure-width.ts';

describe('the measure of text where a line is redrawn in part', () => {
  it.each([
    ['5.1.0', 5],
    ['版 5.1.0', 8],
    ['ｱﾞ', 2],
    ['', 0],
  ])('counts what every console draws alike: %s', (text, columns) => {
    expect(sureWidth(text)).toBe(columns);
  });

  it.each(['①', '版→5.1.0', '…', '\uFFFD'])('is beyond every screen for %s', (text) => {
    expect(sureWidth(text)).toBe(Infinity);
  });
});
