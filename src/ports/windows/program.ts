import { join } from 'node:path';
import process from 'node:process';
import { asciiJsonLine } from '../../text/text-file.ts';
import { answerTo } from './look-up.ts';

/**
 * The programs of our own on a real terminal, as one executable: `node windows.js network|tool ARGS…`. Names are
 * looked up apart from the console because a look-up that hangs holds up every file that Node reads.
 */
const BAD_PARAMETER = 87;

async function main([program, ...args]: readonly string[]): Promise<number> {
  switch (program) {
    case 'network':
      return network(args);
    case 'tool':
      // What drives windows takes longer to load than a look-up takes.
      return (await import('./tool-driver/tool-program.ts')).toolProgram(
        args,
        process.env,
        process.stdout,
        join(import.meta.dirname, 'powershell'),
      );
    case undefined:
    default:
      return BAD_PARAMETER;
  }
}

/** `resolve=HOST` and `connect=HOST=PORT`, as often as wanted: one line of JSON for each, as its answer comes. */
async function network(questions: readonly string[]): Promise<number> {
  const answers = questions.map((question) => ({ question, answer: answerTo(question) }));
  if (answers.length === 0 || answers.some(({ answer }) => answer === null)) return BAD_PARAMETER;
  await Promise.all(
    answers.map(async ({ question, answer }) => write(asciiJsonLine({ question, answer: (await answer) === true }))),
  );
  return 0;
}

function write(line: string): void {
  process.stdout.write(line);
}

const exitCode = await main(process.argv.slice(2));
// A look-up that still hangs must not keep the process: what it had to say has been said.
process.stdout.end(() => process.exit(exitCode));
