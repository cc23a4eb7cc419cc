import { footer, type FooterItem } from './keymap.ts';
import { frameTexts } from './keys.ja.ts';
import { cut, CUT_MARK, width, type Ambiguous } from '../text/cells.ts';
import { blank, fitLine, line, lineWidth, spread, wrapLines, type Line, type Span, type Tone } from './line.ts';

export interface FrameInput {
  readonly columns: number;
  readonly rows: number;
  readonly header: FrameHeader;
  /** The few lines that stay in view: what runs, the verdict, the next step. */
  readonly verdict: readonly Line[];
  readonly body: readonly Line[];
  /** The body must be read whole, as a question must: what stands around it makes room. */
  readonly whole?: boolean;
  /** A body line that must be in view, or the first line to show; null shows the top. */
  readonly scrollTo: number | { readonly top: number } | null;
  readonly footer: readonly FooterItem[];
  /** What was just said to the operator; it may take more than its one row where the body can spare them. */
  readonly notice: readonly Line[];
  /** What stands in the row of the notice while there is none. */
  readonly idle?: Line;
  readonly ambiguous?: Ambiguous;
}

/** Which rows there are besides verdict, body and footer. */
interface Furniture {
  readonly header: boolean;
  readonly topRule: boolean;
  readonly bottomRule: boolean;
  readonly notice: boolean;
}

const FULL: Furniture = { header: true, topRule: true, bottomRule: true, notice: true };
/** The body gets at least so many rows before the furniture does. */
const LEAST_BODY = 4;

/**
 * The whole screen as exactly rows - 1 lines of exactly `columns` (the last row of a console stays free: Ink redraws
 * everything where it is used). Top to bottom: header, verdict, rule, body, rule, notice, footer. Verdict and footer
 * are always in view, and so is what `scrollTo` names; the rules say how much of the body is out of view.
 */
export function frame(input: FrameInput): readonly Line[] {
  const { columns, ambiguous = 'narrow' } = input;
  const { total, extra } = roomFor(input);
  const verdict = input.verdict.slice(0, Math.max(1, total - 2));
  const least = input.whole === true ? input.body.length : LEAST_BODY;
  const furniture = furnitureFor(total, verdict.length, input.notice.length > 0, least);
  const height = bodyHeight(total, verdict.length, furniture);
  const top = firstLine(input.scrollTo, input.body.length, height);
  const shown = input.body.slice(top, top + height);
  const below = Math.max(0, input.body.length - top - height);
  const parts: readonly (readonly Line[])[] = [
    furniture.header ? [header(input.header, columns, ambiguous)] : [],
    verdict,
    furniture.topRule ? [rule(top > 0 ? frameTexts.moreAbove(top) : '', columns)] : [],
    [...shown, ...Array.from({ length: height - shown.length }, () => blank)],
    furniture.bottomRule ? [rule(below > 0 ? frameTexts.moreBelow(below) : '', columns)] : [],
    furniture.notice ? noticeRows(input.notice, 1 + extra, input.idle ?? blank) : [],
    [footer(input.footer, columns)],
  ];
  return parts
    .flat()
    .slice(0, total + extra)
    .map((row) => fitLine(row, columns, ambiguous));
}

/** A screen of this height keeps all its furniture, and the body some rows to move in. */
const ROOMY = 13;
/** What an error takes that says what happened, where, and what to do. */
const MOST_NOTICE = 3;

/** The rows of a frame as it is without what a long notice takes besides its one row, and those. */
function roomFor({ rows, notice }: Pick<FrameInput, 'rows' | 'notice'>): {
  readonly total: number;
  readonly extra: number;
} {
  const all = Math.max(0, rows - 1);
  const extra = Math.max(0, Math.min(notice.length - 1, MOST_NOTICE - 1, all - ROOMY));
  return { total: all - extra, extra };
}

/** So many rows of it; where it is cut, the last one says so. */
function noticeRows(notice: readonly Line[], rows: number, idle: Line): readonly Line[] {
  if (notice.length === 0) return [idle];
  const last = notice[rows - 1];
  return notice.length <= rows || !last ? notice : [...notice.slice(0, rows - 1), [...last, { text: CUT_MARK }]];
}

/** How many body lines a frame of this size shows: the step of PageUp and PageDown. */
export function bodyRows(input: Pick<FrameInput, 'rows' | 'verdict' | 'notice'>): number {
  const { total } = roomFor(input);
  const verdict = Math.min(input.verdict.length, Math.max(1, total - 2));
  return bodyHeight(total, verdict, furnitureFor(total, verdict, input.notice.length > 0));
}

