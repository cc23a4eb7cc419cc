import type { CheckId, ComponentReading, DownloadOutcome, Witness } from '../../../src/domain/facts.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { emptyHistory, type History, type Press } from '../../../src/domain/history.ts';
import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import { componentName } from '../../../src/domain/notice/components.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import type { RuleFacts } from '../../../src/domain/procedure/situation.ts';
import { defaultSettings } from '../../../src/settings/load.ts';

/** A time of January 2026 in Japan: `20 08:10` or `20 08:10:30`. */
export function at(text: string): Instant {
  const [day, time] = text.split(' ');
  const instant = Date.parse(`2026-01-${day}T${time}+09:00`);
  if (Number.isNaN(instant)) throw new Error(`not a time: ${text}`);
  return instant;
}

/** `target`: the only one of `targets`. `readAt` is `now`, unless it is given. */
type FactChanges = Partial<RuleFacts> & { readonly target?: ComponentReading };

/**
 * Tuesday 20 January 2026, 08:10, before opening; the terminal was started at 08:02; nothing happened yet; every check
 * is fine.
 */
export function facts({ target = outdated(), ...changes }: FactChanges = {}): RuleFacts {
  const now = changes.now ?? at('20 08:10');
  return {
    now,
    readAt: now,
    notice: builtInNotice(),
    receptionHours: defaultSettings().receptionHours,
    targets: [target],
    checks: failing(),
    bootedAt: at('20 08:02'),
    livingLock: null,
    history: emptyHistory,
    ...changes,
  };
}

export function history(changes: Partial<History>): History {
  return { ...emptyHistory, ...changes };
}

export function press(time: string, outcome: DownloadOutcome | null = 'restart-required'): Press {
  return { kind: 'press', at: at(time), outcome, byHand: false };
}

/** The notice's steps, done by hand. */
export function steps(time: string): Press {
  return { kind: 'hand-steps', at: at(time), outcome: null, byHand: true };
}

export function request(time: string) {
  return { at: at(time), bootedAt: null, attempt: 1 };
}

export function seen(time: string, source: Witness['source'], version: string) {
  return { at: at(time), component: 'face-library', source, version } as const;
}

export function sent(time: string, identificationNumber: string | null) {
  return { at: at(time), identificationNumber };
}

const blocking = ['clock', 'delivery-task', 'network', 'disk-space', 'management-tool'] as const;

/** The checks that the rules read, with these failing. */
export function failing(...ids: readonly CheckId[]): RuleFacts['checks'] {
  const others = ids.filter((id) => !blocking.some((known) => known === id));
  return [...others, ...blocking].map((id) => ({ id, status: ids.includes(id) ? 'fail' : 'ok' }) as const);
}

export function witness(source: Witness['source'], version: string, changed: string | null = '20 05:01'): Witness {
  const changedAt = changed === null ? null : at(changed);
  return { source, state: 'answers', raw: version, version, path: null, changedAt, fault: null };
}

export function ok(version = '5.1.0'): ComponentReading {
  return reading('ok', version, [witness('delivery-record', version), witness('version-info', version)]);
}

export function outdated(version = '5.0.3'): ComponentReading {
  return reading('outdated', version, [witness('delivery-record', version), witness('version-info', version)]);
}

/** The record says 5.1.0, the file says 5.0.3; each with when it changed. */
export function disagree(record: string | null, file: string | null): ComponentReading {
  return reading('disagree', '5.0.3', [
    witness('delivery-record', '5.1.0', record),
    witness('version-info', '5.0.3', file),
  ]);
}

/** Without an answer, because its only witness was not read in time. */
export function timedOut(lastKnown: ComponentReading['lastKnown'] = null): ComponentReading {
  const late: Witness = {
    source: 'version-info',
    state: 'timed-out',
    raw: null,
    version: null,
    path: 'C:\\Program Files\\OQS-Auth\\Version.info',
    changedAt: null,
    fault: null,
  };
  return { ...reading('unknown', null, [late]), lastKnown };
}

/** The same reading, of the component that a notice asks for in this place. */
export function asTarget(notice: Notice, place: number, reading: ComponentReading): ComponentReading {
  const target = notice.targets[place];
  if (target === undefined) throw new Error(`no target ${String(place)}`);
  const { component: id, version: required } = target;
  return { ...reading, id, name: componentName(notice, id), required };
}

export function unknown(): ComponentReading {
  return reading('unknown', null, []);
}

function reading(
  status: ComponentReading['status'],
  installed: string | null,
  witnesses: readonly Witness[],
): ComponentReading {
  return {
    id: 'face-library',
    name: '顔認証ライブラリ',
    status,
    installed,
    required: '5.1.0',
    lastKnown: null,
    witnesses,
  };
}
