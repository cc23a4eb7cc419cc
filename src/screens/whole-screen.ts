import { checkIds, type StepId, type UnderWay } from '../domain/facts.ts';
import { targetsIn, worstOf } from '../domain/versions/component-status.ts';
import { stepOnScreen, stepTitle } from '../domain/notice/words.ts';
import { verdictTexts } from '../domain/procedure/steps.ja.ts';
import { MINUTE, SECOND, toShortText } from '../domain/time.ts';
import { settingsTexts } from '../settings/settings.ja.ts';
import { fit, type Ambiguous } from '../text/cells.ts';
import { wrapUpTo } from '../text/wrap.ts';
import { dialog, type Block } from '../tui/dialog.ts';
import { bodyRows, frame, type FrameInput } from '../tui/frame.ts';
import { blank, edgeOf, isCutLine, lineWidth, spans, type Line, type Span } from '../tui/line.ts';
import { pageTop } from '../tui/list.ts';
import { mark, verdictMark } from '../tui/marks.ts';
import { noticeLines } from '../tui/notice.ts';
import { consoleTexts, screenNames, screenShortNames, underWayTexts } from './console.ja.ts';
import { consoleKeys, screenIds, type CommandId, type Place, type ScreenId } from './keys.ts';
import type { Model } from './model.ts';
import { componentsKnown, mayCallOff, pendingChecks, refusal, running, targetRead } from './queries.ts';
import type { Area } from './layout.ts';
import { selectedIndex, type Page } from './screen.ts';
import { statusTexts } from './status/status.ja.ts';

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
  const air = rows < AIRY_ROWS ? [] : [blank];
  const verdict = [...air, ...underWayBar(model, shown.place), ...judgedLines(model, ambiguous, air)];
  const notice = noticeOf(model, ambiguous);
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

/** What stands in the bar may need a second row, on a narrow screen or with a version of any length. */
const BAR_ROWS = 2;
/** A screen of this height has an empty row above and below the bar. */
const AIRY_ROWS = 44;

/** The verdict, and the one next step, as far as they are certain. */
function judgedLines(model: Model, ambiguous: Ambiguous, air: readonly Line[]): readonly Line[] {
  const { verdict, step } = model.decision ?? model.outlook;
  const next: Line = step === null ? [{ text: statusTexts.pendingStep }] : [{ text: titleOf(model, step), bold: true }];
  const labelled: Line = [{ text: `${statusTexts.headings.next}: `, tone: 'quiet' }, ...next];
  const pending = checkIds.length - pendingChecks(model).length;
  const said = verdict === null ? statusTexts.progress(pending, checkIds.length) : verdictTexts[verdict].word;
  const { text, tone = 'plain' } = verdict === null ? mark('pending') : verdictMark(verdict);
  const { columns } = model.size;
  const whole = `${text}${said}  ${versionsText(model)}`;
  const inner = columns - edgeOf(spans(whole), columns, ambiguous);
  const bar = wrapUpTo(BAR_ROWS, whole, inner, ambiguous);
  return [
    // A bar over the whole width: read from afar, and on a blurred remote screen.
    ...bar.map((each): Line => {
      return [{ text: fit(each, inner, ambiguous), spoken: each, tone, bold: true, inverse: true }];
    }),
    ...air,
    // The step is read whole; what the line is called may go for that.
    step === null || lineWidth(labelled, ambiguous) > columns ? next : labelled,
  ];
}

function titleOf({ decision, about: { words } }: Model, step: StepId): string {
  return decision ? stepOnScreen(decision, words) : stepTitle(step, words);
}

/**
 * The version that is installed of the target that decides, and the one that is asked for; before it is read, the one
 * that the journal knows. How many targets there are beside it.
 */
