import type { DiskFacts } from '../domain/facts.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import { dateToShortText, fromIso, SECOND, type Instant } from '../domain/time.ts';
import type { Calendar } from '../domain/notice/calendar.ts';
import { answerTexts } from './answer.ja.ts';
import { monitoringTexts } from './monitoring.ja.ts';
import { checkNames } from '../domain/names.ja.ts';
import { componentName } from '../domain/notice/components.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { verdictTexts } from '../domain/procedure/steps.ja.ts';
import type { Answer } from './answer-schema.ts';
import { isOver, severityOf, type Severity } from '../domain/severity.ts';
import { allowedVersion } from '../domain/versions/allowed-version.ts';
import { harmless } from '../text/harmless.ts';

/** A plugin's exit codes; there are no others. */
const codes: Readonly<Record<Severity, number>> = { ok: 0, warning: 1, critical: 2, unknown: 3 };
export const UNKNOWN = codes.unknown;
const services = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const;

/** Longer than any text of ours; what comes from outside is cut. */
const TEXT_CHARACTERS = 300;
const texts = monitoringTexts.nagios;

/** What the line says beside the answer. */
interface NagiosRun {
  readonly notice: Pick<Notice, 'components'>;
  readonly calendar: Calendar;
  readonly disk: DiskFacts | null;
  /** The site's files that are not as they should be. */
  readonly problems: readonly Pick<InputProblem, 'file'>[];
  /** The whole run's time so far. */
  readonly durationMs: number;
}

/**
 * How the plugin ends: by the severity, and never with 0 where settings or a notice do not count: by them the answer
 * might be another.
 */
export function nagiosExitCode(
  answer: Answer,
  { calendar, problems }: Pick<NagiosRun, 'calendar' | 'problems'>,
): number {
  const mattered = problems.some(({ file }) => file === 'settings' || file === 'notice');
  const severity = severityIn(answer, calendar);
  return codes[severity === 'ok' && mattered ? 'warning' : severity];
}

/**
 * The answer of `check` as the one line of a monitoring plugin, by the Monitoring Plugins Development Guidelines,
 * sections 2.4 and 2.6 (https://www.monitoring-plugins.org/doc/guidelines.html): `OQS WARNING - text |
 * label=value[UOM];[warn];[crit];[min];[max]`. Nothing in it names a person, a clinic or a terminal, nor a number that
 * was written as a version.
 */
export function nagiosLine(answer: Answer, run: NagiosRun): string {
  const service = services[nagiosExitCode(answer, run)] ?? 'UNKNOWN';
  const data = performanceData(answer, run).map(dataText).join(' ');
  return `OQS ${service} - ${plain(stateText(answer, run))} | ${data}\n`;
}

/**
 * The line of a run that has no answer: why, and the file that is to blame where there is one. Of any path only the
 * file's own name: a folder may be called by a person's name.
 */
export function nagiosFailure(reason: string, where: string | null = null): string {
  return `OQS UNKNOWN - ${plain([reason, ...(where === null ? [] : [`(${where})`])].map(withoutFolders).join(''))}\n`;
}

/** Paths of both systems, with spaces in them, begin at a root and go on to the last separator. */
function withoutFolders(text: string): string {
  return text.replaceAll(/(?:[A-Za-z]:[\\/]|\\\\|\/)(?:[^\\/]*[\\/])*/g, '');
}

/** An answer without a time that can be read is of no morning, and before its deadline. */
function severityIn({ verdict, nextStep, generatedAt }: Answer, { deadline }: Calendar): Severity {
  const checkedAt = fromIso(generatedAt);
  return checkedAt === null
    ? severityOf({ verdict, step: '', checkedAt: 0, deadline: null }, 0)
    : severityOf({ verdict, step: nextStep.id, checkedAt, deadline }, checkedAt);
}

/** The version is not proven, and the deadline is over. */
function isOverdue({ verdict, generatedAt }: Answer, { deadline }: Calendar): boolean {
  const now = fromIso(generatedAt);
  return verdict !== 'current' && now !== null && isOver(deadline, now);
}

