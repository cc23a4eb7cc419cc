import { SECOND, toShortText } from '../domain/time.ts';
import { settingsTexts } from '../settings/settings.ja.ts';
import type { Ambiguous } from '../text/cells.ts';
import { dialog, type Block } from '../tui/dialog.ts';
import { bodyRows, frame, noticeLines, type FrameInput } from '../tui/frame.ts';
import { isCutLine, lineWidth, type Line, type Span } from '../tui/line.ts';
import { pageTop } from '../tui/list.ts';
import { consoleTexts, screenNames, screenShortNames } from './console.ja.ts';
import { consoleKeys, screenIds, type Place } from './keys.ts';
import type { Area } from './layout.ts';
import type { Model } from './model.ts';
import { lockedText } from './queries.ts';
import { selectedIndex, type Page } from './screen.ts';
import { topLines } from './top-lines.ts';

/** What is on the screen, and where the keys go. */
export interface Shown {
  readonly page: Page;
  readonly place: Place;
}

/**
 * The whole screen as rows - 1 lines. It knows no screen but the one that is shown, so the first frame needs no other.
 */
export function wholeScreen(model: Model, ambiguous: Ambiguous, shown: Shown): readonly Line[] {
  const { columns, rows } = model.size;
  const verdict = topLines(model, ambiguous, shown.place);
  const notice = noticeLines({ ...model, message: messageOf(model), standing: standingNotice(model), ambiguous });
  const { lines, scrollTo } = bodyOf(model, ambiguous, shown.page, bodyRows({ rows, verdict, notice }));
  return frame({
    columns,
    rows,
    header: {
      title: 'oqs-console',
      screen: screenNames[model.screen],
      simulated: model.about.label,
      terminal: model.survey?.terminal?.name ?? null,
      clock: toShortText(model.now, model.about.offsetMinutes),
    },
    verdict,
    body: lines,
    whole: model.dialog !== null,
    scrollTo,
    footer: consoleKeys.footerAt(shown.place),
    notice,
    idle: screensLine(model, shown.place),
    ambiguous,
  });
}

/** The screens by the keys that open them, where keys do; as many as there is room for. */
function screensLine({ screen, size }: Model, place: Place): Line {
  const keyed = screenIds.flatMap((id) => {
    const key = consoleKeys.keyFor(`open-${id}`, place);
    return key === null ? [] : [{ id, text: `${key}${screenShortNames[id]}`, isDigit: /^[1-9]/.test(key) }];
  });
  const named = [...keyed.filter(({ isDigit }) => isDigit), ...keyed.filter(({ isDigit }) => !isDigit)].map(
    ({ id, text }): Span => ({ text, tone: id === screen ? 'accent' : 'quiet', bold: id === screen }),
  );
  let line: Line = [];
  for (const span of named) {
    const next = [...line, ...(line.length === 0 ? [] : [{ text: ' ' }]), span];
    if (lineWidth(next) > size.columns) break;
    line = next;
  }
  return line;
}

/** The screen's body; a question stands in its place until it is answered. */
function bodyOf(
  model: Model,
  ambiguous: Ambiguous,
  page: Page,
  rows: number,
): { readonly lines: readonly Line[]; readonly scrollTo: FrameInput['scrollTo'] } {
  const area = { ...model.size, ambiguous };
  if (model.dialog) {
    const { choices, ...question } = model.dialog;
    const { lines, focus } = dialog({ ...area, ...question, choices: choices.map(({ label }) => label) });
    return { lines, scrollTo: focus };
  }
  const body = roomiest(page, area, rows);
  const selected = selectedIndex(model, page.rows);
  return { lines: body.lines, scrollTo: scrollOf(body, selected, page.rows.length, rows) };
}

/**
 * The body; where something would be cut while rows are free, each of its rows may take as many as keep all of it in
 * view.
 */
function roomiest(page: Page, area: Area, rows: number): Block {
  let body = page.body(area);
  if (body.lines.length >= rows || !body.lines.some(isCutLine)) return body;
  let [least, most] = [1, rows];
  for (let tried = most; least < most; tried = Math.ceil((least + most) / 2)) {
    const roomier = page.body({ ...area, linesARow: tried });
    if (roomier.lines.length > rows) most = tried - 1;
    else [least, body] = [tried, roomier];
  }
  return body;
}

/**
 * What must be in view: the selected row with all that stands below it, on its page of the list. On the first row there
 * is nothing further up to select, so there what stands above it shows, as much of it as there is room for; on the last
 * one what stands below it.
 */
function scrollOf(
  { lines, focus, focusEnd }: Block,
  selected: number,
  count: number,
  rows: number,
): FrameInput['scrollTo'] {
  if (focus === null) return null;
  const atBottom = (focusEnd ?? focus) + 1 - rows;
  const isLast = selected === count - 1;
  const wanted = selected === 0 ? atBottom : isLast ? lines.length - rows : Math.max(pageTop(focus, rows), atBottom);
  return { top: Math.max(0, Math.min(wanted, focus)) };
}

/** What was just said; else what is waited for, and for how long where that is long enough to wonder. */
function messageOf({ message, waiting: [oldest], now }: Model): string | null {
  if (message !== null || oldest === undefined) return message;
  const seconds = Math.floor((now - oldest.since) / SECOND);
  return seconds < LONG_WAIT ? oldest.text : `${oldest.text} ${consoleTexts.waited(seconds)}`;
}

/** So many seconds may a file take before they are told. */
const LONG_WAIT = 2;

/** Why this console may not act, or that a file cannot be used; null: nothing of that. */
function standingNotice(model: Model): { readonly text: string; readonly tone: 'attention' | 'quiet' } | null {
  if (!model.programThere) return { text: consoleTexts.programGone, tone: 'attention' };
  if (model.about.readOnly) return { text: consoleTexts.readOnly, tone: 'quiet' };
  if (!model.lock.held) return { text: lockedText(model.lock), tone: 'attention' };
  const [problem] = model.about.problems;
  if (problem === undefined) return null;
  const { doubt, problem: bad } = settingsTexts;
  const text = problem.agreement === undefined ? bad.notice[problem.file] : doubt.notice;
  return { text: text(problem.place), tone: 'attention' };
}
