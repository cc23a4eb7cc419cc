import { guideTexts as texts } from '../../guide/guide.ja.ts';
import { normalise } from '../../guide/guide.ts';
import { entriesWith } from '../history/rows.ts';
import { screenNames, screenShortNames } from '../console.ja.ts';
import { screenIds } from '../keys.ts';
import type { Model } from '../model.ts';
import { row, type Row } from '../screen.ts';

/** The screens whose name begins with what is looked for, or is all of it; none where that says too little. */
export function screensNamed({ guide: { query } }: Model): readonly Row[] {
  const wanted = normalise(query.text);
  if (wanted.length < LEAST) return [];
  return screenIds
    .filter((id) => [screenNames[id], screenShortNames[id]].some((name) => normalise(name).startsWith(wanted)))
    .map((screen) => row(`screen:${screen}`, texts.screen(screenNames[screen]), { type: 'go', screen }));
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
