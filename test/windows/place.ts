import { describe, inject } from 'vitest';
import type { Place } from './root.ts';

/** Skipped where Wine or the zip cannot be had. */
export const describeWindows = inject('windows') === null ? describe.skip : describe;

/** Where this lane's Windows is. */
export function place(): Place {
  const windows = inject('windows');
  if (!windows) throw new Error('no Windows');
  return windows;
}
