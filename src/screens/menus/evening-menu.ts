import { dateToShortText } from '../../domain/time.ts';
import { nextNight } from '../../domain/notice/calendar.ts';
import { downloadTexts } from '../download.ja.ts';
import { eveningTexts } from '../console.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { eveningTicks } from '../../domain/facts.ts';
import { item, type MenuItem } from './item.ts';

/** Evening: what only the operator can see is ticked, then the night is put on record. */
export function eveningMenu(model: Model): readonly MenuItem[] {
  const night = nextNight(model.about.calendar, model.now);
  const open = eveningTicks.filter((tick) => !model.eveningTicks.includes(tick));
  const refused = refusal(model, 'record') ?? (open.length > 0 ? eveningTexts.blockedTicks : null);
  const leave = night
    ? [
        item(
          'leave-on',
          eveningTexts.itemLeave(dateToShortText(night.date)),
          { type: 'leave-on', night: night.date },
          refused,
        ),
      ]
    : [];
  return [
    ...eveningTicks.map((tick) => item(`tick:${tick}`, eveningTexts.ticks[tick], { type: 'tick', tick })),
    ...leave,
    item('to-status', downloadTexts.itemStatus, { type: 'go', screen: 'status' }),
  ];
}
