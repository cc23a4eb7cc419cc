import { recordPathTexts } from '../../actions/actions.ja.ts';
import type { ComponentId } from '../../domain/facts.ts';
import { witnessNames } from '../../domain/names.ja.ts';
import { componentName } from '../../domain/notice/components.ts';
import { filledRows, stepTitle } from '../../domain/notice/words.ts';
import { reasonTexts } from '../../domain/procedure/steps.ja.ts';
import { toShortText } from '../../domain/time.ts';
import { targetsIn } from '../../domain/versions/component-status.ts';
import { typedVersion } from '../../domain/versions/operator-witness.ts';
import type { Block } from '../../tui/dialog.ts';
import { fieldLine } from '../../tui/text-field.ts';
import { blank, line, spans, type Line } from '../../tui/line.ts';
import { componentMark } from '../../tui/marks.ts';
import { attention, namedLines, paragraphs, quiet, stack, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { componentsKnown, knownBoots, refusal, targetRead } from '../queries.ts';
import { row, rowsPage, toStatus, type Row, type Screen } from '../screen.ts';
import { select } from '../step.ts';
import { silences } from '../status/components.ts';
import { statusTexts } from '../status/status.ja.ts';
import { byHandTexts as texts } from './by-hand.ja.ts';
import { byHandEntry, showRecordRefusal } from './update.ts';

/** By hand: what the witnesses say, where to look, and what the operator tells: the version, or the record's path. */
export const byHand: Screen = {
  page(model) {
    const rows = rowsOf(model);
    const isByHand = model.about.notice.by === 'hand';
    return rowsPage(model, rows, (block, area) =>
      stack(
        paragraphs(filledRows(isByHand ? texts.introByHand : texts.intro, model.about.words), area),
        [blank],
        witnessLines(model, area),
        [blank],
        block(rows),
        entryBlock(model, area),
      ),
    );
  },
  entry: byHandEntry,
  /** Of what is replaced by hand the version is not read in the tool: the row that asks for it comes first. */
  opened: (model) => (model.about.notice.by === 'hand' ? select(model, 1) : model),
};

function rowsOf(model: Model): readonly Row[] {
  const { notice, settings } = model.about;
  const { targets } = notice;
  const configured = settings.paths.deliveryRecord;
  const refused = refusal(model, 'record');
  return [
    row('show-record', texts.itemShow, { type: 'show-record' }, showRecordRefusal(model)),
    ...targets.map(({ component }, index) =>
      row(
        index === 0 ? 'type-version' : `type-version:${component}`,
        texts.itemType(targets.length > 1 ? componentName(notice, component) : null),
        { type: 'type-version', component },
        refused,
      ),
    ),
    row(
      'type-record-path',
      recordPathTexts.item,
      { type: 'type-record-path' },
      configured === null ? refused : recordPathTexts.byName(configured),
    ),
    ...(notice.by === 'hand' ? [toHandSteps(model)] : []),
    toStatus,
  ];
}

function toHandSteps({ about }: Model): Row {
  return row('hand-steps', stepTitle('by-hand-steps', about.words), { type: 'go', screen: 'hand-steps' });
}

/** Each witness with what it says, word for word where it cannot be understood. */
function witnessLines(model: Model, area: Area): readonly Line[] {
  if (!targetRead(model)) return [line(statusTexts.reading)];
  const readings = targetsIn(componentsKnown(model), model.about.notice);
  return readings.flatMap(({ id, name, status, required, witnesses }) => [
    ...namedLines(
      spans(componentMark(status), { text: name, bold: true }, ` (${texts.required(required ?? '')})`),
      area,
    ),
    ...witnesses.flatMap(({ source, state, version, raw, fault }) => {
      const said = [fault?.headline, raw].filter((text) => typeof text === 'string');
      const detail = said.flatMap((text) => paragraphs(text, area, { ...quiet, indent: 4 }).slice(0, MOST_SAID));
      return [line(`  ${witnessNames[source]}: ${version ?? silences[state]}`), ...(state === 'answers' ? [] : detail)];
    }),
    ...(witnesses.some(({ source }) => source === 'operator') ? [] : typedInVain(model, id, area)),
  ]);
}

/** What was typed before and does not count, with why; nothing while the boot is not known yet. */
function typedInVain(model: Model, id: ComponentId, area: Area): readonly Line[] {
  const { history, about, survey } = model;
  const typed = typedVersion(id, history, knownBoots(model));
  if (typed === null || typed.doubt === null || survey?.pending.boot !== false) return [];
  const at = toShortText(typed.at, about.offsetMinutes);
  return paragraphs(reasonTexts.typedInVain(null, typed.version, at, typed.doubt), area, { ...attention, indent: 2 });
}

/** How many lines of what is not understood. */
const MOST_SAID = 4;

function entryBlock({ byHand: { asks, component, field, first, problem }, about }: Model, area: Area): Block {
  const said = paragraphs(problem ?? [], area, attention);
  if (!field) return { lines: said.length > 0 ? [blank, ...said] : [], focus: null };
  const name = componentName(about.notice, component ?? '');
  const versionPrompt = first === null ? texts.prompt(name) : texts.promptAgain;
  const prompt = asks === 'record-path' ? recordPathTexts.prompt : versionPrompt;
  const above = [blank, ...paragraphs(prompt, area)];
  return { lines: [...above, fieldLine(' ', field, area.columns, area.ambiguous), ...said], focus: above.length };
}
