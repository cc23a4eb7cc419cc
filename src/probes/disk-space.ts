import { failed, ok } from '../domain/fault.ts';
import type { MachineReport } from '../ports/ports.ts';
import { diskTexts as texts } from './checks.ja.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe } from './probe.ts';

/** Free space on the system drive. */
export const diskSpace: Probe<MachineReport> = {
  id: 'disk-space',

  async gather(ports, _context, signal) {
    const report = await ports.machine.report(signal);
    return report.ok ? ok(report.value) : failed(report.fault);
  },

  judge({ freeBytes }, context) {
    const { diskWarnBytes, diskFailBytes } = context.settings.limits;
    const evidence = { freeBytes, warnBelow: diskWarnBytes, failBelow: diskFailBytes };
    if (freeBytes === null) return conclude('disk-space', [{ status: 'unknown', ...texts.unknown }], '', evidence);
    const low = (status: Finding['status']): Finding => ({
      status,
      ...texts.low(gigabytes(freeBytes), gigabytes(diskWarnBytes)),
    });
    const findings = freeBytes < diskFailBytes ? [low('fail')] : freeBytes < diskWarnBytes ? [low('warn')] : [];
    return conclude('disk-space', findings, texts.ok(gigabytes(freeBytes)), evidence);
  },

  learn(report) {
    return { report };
  },
};

/** `4.9 GB`, rounded down so that a value under a limit never reads as the limit itself. */
function gigabytes(bytes: number): string {
  return `${String(Math.floor(bytes / 100_000_000) / 10)} GB`;
}
