import type { GuideEntry } from '../../domain/notice/parts.ts';
import { filledRows } from '../../domain/notice/words.ts';
import { faqInWords } from '../../guide/in-words.ts';
import { guideTexts as texts } from '../../guide/guide.ja.ts';
import { findGuideEntry } from '../../guide/situations.ts';
import { normalise } from '../../guide/guide.ts';
import { guideIndex, searchGuide, type Found, type GuideIndex } from '../../guide/search.ts';
import type { Line } from '../../tui/line.ts';
import { emptyField, fieldLine } from '../../tui/text-field.ts';
import { consoleTexts, screenNames, screenShortNames } from '../console.ja.ts';
import { yesNo, type GuideIntent, type Question } from '../intent.ts';
import { screenIds } from '../keys.ts';
import { attention, paragraphs, quiet, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { go, isListBehind, openGuide, openSearch } from '../navigate.ts';
import { row, rowsPage, selectedOf, type Page, type Row, type Screen, type TextEntry } from '../screen.ts';
import { act, ask, record, say, select, still, type Handlers } from '../step.ts';
import { settingsRows } from '../settings/rows.ts';
import { entriesWith } from '../history/rows.ts';
import { entryBlock, entryRows, tickOf } from './entry.ts';

/** The words to search the guide by: the list follows while they are typed. */
const guideEntry: TextEntry = {
  field: ({ guide }) => (guide.searching ? guide.query : null),
  edited(model, query) {
    const inHistory = entriesWith(model, query.text, model.guide.inHistory);
    return select({ ...model, guide: { ...model.guide, query, inHistory } }, 0);
  },
  command(model, command) {
    const closed = { ...model, guide: { ...model.guide, searching: false } };
    switch (command) {
      case 'do':
      case 'select-down':
        // To the first hit, where there is one.
        return still(select(closed, listRows(model).length > 0 ? 1 : 0));
      case 'back':
        return still(select({ ...closed, guide: { ...closed.guide, query: emptyField } }, 0));
      default:
        return still(model);
    }
  },
};

/** Guide: the list with its search, or one entry: what was seen, what you see, why, do this, then call. */
export const guide: Screen = {
  page(model) {
    const { entryId } = model.guide;
    const entry = entryId === null ? null : findGuideEntry(model.about.guide(), entryId);
    return entry ? entryPage(model, entry) : listPage(model);
  },
  entry: guideEntry,
  back: (model) => (isListBehind(model) ? toList(model) : null),
};

function listPage(model: Model): Page {
  const { query, searching } = model.guide;
  const search = row('search', texts.itemSearch(query.text), { type: 'search' });
  const found = listRows(model);
  return rowsPage(model, [search, ...found], (block, area) => {
    const field = [...paragraphs(texts.searching, area, quiet), fieldLine(' ', query, area.columns, area.ambiguous)];
    return stack(
      searching ? { lines: field, focus: field.length - 1 } : block([search]),
      nothingFits(model, area),
      block(found),
    );
  });
}

/** Where nothing fits well: that it is so, and whom to call. */
function nothingFits(model: Model, area: Area): readonly Line[] {
  const { fallback } = foundBy(model);
  return fallback === null ? [] : paragraphs([texts.nothingFits, fallback.call], area, attention);
}

/** The guide and the notice's questions as the search reads them, with today's dates. */
function indexOf({ about: { guide, notice, calendar }, now }: Model): GuideIndex {
  return guideIndex(guide(), faqInWords(notice, calendar, now));
}

function foundBy(model: Model): Found {
  const { index, query } = model.guide;
  if (query.text.trim() === '') return { hits: [], fallback: null };
  const found = searchGuide(index ?? indexOf(model), query.text);
  // A screen that is called so fits.
  return screensNamed(model).whole.length > 0 ? { ...found, fallback: null } : found;
}

/**
 * What the search finds: screens of that name, pages of the guide, best first, and the history; without a query all
 * entries.
 */
function listRows(model: Model): readonly Row[] {
  if (model.guide.query.text.trim() === '') return model.about.guide().map(entryRow);
  const { hits, fallback } = foundBy(model);
  const screens = screensNamed(model);
  const rest = hits.filter(({ id }) => id !== fallback?.id);
  return [
    ...screens.whole,
    ...(fallback ? [entryRow(fallback)] : []),
    ...rest.map((hit) =>
      hit.answer === null
        ? entryRow(hit)
        : row(hit.id, texts.question(hit.title), { type: 'open-answer', question: hit.answer }),
    ),
    ...screens.begun,
    ...historyHits(model),
  ];
}

/** The other screens that are called so, and those whose name only begins so; none where that says too little. */
function screensNamed({ guide: { query } }: Model): Record<'whole' | 'begun', readonly Row[]> {
  const wanted = normalise(query.text);
  if (wanted.length < LEAST) return { whole: [], begun: [] };
  const named = screenIds.flatMap((screen) => {
    const names = [screenNames[screen], screenShortNames[screen]].map(normalise);
    if (screen === 'guide' || !names.some((name) => name.startsWith(wanted))) return [];
    const made = row(`screen:${screen}`, texts.screen(screenNames[screen]), { type: 'go', screen });
    return [{ row: made, isWhole: names.includes(wanted) }];
  });
  const rowsOf = (isWhole: boolean): readonly Row[] =>
    named.filter((each) => each.isWhole === isWhole).map((each) => each.row);
  return { whole: rowsOf(true), begun: rowsOf(false) };
}

const LEAST = 2;

/** That the history has entries with these words, and how many. */
function historyHits(model: Model): readonly Row[] {
  const { query, inHistory } = model.guide;
  const { entries } = entriesWith(model, query.text, inHistory);
  if (entries.length === 0) return [];
  return [row('in-history', texts.inHistory(entries.length), { type: 'find-in-history', words: query.text })];
}

function entryRow({ id, title }: Pick<GuideEntry, 'id' | 'title'>): Row {
  return row(`entry:${id}`, title, { type: 'open-guide', entryId: id, seen: [] });
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

/** What can be done at once, the instructions, one at a time, then what comes after. */
function entryPage(model: Model, entry: GuideEntry): Page {
  const parts = entryRows(model, entry);
  const rows = [...parts.here, ...parts.instructions, ...parts.after];
  return { rows, body: (area) => entryBlock(model, entry, parts, selectedOf(model, rows), area) };
}

export const guideIntents: Handlers<GuideIntent> = {
  'open-guide': (model, { entryId, seen }) => still(openGuide(model, entryId, seen)),
  search(model) {
    const opened = openSearch(model);
    return still({ ...opened, guide: { ...opened.guide, index: indexOf(model) } });
  },
  'open-answer': (model, { question }) => still(select(go(model, 'faq'), question)),
  /** What is ticked moves on to the next. */
  'tick-instruction'(model, { index }) {
    const { entryId, ticks = [] } = model.guide;
    const tick = tickOf(entryId ?? '', index);
    const isTicked = ticks.includes(tick);
    const guide = { ...model.guide, ticks: isTicked ? ticks.filter((each) => each !== tick) : [...ticks, tick] };
    const place = model.selected.guide ?? 0;
    return still(select({ ...model, guide }, isTicked ? place : place + 1));
  },
  'set-error-details'(model) {
    const settings = go(model, 'settings');
    const place = settingsRows(settings).findIndex(({ key }) => key === 'paths.errorDetails');
    return still(select(settings, place));
  },
  'open-document': (model, { path }) =>
    act(model, null, { action: 'open-document', path }, say(model, consoleTexts.openingDocument)),
  'ask-support-called': (model) => ask(model, askSupportCalled(model)),
  // Whoever is on the phone goes on reading the sheet.
  'support-called': (model) =>
    record(model, { event: 'support-called' }, model.screen === 'support' ? model : go(model, 'status')),
};

function askSupportCalled({ about }: Model): Question {
  const body = filledRows(texts.askCalled.body, about.words);
  return yesNo({ ...texts.askCalled, body }, { type: 'support-called' });
}
