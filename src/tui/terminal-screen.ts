import type { Ambiguous } from '../text/cells.ts';
import { startLimit } from '../domain/limit.ts';
import { listenToBugs, listenToSignals } from './endings.ts';
import type { Canvas, Painter, Screen } from './screen.ts';

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

interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

const ALTERNATE_SCREEN = '\u001B[?1049h';
const MAIN_SCREEN = '\u001B[?1049l';
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
const NO_LINE_WRAP = '\u001B[?7l';
const LINE_WRAP = '\u001B[?7h';
/**
 * Bracketed paste: what is pasted comes between `ESC[200~` and `ESC[201~`. A terminal that does not know it ignores
 * this.
 */
const MARK_PASTES = '\u001B[?2004h';
const PLAIN_PASTES = '\u001B[?2004l';

const TAKEN = ALTERNATE_SCREEN + HIDE_CURSOR + NO_LINE_WRAP + MARK_PASTES;
const GIVEN_BACK = LINE_WRAP + PLAIN_PASTES + MAIN_SCREEN + SHOW_CURSOR;

/**
 * Takes the terminal for a program on the whole screen (raw keys, the alternate screen, no cursor, no line wrap, marked
 * pastes) and works on it. On every way out all of it is as it was. What is typed from here on is kept until somebody
 * reads it.
 */
export async function onTerminal(streams: Streams, work: () => Promise<void>): Promise<void> {
  const { stdin, stdout } = streams;
  try {
    stdin.ref();
    stdin.setRawMode(true);
    stdout.write(TAKEN);
    await work();
  } finally {
    lendTerminal(streams);
    stdin.unref();
  }
}

/** Leaves the terminal to the shell as it was before, while the program is stopped or for good. */
function lendTerminal({ stdin, stdout }: Streams): void {
  stdout.write(GIVEN_BACK);
  stdin.setRawMode(false);
}

/** Takes it up after a stop, whatever the shell made of it; all of the screen must be drawn anew then. */
function takeTerminalAgain({ stdin, stdout }: Streams): void {
  // Node counts a terminal that it made raw as raw: only by way of the other mode does it look again. In the background
  // this stops the program once more, before it draws.
  stdin.setRawMode(false);
  stdin.setRawMode(true);
  stdout.write(TAKEN);
}
