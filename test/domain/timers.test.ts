import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { repeat, untilNextMinute } from '../../src/domain/timers.ts';
import { manualTimers } from './manual-timers.ts';

describe('the clock', () => {
  it('goes at the beginning of each minute', () => {
    const { timers, goOff, waiting } = manualTimers();
    let now = 100 * MINUTE + 15_000;
    let minutes = 0;
    const stop = repeat(
      timers,
      () => untilNextMinute(now),
      () => (minutes += 1),
    );
    now = 101 * MINUTE;
    goOff(MINUTE - 15_000);
    expect(minutes).toBe(1);
    goOff(MINUTE);
    expect(minutes).toBe(2);
    stop();
    expect(waiting.size).toBe(0);
  });

  it('waits no more where the work itself ended it', () => {
    const { timers, goOff, waiting } = manualTimers();
    const stop = repeat(
      timers,
      () => MINUTE,
      () => stop(),
    );
    goOff(MINUTE);
    expect(waiting.size).toBe(0);
  });
});
