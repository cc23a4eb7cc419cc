import type { PowerFacts } from '../domain/facts.ts';
import { powerTexts as texts } from './checks.ja.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe } from './probe.ts';

const guide = {
  warn: 'sleep-on',
  fastStartup: 'fast-startup-on',
  unknown: 'check-unknown',
};

/** Sleep on mains power, which ends a night's delivery, and fast startup, which makes a power cycle no restart. */
export const powerSettings: Probe<PowerFacts> = {
  id: 'power-settings',
  guide,

  gather(ports, _context, signal) {
    return ports.machine.powerSettings(signal);
  },

  judge({ sleepMinutesOnAc, fastStartup }, { notice }) {
    const findings: Finding[] = [];
    if (sleepMinutesOnAc !== null && sleepMinutesOnAc > 0)
      findings.push({ status: 'warn', ...texts.sleep(sleepMinutesOnAc, notice.delivery !== null) });
    if (fastStartup === true) findings.push({ status: 'warn', ...texts.fastStartup, guideId: guide.fastStartup });
    if (sleepMinutesOnAc === null || fastStartup === null) findings.push({ status: 'unknown', ...texts.unreadable });
    return conclude(guide, findings, texts.ok, { sleepMinutesOnAc, fastStartup });
  },

  learn(power) {
    return { power };
  },
};
