import * as z from 'zod';
import { faultCodes } from '../domain/fault.ts';
import { restartMarks, type CheckId, type CheckResult, type ComponentReading } from '../domain/facts.ts';
import { nextNight, phaseAt } from '../domain/notice/calendar.ts';
import { checkGuideIds } from '../probes/checklist.ts';
import { isoOrNull } from '../domain/time.ts';
import { allowedHost, allowedNumber, allowedPath, allowedTime, allowedWord } from './redaction.ts';
import { allowedVersion } from '../domain/versions/allowed-version.ts';
import type { SupportCase } from './about.ts';
import { situations } from '../guide/situations.ts';

/**
 * The answer of `check` without its free texts, each field named here: reasons and summaries quote paths, names and
 * what was typed. Fields that stand in both documents have the same names.
 */
export function checkJson({ about, survey, decision, journal, now }: SupportCase): object {
  const { calendar, offsetMinutes } = about;
  const { boot, session } = survey;
  const facts = factsToTell();
  return {
    verdict: decision.verdict,
    nextStep: {
      id: decision.step,
      rule: decision.rule,
      check: decision.check,
      night: decision.night,
      alternative: decision.alternative,
    },
    components: survey.components.map((component) => bundleComponent(component, offsetMinutes)),
    checks: survey.checks.map((check) => bundleCheck(check, facts)),
    restart: {
      marks: survey.restartMarks.map((mark) => allowedWord(restartMarks, mark)),
      bootedAt: isoOrNull(boot.bootedAt, offsetMinutes),
      lastBootKind: boot.lastBootKind,
    },
    session: { remote: session?.remote ?? null, locked: session?.locked ?? null, elevated: session?.elevated ?? null },
    delivery: {
      phase: phaseAt(calendar, now),
      nextNight: nextNight(calendar, now)?.date ?? null,
      lastNight: calendar.lastNight,
      allDayFrom: calendar.allDayFrom,
      lastTaskRun: isoOrNull(survey.lastTaskRun, offsetMinutes),
    },
    journal: {
      state: journal.state,
      line: journal.line,
      entries: journal.entries.length,
      problemLines: journal.problems.map((problem) => problem.line),
    },
  };
}

function bundleComponent({ id, status, installed, required, witnesses }: ComponentReading, offset: number): object {
  return {
    id,
    status,
    installed: allowedVersion(installed),
    required: allowedVersion(required),
    witnesses: witnesses.map((witness) => ({
      source: witness.source,
      state: witness.state,
      version: allowedVersion(witness.version),
      path: allowedPath(witness.path),
      changedAt: isoOrNull(witness.changedAt, offset),
      fault: witness.fault?.code ?? null,
    })),
  };
}

/**
 * What may leave the clinic of a check's evidence: flags, times, small numbers, and the hosts that everybody has.
 * Whatever else stands there (paths, names of users and devices, words of other programs) is dropped. Summaries are
 * left out whole: they quote it.
 */
function factsToTell(): Readonly<Partial<Record<CheckId, z.ZodType<object>>>> {
  const flag = z.boolean().nullable().catch(null);
  const number = z.number().transform(allowedNumber).nullable().catch(null);
  const time = z.string().transform(allowedTime).nullable().catch(null);
  /** A task's last result as Windows writes it. */
  const hexadecimal = z
    .string()
    .regex(/^0x[0-9A-F]{1,8}$/)
    .nullable()
    .catch(null);
  const gigabytes = z
    .number()
    .transform((bytes) => allowedNumber(Math.floor(bytes / 1_000_000_000)))
    .nullable()
    .catch(null);
  const host = z.string().transform(allowedHost);
  const hosts = z.array(z.object({ host, resolves: flag })).catch([]);

  return {
    clock: z.object({
      now: time,
      offsetMinutes: number,
      noticeOffsetMinutes: number,
      bootedAt: time,
      lastJournalEntryAt: time,
    }),
    'restart-state': z.object({ componentServicing: flag, windowsUpdate: flag }),
    'delivery-task': z.object({ found: flag, enabled: flag, neverRan: flag, lastRunAt: time, lastResult: hexadecimal }),
    'power-settings': z.object({ sleepMinutesOnAc: number, fastStartup: flag }),
    network: z.object({
      applicationHosts: hosts,
      baseHosts: hosts,
      proxy: z.object({ host, answers: flag }).nullable().catch(null),
    }),
    'disk-space': z.object({ freeBytes: gigabytes }).transform(({ freeBytes }) => ({ freeGigabytes: freeBytes })),
    'card-reader': z.object({ registered: flag, hasAccount: flag, connected: flag }),
    'management-tool': z.object({ installed: flag, canOpen: flag }),
    session: z.object({ remote: flag, locked: flag, elevated: flag }),
  };
}

const fault = z.lazy(() => z.object({ fault: z.object({ code: z.string() }) }));

/** A check's result as the bundle carries it. */
function bundleCheck(
  { id, status, guideId, durationMs, evidence }: CheckResult,
  facts: ReturnType<typeof factsToTell>,
): object {
  const failed = fault.safeParse(evidence);
  return {
    id,
    status,
    guideId: guideId === null ? null : allowedWord([...Object.values(situations), ...checkGuideIds], guideId),
    durationMs: allowedNumber(durationMs),
    fault: failed.success ? allowedWord(faultCodes, failed.data.fault.code) : null,
    facts: facts[id]?.parse(evidence) ?? {},
  };
}
