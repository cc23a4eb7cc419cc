import { InputError } from '../domain/fault.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer } from '../formats/answer-schema.ts';
import { failedMetricsText, metricsText, type MetricsRun } from '../formats/prometheus.ts';
import type { Calendar } from '../domain/notice/calendar.ts';
import { monitoringTexts } from '../formats/monitoring.ja.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import type { CommandTools } from './command.ts';

type Replace = CommandTools['replace'];

/** Puts the answer's metrics in the file's place. Throws InputError where it cannot be written. */
export async function writeMetrics(
  path: string,
  { answer, calendar }: { readonly answer: Answer; readonly calendar: Calendar },
  run: MetricsRun,
  replace: Replace,
): Promise<void> {
  await write(path, metricsText(answer, calendar, run), replace);
}

/** Puts in its place that there is no answer. Throws InputError where it cannot be written. */
export async function writeFailedMetrics(path: string, now: Instant, run: MetricsRun, replace: Replace): Promise<void> {
  await write(path, failedMetricsText(now, run), replace);
}

async function write(path: string, text: string, replace: Replace): Promise<void> {
  const written = await replace(path, new TextEncoder().encode(text));
  if (written.type === 'written') return;
  throw new InputError({
    code: 'unwritable-file',
    message: monitoringTexts.cannotWrite(writingTexts.reason(written.code)),
    where: path,
    remedy: monitoringTexts.cannotWriteRemedy,
  });
}
