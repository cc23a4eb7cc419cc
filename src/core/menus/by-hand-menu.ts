import { byHandTexts } from '../../strings/console.ja.ts';
import { downloadTexts } from '../../strings/download.ja.ts';
import { recordPathTexts } from '../../strings/record-path.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import type { MenuItem } from './item.ts';
import { item } from './item.ts';

/** By hand: show the delivery record, type what it says, tell where it is. */
export function byHandMenu(model: Model): readonly MenuItem[] {
  const configured = model.about.settings.paths.deliveryRecord;
  return [
    item('show-record', byHandTexts.itemShow, { type: 'show-record' }, refusal(model, 'show-record')),
    item('type-version', byHandTexts.itemType, { type: 'type-version' }, refusal(model, 'record')),
    item(
      'type-record-path',
      recordPathTexts.item,
      { type: 'type-record-path' },
      configured === null ? refusal(model, 'record') : recordPathTexts.byName(configured),
    ),
    item('to-status', downloadTexts.itemStatus, { type: 'go', screen: 'status' }),
  ];
}
