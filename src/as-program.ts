import { EXIT_OFFSET_VARIABLE, exitOffset } from './domain/answer-code.ts';
import { failureExitCode, failureOutput, oldNodeExitCode, oldNodeOutput } from './formats/last-word.ts';
import { endHard } from './ports/node/hard-end.ts';

/**
 * Runs the program to its end: `work` gives its exit code, after its answer. Until it has given one, ending is a
 * failure, however it comes about: a part that is missing or torn, an error that nobody catches, a promise that nobody
 * keeps, an exit in the middle. Then the last word is ours (`failureOutput`), and the exit code is 70, or 3 for a
 * monitor. Nothing of the program is loaded before; so nothing of it can be missing here. Under a Node older than
 * `neededNode` (`22.13`) nothing is loaded at all: a sentence says so, and the exit code is 64.
 */
export async function asProgram(
  program: NodeJS.Process,
  { consoleVersion, neededNode }: { readonly consoleVersion: string; readonly neededNode: string },
  work: () => Promise<number>,
): Promise<void> {
  const args = program.argv.slice(2);
  const offset = exitOffset(program.env[EXIT_OFFSET_VARIABLE]);
  const found = program.versions.node;
  if (isOlder(found, neededNode)) {
    const output = oldNodeOutput({ found, needed: neededNode }, args, { consoleVersion, now: Date.now() });
    program.stderr.write(output.stderr);
    program.stdout.write(output.stdout);
    program.exitCode = oldNodeExitCode(args) + offset;
    return;
  }
  forgetStarter(program.env);
  const end: { answer: number | null; problem: unknown; told: boolean } = { answer: null, problem: null, told: false };
  const exitCode = (): number => (end.answer ?? failureExitCode(args)) + offset;
  const lastWord = (): void => {
    program.exitCode = exitCode();
    if (end.answer !== null || end.told) return;
    end.told = true;
    const output = failureOutput(end.problem, args, { consoleVersion, now: Date.now() });
    program.stderr.write(output.stderr);
    program.stdout.write(output.stdout);
  };
  const leave = (): void => {
    lastWord();
    void endHard(program, exitCode());
  };
  program.exitCode = exitCode();
  program.on('exit', lastWord);
  program.on('uncaughtException', (error) => {
    // Whoever works listens as well, and has a screen to restore or an answer to give up.
    if (program.listenerCount('uncaughtException') > 1) return;
    end.problem ??= error;
    leave();
  });
  try {
    end.answer = await work();
  } catch (error) {
    end.problem = error;
    leave();
    return;
  }
  // A signal that comes now, a second Ctrl+C, finds nothing that it could change, and no reason to wait.
  for (const name of STOPS) program.on(name, leave);
  // The process that watches this one waits for its end; anybody else lets what is nearly done come to its end. Nothing
  // that hangs may put it off.
  if (program.send === undefined) setTimeout(leave, COMING_TO_AN_END_MS).unref();
  else leave();
}

const STOPS = ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/**
 * How long what goes on after the answer may take, in milliseconds: mostly the programs that were started, as they end.
 */
const COMING_TO_AN_END_MS = 300;

/** Whether a version is below the one that is needed, by its first two numbers. */
export function isOlder(found: string, needed: string): boolean {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major === neededMajor ? minor < neededMinor : major < neededMajor;
}

/**
 * What was said to this Node is not meant for the programs that it starts: options, paths and certificates of the
 * machine, the offset.
 */
function forgetStarter(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env))
    if (name === EXIT_OFFSET_VARIABLE || /^NODE_/i.test(name)) Reflect.deleteProperty(env, name);
}
