import { statfs } from 'node:fs/promises';
import { hostname, uptime, userInfo, version } from 'node:os';
import { z } from 'zod';
import type { BootKind } from '../../domain/facts.ts';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { limitSignal } from '../../domain/limit.ts';
import { fromIso, MINUTE, SECOND, type Instant } from '../../domain/time.ts';
import { commandFaults } from '../command-faults.ts';
import { fileFaults } from '../node/file-faults.ts';
import type { Commands, MachineReport } from '../ports.ts';
import { untilAborted } from '../waiting.ts';
import { askJson, callOf, createSlowAnswer } from './ask.ts';
import { systemReportSchema, type SystemReport } from './machine.ts';

/** The longest that PowerShell may take for its report: minutes after a boot everything is slow. */
const POWERSHELL_MS = 60_000;

/** One start of the kernel as the event log has it (Microsoft-Windows-Kernel-Boot, event 27). */
export interface BootEvent {
  readonly at: Instant;
  readonly type: BootKind;
}

const bootEventSchema = z.object({
  // Seven digits after the second are more than a date here holds.
  at: z.string().transform((text) => fromIso(text.replace(/(\.\d{3})\d+/, '$1'))),
  type: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']),
});

/** What PowerShell tells: the report, and the kernel's starts; an event that cannot be read is left out. */
const toldSchema = systemReportSchema.and(
  z.object({
    bootEvents: z
      .array(bootEventSchema.nullable().catch(null))
      .catch([])
      .transform((events) =>
        events.flatMap((event): readonly BootEvent[] =>
          event === null || event.at === null ? [] : [{ at: event.at, type: event.type }],
        ),
      ),
  }),
);

/**
 * The machine's report on a real terminal: what Node knows at once, and what takes PowerShell (session, kind of boot, reader) as soon
 * as that has answered; `patienceMs` is how long a look waits for it. Never fails: what is not known is null.
 */
export function createWindowsReport(options: {
  readonly commands: Commands;
  readonly known: () => KnownFacts;
  readonly monotonicMs: () => number;
  readonly patienceMs: number;
  /** Aborted when the program ends. */
  readonly ended: AbortSignal;
}): SystemReport {
  const call = callOf('system', ['report'], options.ended, { timeoutMs: POWERSHELL_MS });
  const ask = createSlowAnswer(async () => {
    const told = await askJson(options.commands, call, toldSchema);
    return told.ok ? told.value : null;
  }, options.monotonicMs);

  return async (signal) => {
    const patience = AbortSignal.any([signal, limitSignal(options.patienceMs)]);
    const told = await ask(patience);
    return signal.aborted ? failed(commandFaults.cancelled('system')) : ok(merge(options.known(), told));
  };
}

function merge(known: KnownFacts, told: z.infer<typeof toldSchema> | null): MachineReport {
  return {
    name: known.name ?? told?.name ?? null,
    // The name that Windows shows, where PowerShell could ask for it.
    os: told?.os ?? known.os,
    bootedAt: known.bootedAt,
    lastBootKind: bootKindOf(known.bootedAt, told?.bootEvents ?? []),
    record: told?.record ?? null,
    session: told?.session ? { ...told.session, user: known.user ?? told.session.user } : null,
    readerConnected: told?.readerConnected ?? null,
  };
}

/** The uptime and the event's clock drift apart when the clock is set; two boots are never this close. */
const SAME_BOOT = 3 * MINUTE;

/**
 * How the terminal was started last, by two witnesses: the uptime, which only a full boot begins anew, and the kernel's newest
 * boot event. `unknown` where the log says nothing, or calls a boot full that the uptime does not know.
 */
export function bootKindOf(bootedAt: Instant | null, events: readonly BootEvent[]): BootKind {
  const newest = events.toSorted((one, other) => other.at - one.at)[0];
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
