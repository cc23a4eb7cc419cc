import { guideIdOf } from '../../guide/situations.ts';
import { downloadTexts } from '../download.ja.ts';
import { guideTexts } from '../../guide/guide.ja.ts';
import { supportTexts as texts } from '../../support/support.ja.ts';
import { sheetOf } from '../../support/sheet.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { item, type MenuItem } from './item.ts';

/** Support: what can be done about a call, then the rows of the sheet to read through. */
export function supportMenu(model: Model): readonly MenuItem[] {
  return [...supportActions(model), ...sheetItems(model)];
}

/** For somebody who is on the phone: the call goes on record, then what the desk asks to be sent. */
export function supportActions(model: Model): readonly MenuItem[] {
  const { withClinic } = model.support;
  const call = guideIdOf('step:call-support');
  return [
    item('support-called', guideTexts.itemCalled, { type: 'ask-support-called' }, refusal(model, 'record')),
    item('clinic', texts.itemClinic(withClinic), { type: 'toggle-clinic' }),
    item('bundle', texts.itemBundle, { type: 'ask-bundle' }, fileRefusal(model)),
    item('sheet', texts.itemSheet, { type: 'save-sheet' }, fileRefusal(model)),
    item('guide', texts.itemGuide, { type: 'open-guide', entryId: call, seen: [] }),
    item('to-status', downloadTexts.itemStatus, { type: 'go', screen: 'status' }),
  ];
}

/** Why no file can be made now; null where one can. */
export function fileRefusal(model: Model): string | null {
  return refusal(model, 'write-file') ?? (sheetOf(model) === null ? texts.blockedReading : null);
}

function sheetItems(model: Model): readonly MenuItem[] {
  const rows = sheetOf(model)?.sections.flatMap((section) => section.rows) ?? [];
  return rows.map(({ label, text }, index) =>
    item(`sheet:${String(index)}`, label === '' ? text : `${label}: ${text}`, null),
  );
}
