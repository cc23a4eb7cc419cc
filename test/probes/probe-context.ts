import { failed, ok, type Fault, type Result } from '../../src/domain/fault.ts';
import { emptyHistory, type History } from '../../src/domain/history.ts';
import { calendarOf, zoneOf } from '../../src/domain/notice/calendar.ts';
import { offsetMinutesAt } from '../../src/domain/notice/zone.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import type { MachineReport } from '../../src/ports/ports.ts';
import type { Judgement, Probe, ProbeContext } from '../../src/probes/probe.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import type { Settings } from '../../src/settings/schema.ts';
import { fakeFault, fakeNow, fakePorts, healthyTerminal, type FakeOptions } from '../fakes/ports.ts';

export const at = (iso: string): number => Date.parse(iso);

/** The context of a survey at 2026-01-20 08:10, with an empty journal and every default. */
export function contextWith(
  change: {
    readonly now?: number;
    readonly notice?: Notice;
    readonly history?: Partial<History>;
    readonly settings?: Settings;
    readonly settingsProblem?: ProbeContext['settingsProblem'];
  } = {},
): ProbeContext {
  const { notice = builtInNotice() } = change;
  const now = change.now ?? fakeNow;
  return {
    notice,
    calendar: calendarOf(notice),
    settings: change.settings ?? defaultSettings(),
    settingsProblem: change.settingsProblem ?? null,
    history: { ...emptyHistory, ...change.history },
    now,
    uptimeSeconds: 480,
    offsetMinutes: offsetMinutesAt(zoneOf(notice), now),
    stopwatch: () => 0,
  };
}

/** The healthy terminal's report with some fields changed. */
export function reportWith(change: Partial<MachineReport> = {}): Result<MachineReport> {
  return ok({ ...healthyTerminal.report, ...change });
}

export function noReport(fault: Fault = fakeFault('crashed', 'PowerShell が答えません')): Result<never> {
  return failed(fault);
}

/** Gathers from fake ports and judges, as a survey does. A gather that gives a fault fails the test. */
export async function judgedBy<T>(
  probe: Probe<T>,
  options: FakeOptions,
  context: ProbeContext = contextWith(),
): Promise<Judgement> {
  const gathered = await probe.gather(fakePorts(options), context, new AbortController().signal);
  if (!gathered.ok) throw new Error(`no judgement: ${gathered.fault.headline}`);
  return probe.judge(gathered.value, context);
}
