/**
 * Waits for `work`, but not beyond the signal: when it is aborted first, gives `onAbort()` at once and leaves the work to end by itself.
 * `work` must not reject.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal, onAbort: () => T): Promise<T> {
  if (signal.aborted) return onAbort();
  const aborted = Promise.withResolvers<T>();
  const listener = (): void => aborted.resolve(onAbort());
  signal.addEventListener('abort', listener, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', listener);
  }
}
