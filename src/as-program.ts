import { EXIT_OFFSET_VARIABLE, exitOffset } from './domain/answer-code.ts';
import { failureExitCode, failureOutput } from './formats/last-word.ts';
import { endHard } from './ports/node/hard-end.ts';

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
  // The process that watches this one waits for its end; anybody else lets what is nearly done come to its end. Nothing that hangs may put it off.
  if (program.send === undefined) setTimeout(leave, COMING_TO_AN_END_MS).unref();
  else leave();
}

/** How long what goes on after the answer may take, in milliseconds: mostly the programs that were started, as they end. */
const COMING_TO_AN_END_MS = 300;

/** What was said to this Node is not meant for the programs that it starts: options, paths and certificates of the machine, the offset. */
function forgetStarter(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env))
    if (name === EXIT_OFFSET_VARIABLE || /^NODE_/i.test(name)) Reflect.deleteProperty(env, name);
}
