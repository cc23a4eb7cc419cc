/**
 * A program of its own, run with --expose-gc: 100,000 updates, and what is left of them on the heap. Prints one JSON
 * line.
 */
import process from 'node:process';
import { PassThrough, Writable } from 'node:stream';
import { render } from 'ink';
import { consoleView } from '../../src/console/console.ts';
import { update, type Message, type Store } from '../../src/console/update.ts';
import { storeOf } from '../../src/tui/store.ts';
import { App } from '../../src/tui/ink-screen.tsx';
import { SECOND } from '../../src/domain/time.ts';
import { morning, ready } from '../../test/console/builders.ts';

const UPDATES = 100_000;
/** So many updates that what is compiled and cached once is there before the first look. */
const WARM_UP = 50_000;
/** One turn of the event loop lets Ink draw; a frame after each update would take half an hour. */
const DRAWN_EVERY = 50;

/** A day of the console, over and over: keys in lists, on all screens, into a question and back, and the clock. */
const keys = [
  '6',
  'down',
  'down',
  'up',
  'page-down',
  '7',
  'down',
  '9',
  'down',
  '0',
  '1',
  'down',
  'enter',
  'escape',
] as const;

function messageOf(number: number): Message {
  const now = morning + number * SECOND;
  const id = keys[number % keys.length];
  if (id === undefined || number % 10 === 9) return { type: 'clock', now, uptimeSeconds: null };
  return { type: 'pressed', press: { id }, chunk: number, now };
}

class Screen extends Writable {
  readonly isTTY = true;
  readonly columns = 80;
  readonly rows = 24;

  override _write(_chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    done();
  }
}

class Keyboard extends PassThrough {
  readonly isTTY = true;
  setRawMode(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** What is on the heap after all that can go has gone, in bytes. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

async function growth(store: Store, drawn: boolean): Promise<{ readonly mb: number; readonly seconds: number }> {
  const dispatch = async (from: number, to: number): Promise<void> => {
    for (let number = from; number < to; number += 1) {
      store.dispatch(messageOf(number));
      if (drawn && number % DRAWN_EVERY === 0)
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
    }
  };
  await dispatch(0, WARM_UP);
  const begun = performance.now();
  const sizes = [await heap()];
  for (const round of [0, 1]) {
    await dispatch(WARM_UP + round * UPDATES, WARM_UP + (round + 1) * UPDATES);
    sizes.push(await heap());
  }
  const [first = 0, second = 0, third = 0] = sizes;
  // What leaks grows in both rounds; what the engine compiles meanwhile grows in one.
  const mb = Math.min(second - first, third - second) / 1_000_000;
  return { mb, seconds: (performance.now() - begun) / SECOND };
}

const nothing = (): void => undefined;
const alone = await growth(storeOf(ready(), update, nothing), false);
const store = storeOf(ready(), update, nothing);
const instance = render(<App {...consoleView} store={store} ambiguous="narrow" colours />, {
  stdout: new Screen() as unknown as NodeJS.WriteStream,
  stdin: new Keyboard() as unknown as NodeJS.ReadStream,
  interactive: true,
  alternateScreen: true,
  incrementalRendering: true,
  exitOnCtrlC: false,
  patchConsole: false,
});
const drawn = await growth(store, true);
instance.unmount();
process.stdout.write(`${JSON.stringify({ alone, drawn })}\n`);
