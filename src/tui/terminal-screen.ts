import { startLimit } from '../domain/limit.ts';
import { listenToBugs, listenToSignals } from './endings.ts';
import type { Canvas } from './canvas.ts';
import type { Painter } from './painter.ts';
import type { Screen } from './screen.ts';
import { lendTerminal, onTerminal, takeTerminalAgain } from './terminal-modes.ts';
import type { Ambiguous } from '../text/cells.ts';

/** Whether a person is at both ends: reads what is written, and answers. */
export function hasTerminal({ stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>): boolean {
  return stdin.isTTY && stdout.isTTY;
}

/** Whether there is a terminal to draw on and to read keys from. One that calls itself dumb can only write lines. */
export function hasScreen(program: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'env'>): boolean {
  return hasTerminal(program) && program.env['TERM'] !== 'dumb';
}

/**
 * Works on the screen of this terminal, until the work is done or the process is told to stop. Gives the exit code; a
 * bug is thrown once the screen is restored.
 */
export async function onScreen(
  program: NodeJS.Process,
  createPainter: (canvas: Canvas) => Painter,
  work: (screen: Screen, told: AbortSignal) => Promise<void>,
): Promise<number> {
  const told = new AbortController();
  const { exitCode, stopListening } = listenToSignals(program, told);
  const bug = listenToBugs(program, told);
  const screen = screenOf(program, createPainter);
  // Also before anybody draws a model: what stands on a window that was changed is not known any more.
  const forget = (): void => screen.painter.forget();
  program.on('SIGWINCH', forget);
  const stopWatching = watchStops(program);
  try {
    await onTerminal(program, async () => Promise.race([work(screen, told.signal), toldToStop(told.signal)]));
  } finally {
    stopWatching();
    program.off('SIGWINCH', forget);
    // Whatever still hangs after this, a disk that does not answer, may be ended as any other program.
    stopListening();
  }
  const error = bug();
  if (error !== null) throw error;
  return exitCode();
}

/**
 * How long whoever is told to stop may take to put down what it holds, in milliseconds. What hangs then is left as it
 * is.
 */
const PUTTING_DOWN_MS = 500;

async function toldToStop(told: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    told.addEventListener('abort', () => startLimit(PUTTING_DOWN_MS, resolve), { once: true });
  });
}

function screenOf(program: NodeJS.Process, createPainter: (canvas: Canvas) => Painter): Screen {
  const { stdin, stdout } = program;
  const canvas = { stdout, ambiguous: ambiguousWidth(program), colours: coloursWanted(program) };
  return {
    ...canvas,
    stdin,
    painter: createPainter(canvas),
    isReadOut: program.env['INK_SCREEN_READER'] === 'true',
    // The signal comes with every change of the window; Node's own event only where its size is another one in the end.
    onWindowChange: (heard) => {
      program.on('SIGWINCH', heard);
      return () => program.off('SIGWINCH', heard);
    },
  };
}

/**
 * While the program is stopped, the terminal is the shell's. (Where it is stopped without being asked, nothing can be
 * done.)
 */
function watchStops(program: NodeJS.Process): () => void {
  const onContinue = (): void => {
    takeTerminalAgain(program);
    // All is drawn anew as after a change of the window. Whoever was not in the foreground has heard nothing of such
    // changes: Node asks for the size then.
    program.emit('SIGWINCH', 'SIGWINCH');
  };
  const onStop = (): void => {
    lendTerminal(program);
    // With a listener for the signal it stops nothing by itself.
    program.kill(program.pid, 'SIGSTOP');
    // Here where nothing can stop it, as the first process of a container.
    onContinue();
  };
  program.on('SIGTSTP', onStop);
  program.on('SIGCONT', onContinue);
  return () => {
    program.off('SIGTSTP', onStop);
    program.off('SIGCONT', onContinue);
  };
}

/** Anything in NO_COLOR asks for none (no-color.org); Ink does not look at it. */
function coloursWanted({ env }: NodeJS.Process): boolean {
  return (env['NO_COLOR'] ?? '') === '';
}

/** The in-box console of Windows 10 draws ambiguous characters two cells wide; Windows Terminal and others one. */
function ambiguousWidth({ platform, env }: NodeJS.Process): Ambiguous {
  return platform === 'win32' && env['WT_SESSION'] === undefined ? 'wide' : 'narrow';
}
