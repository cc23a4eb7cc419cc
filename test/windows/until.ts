import { setTimeout as delay } from 'node:timers/promises';
import { inject } from 'vitest';

const LOOK_MS = 100;
const { stepMs } = inject('pace');

/** Waits until something holds, looking again and again: what happens under Wine tells nobody here. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + stepMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${String(stepMs)} ms for ${what}`);
    await delay(LOOK_MS);
  }
}
