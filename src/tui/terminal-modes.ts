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
export function lendTerminal({ stdin, stdout }: Streams): void {
  stdout.write(GIVEN_BACK);
  stdin.setRawMode(false);
}

/** Takes it up after a stop, whatever the shell made of it; all of the screen must be drawn anew then. */
export function takeTerminalAgain({ stdin, stdout }: Streams): void {
  // Node counts a terminal that it made raw as raw: only by way of the other mode does it look again. In the background
  // this stops the program once more, before it draws.
  stdin.setRawMode(false);
  stdin.setRawMode(true);
  stdout.write(TAKEN);
}
