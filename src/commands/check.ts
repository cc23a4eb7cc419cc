import { answerOf, readTerminal } from './read-terminal.ts';
import type { Options } from './options.ts';
import type { About } from '../support/about.ts';
import { checkIds, type CheckId, type Survey } from '../domain/facts.ts';
import { limitSignal, startLimit } from '../domain/limit.ts';
import type { Answer } from '../formats/answer-schema.ts';
import { exitCodes } from '../formats/answer.ts';
import { answerText } from '../formats/text.ts';
import { headBehindInWords } from '../journal/journal.ja.ts';
import type { CommandTools } from './command.ts';
import { leaveFailure, writeMetrics } from './check-metrics.ts';
import { limitSeconds, timedOut, type Stage } from './check-limit.ts';
import { jsonText } from '../text/harmless.ts';

type Tools = Pick<
  CommandTools,
  | 'consoleVersion'
  | 'isSimulated'
  | 'withRun'
  | 'print'
  | 'warn'
  | 'stopwatch'
  | 'stage'
  | 'told'
  | 'replace'
  | 'realNow'
  | 'orBug'
  | 'columns'
>;

/**
 * A second try ends so long before the limit that the answer is still given in time: a watched run has to start as
 * well.
 */
const SECOND_TRY_MS = 3_000;
/** How long a reading whose time is up may take to hand over what it has. */
const HANDING_OVER_MS = 2_000;

/** An answer, and what its formats need beside it. */
interface Answered {
  readonly answer: Answer;
  readonly survey: Survey;
  readonly about: About;
  readonly journalNotes: readonly string[];
}

/**
 * `check`: reads the terminal once, prints the answer, and ends with the verdict's exit code (`--nagios` with the
 * plugin's). With `--prometheus` the answer also goes into that file; where there is none, the file says so. Throws
 * InputError where the terminal cannot be opened or the file not be written.
 */
export async function runCheck(options: Options, tools: Tools): Promise<number> {
  const startedAt = tools.stopwatch();
  const durationMs = (): number => tools.stopwatch() - startedAt;
  const answered = await tools.orBug(inTime(options, tools)).catch(async (error: unknown) => {
    if (!tools.told.aborted) await leaveFailure(options, durationMs(), tools);
    throw error;
  });
  // Called off half way: what was read is no answer, and must not take the place of the last one.
  if (tools.told.aborted) return exitCodes.unknown;
  tools.stage({ stage: 'writing' });
  const { answer, survey, about } = answered;
  const { calendar, notice, problems } = about;
  const { disk } = survey;
  await writeMetrics(options, answer, { calendar, disk, durationMs: durationMs() }, tools);
  if (options.nagios === true) {
    const { nagiosExitCode, nagiosLine } = await import('../formats/nagios.ts');
    const line = { notice, calendar, problems, disk, durationMs: durationMs() };
    await tools.print(nagiosLine(answer, line));
    return nagiosExitCode(answer, line);
  }
  await tools.print(printed(answered, options, tools.columns));
  return exitCodes[answer.verdict];
}

/**
 * A reading hands over what it has when its time is up; this is for what hangs before, as a drive that does not answer.
 */
async function inTime(options: Options, tools: Tools): Promise<Answered> {
  let last: Stage = { stage: 'opening' };
  const stage = (now: Stage): void => tools.stage((last = now));
  const seconds = limitSeconds(options);
  const over = Promise.withResolvers<never>();
  const tell = (): void => over.reject(timedOut(seconds, last));
  const stop = startLimit(seconds * 1_000 + HANDING_OVER_MS, tell, { holds: true });
  try {
    return await Promise.race([read(options, { ...tools, stage }), over.promise]);
  } finally {
    stop();
  }
}

async function read(options: Options, tools: Tools): Promise<Answered> {
  const startedAt = tools.stopwatch();
  tools.stage({ stage: 'opening' });
  return tools.withRun(options, false, async (run) => {
    if (run.terminal.note !== null && options.nagios !== true) tools.warn(run.terminal.note);
    // Opening counts: whoever waits does so from the beginning.
    const limitMs = limitSeconds(options) * 1_000 - (tools.stopwatch() - startedAt);
    const limit = AbortSignal.any([tools.told, limitSignal(limitMs)]);
    const reading = await readTerminal(run, tools.stopwatch, limit, {
      onArrival: progress(tools.stage),
      secondTry: limitSignal(limitMs - SECOND_TRY_MS),
    });
    const journalNotes = headBehindInWords(run.journal.reading());
    return { answer: answerOf(run, reading), survey: reading.survey, about: run.about, journalNotes };
  });
}

/** Reports the checks that are still outstanding; gives the function that takes one away. */
function progress(stage: Tools['stage']): (id: CheckId) => void {
  const outstanding = new Set<CheckId>(checkIds);
  const report = (): void => stage({ stage: 'reading', outstanding: [...outstanding] });
  report();
  return (id) => {
    outstanding.delete(id);
    report();
  };
}

function printed({ answer, survey, about, journalNotes }: Answered, { json }: Options, columns: number): string {
  if (json === true) return `${jsonText(answer)}\n`;
  const { notice, others } = about;
  const { marksAreRead } = survey;
  return answerText(answer, { notice, others: others.map(({ title }) => title), marksAreRead, journalNotes }, columns);
}
