import type { MachineReport } from '../ports/ports.ts';
import { sessionTexts as texts } from './checks.ja.ts';
import type { SessionFacts } from '../domain/facts.ts';
import { conclude, type Finding } from './finding.ts';
import type { Probe } from './probe.ts';

const guide = {
  warn: 'session-locked',
  otherUser: 'session-other-user',
  unknown: 'check-unknown',
};

/**
 * Who looks at the screen: a locked one cannot be pressed on, and a console that was started as another user does not
 * come back by itself; remote or not, and the rights, are detail.
 */
export const session: Probe<MachineReport> = {
  id: 'session',
  guide,

  gather(ports, _context, signal) {
    return ports.machine.report(signal);
  },

  judge({ session }) {
    if (session === null) return conclude(guide, [{ status: 'unknown', ...texts.unknown }], '', { session: null });
    const { remote, locked, elevated, user, desktop } = session;
    const who = user ?? texts.somebody;
    const okText = remote === null ? texts.nowhere(who) : remote ? texts.remote(who) : texts.local(who);
    return conclude(guide, findings(session), okText, {
      remote,
      locked,
      elevated,
      user,
      ...(desktop?.isOurs === false ? { desktopUser: desktop.user } : {}),
    });
  },

  learn(report) {
    return { report };
  },
};

function findings({ locked, desktop, user }: SessionFacts): readonly Finding[] {
  const found: Finding[] = [];
  if (locked === null) found.push({ status: 'unknown', ...texts.unknown });
  if (locked === true) found.push({ status: 'warn', ...texts.locked });
  if (desktop?.isOurs === false) {
    const text = texts.otherUser(user ?? texts.somebody, desktop.user ?? texts.signedIn);
    found.push({ status: 'warn', ...text, guideId: guide.otherUser });
  }
  return found;
}
