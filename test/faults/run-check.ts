import { answerOf, readTerminal } from '../../src/commands/read-terminal.ts';
import type { Options } from '../../src/commands/options.ts';
import type { CheckId, CheckStatus, Verdict } from '../../src/domain/facts.ts';
import { InputError } from '../../src/domain/fault.ts';
import { exitCodes } from '../../src/formats/answer.ts';
import { answerSchema, type Answer } from '../../src/formats/answer-schema.ts';
import { openRun } from '../../src/commands/run.ts';
import { breakPorts } from './break-port.ts';
import { breakFolder } from './broken-folder.ts';
import { withoutRights } from './without-rights.ts';
import { comesOver } from './kinds.ts';
import type { Bench } from './laboratory.ts';
import type { Trouble } from './trouble.ts';

/** What `check` came to. */
export interface CheckRun {
  readonly exitCode: number;
  readonly verdict: Verdict | null;
  readonly statuses: Readonly<Partial<Record<CheckId, CheckStatus>>>;
  readonly answer: Answer | null;
  /** For a file that cannot be used: what is said of it. */
  readonly refusal: { readonly message: string; readonly where: string; readonly remedy: string } | null;
  /** How often it asked the port that is in trouble. */
  readonly calls: number;
}

const options: Options = { simulate: 'outdated-morning' };

/** Runs `check` on a terminal in trouble, as its command does, and without a limit around it. */
export async function runCheck(bench: Bench, trouble: Trouble | null): Promise<CheckRun> {
  const folder = trouble && breakFolder(bench.dataDir, trouble);
  const ports = trouble ? breakPorts(bench.ports, trouble) : bench.ports;
  if (trouble) trouble.strikesByItself = true;
  try {
    const open = () => openRun(bench.terminal(ports), options, '0.0.0');
    const session = await (isOthers(trouble) ? withoutRights(bench.dataDir, open) : open());
    // What is done to the files themselves is done once they were read.
    if (trouble && comesOver.has(trouble.kind)) folder?.strike();
    const reading = await readTerminal(session, () => performance.now(), new AbortController().signal);
    const answer = answerSchema.parse(answerOf(session, reading));
    return {
      exitCode: exitCodes[answer.verdict],
      verdict: answer.verdict,
      statuses: Object.fromEntries(answer.checks.map(({ id, status }) => [id, status])),
      answer,
      refusal: null,
      calls: trouble?.calls ?? 0,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message, where, remedy } = error;
    return {
      exitCode: 64,
      verdict: null,
      statuses: {},
      answer: null,
      refusal: { message, where, remedy },
      calls: trouble?.calls ?? 0,
    };
  } finally {
    folder?.undo();
  }
}

/** The settings belong to somebody else. */
function isOthers(trouble: Trouble | null): boolean {
  return trouble?.row === 'data-folder' && trouble.kind === 'denied';
}