function stateText(answer: Answer, { calendar, problems, notice: { components: own } }: NagiosRun): string {
  const { components, nextStep, notice, simulated, verdict } = answer;
  const asked = components.filter(({ id }) => notice.targets.some(({ component }) => component === id));
  return [
    ...(simulated ? [texts.simulated] : []),
    `${verdictTexts[verdict].word}${isOverdue(answer, calendar) ? texts.overdue : ''}`,
    ...(problems.length > 0 ? [texts.problems(problems.length)] : []),
    ...asked.map(({ id, installed, required }) =>
      texts.versions(
        componentName({ components: own }, id),
        allowedVersion(installed) ?? answerTexts.noVersion,
        allowedVersion(required) ?? '',
      ),
    ),
    // What a person read on the screen is told as that.
    ...(asked.some(isByEye) ? [texts.byEye] : []),
    `${texts.nextStep(nextStep.title)}${stepDetail(nextStep)}`,
  ].join(texts.between);
}

function isByEye({ witnesses }: Answer['components'][number]): boolean {
  return witnesses.some(({ source, state }) => source === 'operator' && state === 'answers');
}

/** The check to mend, or the night to leave the terminal on. */
function stepDetail({ check, night }: Answer['nextStep']): string {
  if (check !== null) return texts.detail(checkNames[check]);
  return night === null ? '' : texts.detail(dateToShortText(night));
}

/** One line, and the bar only where the performance data begin. */
function plain(text: string): string {
  const line = harmless(text).replaceAll('|', ' ').replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= TEXT_CHARACTERS ? line : `${characters.slice(0, TEXT_CHARACTERS).join('')}..`;
}

interface Datum {
  /** Plain: without a space, `=` or `'` it needs no quotation marks. The first 19 characters are its own. */
  readonly label: string;
  /** null: it could not be told. */
  readonly value: number | null;
  readonly unit: '' | 's' | 'B';
  /** Under which value it warns, and is critical. */
  readonly limits?: { readonly warn: number; readonly critical: number } | null;
  readonly min?: number;
  readonly max?: number;
}

function performanceData(answer: Answer, { calendar, disk, durationMs }: NagiosRun): readonly Datum[] {
  const { checks, delivery, restart } = answer;
  const now = fromIso(answer.generatedAt);
  const count = (label: string, status: Answer['checks'][number]['status']): Datum => {
    const value = checks.filter((check) => check.status === status).length;
    return { label, value, unit: '', min: 0, max: checks.length };
  };
  return [
    count('checks_failed', 'fail'),
    count('checks_warning', 'warn'),
    count('checks_unknown', 'unknown'),
    { label: 'uptime', value: secondsBetween(fromIso(restart.bootedAt), now), unit: 's' },
    { label: 'last_delivery_age', value: secondsBetween(fromIso(delivery.lastTaskRun), now), unit: 's' },
    { label: 'deadline_left', value: secondsBetween(now, calendar.deadline), unit: 's' },
    diskFree(disk),
    { label: 'duration', value: Math.round(durationMs) / SECOND, unit: 's', min: 0 },
  ];
}

/** null: one of the times cannot be told, or there is none. */
function secondsBetween(from: Instant | null, to: Instant | null): number | null {
  return from === null || to === null ? null : (to - from) / SECOND;
}

function diskFree(disk: DiskFacts | null): Datum {
  const limits = disk && { warn: disk.warnBelow, critical: disk.failBelow };
  return { label: 'disk_free', value: disk?.freeBytes ?? null, unit: 'B', limits, min: 0 };
}

/**
 * A range `LIMIT:` is from the limit up; below it is an alert (section 2.5). An unknown value is `U`, without a unit.
 */
function dataText({ label, value, unit, limits, min, max }: Datum): string {
  const known = value === null ? 'U' : `${plainNumber(value)}${unit}`;
  const fields = [
    known,
    limits ? `${plainNumber(limits.warn)}:` : '',
    limits ? `${plainNumber(limits.critical)}:` : '',
    min === undefined ? '' : plainNumber(min),
    max === undefined ? '' : plainNumber(max),
  ];
  return `${label}=${fields.join(';').replace(/;+$/, '')}`;
}

/** To the thousandth: digits, a point and a sign are all that a value may hold. */
function plainNumber(value: number): string {
  return String(Math.round(value * 1_000) / 1_000);
}
