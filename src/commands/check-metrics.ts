import type { Options } from './options.ts';
import type { CommandTools } from './command.ts';
import { InputError } from '../domain/fault.ts';
import type { DiskFacts } from '../domain/facts.ts';
import type { Calendar } from '../domain/notice/calendar.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import type { Answer } from '../formats/answer-schema.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';

type Tools = Pick<CommandTools, 'consoleVersion' | 'isSimulated' | 'replace' | 'realNow' | 'warn'>;

/**
 * Puts the answer's metrics into the file of `--prometheus`, where one is asked for. Throws InputError where it cannot
 * be written.
 */
export async function writeMetrics(
  { prometheus: path, label: labels = [] }: Options,
  answer: Answer,
  { calendar, ...run }: { readonly calendar: Calendar; readonly disk: DiskFacts | null; readonly durationMs: number },
  tools: Pick<Tools, 'replace'>,
): Promise<void> {
  if (path === undefined) return;
  const { metricsText } = await import('../formats/prometheus.ts');
  await write(path, metricsText(answer, calendar, { ...run, labels }), tools);
}

/** Says in that file that there is no answer. That it cannot be written is told, and changes nothing. */
export async function leaveFailure(options: Options, durationMs: number, tools: Tools): Promise<void> {
  const { prometheus: path, label: labels = [] } = options;
  if (path === undefined) return;
  const { failedMetricsText } = await import('../formats/prometheus.ts');
  const text = failedMetricsText(tools.realNow(), {
    durationMs,
    labels,
    consoleVersion: tools.consoleVersion,
    simulated: tools.isSimulated(options),
  });
  await write(path, text, tools).catch((error: unknown) =>
    tools.warn(error instanceof Error ? error.message : String(error)),
  );
}

async function write(path: string, text: string, { replace }: Pick<Tools, 'replace'>): Promise<void> {
  const written = await replace(path, new TextEncoder().encode(text));
  if (written.type === 'written') return;
  throw new InputError({
    code: 'unwritable-file',
    message: monitoringTexts.cannotWrite(writingTexts.reason(written.code)),
    where: path,
    remedy: monitoringTexts.cannotWriteRemedy,
  });
}
