import type { RestartMark } from '../domain/facts.ts';
import { ok, type Result } from '../domain/fault.ts';
import { DAY, toShortText } from '../domain/time.ts';
import type { MachineReport, PendingRestart } from '../ports/ports.ts';
import { restartStateTexts as texts } from './checks.ja.ts';
import { boundedLine, conclude, faultFindings, faultsOf, timeOf, type Finding } from './finding.ts';
import { learnedFrom, type Evidence, type Probe, type ProbeContext } from './probe.ts';

interface RestartFacts {
  readonly report: Result<MachineReport>;
  readonly pending: Result<PendingRestart>;
}

const guide = {
  warn: 'long-uptime',
  fastStartup: 'not-a-full-boot',
  pending: 'restart-pending',
  unknown: 'boot-unknown',
};

/** How long ago and how the terminal started, and whether Windows waits for a restart. */
export const restartState: Probe<RestartFacts> = {
  id: 'restart-state',
  guide,

  async gather(ports, _context, signal) {
    const [report, pending] = await Promise.all([ports.machine.report(signal), ports.machine.pendingRestart(signal)]);
    return ok({ report, pending });
  },

  judge({ report, pending }, context) {
    const bootedAt = report.ok ? report.value.bootedAt : null;
    const findings: Finding[] = [
      ...(report.ok ? bootFindings(report.value, context) : faultFindings(report)),
      ...(pending.ok ? markFindings(pending.value) : faultFindings(pending)),
    ];
    const okText = bootedAt === null ? '' : texts.ok(toShortText(bootedAt, context.offsetMinutes));
    return conclude(guide, findings, okText, {
      bootedAt: timeOf(bootedAt, context),
      lastBootKind: report.ok ? report.value.lastBootKind : 'unknown',
      ...markEvidence(pending),
      lastPress: lastPressEvidence(context),
      ...faultsOf({ report, pending }),
    });
  },

  learn({ report, pending }) {
    return { ...learnedFrom(report), ...(pending.ok ? { pending: pending.value } : {}) };
  },
};

/**
 * The marks that can be trusted and are set. Pending file renames are not among them: any program leaves some behind.
 */
export function trustedMarks(pending: PendingRestart): readonly RestartMark[] {
  return [
    ...(pending.componentServicing === true ? (['component-servicing'] as const) : []),
    ...(pending.windowsUpdate === true ? (['windows-update'] as const) : []),
  ];
}

/** Whether both marks that can be trusted could be read. */
export function marksAreRead({ componentServicing, windowsUpdate }: PendingRestart): boolean {
  return componentServicing !== null && windowsUpdate !== null;
}

function bootFindings({ bootedAt, lastBootKind }: MachineReport, context: ProbeContext): readonly Finding[] {
  const findings: Finding[] = [];
  const { uptimeWarnDays } = context.settings.limits;
  if (bootedAt === null) findings.push({ status: 'unknown', ...texts.bootUnknown });
  else if (context.now - bootedAt > uptimeWarnDays * DAY)
    findings.push({ status: 'warn', ...texts.longUp(Math.floor((context.now - bootedAt) / DAY)) });
  if (lastBootKind === 'unknown') findings.push({ status: 'unknown', ...texts.kindUnknown });
  if (lastBootKind === 'fast-startup')
    findings.unshift({ status: 'warn', ...texts.fastStartup, guideId: guide.fastStartup });
  return findings;
}

function markFindings(pending: PendingRestart): readonly Finding[] {
  const marks = trustedMarks(pending);
  const findings: Finding[] = [];
  if (marks.length > 0) {
    const names = marks.map((mark) => texts.markNames[mark]).join('、');
    findings.push({ status: 'warn', ...texts.marks(names), guideId: guide.pending });
  }
  if (!marksAreRead(pending)) findings.push({ status: 'unknown', ...texts.marksUnknown });
  return findings;
}

function markEvidence(pending: Result<PendingRestart>): Evidence {
  if (!pending.ok) return { componentServicing: null, windowsUpdate: null, fileRenames: null };
  const { componentServicing, windowsUpdate, fileRenames } = pending.value;
  const own = fileRenames?.filter((entry) => /\\OQS/i.test(entry));
  return {
    componentServicing,
    windowsUpdate,
    fileRenames:
      fileRenames === null ? null : { count: fileRenames.length, underOqs: (own ?? []).slice(0, 20).map(boundedLine) },
  };
}

function lastPressEvidence(context: ProbeContext): Evidence | null {
  const press = context.history.presses.at(-1);
  if (!press) return null;
  return { at: timeOf(press.at, context), outcome: press.outcome, byHand: press.byHand };
}
