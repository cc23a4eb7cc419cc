import type { MachineReport } from '../ports/ports.ts';
import { sessionTexts as texts } from './checks.ja.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe } from './probe.ts';

const guide = {
  warn: 'session-locked',
  unknown: 'check-unknown',
};

/** Who looks at the screen: a locked one cannot be pressed on; remote or not, and the rights, are detail. */
export const session: Probe<MachineReport> = {
  id: 'session',
  guide,

  gather(ports, _context, signal) {
    return ports.machine.report(signal);
  },

  judge({ session }) {
    if (session === null) {
      return conclude(guide, [{ status: 'unknown', ...texts.unknown }], '', { session: null });
    }
    const { remote, locked, elevated, user } = session;
    const who = user ?? texts.somebody;
    const okText = remote === null ? texts.nowhere(who) : remote ? texts.remote(who) : texts.local(who);
    return conclude(guide, findings(locked), okText, {
      remote,
      locked,
      elevated,
      user,
    });
  },

  learn(report) {
    return { report };
  },
};

function findings(locked: boolean | null): readonly Finding[] {
  if (locked === null) return [{ status: 'unknown', ...texts.unknown }];
  return locked ? [{ status: 'warn', ...texts.locked }] : [];
}
