import { findGuideEntry } from '../../guide/find.ts';
import { searchGuide } from '../../guide/search.ts';
import { guideTexts } from '../../guide/guide.ja.ts';
import { supportTexts } from '../../support/support.ja.ts';
import { refusal } from '../may-act.ts';
import type { Model } from '../model.ts';
import { item, type MenuItem } from './item.ts';
import { statusMenu } from './status-menu.ts';

/** Guide: the list of entries; in an entry its instructions, one at a time, then what can be done from there. */
export function guideMenu(model: Model): readonly MenuItem[] {
  const { guide, about } = model;
  const entry = guide.entryId === null ? null : findGuideEntry(about.guide, guide.entryId);
  if (!entry) {
    const search = item('search', guideTexts.itemSearch(guide.query.text), { type: 'search' });
    const found = searchGuide(about.guide, guide.query.text);
    return [
      search,
      ...found.map((each) => item(`entry:${each.id}`, each.title, { type: 'open-guide', entryId: each.id, seen: [] })),
    ];
  }
  return [
    ...entry.do.map((instruction, index) => item(`do:${String(index)}`, instruction, null)),
    ...nextStepItem(model),
    ...errorDetailsItem(model),
    item('read-again', guideTexts.itemCheckAgain, { type: 'read-again' }),
    item('to-support', supportTexts.itemOpen, { type: 'go', screen: 'support' }),
    item('support-called', guideTexts.itemCalled, { type: 'ask-support-called' }, refusal(model, 'record')),
    item('to-status', guideTexts.itemStatus, { type: 'go', screen: 'status' }),
    item('list', guideTexts.itemList, { type: 'open-guide', entryId: null, seen: [] }),
  ];
}

/** The operator's own copy of the paper on errors, where the settings say where it is. */
function errorDetailsItem(model: Model): readonly MenuItem[] {
  const path = model.about.settings.paths.errorDetails;
  return path === null ? [] : [item('error-details', guideTexts.itemErrorDetails, { type: 'open-document', path })];
}

/** On to what the rules say next, where that is something to do and not another page of this guide. */
function nextStepItem(model: Model): readonly MenuItem[] {
  const next = statusMenu(model).find((each) => each.id === 'next-step');
  return next?.intent?.type === 'go' ? [item('next-step', guideTexts.itemNext(next.label), next.intent)] : [];
}
