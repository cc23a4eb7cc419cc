import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPainter } from '../../src/tui/painter.ts';
import { onScreen } from '../../src/tui/terminal-screen.ts';

/** A stream of a terminal: what is done to it is noted. */
class FakeStream extends EventEmitter {
  readonly isTTY = true;
  readonly #note: (what: string) => void;

  constructor(note: (what: string) => void) {
    super();
    this.#note = note;
  }

  setRawMode(on: boolean): void {
    this.#note(on ? 'raw' : 'cooked');
  }

  write(text: string): void {
    this.#note(text.includes('[?1049h') ? 'screen taken' : text.includes('[?1049l') ? 'screen given back' : text);
  }

  ref(): void {
    this.#note('ref');
  }

  unref(): void {
    this.#note('unref');
  }
}

/** A process as far as the screen asks for one; `done` holds what was done to it and what was heard, in order. */
class FakeProcess extends EventEmitter {
  readonly pid = 4711;
  readonly env = {};
  readonly platform = 'win32';
  readonly done: string[] = [];
  readonly stdin = new FakeStream((what) => this.done.push(what));
  readonly stdout = new FakeStream((what) => this.done.push(what));

  kill(pid: number, signal: string): true {
    this.done.push(`kill ${String(pid)} ${signal}`);
    return true;
  }
}

/** Opens a screen on the process, lets `work` happen to it, and gives the exit code once it was told to stop. */
async function exitCode(program: FakeProcess, work: () => void): Promise<number> {
  // What a screen uses of the process is here, and no more.
  return onScreen(program as unknown as NodeJS.Process, createPainter, async (screen, told) => {
    const stop = screen.onWindowChange(() => program.done.push('all drawn anew'));
    const ended = new Promise((resolve) => told.addEventListener('abort', resolve, { once: true }));
    work();
    await ended;
    stop();
  });
}

const taken = ['ref', 'raw', 'screen taken'];
const givenBack = ['screen given back', 'cooked', 'unref'];

describe('the signals', () => {
  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGBREAK', 149],
  ])('%s ends what is on the screen with %i', async (signal, code) => {
    const program = new FakeProcess();
    expect(await exitCode(program, () => program.emit(signal))).toBe(code);
  });

  it('leave the terminal before a stop that is asked for, and take it up after it', async () => {
    const program = new FakeProcess();
    await exitCode(program, () => {
      program.emit('SIGTSTP');
      program.done.push('stopped');
      program.emit('SIGCONT');
      program.emit('SIGTERM');
    });
    const again = ['cooked', 'raw', 'screen taken', 'all drawn anew'];
    expect(program.done).toEqual([
      ...taken,
      'screen given back',
      'cooked',
      'kill 4711 SIGSTOP',
      ...again,
      'stopped',
      ...again,
      ...givenBack,
    ]);
    const { length } = program.done;
    program.emit('SIGCONT');
    program.emit('SIGTSTP');
    expect(program.done).toHaveLength(length);
  });
});

describe('the window', () => {
  it('is not known any more after each change, from the moment it is taken', async () => {
    const program = new FakeProcess();
    let forgotten = 0;
    const painter = { paint: () => undefined, forget: () => void (forgotten += 1) };
    await onScreen(
      program as unknown as NodeJS.Process,
      () => painter,
      () => {
        program.emit('SIGWINCH');
        program.emit('SIGCONT');
        return Promise.resolve();
      },
    );
    expect(forgotten).toBe(2);
    program.emit('SIGWINCH');
    expect([forgotten, program.listenerCount('SIGTERM')]).toEqual([2, 0]);
  });
});

describe('the terminal', () => {
  it('is given back where the work fails, and the failure is told', async () => {
    const program = new FakeProcess();
    const failing = onScreen(program as unknown as NodeJS.Process, createPainter, () =>
      Promise.reject(new Error('a bad notice')),
    );
    await expect(failing).rejects.toThrow('a bad notice');
    expect(program.done).toEqual([...taken, ...givenBack]);
  });
});
