import { shortWitnessNames, witnessNames } from '../../domain/names.ja.ts';
import { toShortText } from '../../domain/time.ts';
import type { ComponentReading, Witness } from '../../domain/facts.ts';
import { targetsIn } from '../../domain/versions/component-status.ts';
import { spans, type Line, type Span } from '../../tui/line.ts';
import { componentMark, mark, MARK_COLUMNS } from '../../tui/marks.ts';
import { table } from '../../tui/table.ts';
import type { Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { componentsKnown, pendingChecks } from '../queries.ts';
import { statusTexts } from './status.ja.ts';

/** From this width on there is room for the names of all components and for who says what. */
const UNFOLDED = 110;

/** The components: what is installed, what is required, and who says so. */
export function componentTable(model: Model, area: Area): readonly Line[] {
  const { headings } = statusTexts;
  const known = componentsKnown(model);
  // What the notice asks for comes first.
  const targets = targetsIn(known, model.about.notice);
  const others = known.filter((component) => !targets.includes(component));
  const isFolded = area.columns < UNFOLDED && others.length > 0;
  const lines = table({
    ...area,
    cols: [
      { title: '', width: MARK_COLUMNS },
      { title: headings.component, width: 'content' },
      { title: headings.installed, width: 'content' },
      { title: headings.required, width: 'content' },
      { title: headings.sources, width: 'rest' },
    ],
    rows: (isFolded ? targets : [...targets, ...others]).map((component) => componentRow(model, component)),
  });
  return isFolded ? [...lines, spans(mark('none'), `  ${statusTexts.folded(others.length)}`)] : lines;
}

function componentRow(model: Model, component: ComponentReading): readonly Span[] {
  const changed = model.changed.includes(component.id);
  const told = witnessText(model, component);
  const isPending = pendingChecks(model).includes('component-versions');
  return [
    isPending ? mark('pending') : componentMark(component.status),
    { text: component.name },
    { text: isPending ? statusTexts.pendingVersion : installedText(component), bold: changed },
    { text: component.required ?? statusTexts.notRequired },
    { text: changed ? `${statusTexts.changed} ${told}` : told, tone: changed ? 'attention' : 'quiet' },
  ];
}

function installedText(component: ComponentReading): string {
  if (component.installed !== null) return component.installed;
  if (isAllLate(component)) return statusTexts.timedOut;
  return component.status === 'not-required' ? statusTexts.notRequired : '?';
}

/** What was known before, where this reading has no version; and who answered now. */
function witnessText(model: Model, component: ComponentReading): string {
  const { lastKnown } = component;
  if (lastKnown === null) return sources(component);
  const at = toShortText(lastKnown.at, model.about.offsetMinutes);
  const before = statusTexts.lastKnown(lastKnown.version, at);
  return isAllLate(component) ? before : `${before} ${sources(component)}`;
}

function isAllLate({ witnesses }: ComponentReading): boolean {
  const there = witnesses.filter(({ state }) => state !== 'absent');
  return there.length > 0 && there.every(({ state }) => state === 'timed-out');
}

/** Who answered; with what, where they do not say the same. */
function sources(component: ComponentReading): string {
  const there = component.witnesses.filter((witness) => witness.state !== 'absent');
  const agree = there.every((witness) => witness.version !== null && witness.version === component.installed);
  return agree
    ? there.map((witness) => witnessNames[witness.source]).join('、')
    : there
        .map(({ source, version, state }) => `${shortWitnessNames[source]} ${version ?? silences[state]}`)
        .join(' / ');
}

/** What a source without a version says, in the table's room. */
export const silences: Readonly<Record<Witness['state'], string>> = {
  answers: statusTexts.unreadable,
  absent: statusTexts.absent,
  unreadable: statusTexts.unreadable,
  ambiguous: statusTexts.ambiguous,
  'timed-out': statusTexts.timedOut,
};
