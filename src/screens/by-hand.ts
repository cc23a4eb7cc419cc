import type { WitnessState } from '../domain/facts.ts';
import type { Model } from './model.ts';
import { targetReading } from '../domain/procedure/situation.ts';
import { byHandTexts } from './console.ja.ts';
import { componentNames, witnessNames } from '../domain/names.ja.ts';
import { recordPathTexts } from '../actions/record-path.ja.ts';
import { statusTexts } from './status.ja.ts';
import { blank, line, spans, wrapLines, type Line } from '../tui/line.ts';
import { fieldLine } from '../tui/text-field.ts';
import { componentMark } from '../tui/marks.ts';
import { menuBlock } from './menu-block.ts';
import { stack, type Area, type Screen } from './screen.ts';

/** By hand: what the witnesses say, where to look, and what the operator tells: the version there, or where the record is. */
export const byHand: Screen = (model, area) =>
  stack(
    byHandTexts.intro.flatMap((text) => wrapLines(text, area.columns, { ambiguous: area.ambiguous })),
    [blank],
    witnessLines(model, area),
    [blank],
    menuBlock(model, area),
    entryLines(model, area),
  );

/** Each witness with what it says, word for word where it cannot be understood. */
function witnessLines(model: Model, area: Area): readonly Line[] {
  const reading = model.survey && targetReading(model.survey, model.about.notice);
  if (!reading) return [line(statusTexts.reading)];
  return [
    spans(
      componentMark(reading.status),
      { text: componentNames[reading.id], bold: true },
      ` (${byHandTexts.required(reading.required ?? '')})`,
    ),
    ...reading.witnesses.flatMap((witness) => {
      const said = witness.version ?? unsaid(witness.state);
      const detail =
        witness.state === 'answers'
          ? []
          : [witness.fault?.headline, witness.raw].filter((text) => typeof text === 'string');
      return [
        line(`  ${witnessNames[witness.source]}: ${said}`),
        ...detail.flatMap((text) =>
          wrapLines(text, area.columns, {
            indent: 4,
            style: { tone: 'quiet' },
            ambiguous: area.ambiguous,
          }).slice(0, 4),
        ),
      ];
    }),
  ];
}

function unsaid(state: WitnessState): string {
  if (state === 'absent') return statusTexts.absent;
  return state === 'ambiguous' ? statusTexts.ambiguous : statusTexts.unreadable;
}

function entryLines(model: Model, area: Area): { readonly lines: readonly Line[]; readonly focus: number | null } {
  const { asks, field, first, problem } = model.byHand;
  const { columns, ambiguous } = area;
  const said = problem === null ? [] : wrapLines(problem, columns, { style: { tone: 'attention' }, ambiguous });
  if (!field) return { lines: said.length > 0 ? [blank, ...said] : [], focus: null };
  const versionPrompt = first === null ? byHandTexts.prompt : byHandTexts.promptAgain;
  const prompt = asks === 'record-path' ? recordPathTexts.prompt : versionPrompt;
  const lines = [
    blank,
    ...wrapLines(prompt, columns, { ambiguous }),
    fieldLine(' ', field, columns, ambiguous),
    ...said,
  ];
  return { lines, focus: lines.length - 1 - said.length };
}
