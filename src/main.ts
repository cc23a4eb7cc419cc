import process from 'node:process';
import { quietStreams } from './tui/standard-streams.ts';
import { hasScreen, onScreen } from './tui/terminal-screen.ts';
import type { Install } from './commands/with-host.ts';

declare const OQS_CONSOLE_VERSION: string;

/**
 * The program: gives its exit code. Whoever opens the console sees its first frame before all that it is made of is
 * loaded, and what is typed from then on is kept for it.
 */
export async function main(install: Install): Promise<number> {
  quietStreams(process);
  const args = process.argv.slice(2);
  try {
    return (await openedOnScreen(args, install)) ?? (await (await import('./commands/call.ts')).runCall(args, install));
  } catch (error) {
    return (await import('./commands/call.ts')).tellFailure(error, args);
  }
}

/** null: there is no screen, or something else than the console was called. */
async function openedOnScreen(args: readonly string[], install: Install): Promise<number | null> {
  if (!hasScreen(process)) return null;
  const { consoleCall, createPainter, drawFirstFrame } = await import('./commands/early-frame.ts');
  const call = consoleCall(args);
  if (call === null) return null;
  return onScreen(process, createPainter, async (screen, told) => {
    await drawFirstFrame(call, process, OQS_CONSOLE_VERSION, screen);
    const { runConsoleCall } = await import('./commands/console-call.ts');
    await runConsoleCall(call, install, { screen, told });
  });
}
