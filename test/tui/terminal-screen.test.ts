import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onScreen } from '../../src/tui/terminal-screen.ts';

/** A process as far as the screen asks for one; `done` holds what was done to it and what was heard, in order. */
class FakeProcess extends EventEmitter {
  readonly pid = 4711;
  readonly env = {};
  readonly platform = 'win32';
  readonly stdin = new EventEmitter();
  readonly stdout = new EventEmitter();
  readonly done: string[] = [];

  kill(pid: number, signal: string): true {
    this.done.push(`kill ${String(pid)} ${signal}`);
    return true;
  }
}

/** Opens a screen on the process, lets `work` happen to it, and gives the exit code once it was told to stop. */
async function exitCode(program: FakeProcess, work: () => void): Promise<number> {
  // What a screen uses of the process is here, and no more.
  return onScreen(program as unknown as NodeJS.Process, async (screen, told) => {
    const end = [
      screen.onWindowChange(() => program.done.push('window')),
      screen.onStop({
        stopping: () => program.done.push('stopping'),
        goingOn: () => program.done.push('going on'),
      }),
    ];
    const ended = new Promise((resolve) => told.addEventListener('abort', resolve, { once: true }));
    work();
    await ended;
    for (const each of end) each();
  });
}

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
    expect(program.done).toEqual([
      'stopping',
      'kill 4711 SIGSTOP',
      'going on',
      'window',
      'stopped',
      'going on',
      'window',
    ]);
    program.emit('SIGCONT');
    program.emit('SIGTSTP');
    expect(program.done).toHaveLength(7);
  });
});
