import type { ComponentReading, Decision, Survey, Verdict, Witness } from '../domain/facts.ts';
import type { InputProblem } from '../domain/input-problem.ts';
import { isoOrNull, toIso, type Instant } from '../domain/time.ts';
import type { JournalReading } from '../journal/reading.ts';
import { calendarOf, nextNight, phaseAt } from '../domain/notice/calendar.ts';
import type { Notice, Target } from '../domain/notice/notice.ts';
import type { Settings } from '../settings/schema.ts';
import { restartStateTexts } from '../probes/checks.ja.ts';
import { stepTitle, wordsOf } from '../domain/notice/words.ts';
import { ANSWER_FORMAT, type Answer } from './answer-schema.ts';

export interface AnswerInput {
  readonly survey: Survey;
  readonly decision: Decision;
  readonly journal: Pick<JournalReading, 'state' | 'line' | 'entries'> & {
    readonly tail: Pick<JournalReading['tail'], 'seq' | 'sha256'>;
  };
  readonly notice: Notice;
  /** The notice's file; null: the built-in one. */
  readonly noticeFile: string | null;
  /** Other notices that are open. */
  readonly others: readonly Pick<Notice, 'id'>[];
  /** Files of the site's that cannot be used. */
  readonly problems: readonly Pick<InputProblem, 'where' | 'message'>[];
  readonly settings: Pick<Settings, 'clinicId'>;
  readonly simulated: boolean;
  readonly consoleVersion: string;
  readonly now: Instant;
  /** The terminal's zone, minutes east of UTC: every time in the answer is written in it. */
  readonly offsetMinutes: number;
}

/** `check`'s exit code for each verdict. */
export const exitCodes: Readonly<Record<Verdict, number>> = {
  current: 0,
  'action-needed': 1,
  failed: 2,
  unknown: 3,
};

/** The answer of `check` as one document, its keys in the order of the contract. */
export function buildAnswer(input: AnswerInput): Answer {
  const { survey, decision, notice, now, offsetMinutes } = input;
  return {
    formatVersion: ANSWER_FORMAT,
    consoleVersion: input.consoleVersion,
    generatedAt: toIso(now, offsetMinutes),
    simulated: input.simulated,
    clinic: { id: input.settings.clinicId },
    terminal: { name: survey.terminal?.name ?? null, os: survey.terminal?.os ?? null },
    session: { remote: survey.session?.remote ?? null, locked: survey.session?.locked ?? null },
    notice: {
      id: notice.id,
      target: firstTarget(notice),
      targets: notice.targets.map(({ component, version }) => ({ component, version })),
      file: input.noticeFile,
      deadline: notice.deadline,
      others: input.others.map(({ id }) => id),
    },
    problems: input.problems.map(({ where, message }) => ({ file: where, reason: message })),
    verdict: decision.verdict,
    nextStep: {
      id: decision.step,
      title: stepTitle(decision, wordsOf(notice)),
      reason: decision.reason,
      check: decision.check,
      night: decision.night,
      alternative: decision.alternative,
      prepared: decision.prepared,
      progress: progress(decision.progress, offsetMinutes),
    },
    components: survey.components.map((reading) => component(reading, notice, offsetMinutes)),
    checks: survey.checks.map(({ id, status, summary, remedy, guideId, durationMs, evidence }) => ({
      id,
      status,
      summary,
      remedy,
      guideId,
      durationMs,
      evidence: { ...evidence },
    })),
    restart: {
      required: decision.step === 'restart' || survey.restartMarks.length > 0,
      reasons: restartReasons(decision, survey),
      bootedAt: isoOrNull(survey.boot.bootedAt, offsetMinutes),
      lastBootKind: survey.boot.lastBootKind,
    },
    delivery: delivery(input),
    journal: {
      state: input.journal.state,
      line: input.journal.line,
      entries: input.journal.entries.length,
      head: head(input.journal.tail),
    },
  };
}

/** What older readers of the answer look at. */
function firstTarget({ targets: [first] }: Notice): Target {
  if (first === undefined) throw new Error('a notice without a target');
  const { component, version } = first;
  return { component, version };
}

function progress(underWay: Decision['progress'], offsetMinutes: number): Answer['nextStep']['progress'] {
  if (underWay === null) return null;
  const { what, since, dueAt } = underWay;
  return { what, since: toIso(since, offsetMinutes), dueAt: isoOrNull(dueAt, offsetMinutes) };
}

function head({ seq, sha256 }: AnswerInput['journal']['tail']): Answer['journal']['head'] {
  return sha256 === null ? null : { seq, sha256 };
}

function component(
  reading: ComponentReading,
  { components }: Notice,
  offsetMinutes: number,
): Answer['components'][number] {
  return {
    id: reading.id,
    ...(components.some(({ id }) => id === reading.id) ? { name: reading.name } : {}),
    status: reading.status,
    installed: reading.installed,
    required: reading.required,
    lastKnown: reading.lastKnown && {
      version: reading.lastKnown.version,
      at: toIso(reading.lastKnown.at, offsetMinutes),
    },
    witnesses: reading.witnesses.map(({ source, state, raw, version, path, changedAt }: Witness) => ({
      source,
      state,
      raw,
      version,
      path,
      changedAt: isoOrNull(changedAt, offsetMinutes),
    })),
  };
}

function restartReasons(decision: Decision, survey: Survey): string[] {
  const marks = survey.restartMarks.map((mark) => restartStateTexts.marks(restartStateTexts.markNames[mark]).summary);
  return decision.step === 'restart' ? [decision.reason, ...marks] : marks;
}

function delivery({ survey, notice, now, offsetMinutes }: AnswerInput): Answer['delivery'] {
  const calendar = calendarOf(notice);
  return {
    phase: phaseAt(calendar, now),
    nextNight: nextNight(calendar, now)?.date ?? null,
    lastNight: calendar.lastNight,
    allDayFrom: calendar.allDayFrom,
    lastTaskRun: isoOrNull(survey.lastTaskRun, offsetMinutes),
  };
}
