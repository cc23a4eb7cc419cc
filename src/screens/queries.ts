import { dangers, type ActionId } from '../actions/dangers.ts';
import type { KnownBoots, Moment } from '../domain/boots.ts';
import { checkIds, type CheckId, type ComponentReading, type UnderWay } from '../domain/facts.ts';
import { timeNow } from '../domain/history.ts';
import { isOpen, ownDates, tonightOf } from '../domain/notice/calendar.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { targetReading } from '../domain/procedure/situation.ts';
import { toShortText, type Instant } from '../domain/time.ts';
import { readingsOf } from '../domain/versions/component-status.ts';
import { consoleTexts } from './console.ja.ts';
import { consoleKeys } from './keys.ts';
import type { Lock, Model } from './model.ts';
import { statusTexts } from './status/status.ja.ts';

/** Why this console may not do the action now; null when it may. Only this knows read-only mode and the lock. */
export function refusal(model: Pick<Model, 'about' | 'lock'>, action: ActionId): string | null {
  if (dangers[action] === 'nothing') return null;
  if (model.about.readOnly) return consoleTexts.readOnly;
  return model.lock.held ? null : lockedText(model.lock);
}

/** Whose the terminal is; once that console has ended, where it is taken over: that stays the operator's choice. */
export function lockedText({ ownerPid, hasEnded }: Exclude<Lock, { readonly held: true }>): string {
  if (hasEnded !== true) return consoleTexts.locked(ownerPid);
  return consoleTexts.ownerEnded(consoleKeys.keyFor('open-status', 'status'), statusTexts.takeOver);
}

/** The notice that comes now that this one is done: nobody is told to close before. null: there is none. */
export function nextNotice({ decision, about }: Pick<Model, 'decision' | 'about'>): Notice | null {
  return decision?.step === 'all-done' ? (about.others[0] ?? null) : null;
}

/**
 * What runs on the terminal now, as this console knows it: its own work from the first moment, anybody else's as the
 * rules tell it from the journal. null: nothing.
 */
export function running(model: Model): UnderWay | null {
  const { restart, download, decision, now } = model;
  const told = decision?.progress ?? null;
  if (restart.phase === 'asking' || restart.phase === 'counting') {
    const standing = told?.what === 'restart' ? told : null;
    const dueAt = restart.dueAt ?? standing?.dueAt ?? null;
    return { what: 'restart', since: restart.askedAt ?? standing?.since ?? now, dueAt };
  }
  if (told?.what === 'restart') return told;
  return download.phase === 'running' || told !== null
    ? { what: 'download', since: downloadSince(model), dueAt: null }
    : null;
}

/** When the download that runs was begun, by the present clock; before its line is written, as it was pressed. */
export function downloadSince(model: Model): Instant {
  const { history, livingLock, download, now } = model;
  const begun = history.begun.download;
  const isOnRecord = begun !== null && begun.lock !== null && begun.lock === livingLock;
  return isOnRecord ? timeNow(begun, momentOf(model)) : (download.startedAt ?? now);
}

/** The clock and the uptime, as they were read last: by the second while something runs. */
export function momentOf({ now, uptimeSeconds }: Pick<Model, 'now' | 'uptimeSeconds'>): Moment {
  return { at: now, boot: { uptimeSeconds, record: null } };
}

/** Whether a restart counts down that this console may call off: not while the system is still being asked. */
export function mayCallOff(model: Model): boolean {
  return (
    running(model)?.what === 'restart' && model.restart.phase !== 'asking' && refusal(model, 'cancel-restart') === null
  );
}

/** The checks that a night's delivery depends on. */
export const nightChecks: ReadonlySet<CheckId> = new Set<CheckId>([
  'power-settings',
  'card-reader',
  'delivery-task',
  'network',
  'clock',
  'disk-space',
]);

/**
 * Whether nothing is left to do tonight: it is on record, the rules ask for nothing else, and all that the night
 * depends on is in order.
 */
export function isSetForTonight(model: Model): boolean {
  const { decision, survey, about, now } = model;
  if (decision?.step !== 'leave-on-overnight' || !decision.prepared || !survey) return false;
  if (decision.night !== ownDates(about.calendar, now).tonight || preparedAt(model, decision.night) === null)
    return false;
  const isPending = survey.pending.checks.some((id) => nightChecks.has(id));
  return !isPending && survey.checks.every(({ id, status }) => !nightChecks.has(id) || status === 'ok');
}

/** When it was put on record, that very day, that this night is left on for; null: it was not, or too early to know. */
export function preparedAt({ history, about: { calendar } }: Model, night: string): Instant | null {
  const left = history.nightsLeftOn.findLast(
    (each) => each.night === night && tonightOf(calendar, each.at)?.date === night,
  );
  return left?.at ?? null;
}

/** Whether patients are received now, by the settings. */
export function inReception({ about, now }: Model): boolean {
  return isOpen(about.settings.receptionHours, about.calendar.timeZone, now);
}

/** What the console knows of the machine's boots: from the journal, and of the present one. */
export function knownBoots({ journal, history, survey }: Model): KnownBoots {
  const { present } = journal;
  const record = survey?.boot.record ?? present?.boot?.record ?? null;
  return {
    history,
    bootedAt: survey?.boot.bootedAt ?? null,
    present: present?.boot ? { ...present, boot: { ...present.boot, record } } : present,
  };
}

/** The target that decides, as it was read; null while it has not been. */
export function targetRead({ survey, about }: Model): ComponentReading | null {
  const isRead = survey !== null && !survey.pending.checks.includes('component-versions');
  return isRead ? targetReading(survey, about.notice) : null;
}

/** The components as they were read; before that, as the journal knows them. */
export function componentsKnown({ survey, about, history }: Model): readonly ComponentReading[] {
  return survey?.components ?? readingsOf(null, { notice: about.notice, history });
}

/** The checks that have no result yet. */
export function pendingChecks({ survey }: Model): readonly CheckId[] {
  return survey?.pending.checks ?? checkIds;
}

/** A time without its day: `08:10`. */
export function timeOfDay(at: Instant, offsetMinutes: number): string {
  return toShortText(at, offsetMinutes).replace(/^.* /, '');
}
