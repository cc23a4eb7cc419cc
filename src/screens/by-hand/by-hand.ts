import { recordPathTexts } from '../../actions/actions.ja.ts';
import type { WitnessState } from '../../domain/facts.ts';
import { componentNames, witnessNames } from '../../domain/names.ja.ts';
import type { Block } from '../../tui/dialog.ts';
import { fieldLine } from '../../tui/text-field.ts';
import { blank, line, spans, type Line } from '../../tui/line.ts';
import { componentMark } from '../../tui/marks.ts';
import { attention, paragraphs, quiet, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { refusal, targetRead } from '../queries.ts';
import { row, rowsBlock, selectedOf, toStatus, type Row, type Screen } from '../screen.ts';
import { statusTexts } from '../status/status.ja.ts';
import { byHandTexts as texts } from './by-hand.ja.ts';
import { byHandEntry, showRecordRefusal } from './update.ts';

/** By hand: what the witnesses say, where to look, and what the operator tells: the version, or the record's path. */
export const byHand: Screen = {
  page(model) {
    const rows = rowsOf(model);
    return {
      rows,
      body: (area) =>
        stack(
          paragraphs(texts.intro, area),
          [blank],
          witnessLines(model, area),
          [blank],
          rowsBlock(rows, selectedOf(model, rows), area),
          entryBlock(model.byHand, area),
        ),
    };
  },
  entry: byHandEntry,
};

function rowsOf(model: Model): readonly Row[] {
  const configured = model.about.settings.paths.deliveryRecord;
  const refused = refusal(model, 'record');
  return [
    row('show-record', texts.itemShow, { type: 'show-record' }, showRecordRefusal(model)),
    row('type-version', texts.itemType, { type: 'type-version' }, refused),
    row(
      'type-record-path',
      recordPathTexts.item,
      { type: 'type-record-path' },
      configured === null ? refused : recordPathTexts.byName(configured),
    ),
    toStatus,
  ];
}

/** Each witness with what it says, word for word where it cannot be understood. */
function witnessLines(model: Model, area: Area): readonly Line[] {
  const reading = targetRead(model);
  if (!reading) return [line(statusTexts.reading)];
  const { id, status, required, witnesses } = reading;
  return [
    spans(componentMark(status), { text: componentNames[id], bold: true }, ` (${texts.required(required ?? '')})`),
    ...witnesses.flatMap(({ source, state, version, raw, fault }) => {
      const said = [fault?.headline, raw].filter((text) => typeof text === 'string');
      const detail = said.flatMap((text) => paragraphs(text, area, { ...quiet, indent: 4 }).slice(0, MOST_SAID));
      return [line(`  ${witnessNames[source]}: ${version ?? unsaid(state)}`), ...(state === 'answers' ? [] : detail)];
    }),
  ];
}

/** How many lines of what is not understood. */
const MOST_SAID = 4;

function unsaid(state: WitnessState): string {
  if (state === 'absent') return statusTexts.absent;
  return state === 'ambiguous' ? statusTexts.ambiguous : statusTexts.unreadable;
}

function entryBlock({ asks, field, first, problem }: Model['byHand'], area: Area): Block {
  const said = paragraphs(problem ?? [], area, attention);
  if (!field) return { lines: said.length > 0 ? [blank, ...said] : [], focus: null };
  const versionPrompt = first === null ? texts.prompt : texts.promptAgain;
  const prompt = asks === 'record-path' ? recordPathTexts.prompt : versionPrompt;
  const above = [blank, ...paragraphs(prompt, area)];
  return {
    lines: [...above, fieldLine(' ', field, area.columns, area.ambiguous), ...said],
    focus: above.length,
  };
}
