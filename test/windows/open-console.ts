import { startInPty } from '../harness/pty.ts';
import { onDrive, writeOnDrive } from './drive.ts';
import { packaged } from './stick.ts';
import { wine, wineCall, type WineOptions } from './wine.ts';
import { ConsoleWindow } from './window.ts';

let windows = 0;

/** Starts a program of the Windows under Wine in a terminal of 80x24. */
function openWindow(
  command: readonly string[],
  how: WineOptions,
  end: () => Promise<void> = () => Promise.resolve(),
): ConsoleWindow {
  windows += 1;
  const tap = `tap/${String(process.pid)}-${String(windows)}.txt`;
  writeOnDrive(tap, '');
  const env = {
    OQS_TAP: `C:\\${tap.replace('/', '\\')}`,
    ...how.env,
  };
  const call = wineCall(command, { ...how, env });
  const program = startInPty(call.file, call.args, { columns: 80, rows: 24, env: call.env });
  return new ConsoleWindow(program, onDrive(tap), end);
}

/** Opens the packaged console by its own Node: the process in the terminal is Node itself. */
export function openConsole(how: WineOptions = {}): ConsoleWindow {
  return openWindow([packaged('node', 'node.exe'), packaged('app', 'main.js')], how);
}

/** Opens the console as an operator does. */
export function openLauncher(how: WineOptions = {}, launcher: string = packaged('oqs-console.cmd')): ConsoleWindow {
  return openWindow([launcher], how, killNodes);
}

/** Ends every Node there is, as the task manager does: nothing of it can still write. */
export async function killNodes(): Promise<void> {
  await wine(['taskkill.exe', '/f', '/im', 'node.exe']);
}
