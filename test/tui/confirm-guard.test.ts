import { describe, expect, it } from 'vitest';
import { CONFIRM_DELAY_MS, mayAnswer } from '../../src/tui/confirm-guard.ts';

const opened = { at: 1_000_000, chunk: 7 };

describe('confirm guard', () => {
  it.each([
    ['the rest of the chunk that opened it', 'enter', 7, 10_000, false],
    ['another key of that chunk', 'right', 7, 10_000, false],
    ['Enter at once', 'enter', 8, 0, false],
    ['Enter just before the delay is over', 'enter', 8, CONFIRM_DELAY_MS - 1, false],
    ['Enter when the delay is over', 'enter', 8, CONFIRM_DELAY_MS, true],
    ['moving at once', 'right', 8, 0, true],
    ['cancelling at once', 'escape', 8, 0, true],
    ['Enter after the clock was set back', 'enter', 8, -3_600_000, true],
  ] as const)('%s', (_, id, chunk, later, answers) => {
    expect(mayAnswer(opened, { id }, { at: opened.at + later, chunk })).toBe(answers);
  });
});
