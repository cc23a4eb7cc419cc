import { checkIds, type StepId } from '../domain/facts.ts';
import { stepOnScreen, stepTitle } from '../domain/notice/words.ts';
import { verdictTexts } from '../domain/procedure/steps.ja.ts';
import { toShortText } from '../domain/time.ts';
import { targetsIn, worstOf } from '../domain/versions/component-status.ts';
import { fit, type Ambiguous } from '../text/cells.ts';
import { wrapUpTo } from '../text/wrap.ts';
import { edgeOf, lineWidth, spans, type Line } from '../tui/line.ts';
import { mark, verdictMark } from '../tui/marks.ts';
import type { Model } from './model.ts';
import { componentsKnown, pendingChecks, targetRead } from './queries.ts';
import { statusTexts } from './status/status.ja.ts';

/** What stands in the bar may need a second row, on a narrow screen or with a version of any length. */
const BAR_ROWS = 2;

/** The verdict, and the one next step, as far as they are certain; `air` stands between them. */
export function judgedLines(model: Model, ambiguous: Ambiguous, air: readonly Line[]): readonly Line[] {
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
