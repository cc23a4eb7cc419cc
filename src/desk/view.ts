import { deskScreenNames, deskScreenTexts as texts } from './desk-screen.ja.ts';
import { deskKeys, type DeskPlace } from './keys.ts';
import { toShortText } from '../domain/time.ts';
import { deskTexts } from './desk.ja.ts';
import type { Ambiguous } from '../text/cells.ts';
import { beside, MARKER_COLUMNS, pageTop } from '../tui/list.ts';
import type { Block } from '../tui/dialog.ts';
import { fieldLine } from '../tui/text-field.ts';
import { bodyRows, frame, noticeLines, type FrameInput } from '../tui/frame.ts';
import { line, lineWidth, type Line, type Span, type Tone } from '../tui/line.ts';
import { listBlock } from './items.ts';
import { isWide, titleLine } from './lines.ts';
import { isNarrowed, narrowings } from './filter.ts';
import type { DeskModel } from './model.ts';
import { besideLines, isPage, pageLines } from './pages.ts';
import { clinicKey } from './identity.ts';

/** The whole screen as rows - 1 lines: a pure function of the model. */
export function deskView(model: DeskModel, ambiguous: Ambiguous): readonly Line[] {
  const { columns, rows } = model.size;
  const height = bodyHeight(model, ambiguous);
  const body = bodyOf(model, height, ambiguous);
  return frame({
    columns,
    rows,
    header: {
      title: 'oqs-console desk',
      screen: deskScreenNames[model.screen],
      simulated: null,
      terminal: clinicShown(model),
      clock: toShortText(model.now, model.offsetMinutes),
    },
    verdict: verdictLines(model, ambiguous),
    body: body.lines,
    scrollTo: scrollOf(model, body.focus, height),
    footer: deskKeys.footerAt(placeOf(model)),
    notice: noticeOf(model, ambiguous),
    ambiguous,
  });
}

function bodyOf(model: DeskModel, height: number, ambiguous: Ambiguous): Block {
  const { columns } = model.size;
  if (isPage(model)) return { lines: pageLines(model, ambiguous), focus: null };
  if (!hasBeside(model)) return listBlock(model, columns, ambiguous);
  const widths = { ...besideWidths(columns), ambiguous };
  const block = listBlock(model, widths.left, ambiguous);
  const top = Math.max(0, Math.min(pageTop(block.focus ?? 0, height), block.lines.length - height));
  const lines = block.lines.slice(top, top + height);
  const detail = besideLines(model, widths.right, ambiguous).slice(0, height);
  const shown = beside({ lines, focus: null }, detail, widths).lines;
  // Only what is in view: a list may be very long.
  return { ...block, lines: [...block.lines.slice(0, top), ...shown, ...block.lines.slice(top + height)] };
}

/** On a screen of so many columns the selected terminal's detail stands beside the list. */
const BESIDE = 160;

function hasBeside(model: DeskModel): boolean {
  return model.size.columns >= BESIDE && isListOfTerminals(model);
}

function isListOfTerminals({ screen }: DeskModel): boolean {
  return screen === 'desk-clinics' || screen === 'desk-terminals';
}

/** The widths of the list and of the detail beside it. */
function besideWidths(columns: number): { readonly left: number; readonly right: number } {
  const right = Math.floor(columns * 0.3);
  // Three for the border between them; the last column stays free.
  return { left: columns - right - 4, right };
}

/** The clinic whose terminals are shown. */
function clinicShown({ screen, clinic, standing }: DeskModel): string | null {
  if (screen !== 'desk-terminals' || clinic === null) return null;
  const found = standing.clinics.find(({ name }) => clinicKey(name) === clinic);
  return found ? (found.name ?? deskTexts.unknownClinic) : null;
}

/** Where the keys go. */
export function placeOf(model: Pick<DeskModel, 'field' | 'screen'>): DeskPlace {
  return model.field === null ? model.screen : 'text';
}

/** How many lines of a page are in view. */
export function bodyHeight(model: DeskModel, ambiguous: Ambiguous): number {
  return bodyRows({
    rows: model.size.rows,
    verdict: verdictLines(model, ambiguous),
    notice: noticeOf(model, ambiguous),
  });
}

function scrollOf(model: DeskModel, focus: number | null, rows: number): FrameInput['scrollTo'] {
  if (isPage(model)) return { top: model.scroll };
  return focus === null ? null : { top: pageTop(focus, rows) };
}

