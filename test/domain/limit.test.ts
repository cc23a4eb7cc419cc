import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { limitSignal, startHeldLimit, startLimit } from '../../src/domain/limit.ts';
import { standStill } from '../harness/stand-still.ts';

/** Waits for the work, or until the limit says that it took too long. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | 'too late'> {
  const { promise, resolve } = Promise.withResolvers<'too late'>();
  const stop = startLimit(ms, () => resolve('too late'), { holds: true });
  const first = await Promise.race([work, promise]);
  stop();
  return first;
}

async function reached(ms: number): Promise<number> {
  const begun = performance.now();
  await new Promise<void>((resolve) => {
    startLimit(ms, resolve, { holds: true });
  });
  return performance.now() - begun;
}

describe('a limit', () => {
  it('counts when its time is up, and not before', async () => {
    const took = await reached(60);
    expect(took).toBeGreaterThanOrEqual(59);
  });

  it('does not count once it was called off', async () => {
    let counted = false;
    startLimit(5, () => {
      counted = true;
    })();
    await delay(40);
    expect(counted).toBe(false);
  });

  it('does not count where the answer came while the process stood still', async () => {
    const child = spawn(process.execPath, ['-e', "setTimeout(() => console.log('here'), 100)"]);
    const answer = within(200, once(child.stdout, 'data').then(String));
    await once(child, 'spawn');
    standStill(1_500);
    expect(await answer).toBe('here\n');
  });

  it('gives work of many steps a moment after the process stood still', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oqs-limit-'));
    try {
      const file = join(folder, 'version');
      writeFileSync(file, '5.1.0');
      const reading = within(50, readFile(file, 'utf8'));
      standStill(400);
      expect(await reading).toBe('5.1.0');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('counts all the same where nothing comes after the process stood still', async () => {
    const never = within(20, new Promise<never>(() => undefined));
    standStill(300);
    expect(await never).toBe('too late');
  });

  it('comes to an end in a process that stands still again and again', async () => {
    const holding = setInterval(() => standStill(150), 1);
    try {
      expect(await within(10, new Promise<never>(() => undefined))).toBe('too late');
    } finally {
      clearInterval(holding);
    }
  });

  it('can be a signal', async () => {
    const signal = limitSignal(10);
    expect(signal.aborted).toBe(false);
    const holding = setInterval(() => undefined, 1_000);
    await once(signal, 'abort');
    clearInterval(holding);
    expect(signal.aborted).toBe(true);
  });

  it('lets no time pass while it is held, and is over for good once it was stopped', async () => {
    const times: number[] = [];
    const begun = performance.now();
    const limit = startHeldLimit(60, () => times.push(performance.now() - begun));
    limit.hold();
    limit.hold();
    await delay(150);
    expect(times).toEqual([]);
    limit.go();
    limit.go();
    await delay(150);
    expect(times).toHaveLength(1);
    expect(times[0]).toBeGreaterThan(200);
    const stopped = startHeldLimit(10, () => times.push(0));
    stopped.hold();
    stopped.stop();
    stopped.go();
    await delay(50);
    expect(times).toHaveLength(1);
  });
});
