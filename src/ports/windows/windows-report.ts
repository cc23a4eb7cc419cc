import { statfs } from 'node:fs/promises';
import { hostname, uptime, userInfo, version } from 'node:os';
import * as z from 'zod';
import type { BootKind } from '../../domain/facts.ts';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { limitSignal } from '../../domain/limit.ts';
import { fromIso, MINUTE, SECOND, type Instant } from '../../domain/time.ts';
import { commandFaults } from '../command-faults.ts';
import { fileFaults } from '../node/file-faults.ts';
import type { MachineReport, ToolLocation } from '../ports.ts';
import { untilAborted } from '../waiting.ts';
import { toolLimits } from './tool-limits.ts';
import { askSystem, systemReport, type SystemAnswers, type SystemParts } from './system-answer.ts';

/** One start of the kernel as the event log has it (Microsoft-Windows-Kernel-Boot, event 27). */
export interface BootEvent {
  readonly at: Instant;
  readonly type: BootKind;
  /** The later, the higher, whatever the clock said; null where it was not told. */
  readonly record: number | null;
}

const bootEvent = () =>
  z.object({
    // Seven digits after the second are more than a date here holds.
    at: z.string().transform((text) => fromIso(text.replace(/(\.\d{3})\d+/, '$1'))),
    type: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']),
    record: z.int().nullable().catch(null),
  });

/** What PowerShell reports: with the kernel's starts, of which one that cannot be read is left out. */
const reportSchema = z.lazy(() =>
  systemReport().extend({
    bootEvents: z
      .array(bootEvent().nullable().catch(null))
      .catch([])
      .transform((events) =>
        events.flatMap((event): readonly BootEvent[] =>
          event === null || event.at === null ? [] : [{ ...event, at: event.at }],
        ),
      ),
  }),
);

/** What PowerShell told last; null: not yet. */
interface Told {
  readonly report: z.infer<typeof reportSchema> | null;
  readonly located: ToolLocation | null;
}

/** A program that was asked and has not ended: until it has said its report, and until it has said all. */
interface Asking {
  readonly reported: Promise<unknown>;
  readonly all: Promise<unknown>;
}

/** How long an answer holds. One with a part that failed is asked for again sooner. */
const HOLDS_MS = 5 * MINUTE;
const FAILURE_HOLDS_MS = MINUTE;

/**
 * What takes PowerShell on a real terminal, in one start. It runs to its end even where nobody waits any longer, so
 * that a slow terminal has its answer at the next look. The report joins what Node knows at once with what PowerShell
 * has told; a look waits `patienceMs` for it, and what is not known is null. Where the tool is stays where it was told
 * last; fault where it never was.
 */
export function createWindowsAnswers(
  options: SystemParts & {
    readonly known: () => KnownFacts;
    readonly monotonicMs: () => number;
    readonly patienceMs: number;
    /** Aborted when the program ends. */
    readonly ended: AbortSignal;
  },
): SystemAnswers {
  const { known, monotonicMs, patienceMs, ended } = options;
  let asking: Asking | null = null;
  let holdsUntil = Number.NEGATIVE_INFINITY;
  let last: Told = { report: null, located: null };

  function askAnew(): Asking {
    const reported = Promise.withResolvers<undefined>();
    const onReport = (report: NonNullable<Told['report']>): void => {
      last = { ...last, report };
      reported.resolve(undefined);
    };
    const hearAll = async (): Promise<void> => {
      const more = { timeoutMs: toolLimits.findMs };
      const { report, located } = await askSystem(options, reportSchema, ended, more, onReport);
      last = { report: report.ok ? report.value : last.report, located: located.ok ? located.value : last.located };
      holdsUntil = monotonicMs() + (report.ok && located.ok ? HOLDS_MS : FAILURE_HOLDS_MS);
      asking = null;
      reported.resolve(undefined);
    };
    return { reported: reported.promise, all: hearAll() };
  }

  async function ask(part: keyof Asking, patience: AbortSignal): Promise<Told> {
    if (asking === null && monotonicMs() < holdsUntil) return last;
    asking ??= askAnew();
    await untilAborted<unknown>(asking[part], patience, () => undefined);
    return last;
  }

  return {
    async report(signal) {
      const { report } = await ask('reported', AbortSignal.any([signal, limitSignal(patienceMs)]));
      return signal.aborted ? failed(commandFaults.cancelled('system')) : ok(merge(known(), report));
    },
    async locate(signal) {
      const { located } = await ask('all', signal);
      return located === null ? failed(commandFaults.unreadable('system')) : ok(located);
    },
  };
}

function merge({ user, ...machine }: KnownFacts, told: Told['report']): MachineReport {
  return {
    ...machine,
    lastBootKind: bootKindOf(machine.bootedAt, told?.bootEvents ?? []),
    record: told?.record ?? null,
    session: told?.session ? { ...told.session, user: user ?? told.session.user } : null,
    readerConnected: told?.readerConnected ?? null,
  };
}

/** The uptime and the event's clock drift apart when the clock is set; two boots are never this close. */
const SAME_BOOT = 3 * MINUTE;

/**
 * How the terminal was started last, by two witnesses: the uptime, which only a full boot begins anew, and the kernel's
 * newest boot event. `unknown` where the log says nothing, or calls a boot full that the uptime does not know.
 */
export function bootKindOf(bootedAt: Instant | null, events: readonly BootEvent[]): BootKind {
  const areNumbered = events.every(({ record }) => record !== null);
  const order = ({ at, record }: BootEvent): number => (areNumbered ? (record ?? 0) : at);
  const newest = events.toSorted((one, other) => order(other) - order(one))[0];
  if (!newest) return 'unknown';
  if (newest.type !== 'full') return newest.type;
  return bootedAt !== null && Math.abs(newest.at - bootedAt) <= SAME_BOOT ? 'full' : 'unknown';
}

/** What Node tells about the machine by itself, at once. What it cannot tell is null. */
export interface KnownFacts {
  readonly name: string | null;
  readonly os: string | null;
  /** By the uptime, which goes on through fast startup, sleep and hibernation: the last full boot. */
  readonly bootedAt: Instant;
  readonly user: string | null;
}

/** Free bytes of a drive (`C:\`), by Node alone; null where it does not tell. Fault: `cancelled`. */
export async function readFreeBytes(drive: string, signal: AbortSignal): Promise<Result<number | null>> {
  const asked = statfs(drive).then(
    ({ bavail, bsize }) => ok(bavail * bsize),
    () => ok(null),
  );
  return untilAborted<Result<number | null>>(asked, signal, () => failed(fileFaults.cancelled(drive)));
}

/** Asks Node. */
export function readKnownFacts(now: Instant): KnownFacts {
  return {
    name: textOr(hostname),
    os: textOr(version),
    bootedAt: Math.round(now - uptime() * SECOND),
    user: textOr(() => userInfo().username),
  };
}

function textOr(ask: () => string): string | null {
  try {
    return ask() || null;
  } catch {
    // `userInfo` throws for a user without a profile.
    return null;
  }
}
