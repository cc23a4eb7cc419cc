import type { PowerFacts } from '../domain/facts.ts';
import { powerTexts as texts } from './checks.ja.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe } from './probe.ts';

/** Sleep on mains power, which ends a night's delivery, and fast startup, which makes a power cycle no restart. */
export const powerSettings: Probe<PowerFacts> = {
  id: 'power-settings',

  gather(ports, _context, signal) {
    return ports.machine.powerSettings(signal);
  },

  judge({ sleepMinutesOnAc, fastStartup }) {
    const findings: Finding[] = [];
    if (sleepMinutesOnAc !== null && sleepMinutesOnAc > 0)
      findings.push({ status: 'warn', ...texts.sleep(sleepMinutesOnAc) });
    if (fastStartup === true)
      findings.push({
        status: 'warn',
        ...texts.fastStartup,
        situation: 'check:power-settings:warn:fast-startup',
      });
    if (sleepMinutesOnAc === null || fastStartup === null) findings.push({ status: 'unknown', ...texts.unreadable });
    return conclude('power-settings', findings, texts.ok, { sleepMinutesOnAc, fastStartup });
  },

  learn(power) {
    return { power };
  },
};
