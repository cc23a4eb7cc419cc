import { ok, type Result } from '../../domain/fault.ts';
import type { RestartAnswer } from '../../domain/outcomes.ts';
import { decodeText } from '../../text/text-file.ts';
import type { CommandOutput, Commands, Power } from '../ports.ts';
import { callOf } from './ask.ts';

/** shutdown.exe refuses a longer comment. */
const MAX_COMMENT = 512;
/** Planned (`p`), major reason 4 "application", minor reason 2 "installation": what the event log shows afterwards. */
const REASON = 'p:4:2';

/** shutdown.exe's exit codes: Windows' system error codes. */
const answers: Readonly<Record<number, RestartAnswer>> = {
  0: 'accepted',
  5: 'denied',
  87: 'bad-parameter',
  1115: 'already-going-down',
  1116: 'nothing-to-cancel',
  1190: 'already-scheduled',
  1191: 'others-signed-in',
  1271: 'locked',
  1300: 'denied',
  1314: 'denied',
};

/** Answers after which the terminal goes down all the same. */
const willRestart: ReadonlySet<RestartAnswer> = new Set(['accepted', 'already-going-down', 'already-scheduled']);
/** Answers to a cancellation after which it does not. */
const calledOff: ReadonlySet<RestartAnswer> = new Set(['accepted', 'nothing-to-cancel']);

/** What shutdown.exe's exit code means. */
export function restartAnswerOf(exitCode: number): RestartAnswer {
  return answers[exitCode] ?? 'other';
}

/** What opens the console again after the restart. */
export interface Comeback {
  /** Whether it could be arranged. */
  register(signal: AbortSignal): Promise<boolean>;
  withdraw(signal: AbortSignal): Promise<void>;
}

/**
 * Restarts over shutdown.exe. Faults: those of `run`; every exit code is an answer. The comeback is arranged before the
 * system is asked, and taken back where there will be no restart.
 */
export function createPower(options: { readonly commands: Commands; readonly comeback: Comeback }): Power {
  const { commands, comeback } = options;

  async function shutdown(args: readonly string[], signal: AbortSignal) {
    const output = await commands.run(callOf('shutdown', args, signal, { atOnce: true }));
    if (!output.ok) return output;
    const exitCode = fullExitCode(output.value);
    return ok({ answer: restartAnswerOf(exitCode), exitCode });
  }

  return {
    async restart({ delaySeconds, comment }, signal) {
      const comesBack = await comeback.register(signal);
      const seconds = String(Math.max(0, Math.round(delaySeconds)));
      const asked = await shutdown(['/r', '/t', seconds, '/d', REASON, '/c', fitting(comment)], signal);
      if (isOff(asked)) await comeback.withdraw(signal);
      return asked.ok ? ok({ ...asked.value, comesBack }) : asked;
    },
    async cancelRestart(signal) {
      const cancelled = await shutdown(['/a'], signal);
      if (cancelled.ok && calledOff.has(cancelled.value.answer)) await comeback.withdraw(signal);
      return cancelled;
    },
  };
}

/**
 * Whether there will certainly be no restart. A shutdown.exe that gave no answer may have been understood all the same.
 */
function isOff(asked: Result<{ readonly answer: RestartAnswer }>): boolean {
  return asked.ok ? !willRestart.has(asked.value.answer) : ['absent', 'denied'].includes(asked.fault.code);
}

/**
 * The exit code as the program meant it. Outside Windows the system hands on only its last eight bits (never 0 for a
 * failure); the words of shutdown.exe end in the whole number in brackets, which counts where those bits agree.
 */
function fullExitCode({ exitCode, stdout }: CommandOutput): number {
  if (exitCode === 0 || exitCode > 0xff) return exitCode;
  const words = decodeText(stdout)?.text.trimEnd() ?? '';
  const meant = Number(/\((\d{1,10})\)$/.exec(words)?.[1] ?? exitCode);
  return (meant & 0xff || 1) === exitCode ? meant : exitCode;
}

/** Cut to the length that shutdown.exe takes, but not through the middle of a character. */
function fitting(comment: string): string {
  return comment.slice(0, MAX_COMMENT).replace(/[\uD800-\uDBFF]$/, '');
}

/** What Windows starts once at the next sign-in of this user. */
export const RUN_ONCE_KEY = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const VALUE_NAME = 'oqs-console';
/** Windows ignores a longer value (learn.microsoft.com, "Run and RunOnce Registry Keys"). */
const MAX_VALUE_LENGTH = 260;

/**
 * Opens the console once more at the next sign-in; needs no rights. `launcher` is the path of `oqs-console.cmd`, null
 * where the program was started without it. Windows is told nothing where somebody else can change what it runs
 * (`isSafe`), nor where the next to sign in is another user than we are (`isOurSession`): it would be told in our name,
 * and open the console for us at some later time.
 */
export function createRunOnce(options: {
  readonly commands: Commands;
  readonly launcher: string | null;
  readonly commandInterpreter: string;
  readonly isSafe: (launcher: string, signal: AbortSignal) => Promise<boolean>;
  readonly isOurSession: (signal: AbortSignal) => Promise<boolean>;
}): Comeback {
  const { commands, launcher, commandInterpreter, isSafe, isOurSession } = options;
  const value = launcher === null ? null : runOnceValue(commandInterpreter, launcher);
  return {
    async register(signal) {
      if (launcher === null || value === null) return false;
      if (!(await isOurSession(signal)) || !(await isSafe(launcher, signal))) return false;
      const output = await setRunOnce(commands, VALUE_NAME, value, signal);
      return output.ok && output.value.exitCode === 0;
    },
    async withdraw(signal) {
      // Where it is not there any more, nothing is to be done.
      await setRunOnce(commands, VALUE_NAME, null, signal);
    },
  };
}

/** Puts a command line under RunOnce, or takes it away where it is null. */
export async function setRunOnce(
  commands: Commands,
  name: string,
  value: string | null,
  signal: AbortSignal,
): Promise<Result<CommandOutput>> {
  const put = value === null ? [] : ['/t', 'REG_SZ', '/d', value];
  const args = [value === null ? 'delete' : 'add', RUN_ONCE_KEY, '/v', name, ...put, '/f'];
  return commands.run(callOf('registry', args, signal, { atOnce: true }));
}

/** The command line for RunOnce; null where it is too long for Windows. */
export function runOnceValue(commandInterpreter: string, launcher: string): string | null {
  const value = `"${commandInterpreter}" /d /c ""${launcher}""`;
  return value.length <= MAX_VALUE_LENGTH ? value : null;
}
