import { guideTexts as texts } from '../../guide/guide.ja.ts';
import { normalise } from '../../guide/guide.ts';
import { entriesWith } from '../history/rows.ts';
import { screenNames, screenShortNames } from '../console.ja.ts';
import { screenIds } from '../keys.ts';
import type { Model } from '../model.ts';
import { row, type Row } from '../screen.ts';

/** The other screens that are called so, and those whose name only begins so; none where that says too little. */
export function screensNamed({ guide: { query } }: Model): Record<'whole' | 'begun', readonly Row[]> {
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
export function historyHits(model: Model): readonly Row[] {
  const { query, inHistory } = model.guide;
  if (query.text.trim() === '') return [];
  const { entries } = entriesWith(model, query.text, inHistory);
  if (entries.length === 0) return [];
  return [row('in-history', texts.inHistory(entries.length), { type: 'find-in-history', words: query.text })];
}
