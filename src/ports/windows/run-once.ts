import type { Commands } from '../ports.ts';
import { ANSWER_MS } from './ask.ts';
import type { Comeback } from './shutdown.ts';

const KEY = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const NAME = 'oqs-console';
/** Windows ignores a longer value (learn.microsoft.com, "Run and RunOnce Registry Keys"). */
const MAX_VALUE_LENGTH = 260;

/**
 * Opens the console once more at the next sign-in; needs no rights. `launcher` is the path of `oqs-console.cmd`, null where the
 * program was started without it.
 */
export function createRunOnce(options: {
  readonly commands: Commands;
  readonly launcher: string | null;
  readonly commandInterpreter: string;
}): Comeback {
  const reg = async (args: readonly string[], signal: AbortSignal): Promise<boolean> => {
    const output = await options.commands.run({
      program: 'registry',
      args,
      timeoutMs: ANSWER_MS,
      signal,
      atOnce: true,
    });
    return output.ok && output.value.exitCode === 0;
  };
  return {
    async register(signal) {
      const { launcher, commandInterpreter } = options;
      if (launcher === null) return false;
      const value = runOnceValue(commandInterpreter, launcher);
      if (value === null) return false;
      return reg(['add', KEY, '/v', NAME, '/t', 'REG_SZ', '/d', value, '/f'], signal);
    },
    async withdraw(signal) {
      // Where it is not there any more, nothing is to be done.
      await reg(['delete', KEY, '/v', NAME, '/f'], signal);
    },
  };
}

/** The command line for RunOnce; null where it is too long for Windows. */
export function runOnceValue(commandInterpreter: string, launcher: string): string | null {
  const value = `"${commandInterpreter}" /d /c ""${launcher}""`;
  return value.length <= MAX_VALUE_LENGTH ? value : null;
}