/** What stays in view: the counts; and what narrows the list, or how far the reading is. */
function verdictLines(model: DeskModel, ambiguous: Ambiguous): readonly Line[] {
  const { columns } = model.size;
  if (model.field !== null)
    return [...countsLines(model, ambiguous), fieldLine(texts.prompt, model.field, columns, ambiguous)];
  return [
    ...countsLines(model, ambiguous),
    stateLine(model),
    ...(isWide(model) && isListOfTerminals(model) ? [titles(model, ambiguous)] : []),
  ];
}

function titles(model: DeskModel, ambiguous: Ambiguous): Line {
  const { columns } = model.size;
  const own = hasBeside(model) ? besideWidths(columns).left : columns;
  return [{ text: ' '.repeat(MARKER_COLUMNS) }, ...titleLine(own - MARKER_COLUMNS, model, ambiguous)];
}

/** More of them would push the list down; a page to read needs its rows itself. */
const COUNTS_LINES = { list: 2, page: 1 };

/** The counts, what matters most first, on as many lines as they need and may take. */
function countsLines(model: DeskModel, ambiguous: Ambiguous): readonly Line[] {
  const { standing, size } = model;
  const { counts } = standing;
  const { byState } = counts;
  const untold = byState.contradictory + byState.unknown + byState['check-failed'];
  const parts: readonly Span[] = [
    { text: texts.summary(counts.done, counts.terminals), bold: true },
    { text: texts.clinics(counts.clinicsDone, counts.clinics) },
    ...some(counts.bySeverity.critical, texts.counts.critical, 'bad'),
    ...some(counts.byChange?.['newly-bad'] ?? 0, texts.counts['newly-bad'], 'bad'),
    ...some(byState.failed, texts.counts.failed, 'bad'),
    ...some(untold, texts.counts.untold, 'unknown'),
    ...some(byState['no-answer'], texts.counts['no-answer'], 'unknown'),
    ...some(counts.bad, texts.counts.bad, 'attention'),
    ...some(counts.byChange?.['newly-done'] ?? 0, texts.counts['newly-done'], 'good'),
    ...some(counts.stale, texts.counts.stale, 'attention'),
    ...some(counts.ahead, texts.counts.ahead, 'attention'),
    ...some(counts.simulated, texts.counts.simulated, 'attention'),
    ...some(counts.sameTime, texts.counts.twins, 'attention'),
    ...some(counts.superseded, texts.counts.superseded, 'quiet'),
  ];
  const lines: Span[][] = [[]];
  for (const part of parts) {
    const last = lines.at(-1) ?? [];
    const next: readonly Span[] = last.length === 0 ? [part] : [{ text: '  ' }, part];
    if (lineWidth([...last, ...next], ambiguous) <= size.columns) last.push(...next);
    else lines.push([part]);
  }
  return lines.slice(0, COUNTS_LINES[isPage(model) ? 'page' : 'list']);
}

function some(count: number, text: (count: number) => string, tone: Tone): readonly Span[] {
  return count === 0 ? [] : [{ text: text(count), tone }];
}

function stateLine(model: DeskModel): Line {
  const { progress, comparing, filter, sorting, gathered } = model;
  const sorted: Span = { text: `  ${texts.sorted(texts.sortings[sorting])}`, tone: 'quiet' };
  const narrowed: Span = isNarrowed(filter)
    ? { text: texts.narrowed(narrowings(filter)), tone: 'accent' }
    : { text: texts.whole, tone: 'quiet' };
  // The wide list says it over the column.
  const isUntitled = model.screen === 'desk-clinics' && model.standing.hasContacts && !isWide(model);
  const legend: Line = isUntitled ? [{ text: `  ${texts.othersLegend}`, tone: 'quiet' }] : [];
  if (progress === null)
    return comparing ? line(texts.comparing, { tone: 'attention' }) : [narrowed, sorted, ...legend];
  const { read, found } = progress;
  return line(found === null ? texts.looking : texts.reading(read, found, gathered.entries.length), {
    tone: 'attention',
  });
}

function noticeOf(model: DeskModel, ambiguous: Ambiguous): readonly Line[] {
  const { size, message, field } = model;
  const standing = field === null ? null : { text: texts.searching, tone: 'attention' as const };
  return noticeLines({ size, message, standing, ambiguous });
}
