/**
 * The folder's second program: oqs-console.cmd runs it when the console has ended, in whatever way. It puts the window
 * back in order and says what has to be said. `restore.js CODE OWN ARGUMENTS…`; exit code 1: wait for a key.
 */
import process from 'node:process';
import { partingOf } from './parting.ts';

const [exitCode = '', own = '', ...args] = process.argv.slice(2);
const { stdin, stdout } = process;

// Where the answer goes to a file or a pipe, nothing may be added to it, and nobody presses a key.
if (stdin.isTTY && stdout.isTTY) {
  // Node takes the console for being in order and would do nothing: in and out again sets line input and echo.
  stdin.setRawMode(true);
  stdin.setRawMode(false);
  const { text, wait } = partingOf({ exitCode: Number(exitCode), args, own: own === 'own' });
  stdout.write(`${escapes()}${text}`);
  process.exitCode = wait ? 1 : 0;
}

/** Undoes what the console or Ink may have set. All of it is without effect where it was not set. */
function escapes(): string {
  return [
    '\u001B[?2026l', // Show what was held back.
    '\u001B7', // Leaving the alternate screen puts the cursor where it was saved: outside of it, that is here.
    '\u001B[?1049l',
    '\u001B[?2004l', // Pasting.
    '\u001B[<u', // The keyboard's own codes.
    '\u001B[?7h', // Line wrap.
    '\u001B[?25h', // The cursor.
    '\u001B[0m',
  ].join('');
}
