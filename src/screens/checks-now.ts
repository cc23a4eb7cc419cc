import type { Model } from './model.ts';
import { toShortText } from '../domain/time.ts';
import { checksExplainedBy } from '../probes/checklist.ts';
import { guideTexts } from '../guide/guide.ja.ts';
import { checkNames } from '../domain/names.ja.ts';
import { line, spans, wrapLines, type Line } from '../tui/line.ts';
import { checkMark, MARK_COLUMNS } from '../tui/marks.ts';
import type { Area } from './screen.ts';

/**
 * How the checks stand now that an entry of the guide explains: whoever has done what it says reads again and sees it right there.
 * Where the entry is about many checks only those that are not in order are shown.
 */
export function checksNow(model: Model, entryId: string, area: Area): readonly Line[] {
  const { survey } = model;
  const explained = checksExplainedBy(entryId);
  if (!survey || explained.length === 0) return [];
  const all = survey.checks.filter(({ id }) => explained.includes(id));
  const shown = all.length > MANY ? all.filter(({ status }) => status !== 'ok') : all;
  const taken = toShortText(survey.takenAt, model.about.offsetMinutes).replace(/^.* /, '');
  return [
    line(guideTexts.heading.now(taken), { bold: true }),
    ...(shown.length === 0 ? [line(`  ${guideTexts.allInOrder}`)] : []),
    ...shown.flatMap(({ id, status, summary }) => {
      const text = `${checkNames[id]}: ${summary}`;
      const [first = [], ...rest] = wrapLines(text, area.columns - MARK_COLUMNS - INDENT, {
        ambiguous: area.ambiguous,
      });
      const margin = ' '.repeat(INDENT + MARK_COLUMNS);
      return [spans(' '.repeat(INDENT), checkMark(status), ...first), ...rest.map((each) => spans(margin, ...each))];
    }),
  ];
}

const INDENT = 2;
const MANY = 3;
