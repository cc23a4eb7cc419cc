import { failed, ok, type Result } from '../domain/fault.ts';
import { MINUTE, toIso, toShortText, type ClockReading, type Instant } from '../domain/time.ts';
import { offsetMinutesAt } from '../domain/notice/zone.ts';
import type { MachineReport, Ports } from '../ports/ports.ts';
import { clockTexts as texts } from './checks.ja.ts';
import { conclude, faultFindings, faultsOf, timeOf, type Finding } from './finding.ts';
import { learnedFrom, type Probe, type ProbeContext } from './probe.ts';
import { recordPathOf, versionInfoPath } from './witnesses.ts';

interface ClockFacts {
  readonly clock: ClockReading;
  readonly report: Result<MachineReport>;
  /** The files that witness the targets' versions; null where there is no file. */
  readonly files: readonly { readonly path: string; readonly modifiedAt: Result<Instant | null> }[];
}

const guide = {
  warn: 'clock-zone',
  fail: 'clock-future',
  unknown: 'check-unknown',
};

/** The terminal's clock against what it cannot be behind of: its own boot, the journal, the files on it. */
export const clock: Probe<ClockFacts> = {
  id: 'clock',
  guide,

  async gather(ports, context, signal) {
    const infos = context.notice.targets.map(({ component }) => versionInfoPath(context, component));
    const paths = [recordPathOf(context), ...infos].filter((path) => path !== null);
    const [reading, report, files] = await Promise.all([
      ports.clock.read(signal),
      ports.machine.report(signal),
      Promise.all(paths.map(async (path) => ({ path, modifiedAt: await modificationTime(ports, path, signal) }))),
    ]);
    return reading.ok ? ok({ clock: reading.value, report, files }) : failed(reading.fault);
  },

  judge({ clock, report, files }, context) {
    const bootedAt = report.ok ? report.value.bootedAt : null;
    const expected = offsetMinutesAt(context.calendar.timeZone, clock.now);
    const future = [
      { what: texts.bootTime, at: bootedAt },
      { what: texts.lastEntry, at: context.history.lastEntryAt },
      ...files.map(({ path, modifiedAt }) => ({
        what: texts.fileTime(path),
        at: modifiedAt.ok ? modifiedAt.value : null,
      })),
    ].flatMap(({ what, at }) => inFuture(what, at, clock.now, context));
    const findings: Finding[] = [
      ...future,
      ...(clock.offsetMinutes === expected ? [] : [zoneFinding(clock, expected, context)]),
      ...faultFindings(report, ...files.map((file) => file.modifiedAt)),
      ...(report.ok && bootedAt === null ? [{ status: 'unknown', ...texts.bootUnknown } as const] : []),
    ];
    return conclude(guide, findings, texts.ok, {
      now: toIso(clock.now, clock.offsetMinutes),
      offsetMinutes: clock.offsetMinutes,
      noticeZone: context.calendar.timeZone,
      noticeOffsetMinutes: expected,
      bootedAt: timeOf(bootedAt, context),
      lastJournalEntryAt: timeOf(context.history.lastEntryAt, context),
      files: files.map(({ path, modifiedAt }) => ({
        path,
        modifiedAt: timeOf(modifiedAt.ok ? modifiedAt.value : null, context),
      })),
      ...faultsOf({ report, ...Object.fromEntries(files.map((file) => [file.path, file.modifiedAt])) }),
    });
  },

  learn({ clock, report }) {
    return { clock, ...learnedFrom(report) };
  },
};

async function modificationTime(ports: Ports, path: string, signal: AbortSignal): Promise<Result<Instant | null>> {
  const found = await ports.files.stat(path, signal);
  if (found.ok) return ok(found.value.modifiedAt);
  return found.fault.code === 'absent' ? ok(null) : found;
}

function inFuture(what: string, at: Instant | null, now: Instant, context: ProbeContext): readonly Finding[] {
  const tolerance = context.settings.limits.clockToleranceMinutes * MINUTE;
  if (at === null || at - now <= tolerance) return [];
  return [{ status: 'fail', ...texts.future(what, toShortText(at, context.offsetMinutes)) }];
}

function zoneFinding(clock: ClockReading, expected: number, context: ProbeContext): Finding {
  const text = texts.zone(context.calendar.timeZone, zoneText(clock.offsetMinutes), zoneText(expected));
  return { status: 'warn', ...text };
}

/** `+09:00` for 540. */
function zoneText(offsetMinutes: number): string {
  return toIso(0, offsetMinutes).slice(-6);
}
