import { bootSince, bootTimeNear, bootTimeOf, isMarked, type Moment } from '../domain/boots.ts';
import type { JournalEvent } from '../journal/events.ts';
import type { Survey } from '../domain/facts.ts';
import type { Model } from '../screens/model.ts';
import { knownBoots } from '../screens/queries.ts';
import { isSameBoot } from '../screens/restart/proof.ts';
import { fromIso, MINUTE, SECOND, toIso } from '../domain/time.ts';

/** What the clock may be corrected by without a word. */
const CLOCK_SLACK = MINUTE;

/**
 * That the clock was set between two moments of one boot; null where it was not, or where that cannot be told. An
 * uptime that went back is another boot.
 */
export function clockMoved(before: Moment | undefined, now: Moment | undefined): JournalEvent | null {
  const from = before?.boot?.uptimeSeconds ?? null;
  const to = now?.boot?.uptimeSeconds ?? null;
  if (!before || !now || from === null || to === null || to < from) return null;
  const moved = now.at - before.at - (to - from) * SECOND;
  return Math.abs(moved) > CLOCK_SLACK ? { event: 'clock-moved', bySeconds: Math.round(moved / SECOND) } : null;
}

/** That the clock was set while no console was open: seen once, when the present boot is first known by its record. */
export function clockMovedMeanwhile(before: Survey | null, model: Model): readonly JournalEvent[] {
  const { present, history } = knownBoots(model);
  const record = present?.boot?.record ?? null;
  if (record === null || (before?.boot.record ?? null) !== null) return [];
  const line = history.trail.findLast(
    ({ boot }) => boot !== null && boot.record === record && boot.uptimeSeconds !== null,
  );
  const moved = clockMoved(line, present);
  return moved === null ? [] : [moved];
}

/** The present full boot, where the journal does not hold it yet. */
export function bootToConfirm(model: Model, survey: Survey): readonly JournalEvent[] {
  const known = knownBoots(model);
  const bootedAt = survey.boot.bootedAt ?? (known.present ? bootTimeOf(known.present) : null);
  const kind = kindOf(model, survey);
  if (bootedAt === null || kind === null || isOnRecord(model)) return [];
  return [{ event: 'restart-confirmed', bootedAt: toIso(bootedAt, model.about.offsetMinutes), kind }];
}

/**
 * What kind of start the last full boot was, as the machine tells it; null where the last start was none. The record of
 * another full boot than before shows that there was one, even where the machine was started otherwise since.
 */
function kindOf(model: Model, { boot }: Survey): string | null {
  if (boot.lastBootKind === 'full' || boot.lastBootKind === 'unknown') return boot.lastBootKind;
  const { history, present } = knownBoots(model);
  const record = present?.boot?.record ?? null;
  const before = history.trail.findLast((line) => (line.boot?.record ?? null) !== null);
  return record !== null && before !== undefined && before.boot?.record !== record ? 'full' : null;
}

/** By the boot's identity; a journal whose confirmations carry no mark tells it by the boot times. */
function isOnRecord(model: Model): boolean {
  const known = knownBoots(model);
  const confirmed = model.journal.entries.flatMap(({ at, boot, event }, place) => {
    const bootedAt = event.event === 'restart-confirmed' ? fromIso(event.bootedAt) : null;
    return bootedAt === null ? [] : [{ at, place, boot, bootedAt }];
  });
  const last = confirmed.findLast(isMarked);
  if (last) return bootSince(known, last) !== 'proven';
  return confirmed.some((each) => {
    const bootedAt = bootTimeNear(known, each);
    return bootedAt !== null && isSameBoot(each.bootedAt, bootedAt) && bootSince(known, each) !== 'proven';
  });
}
