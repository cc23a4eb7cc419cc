import type { Options } from './options.ts';
import type { WatchedRun } from '../ports/node/watched-run.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';
import { leaveFailure } from './check-metrics.ts';
import type { CommandTools } from './command.ts';
import { limitSeconds, timedOut } from './check-limit.ts';

type Tools = Pick<
  CommandTools,
  'consoleVersion' | 'isSimulated' | 'print' | 'warn' | 'stopwatch' | 'replace' | 'realNow'
> & {
  /** Runs the same call in a process of its own, for at most so long. */
  readonly watch: (limitMs: number) => Promise<WatchedRun>;
};

/** A file is for later: the reading may hand over what it has. A plugin's caller waits no longer than it said. */
const HANDING_OVER_MS = 2_000;

/**
 * `check --nagios` and `check --prometheus` are run by machines, which must have an end in time, whatever hangs: a call
 * into a network drive blocks a whole process, its timers too. So the check runs in a process of its own, and this one
 * watches it. Gives its exit code, after its output. Throws InputError where the time is up, naming what it was at.
 */
export async function runWatchedCheck(options: Options, tools: Tools): Promise<number> {
  const startedAt = tools.stopwatch();
  const seconds = limitSeconds(options);
  const ended = await tools.watch(seconds * 1_000 + (options.nagios === true ? 0 : HANDING_OVER_MS));
  if (ended.type === 'ended' && isAnswer(ended, options)) {
    await tools.print(ended.stdout);
    return ended.exitCode;
  }
  await leaveFailure(options, tools.stopwatch() - startedAt, tools);
  if (ended.type === 'crashed') throw new Error(monitoringTexts.crashed(ended.how));
  if (ended.type === 'ended') throw new Error(monitoringTexts.crashed(String(ended.exitCode)));
  throw timedOut(seconds, ended.lastReport);
}

/**
 * An exit code alone is no answer: Node itself ends with 1 where it cannot even begin, and a process that is killed
 * with anything.
 */
function isAnswer(
  { exitCode, stdout }: { readonly exitCode: number; readonly stdout: string },
  options: Options,
): boolean {
  if (exitCode <= 3) return stdout !== '';
  return options.nagios !== true && (exitCode === 64 || exitCode === 70);
}
