import type { GuideEntry } from '../../domain/notice/schema.ts';
import { findGuideEntry, searchGuide } from '../../guide/guide.ts';
import { guideTexts as texts } from '../../guide/guide.ja.ts';
import { supportTexts } from '../../support/support.ja.ts';
import { fieldLine } from '../../tui/text-field.ts';
import { line } from '../../tui/line.ts';
import { stack } from '../layout.ts';
import type { Model } from '../model.ts';
import { isListBehind } from '../navigate.ts';
import { nextStepRow } from '../next-step.ts';
import { refusal } from '../queries.ts';
import { row, rowsBlock, selectedIndex, selectedOf, type Page, type Row, type Screen } from '../screen.ts';
import { select } from '../step.ts';
import { entryBlock } from './entry.ts';
import { guideEntry } from './update.ts';

/** Guide: the list with its search, or one entry: what was seen, what you see, why, do this, then call. */
export const guide: Screen = {
  page(model) {
    const { entryId } = model.guide;
    const entry = entryId === null ? null : findGuideEntry(model.about.guide, entryId);
    return entry ? entryPage(model, entry) : listPage(model);
  },
  entry: guideEntry,
  back: (model) => (isListBehind(model) ? toList(model) : null),
};

function listPage(model: Model): Page {
  const { query, searching } = model.guide;
  const search = row('search', texts.itemSearch(query.text), { type: 'search' });
  const found = listRows(model);
  const rows = [search, ...found];
  const selected = selectedOf(model, rows);
  return {
    rows,
    body(area) {
      const field = [line(texts.searching, { tone: 'quiet' }), fieldLine(' ', query, area.columns, area.ambiguous)];
      const nothing = found.length > 0 ? [] : [line(texts.nothingFound, { tone: 'attention' })];
      return searching
        ? stack({ lines: field, focus: 1 }, rowsBlock(found, selected, area), nothing)
        : stack(rowsBlock(rows, selected, area), nothing);
    },
  };
}

/** The entries that the search finds, all of them without one. */
function listRows({ about, guide: { query } }: Model): readonly Row[] {
  return searchGuide(about.guide, query.text).map(({ id, title }) =>
    row(`entry:${id}`, title, { type: 'open-guide', entryId: id, seen: [] }),
  );
}

/** The list, on the row of the entry that was open. */
function toList(model: Model): Model {
  const trail = model.trail.slice(0, -1);
  const list: Model = { ...model, trail, message: null, guide: { ...model.guide, entryId: null, seen: [] } };
  const place = listRows(list).findIndex(
    ({ intent }) => intent?.type === 'open-guide' && intent.entryId === model.guide.entryId,
  );
  return select(list, place + 1);
}

/** The instructions of an entry, one at a time, then what can be done from there. */
function entryPage(model: Model, entry: GuideEntry): Page {
  const instructions = entry.do.map((text, index) => row(`do:${String(index)}`, text, null));
  const ways = wayRows(model);
  const rows = [...instructions, ...ways];
  return {
    rows,
    body: (area) =>
      stack(entryBlock(model, entry, selectedIndex(model, rows), area), rowsBlock(ways, selectedOf(model, rows), area)),
  };
}

function wayRows(model: Model): readonly Row[] {
  const { errorDetails } = model.about.settings.paths;
  return [
    ...nextStepRows(model),
    // The operator's own copy of the paper on errors, where the settings say where it is.
    ...(errorDetails === null
      ? []
      : [row('error-details', texts.itemErrorDetails, { type: 'open-document', path: errorDetails })]),
    row('read-again', texts.itemCheckAgain, { type: 'read-again' }),
    row('to-support', supportTexts.itemOpen, { type: 'go', screen: 'support' }),
    row('support-called', texts.itemCalled, { type: 'ask-support-called' }, refusal(model, 'record')),
    row('to-status', texts.itemStatus, { type: 'go', screen: 'status' }),
    row('list', texts.itemList, { type: 'open-guide', entryId: null, seen: [] }),
  ];
}

/** On to what the rules say next, where that is something to do and not another page of this guide. */
function nextStepRows({ decision, survey }: Model): readonly Row[] {
  const next = decision && survey ? nextStepRow(decision, survey.checks) : null;
  return next?.intent?.type === 'go' ? [row('next-step', texts.itemNext(next.label), next.intent)] : [];
}
