import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain/fault.ts';

describe('InputError', () => {
  it('spells control characters of the file out, so that showing it does not move the cursor', () => {
    const error = new InputError({
      code: 'bad-settings',
      message: 'この項目は使えません\u001B[2J',
      where: 'settings.json:1: \u0000\u009B\n名前',
      remedy: '直してください。',
    });
    expect(error.message).toBe('この項目は使えません\\u001b[2J');
    expect(error.where).toBe('settings.json:1: \\u0000\\u009b\\u000a名前');
  });
});