/**
 * Takes away what matters least until the body has its rows; what was said to the operator goes only when nothing is
 * left.
 */
function furnitureFor(total: number, verdict: number, hasNotice: boolean, least = LEAST_BODY): Furniture {
  const steps: readonly Partial<Furniture>[] = [
    { notice: hasNotice },
    { topRule: false },
    { header: false },
    { bottomRule: false },
  ];
  let furniture = FULL;
  for (const step of steps) {
    if (bodyHeight(total, verdict, furniture) >= least) return furniture;
    furniture = { ...furniture, ...step };
  }
  return total - verdict > 1 + Number(hasNotice) ? furniture : { ...furniture, notice: false };
}

function bodyHeight(total: number, verdict: number, furniture: Furniture): number {
  const rows = Object.values(furniture).filter(Boolean).length;
  return Math.max(0, total - verdict - rows - 1);
}

/** The first body line to show. A line to keep in view stands in the middle, so that its neighbours show. */
function firstLine(scrollTo: FrameInput['scrollTo'], lines: number, height: number): number {
  if (scrollTo === null) return 0;
  const wanted = typeof scrollTo === 'number' ? scrollTo - Math.floor((height - 1) / 2) : scrollTo.top;
  return Math.max(0, Math.min(wanted, lines - height));
}

function rule(text: string, columns: number): Line {
  const said = text === '' ? '' : cut(`-- ${text} `, columns);
  return line(said + '-'.repeat(Math.max(0, columns - width(said))), { tone: 'quiet', spoken: text });
}

interface FrameHeader {
  readonly title: string;
  /** The screen's name. */
  readonly screen: string;
  /** The label of a terminal that is not real; null on a real one. */
  readonly simulated: string | null;
  /** The terminal's name; null where it is not known. */
  readonly terminal: string | null;
  readonly clock: string;
}

/**
 * The header on one line. Where it is short of room, first the title goes, then the terminal's name, then the clock.
 */
function header(input: FrameHeader, columns: number, ambiguous: Ambiguous): Line {
  const screen: Span = { text: input.screen, bold: true };
  const label: readonly Span[] =
    input.simulated === null ? [] : [{ text: `[${input.simulated}]`, tone: 'accent', inverse: true }];
  const name: readonly Span[] = input.terminal === null ? [] : [{ text: input.terminal }];
  const clock: Span = { text: input.clock };
  const choices: readonly (readonly [left: Line, right: Line])[] = [
    [[{ text: `${input.title} ` }, screen], apart([...label, ...name, clock])],
    [[screen], apart([...label, ...name, clock])],
    [[screen], apart([...label, clock])],
  ];
  const fitting = choices.find((sides) => lineWidth(sides.flat(), ambiguous) + 1 <= columns);
  const [left, right] = fitting ?? [[screen], label];
  return spread(left, right, columns, ambiguous);
}

function apart(parts: readonly Span[]): Line {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: ' ' }, part]));
}

/** The smallest screen that shows everything. */
const LEAST_SIZE = { columns: 60, rows: 16 } as const;

interface NoticeInput {
  readonly size: { readonly columns: number; readonly rows: number };
  /** What was just said to the operator. */
  readonly message: string | null;
  /** What is to be told where nothing was said. */
  readonly standing: { readonly text: string; readonly tone: Tone } | null;
  readonly ambiguous: Ambiguous;
}

/** What the frame's notice tells: what was just said; else that the screen is too small; else what is so all along. */
export function noticeLines({ size, message, standing, ambiguous }: NoticeInput): readonly Line[] {
  const small = tooSmall(size);
  if (message === null && small) return [small];
  const told = message === null ? standing : { text: message, tone: 'attention' as const };
  if (told === null) return [];
  // One column for the mark of a text that is cut all the same.
  return wrapLines(told.text, size.columns - CUT_MARK.length, { style: { tone: told.tone }, ambiguous });
}

/** The line that says how large the screen must be; null where it is large enough. */
export function tooSmall(size: NoticeInput['size']): Line | null {
  if (size.columns >= LEAST_SIZE.columns && size.rows >= LEAST_SIZE.rows) return null;
  return line(frameTexts.tooSmall(LEAST_SIZE.columns, LEAST_SIZE.rows), { tone: 'attention' });
}
