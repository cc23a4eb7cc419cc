import type { DiskFacts } from '../domain/facts.ts';
import { diskTexts as texts } from './checks.ja.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe, ProbeContext } from './probe.ts';

const guide = {
  warn: 'disk-low',
  fail: 'disk-full',
  unknown: 'check-unknown',
};

/** Free space on the system drive. */
export const diskSpace: Probe<number | null> = {
  id: 'disk-space',
  guide,

  gather(ports, _context, signal) {
    return ports.machine.freeBytes(signal);
  },

  judge(freeBytes, context) {
    const disk = diskOf(freeBytes, context);
    const { warnBelow, failBelow } = disk;
    if (freeBytes === null) return conclude(guide, [{ status: 'unknown', ...texts.unknown }], '', { ...disk });
    const low = (status: Finding['status']): Finding => ({
      status,
      ...texts.low(gigabytes(freeBytes), gigabytes(warnBelow)),
    });
    const findings = freeBytes < failBelow ? [low('fail')] : freeBytes < warnBelow ? [low('warn')] : [];
    return conclude(guide, findings, texts.ok(gigabytes(freeBytes)), { ...disk });
  },

  learn(freeBytes, context) {
    return { disk: diskOf(freeBytes, context) };
  },
};

function diskOf(freeBytes: number | null, { settings }: ProbeContext): DiskFacts {
  return { freeBytes, warnBelow: settings.limits.diskWarnBytes, failBelow: settings.limits.diskFailBytes };
}

/** `4.9 GB`, rounded down so that a value under a limit never reads as the limit itself. */
function gigabytes(bytes: number): string {
  return `${String(Math.floor(bytes / 100_000_000) / 10)} GB`;
}
