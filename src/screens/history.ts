import type { Model } from '../core/model.ts';
import { journalStateInWords, unsealedLines } from '../strings/journal.ja.ts';
import { historyTexts } from '../strings/history.ja.ts';
import type { Line } from '../ui/line.ts';
import { blank, line, wrapLines } from '../ui/line.ts';
import { menuBlock } from './menu-block.ts';
import type { Area, Screen } from './screen.ts';
import { stack } from './screen.ts';

/** History: the journal's state, then its entries in words, newest first; or the commands that were run. */
export const history: Screen = (model, area) =>
  stack(
    model.historyView === 'journal' ? stateLines(model, area) : [],
    menuBlock(model, area),
    nothing(model),
  );

function stateLines(model: Model, area: Area): readonly Line[] {
  const { journal } = model;
  const whole = journal.state === 'intact' || journal.state === 'absent';
  const sound = whole && unsealedLines(journal.entries).length === 0;
  return [
    ...wrapLines(journalStateInWords(journal), area.columns, {
      style: { tone: sound ? 'good' : 'attention' },
      ambiguous: area.ambiguous,
    }),
    ...journal.problems.flatMap((problem) =>
      wrapLines(problem.text, area.columns, { indent: 2, ambiguous: area.ambiguous }),
    ),
    blank,
  ];
}

function nothing(model: Model): readonly Line[] {
  if (model.historyView === 'commands')
    return model.commands.length > 0 ? [] : [line(historyTexts.nothingRun)];
  return model.journal.entries.length > 0 ? [] : [line(historyTexts.nothing)];
}
