import { z } from 'zod';
import { failed, ok, type Result } from '../../domain/fault.ts';
import { limitSignal } from '../../domain/limit.ts';
import { fromIso, type Instant } from '../../domain/time.ts';
import { commandFaults } from '../command-faults.ts';
import type { Commands, MachineReport } from '../ports.ts';
import { askJson } from './ask.ts';
import { bootKindOf, type BootEvent } from './boot.ts';
import type { KnownFacts } from './known-facts.ts';
import type { SystemReport } from './machine.ts';
import { createSlowAnswer } from './slow-answer.ts';
import { systemReportSchema } from './system-report.ts';

/** The longest that PowerShell may take for its report: minutes after a boot everything is slow. */
const POWERSHELL_MS = 60_000;

const bootEventsSchema = z.object({
  bootEvents: z
    .array(
      z
        .object({ at: z.string(), type: z.enum(['full', 'fast-startup', 'hibernate', 'unknown']) })
        .nullable()
        .catch(null),
    )
    .catch([]),
});

interface Told {
  readonly report: MachineReport;
  readonly bootEvents: readonly BootEvent[];
}

/**
 * The machine's report on a real terminal: what Node knows at once, and what takes PowerShell (session, kind of boot, reader) as soon
 * as that has answered; `patienceMs` is how long a look waits for it. Never fails: what is not known is null.
 */
export function createWindowsReport(options: {
  readonly commands: Commands;
  readonly known: () => Promise<KnownFacts>;
  readonly monotonicMs: () => number;
  readonly patienceMs: number;
  /** Aborted when the program ends. */
  readonly ended: AbortSignal;
}): SystemReport {
  const ask = createSlowAnswer({
    ask: () => askPowershell(options.commands, options.ended),
    monotonicMs: options.monotonicMs,
  });

  return async (signal) => {
    const patience = AbortSignal.any([signal, limitSignal(options.patienceMs)]);
    const [known, told] = await Promise.all([options.known(), ask(patience)]);
    if (signal.aborted) return failed(commandFaults.cancelled('system'));
    return ok(merge(known, told));
  };
}

async function askPowershell(commands: Commands, signal: AbortSignal): Promise<Told | null> {
  const call = { program: 'system', args: ['report'], timeoutMs: POWERSHELL_MS, signal } as const;
  const answer: Result<unknown> = await askJson(commands, call, z.unknown());
  if (!answer.ok) return null;
  const report = systemReportSchema.safeParse(answer.value);
  if (!report.success) return null;
  const events = bootEventsSchema.safeParse(answer.value);
  return { report: report.data, bootEvents: events.success ? eventsOf(events.data.bootEvents) : [] };
}

function eventsOf(raw: z.infer<typeof bootEventsSchema>['bootEvents']): readonly BootEvent[] {
  return raw.flatMap((event) => {
    const at = event === null ? null : instantOf(event.at);
    return event === null || at === null ? [] : [{ at, type: event.type }];
  });
}

/** Event times carry seven digits after the second, which is more than a date here holds. */
function instantOf(text: string): Instant | null {
  return fromIso(text.replace(/(\.\d{3})\d+/, '$1'));
}

function merge(known: KnownFacts, told: Told | null): MachineReport {
  return {
    name: known.name ?? told?.report.name ?? null,
    // The name that Windows shows, where PowerShell could ask for it.
    os: told?.report.os ?? known.os,
    bootedAt: known.bootedAt,
    lastBootKind: bootKindOf(known.bootedAt, told?.bootEvents ?? []),
    record: told?.report.record ?? null,
    session: told?.report.session ? { ...told.report.session, user: known.user ?? told.report.session.user } : null,
    freeBytes: known.freeBytes ?? told?.report.freeBytes ?? null,
    readerConnected: told?.report.readerConnected ?? null,
  };
}
