import type { UnderWay } from '../facts.ts';
import { isAfterItsBoot, timesNow, type Press } from '../history.ts';
import type { RuleFacts } from './facts.ts';

type Facts = Pick<RuleFacts, 'now' | 'history' | 'livingLock' | 'present'>;

/** Rule 0: what runs on the terminal now; null: nothing that is known of. A restart comes first: it ends a download, too. */
export function underWay(facts: Facts): UnderWay | null {
  return restartUnderWay(facts) ?? downloadUnderWay(facts);
}

/**
 * A request to restart whose countdown runs, and that no boot has answered. The clock must stand in it: a request that lies in the
 * future, and of which the uptime does not tell how long ago it was, says nothing of when it ends.
 */
function restartUnderWay({ now, history, present }: Facts): UnderWay | null {
  const { restart } = history.begun;
  if (restart === null || isAfterItsBoot(restart, present?.boot)) return null;
  const { at, dueAt } = timesNow(restart, present);
  return dueAt !== null && at <= now && now < dueAt ? { what: 'restart', since: at, dueAt } : null;
}

/** A press that a console watches: where that console is gone, nobody knows whether the tool still works. */
function downloadUnderWay({ history, livingLock }: Facts): UnderWay | null {
  const { download } = history.begun;
  if (download === null || download.lock === null || download.lock !== livingLock) return null;
  return { what: 'download', since: download.at, dueAt: null };
}

/** Whether the tool may still be at work after this press: nobody saw its end, or the wait for it was given up. */
export function mayStillRun({ outcome }: Pick<Press, 'outcome'>): boolean {
  return outcome === null || outcome === 'hang';
}
