import { describe, expect, it } from 'vitest';
import { isKana, withoutIme } from '../../src/tui/ime.ts';

describe('Japanese input', () => {
  it.each([
    ['５．１．０', '5.1.0'],
    ['５。１。０', '5.1.0'],
    ['ｖ５', 'v5'],
    ['０８００ー０８０', '0800-080'],
    ['・？', '/?'],
    ['あア', 'あア'],
  ])('%s is typed for %s', (typed, meant) => {
    expect(withoutIme(typed)).toBe(meant);
  });

  it.each(['あ', 'ア', '版', '「', '々'])('%s shows that it is on', (char) => {
    expect(isKana(char)).toBe(true);
  });

  it.each(['a', '9', '?', ' ', 'é'])('%s does not', (char) => {
    expect(isKana(char)).toBe(false);
  });
});
