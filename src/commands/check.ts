import { check } from '../check.ts';
import type { Options } from '../cli.ts';
import { exitCodes } from '../formats/answer.ts';
import { answerText } from '../formats/text.ts';
import type { CommandTools } from './command.ts';

/** Longer than any single check may take, in seconds. */
const DEFAULT_TIMEOUT = 60;

/** `check`: reads the terminal once, prints the answer, and ends with the verdict's exit code. */
export async function runCheck(options: Options, tools: CommandTools): Promise<number> {
  return tools.withSession(options, false, async (session) => {
    if (session.terminal.note !== null) tools.warn(session.terminal.note);
    const limit = AbortSignal.timeout((options.timeout ?? DEFAULT_TIMEOUT) * 1_000);
    const answer = await check(session, tools.stopwatch, limit);
    await tools.print(
      options.json === true ? `${JSON.stringify(answer)}\n` : answerText(answer, session.notice),
    );
    return exitCodes[answer.verdict];
  });
}
