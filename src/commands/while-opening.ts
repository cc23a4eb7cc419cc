import { startLimit } from '../domain/limit.ts';

const CTRL_C = 0x03;

/**
 * What a program that opens is told meanwhile; what is typed before it opens is the program's, and none of it is lost.
 */
interface Keyboard {
  readonly stdin: NodeJS.ReadStream;
  readonly told: AbortSignal;
}

/**
 * How long a program may be opening before somebody listens whether it is to go on, in milliseconds: most open at once.
 */
const OPENING_MS = 400;

/**
 * Works while nobody reads the keys yet, as long as neither Ctrl+C is pressed nor the program is told to stop: then
 * gives null at once, and leaves the work to end by itself.
 */
export async function whileOpening<T>(work: Promise<T>, { stdin, told }: Keyboard): Promise<T | null> {
  const over = Promise.withResolvers<null>();
  const typed: Uint8Array[] = [];
  const heard = (bytes: Uint8Array): void => {
    typed.push(bytes);
    if (bytes.includes(CTRL_C)) stop();
  };
  const stop = (): void => over.resolve(null);
  const stopWaiting = startLimit(OPENING_MS, () => stdin.on('data', heard));
  told.addEventListener('abort', stop, { once: true });
  if (told.aborted) stop();
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    stopWaiting();
    told.removeEventListener('abort', stop);
    // Where it was left to end by itself, nobody hears how.
    work.catch(() => undefined);
    stdin.off('data', heard);
    stdin.pause();
    for (const bytes of typed.toReversed()) stdin.unshift(bytes);
  }
}
