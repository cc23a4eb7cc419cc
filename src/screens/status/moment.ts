import { holeAt, nextNight, ownDates, phaseAt } from '../../domain/notice/calendar.ts';
import { nightDay } from '../../domain/notice/night-names.ja.ts';
import { shortTextIn } from '../../domain/notice/zone.ts';
import type { Model } from '../model.ts';
import { isSetForTonight } from '../queries.ts';
import { statusTexts } from './status.ja.ts';

/** What the present moment asks for; null: nothing besides the next step. */
export function momentText(model: Model): { readonly text: string; readonly tone: 'good' | 'attention' } | null {
  const { moment } = statusTexts;
  const { decision, now } = model;
  const { calendar } = model.about;
  if (decision?.step === 'all-done') return { text: moment.done, tone: 'good' };
  if (decision?.verdict === 'current') return null;
  const night = nextNight(calendar, now);
  const waits = decision?.step === 'leave-on-overnight';
  if (waits && phaseAt(calendar, now) === 'night' && night !== null && holeAt(calendar, now) === null)
    return { text: moment.delivering(shortTextIn(calendar.timeZone, night.end)), tone: 'attention' };
  if (ownDates(calendar, now).tonightDelivers === false)
    return { text: moment.excluded(night === null ? null : nightDay(night.date, calendar)), tone: 'attention' };
  return isSetForTonight(model) ? { text: moment.prepared, tone: 'good' } : null;
}
