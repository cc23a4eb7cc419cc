import { checkIds, type StepId, type UnderWay } from '../domain/facts.ts';
import { stepOnScreen, stepTitle } from '../domain/notice/words.ts';
import { verdictTexts } from '../domain/procedure/steps.ja.ts';
import { MINUTE, SECOND, toShortText } from '../domain/time.ts';
import { targetsIn, worstOf } from '../domain/versions/component-status.ts';
import { fit, type Ambiguous } from '../text/cells.ts';
import { wrapUpTo } from '../text/wrap.ts';
import { blank, edgeOf, lineWidth, spans, type Line } from '../tui/line.ts';
import { mark, verdictMark } from '../tui/marks.ts';
import { underWayTexts } from './console.ja.ts';
import { consoleKeys, type CommandId, type Place, type ScreenId } from './keys.ts';
import type { Model } from './model.ts';
import { componentsKnown, mayCallOff, nextNotice, pendingChecks, refusal, running, targetRead } from './queries.ts';
import { statusTexts } from './status/status.ja.ts';

/** A screen of this height has an empty row above and below the bar. */
const AIRY_ROWS = 44;

/** What stays in view at the top of every screen: what runs, the verdict, the next step. */
export function topLines(model: Model, ambiguous: Ambiguous, place: Place): readonly Line[] {
  const air = model.size.rows < AIRY_ROWS ? [] : [blank];
  return [...air, ...underWayBar(model, place), ...judgedLines(model, ambiguous, air)];
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
  const canTakeOver = !model.lock.held && model.lock.hasEnded === true && !model.about.readOnly;
  if (!canTakeOver) {
    if (what === 'download') return refusal(model, 'press-download') === null ? null : underWayTexts.downloadElsewhere;
    if (!mayCallOff(model)) return refusal(model, 'cancel-restart') === null ? null : underWayTexts.cancelElsewhere;
  }
  const onScreen = canTakeOver ? takeOverHint(model.screen) : hintOnScreen(model.screen);
  if (onScreen === null || !inTheWay.has(place)) return onScreen;
  const out = consoleKeys.keyFor('back', place);
  return out === null ? null : underWayTexts.cancelAfter(out, onScreen);
}

/** Where the keys of a screen do not work: they are left first. */
const inTheWay: ReadonlySet<Place> = new Set<Place>(['dialog', 'text', 'field']);

function hintOnScreen(screen: ScreenId): string | null {
  if (screen === 'restart') return hint('cancel-restart', 'countdown', underWayTexts.cancel);
  return hint('open-restart', screen, underWayTexts.cancelOn);
}

/** Where it is taken over from a console that has ended: only then can it be called off. */
function takeOverHint(screen: ScreenId): string | null {
  if (screen === 'status') return underWayTexts.takeOverHere(statusTexts.takeOver);
  return hint('open-status', screen, (key) => underWayTexts.takeOver(key, statusTexts.takeOver));
}

function hint(command: CommandId, place: Place, words: (key: string) => string): string | null {
  const key = consoleKeys.keyFor(command, place);
  return key === null ? null : words(key);
}

/** What stands in the bar may need a second row, on a narrow screen or with a version of any length. */
const BAR_ROWS = 2;

/** The verdict, and the one next step, as far as they are certain; `air` stands between them. */
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
    ...bar.map((each): Line => [{ text: fit(each, inner, ambiguous), spoken: each, tone, bold: true, inverse: true }]),
    ...air,
    // The step is read whole; what the line is called may go for that.
    step === null || lineWidth(labelled, ambiguous) > columns ? next : labelled,
  ];
}

function titleOf(model: Model, step: StepId): string {
  const { decision, about } = model;
  if (nextNotice(model) !== null) return statusTexts.goOn;
  return decision ? stepOnScreen(decision, about.words) : stepTitle(step, about.words);
}

/**
 * The version that is installed of the target that decides, and the one that is asked for; before it is read, the one
 * that the journal knows. How many targets there are beside it that are not reached either; once all are, all of them.
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
  const alike = targetsIn(componentsKnown(model), notice).filter(
    ({ status }) => (status === 'ok') === (target.status === 'ok'),
  );
  const more = alike.length > 1 ? others(alike.length - 1) : '';
  return `${target.name} ${installed} (${headings.required} ${target.required ?? ''})${more}`;
}
