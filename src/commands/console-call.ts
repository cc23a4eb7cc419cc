import { nodeTimers } from '../ports/node/timers.ts';
import type { Screen } from '../tui/screen.ts';
import { speakJapanese } from './japanese.ts';
import { openConsole } from './open-console.ts';
import type { Options } from './options.ts';
import { runOf, withHost, type Install } from './with-host.ts';

/** The screen of the terminal, where it is taken already, and the signal that tells the program to stop. */
export interface Taken {
  readonly screen: Screen;
  readonly told: AbortSignal;
}

/**
 * Runs the console until the operator leaves, or the program is told to stop. Throws InputError for what it needs and
 * cannot use.
 */
export async function runConsoleCall(options: Options, install: Install, { screen, told }: Taken): Promise<void> {
  speakJapanese();
  await withHost(options, install, options.readOnly !== true, async (host) => {
    await openConsole(options, {
      host,
      openRun: async () => runOf(host, options, install, 'tolerant'),
      screen,
      timers: nodeTimers,
      told,
    });
  });
}
