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
/** Bracketed paste: what is pasted comes between `ESC[200~` and `ESC[201~`. A terminal that does not know it ignores this. */
const MARK_PASTES = '\u001B[?2004h';
const PLAIN_PASTES = '\u001B[?2004l';

/** Takes the terminal for a program on the whole screen, as far as Ink does not (the alternate screen, the cursor). */
export function takeTerminal({ stdin, stdout }: Streams): void {
  stdin.ref();
  stdin.setRawMode(true);
  stdout.write(NO_LINE_WRAP + MARK_PASTES);
}

/** Leaves the terminal as it was before `takeTerminal`, once Ink has left it. */
export function giveBackTerminal({ stdin, stdout }: Streams): void {
  stdout.write(LINE_WRAP + PLAIN_PASTES);
  stdin.setRawMode(false);
  stdin.unref();
}

/** Leaves it to the shell while the program is stopped, with all that Ink has changed. */
export function lendTerminal({ stdin, stdout }: Streams): void {
  stdout.write(LINE_WRAP + PLAIN_PASTES + MAIN_SCREEN + SHOW_CURSOR);
  stdin.setRawMode(false);
}

/** Takes it up after a stop, whatever the shell made of it; all of the screen must be drawn anew then. */
export function takeTerminalAgain({ stdin, stdout }: Streams): void {
  // Node counts a terminal that it made raw as raw: only by way of the other mode does it look again. In the background this stops
  // the program once more, before it draws.
  stdin.setRawMode(false);
  stdin.setRawMode(true);
  stdout.write(ALTERNATE_SCREEN + HIDE_CURSOR + NO_LINE_WRAP + MARK_PASTES);
}
