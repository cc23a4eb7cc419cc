import { nodeTimers } from '../ports/node/timers.ts';
import type { Screen } from '../tui/screen.ts';
import { speakJapanese } from './japanese.ts';
import { openConsole } from './open-console.ts';
import { checkedOptions, type Options } from './options.ts';
import { runOf, withHost, type Install } from './with-host.ts';

/** The screen of the terminal, where it is taken already, and the signal that tells the program to stop. */
export interface Taken {
  readonly screen: Screen;
  readonly told: AbortSignal;
}

/** Opens the console of a call that `consoleCall` has read. Throws InputError for what is wrong with it, or with what it needs. */
export async function runConsoleCall(
  values: Readonly<Record<string, string | boolean | undefined>>,
  args: readonly string[],
  install: Install,
  taken: Taken,
): Promise<void> {
  speakJapanese();
  const named = Object.entries(values).map(([name, value]) => [camelCase(name), value]);
  await runConsole(checkedOptions(Object.fromEntries(named), args), install, taken);
}

/** Runs the console until the operator leaves, or the program is told to stop. */
export async function runConsole(options: Options, install: Install, { screen, told }: Taken): Promise<void> {
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

/** `data-dir` as `dataDir`. */
function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
