import { z } from 'zod';
import type { CheckId, CheckResult } from '../domain/facts.ts';
import { situations } from '../guide/situations.ts';
import { allowedHost, allowedNumber, allowedTime, allowedWord, faultCodes } from './allowed.ts';

const flag = z.boolean().nullable().catch(null);
const number = z.number().nullable().catch(null).transform(allowedNumber);
const time = z
  .string()
  .nullable()
  .catch(null)
  .transform((text) => (text === null ? null : allowedTime(text)));
/** A task's last result as Windows writes it. */
const hexadecimal = z
  .string()
  .regex(/^0x[0-9A-F]{1,8}$/)
  .nullable()
  .catch(null);
const gigabytes = z
  .number()
  .nullable()
  .catch(null)
  .transform((bytes) => (bytes === null ? null : allowedNumber(Math.floor(bytes / 1_000_000_000))));
const host = z.string().transform(allowedHost);
const hosts = z.array(z.object({ host, resolves: flag })).catch([]);

/**
 * What may leave the clinic of a check's evidence: flags, times, small numbers, and the hosts that everybody has. Whatever else stands
 * there (paths, names of users and devices, words of other programs) is dropped. Summaries are left out whole: they quote it.
 */
const facts: Readonly<Record<CheckId, z.ZodType<object>>> = {
  'component-versions': z.object({}),
  'delivery-calendar': z.object({}),
  clock: z.object({
    now: time,
    offsetMinutes: number,
    noticeOffsetMinutes: number,
    bootedAt: time,
    lastJournalEntryAt: time,
  }),
  'restart-state': z.object({ componentServicing: flag, windowsUpdate: flag }),
  'delivery-task': z.object({
    found: flag,
    enabled: flag,
    neverRan: flag,
    lastRunAt: time,
    lastResult: hexadecimal,
  }),
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

const fault = z.object({ fault: z.object({ code: z.string() }) });

/** A check's result as the bundle carries it. */
export function bundleCheck({ id, status, guideId, durationMs, evidence }: CheckResult): object {
  const failed = fault.safeParse(evidence);
  return {
    id,
    status,
    guideId: guideId === null ? null : allowedWord(Object.values(situations), guideId),
    durationMs: allowedNumber(durationMs),
    fault: failed.success ? allowedWord(faultCodes, failed.data.fault.code) : null,
    facts: facts[id].parse(evidence),
  };
}
