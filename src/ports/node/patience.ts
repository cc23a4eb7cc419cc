import { startLimit } from '../../domain/limit.ts';

/** The code of an error of ours: the file system gave no answer. */
export const NO_ANSWER = 'ETIMEDOUT';

/** How long a disk, or a drive over the network, may take for a small file, in milliseconds. */
export const PATIENCE_MS = 20_000;

/**
 * Waits for work of the file system, but not for longer than `ms`, nor beyond the signal: it cannot be called off, so it is left to
 * end by itself. Rejects as the work does, with the code ETIMEDOUT when the time is up, and with the signal's reason.
 */
export async function withPatience<T>(work: Promise<T>, ms: number, signal?: AbortSignal): Promise<T> {
  const over = Promise.withResolvers<never>();
  const noAnswer = (): void => over.reject(Object.assign(new Error(NO_ANSWER), { code: NO_ANSWER }));
  const onAbort = (): void => over.reject(signal?.reason);
  const stop = startLimit(ms, noAnswer);
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted === true) onAbort();
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    stop();
    signal?.removeEventListener('abort', onAbort);
    over.promise.catch(() => undefined);
    work.catch(() => undefined);
  }
}
