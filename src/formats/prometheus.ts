import type { DiskFacts } from '../domain/facts.ts';
import { fromIso, SECOND, type Instant } from '../domain/time.ts';
import { deliveryBegan, type Calendar } from '../domain/notice/calendar.ts';
import { monitoringTexts } from './monitoring.ja.ts';
import { answerSchema, type Answer } from './answer-schema.ts';
import { allowedVersion } from '../domain/versions/allowed-version.ts';
import { harmless } from '../text/harmless.ts';
import { exposition, type Family, type Label, type Sample } from './prometheus-format.ts';

/** What the metrics say of every run. */
interface AnyRun {
  /** The whole run's time so far. */
  readonly durationMs: number;
  /** The operator's labels, on every series. */
  readonly labels: readonly Label[];
}

/** What they say beside the answer. */
interface AnsweredRun extends AnyRun {
  readonly disk: DiskFacts | null;
}

/** What is known where there is no answer. */
interface FailedRun extends AnyRun {
  readonly consoleVersion: string;
  /** Whether it was a practice terminal that was to be read. */
  readonly simulated: boolean;
}

type MetricName = keyof typeof monitoringTexts.help;
type Samples = readonly Sample[];

const verdicts = answerSchema.unwrap().shape.verdict.options;

/**
 * The answer of `check` as metrics for a textfile collector. Times in seconds since 1970 by the terminal's clock,
 * durations in seconds. What is not known has no series. Each verdict has one, 1 or 0, because alerts ask for one that
 * does not hold; of other states only the one that holds has a series: a terminal takes no more than sixty, with up to
 * sixteen components. Nothing in them names a person, a clinic or a terminal.
 */
export function metricsText(answer: Answer, calendar: Calendar, run: AnsweredRun): string {
  const { delivery, journal, nextStep, restart } = answer;
  return textOf(run, [
    ['oqs_check_success', one(1)],
    ['oqs_check_timestamp_seconds', at(fromIso(answer.generatedAt))],
    ['oqs_check_duration_seconds', one(seconds(run.durationMs))],
    ['oqs_console_info', one(1, consoleLabels(answer))],
    ['oqs_verdict', verdicts.flatMap((verdict) => one(flag(verdict === answer.verdict), [['verdict', verdict]]))],
    ['oqs_next_step', one(1, [['step', nextStep.id]])],
    ['oqs_next_step_check', nextStep.check === null ? [] : one(1, [['check', nextStep.check]])],
    ['oqs_component_status', answer.components.flatMap(componentSample)],
    [
      'oqs_check_status',
      answer.checks.flatMap(({ id, status }) =>
        one(1, [
          ['check', id],
          ['status', status],
        ]),
      ),
    ],
    [
      'oqs_check_probe_duration_seconds',
      answer.checks.flatMap(({ id, durationMs }) => one(seconds(durationMs), [['check', id]])),
    ],
    ['oqs_disk_free_bytes', known(run.disk?.freeBytes ?? null)],
    ['oqs_last_delivery_timestamp_seconds', at(fromIso(delivery.lastTaskRun))],
    ['oqs_last_boot_timestamp_seconds', at(fromIso(restart.bootedAt))],
    ['oqs_last_boot_full', restart.lastBootKind === 'unknown' ? [] : one(flag(restart.lastBootKind === 'full'))],
    ['oqs_restart_required', one(flag(restart.required))],
    ...noticeMetrics(answer, calendar),
    ['oqs_journal_state', one(1, [['state', journal.state]])],
    ['oqs_site_file_problems', one(answer.problems.length)],
  ]);
}

/**
 * What stands in its place when there is no answer: that, when, and of what kind of terminal. An older answer would
 * pass for a fresh one.
 */
export function failedMetricsText(now: Instant, run: FailedRun): string {
  return textOf(run, [
    ['oqs_check_success', one(0)],
    ['oqs_check_timestamp_seconds', at(Math.floor(now / SECOND) * SECOND)],
    ['oqs_check_duration_seconds', one(seconds(run.durationMs))],
    [
      'oqs_console_info',
      one(1, [
        ['version', run.consoleVersion],
        ['simulated', String(run.simulated)],
      ]),
    ],
  ]);
}

function textOf({ labels }: AnyRun, metrics: readonly (readonly [MetricName, Samples])[]): string {
  return exposition(
    metrics.map(([name, samples]): Family => ({
      name,
      help: monitoringTexts.help[name],
      samples: samples.map((sample) => ({ ...sample, labels: [...sample.labels.map(cleaned), ...labels] })),
    })),
  );
}

/** What a notice may bring; the operator's own labels are refused where they are not clean. */
function cleaned([name, value]: Label): Label {
  return [name, harmless(value)];
}

function noticeMetrics(answer: Answer, calendar: Calendar): readonly (readonly [MetricName, Samples])[] {
  const delivering = calendar.nights.filter((night) => night.delivers);
  const now = fromIso(answer.generatedAt);
  const left = now === null ? null : delivering.filter((night) => now < night.end).length;
  return [
    ['oqs_notice_deadline_timestamp_seconds', at(calendar.deadline)],
    ['oqs_notice_first_night_timestamp_seconds', at(deliveryBegan(calendar))],
    ['oqs_notice_delivery_phase', one(1, [['phase', answer.delivery.phase]])],
    ['oqs_notice_nights_left', known(left)],
  ];
}

function consoleLabels({ consoleVersion, notice, simulated }: Answer): readonly Label[] {
  return [
    ['version', consoleVersion],
    ['notice', notice.id],
    ['target_component', notice.target.component],
    ['target_version', allowedVersion(notice.target.version)],
    ['simulated', String(simulated)],
  ];
}

/** A component's state and versions; an empty one is not known, or not asked for. */
function componentSample({ id, status, installed, required }: Answer['components'][number]): Samples {
  return one(1, [
    ['component', id],
    ['status', status],
    ['installed', allowedVersion(installed) ?? ''],
    ['required', allowedVersion(required) ?? ''],
  ]);
}

function one(value: number, labels: readonly Label[] = []): Samples {
  return [{ labels, value }];
}

function known(value: number | null): Samples {
  return value === null ? [] : one(value);
}

function at(instant: Instant | null): Samples {
  return known(instant === null ? null : seconds(instant));
}

function seconds(ms: number): number {
  return Math.round(ms) / SECOND;
}

function flag(holds: boolean): 0 | 1 {
  return holds ? 1 : 0;
}
