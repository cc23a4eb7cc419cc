/**
 * Keeps the whole process from doing anything for so many milliseconds, as a stop, a sleep or a mark in the window
 * does.
 */
export function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