function versionsText(model: Model): string {
  const { unknownVersion, lastKnown, pendingVersion, headings, others } = statusTexts;
  const { notice, offsetMinutes } = model.about;
  const reading = targetRead(model);
  const target = reading ?? worstOf(targetsIn(componentsKnown(model), notice));
  if (target === undefined) return '';
  const known = target.lastKnown;
  const before = known === null ? pendingVersion : lastKnown(known.version, toShortText(known.at, offsetMinutes));
  const installed = reading === null ? before : (reading.installed ?? unknownVersion);
  const more = notice.targets.length > 1 ? others(notice.targets.length - 1) : '';
  return `${target.name} ${installed} (${headings.required} ${target.required ?? ''})${more}`;
}

/** What was just said; else why this console may not act, or that a file cannot be used. */
function noticeOf(model: Model, ambiguous: Ambiguous): readonly Line[] {
  return noticeLines({ size: model.size, message: messageOf(model), standing: standingNotice(model), ambiguous });
}

/** What was just said; else what is waited for, and for how long where that is long enough to wonder. */
function messageOf({ message, waiting: [oldest], now }: Model): string | null {
  if (message !== null || oldest === undefined) return message;
  const seconds = Math.floor((now - oldest.since) / SECOND);
  return seconds < LONG_WAIT ? oldest.text : `${oldest.text} ${consoleTexts.waited(seconds)}`;
}

/** So many seconds may a file take before they are told. */
const LONG_WAIT = 2;

function standingNotice(model: Model): { readonly text: string; readonly tone: 'attention' | 'quiet' } | null {
  if (!model.programThere) return { text: consoleTexts.programGone, tone: 'attention' };
  if (model.about.readOnly) return { text: consoleTexts.readOnly, tone: 'quiet' };
  if (!model.lock.held) return { text: consoleTexts.locked(model.lock.ownerPid), tone: 'attention' };
  const [problem] = model.about.problems;
  if (problem === undefined) return null;
  const { doubt, problem: bad } = settingsTexts;
  const text = problem.agreement === undefined ? bad.notice[problem.file] : doubt.notice;
  return { text: text(problem.place), tone: 'attention' };
}

/** What runs on the terminal now, how long already or still, and the key that calls it off; else nothing. */
function underWayBar(model: Model, place: Place): readonly Line[] {
  const runs = running(model);
  if (runs === null) return [];
  const how = hintFor(model, runs, place);
  return [
    spans(
      { text: `${underWayTexts.mark} `, tone: 'attention' },
      { text: stateOf(runs, model.now), bold: true },
      ...(how === null ? [] : [`  ${how}`]),
    ),
  ];
}

function stateOf({ what, since, dueAt }: UnderWay, now: number): string {
  if (what === 'download') {
    const passed = Math.max(0, now - since);
    return underWayTexts.download(Math.floor(passed / MINUTE), Math.floor((passed % MINUTE) / SECOND));
  }
  if (dueAt === null) return underWayTexts.restartAtUnknownTime;
  const left = Math.ceil((dueAt - now) / SECOND);
  return left > 0 ? underWayTexts.restart(left) : underWayTexts.restartNow;
}

/** How to call it off from where the focus is now; else where that can be done. A download cannot be called off. */
function hintFor(model: Model, { what }: UnderWay, place: Place): string | null {
  if (what === 'download') return refusal(model, 'press-download') === null ? null : underWayTexts.downloadElsewhere;
  if (!mayCallOff(model)) return refusal(model, 'cancel-restart') === null ? null : underWayTexts.cancelElsewhere;
  const onScreen = hintOnScreen(model.screen);
  if (onScreen === null || (place !== 'dialog' && place !== 'text')) return onScreen;
  const out = consoleKeys.keyFor('back', place);
  return out === null ? null : underWayTexts.cancelAfter(out, onScreen);
}

function hintOnScreen(screen: ScreenId): string | null {
  if (screen === 'restart') return hint('cancel-restart', 'countdown', underWayTexts.cancel);
  return hint('open-restart', screen, underWayTexts.cancelOn);
}

function hint(command: CommandId, place: Place, words: (key: string) => string): string | null {
  const key = consoleKeys.keyFor(command, place);
  return key === null ? null : words(key);
}
