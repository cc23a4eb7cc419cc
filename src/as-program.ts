import { EXIT_OFFSET_VARIABLE, exitOffset } from './domain/answer-code.ts';
import { failureExitCode, failureOutput } from './formats/last-word.ts';

/**
 * Runs the program to its end: `work` gives its exit code, after its answer. Until it has given one, ending is a failure, however it comes about:
 * a part that is missing or torn, an error that nobody catches, a promise that nobody keeps, an exit in the middle. Then the last word is ours
 * (`failureOutput`), and the exit code is 70, or 3 for a monitor. Nothing of the program is loaded before; so nothing of it can be missing here.
 */
export async function asProgram(
  program: NodeJS.Process,
  consoleVersion: string,
  work: () => Promise<number>,
): Promise<void> {
  const args = program.argv.slice(2);
  const offset = exitOffset(program.env[EXIT_OFFSET_VARIABLE]);
  forgetStarter(program.env);
  const end: { answer: number | null; problem: unknown } = { answer: null, problem: null };
  program.exitCode = failureExitCode(args) + offset;
  program.on('exit', () => {
    program.exitCode = (end.answer ?? failureExitCode(args)) + offset;
    if (end.answer !== null) return;
    const output = failureOutput(end.problem, args, { consoleVersion, now: Date.now() });
    program.stderr.write(output.stderr);
    program.stdout.write(output.stdout);
  });
  program.on('uncaughtException', (error) => {
    // Whoever works listens as well, and has a screen to restore or an answer to give up.
    if (program.listenerCount('uncaughtException') > 1) return;
    end.problem ??= error;
    program.exit();
  });
  try {
    end.answer = await work();
  } catch (error) {
    end.problem = error;
    program.exit();
  }
  // The process that watches this one waits for its end: nothing that still hangs may put it off.
  if (program.send !== undefined) program.exit();
}

/** What was said to this Node is not meant for the programs that it starts: options, paths and certificates of the machine, the offset. */
function forgetStarter(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env))
    if (name === EXIT_OFFSET_VARIABLE || /^NODE_/i.test(name)) Reflect.deleteProperty(env, name);
}
