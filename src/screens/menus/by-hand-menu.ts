import { byHandTexts } from '../console.ja.ts';
import { downloadTexts } from '../download.ja.ts';
import { recordPathTexts } from '../../actions/record-path.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { running } from '../under-way.ts';
import { item, type MenuItem } from './item.ts';

/** By hand: show the delivery record, type what it says, tell where it is. */
export function byHandMenu(model: Model): readonly MenuItem[] {
  const configured = model.about.settings.paths.deliveryRecord;
  return [
    item('show-record', byHandTexts.itemShow, { type: 'show-record' }, showRecordRefusal(model)),
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

/** Why the record must not be shown now; null when it may: it is a button of the tool, which must not be disturbed in a download. */
export function showRecordRefusal(model: Model): string | null {
  const refused = refusal(model, 'show-record');
  if (refused !== null) return refused;
  return running(model)?.what === 'download' ? byHandTexts.blockedByDownload : null;
}
