import type { Place } from './keys.ts';
import { focusedField } from './focused-field.ts';
import type { Model } from './model.ts';
import { isOpen } from '../domain/notice/calendar.ts';
import { bootSince, isBoot, justAfter, type KnownBoots } from '../domain/boots.ts';
import { lastPress } from '../domain/procedure/situation.ts';
import type { Instant } from '../domain/time.ts';
import { mayStillRun } from '../domain/procedure/conditions.ts';
import { mayCallOff } from './under-way.ts';

/** Whether patients are received now, by the settings. */
export function inReception(model: Model): boolean {
  const { settings, notice } = model.about;
  return isOpen(settings.receptionHours, notice.delivery.timeZone, model.now);
}

/**
 * When 「今すぐダウンロード」 was pressed whose result nobody saw: the console was left, or stopped waiting, and the tool may
 * still be at work. null: none, or the terminal has been restarted since.
 */
export function unseenDownloadAt({ decision, history }: Model): Instant | null {
  const press = decision?.rule === '1' ? lastPress({ history }) : null;
  return press !== null && mayStillRun(press) ? press.at : null;
}

/** The number of the next request to restart: how often one was asked for since the last full boot, and one more. */
export function restartAttempt(model: Model): number {
  const known = knownBoots(model);
  return model.history.restartRequests.filter((request) => !isBoot(bootSince(known, justAfter(request)))).length + 1;
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

/** Where the keys go: to the dialog, to a text field, to a countdown that one of them calls off, or to the screen. */
export function placeOf(model: Model): Place {
  if (model.dialog) return 'dialog';
  if (focusedField(model) !== null) return 'text';
  return model.screen === 'restart' && mayCallOff(model) ? 'countdown' : model.screen;
}
