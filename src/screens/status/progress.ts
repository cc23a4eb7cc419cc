import { terminalsDone } from '../../domain/history.ts';
import { lastEndedDeliveringNight } from '../../domain/notice/calendar.ts';
import { lastFullBoot } from '../../domain/procedure/situation.ts';
import { dateToShortText, DAY } from '../../domain/time.ts';
import { zoned } from '../../domain/notice/zone.ts';
import { line, type Line, type Span } from '../../tui/line.ts';
import { areHandStepsDone } from '../hand-steps/done.ts';
import { paragraphs, type Area } from '../layout.ts';
import type { Model } from '../model.ts';
import { knownBoots } from '../queries.ts';
import { isProven } from '../restart/proof.ts';
import { nightProof } from './night-proof.ts';
import { statusTexts } from './status.ja.ts';

type StepName = keyof (typeof statusTexts)['progressSteps'];
type Standing = keyof (typeof statusTexts)['progressMarks'];

/**
 * Where the terminal is on the notice's way: the last day, how many are left, and each step with how it stands.
 */
export function progressLines(model: Model, area: Area): readonly Line[] {
  const steps = stepsOf(model).map(([name, standing], index): Span => {
    const text = statusTexts.progressStep(index + 1, statusTexts.progressSteps[name], standing);
    return standing === 'done' ? { text, tone: 'good' } : { text };
  });
  const separated = steps.flatMap((span, index): Span[] => (index === 0 ? [span] : [{ text: ' ' }, span]));
  const facts = [deadlineText(model), terminalsText(model)].filter((text) => text !== '');
  const { notice, known } = model.about;
  return [
    // Where there are several, which one this is.
    ...(known.length < 2 ? [] : paragraphs(statusTexts.notice(notice.title), area, { style: { bold: true } })),
    ...(facts.length === 0 ? [] : [line(facts.join('  '))]),
    separated,
  ];
}

/**
 * The steps that the notice has, in their order; only what is proven, or stands in the journal, is done. What leads to
 * the version is not needed any more once that is reached, however it came.
 */
function stepsOf(model: Model): readonly (readonly [StepName, Standing])[] {
  const { decision } = model;
  const { notice } = model.about;
  const isCurrent = decision?.verdict === 'current';
  return [
    bringing(model, isCurrent),
    ...(notice.restart ? [['restart', standing(isRestarted(model), isCurrent)] as const] : []),
    ['version', standing(isCurrent)],
    ...(notice.report === null ? [] : [['report', standing(decision?.step === 'all-done')] as const]),
  ];
}

function standing(isDone: boolean, isNeedless = false): Standing {
  if (isDone) return 'done';
  return isNeedless ? 'needless' : 'open';
}

/** The step that brings the version to the terminal. */
function bringing(model: Model, isCurrent: boolean): readonly [StepName, Standing] {
  const { notice } = model.about;
  if (notice.by === 'hand') return ['hand', standing(areHandStepsDone(model), isCurrent)];
  if (notice.delivery === null) return ['download', standing(isFetched(model), isCurrent)];
  return ['power', standing(nightProof(model)?.type === 'up', isCurrent)];
}

/** Whether the last press is known to have brought it: after an error, or words that nobody knows, it is not done. */
function isFetched({ history }: Model): boolean {
  return history.presses.at(-1)?.outcome === 'restart-required';
}

/** Whether the restart is proven that completes what was delivered in the last night, or fetched by the last press. */
function isRestarted(model: Model): boolean {
  const { decision, history, about, now } = model;
  if (decision === null || decision.step === 'restart' || decision.step === 'wait') return false;
  const boots = knownBoots(model);
  const press = history.presses.at(-1);
  if (press !== undefined && !isProven({ ...press, bootedAt: null }, boots)) return false;
  if (about.notice.delivery === null) return press !== undefined;
  const night = lastEndedDeliveringNight(about.calendar, now);
  const boot = lastFullBoot(boots);
  return night !== null && boot !== null && boot >= night.end;
}

/** `期限 1/30(金) あと10日`; '' where there is no deadline. */
function deadlineText({ about: { notice, calendar }, now }: Model): string {
  const { deadline } = notice;
  if (deadline === null) return '';
  const today = zoned(calendar.timeZone, now).date;
  const days = Math.round((Date.parse(deadline) - Date.parse(today)) / DAY);
  const isOver = calendar.deadline !== null && now >= calendar.deadline;
  // The night that begins on the last day belongs to it.
  return statusTexts.deadline(dateToShortText(deadline), isOver ? -1 : Math.max(0, days));
}

/** How many of the clinic's terminals are done, where it was said that there are several. */
function terminalsText({ history: { terminals } }: Model): string {
  return terminals === null || terminals.count < 2
    ? ''
    : statusTexts.terminals(terminals.count, terminalsDone(terminals));
}
