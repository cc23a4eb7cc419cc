import { ok, type Result } from '../../domain/fault.ts';
import { decodeText } from '../../text/text-file.ts';
import type { CommandOutput, Commands, Power } from '../ports.ts';
import type { RestartAnswer } from '../../domain/outcomes.ts';
import { ANSWER_MS } from './ask.ts';

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

/** Whether there will certainly be no restart. A shutdown.exe that gave no answer may have been understood all the same. */
function isOff(asked: Result<{ readonly answer: RestartAnswer }>): boolean {
  return asked.ok
    ? !willRestart.has(asked.value.answer)
    : asked.fault.code === 'absent' || asked.fault.code === 'denied';
}

function isCalledOff(answer: RestartAnswer): boolean {
  return answer === 'accepted' || answer === 'nothing-to-cancel';
}

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
 * Restarts over shutdown.exe. Faults: those of `run`; every exit code is an answer. The comeback is arranged before the system is
 * asked, and taken back where there will be no restart.
 */
export function createPower(options: { readonly commands: Commands; readonly comeback: Comeback }): Power {
  const { comeback } = options;

  async function shutdown(args: readonly string[], signal: AbortSignal) {
    const output = await options.commands.run({
      program: 'shutdown',
      args,
      timeoutMs: ANSWER_MS,
      signal,
      atOnce: true,
    });
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
      if (cancelled.ok && isCalledOff(cancelled.value.answer)) await comeback.withdraw(signal);
      return cancelled;
    },
  };
}

/**
 * The exit code as the program meant it. Outside Windows the system hands on only its last eight bits (never 0 for a failure); the
 * words of shutdown.exe end in the whole number in brackets, which counts where those bits agree.
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
