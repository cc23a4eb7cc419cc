import { dateToShortText, fromIso, offsetOf, toShortText } from '../domain/time.ts';
import { answerTexts as texts } from './answer.ja.ts';
import { calendarOf, lastDeliveringNight, type Calendar } from '../domain/notice/calendar.ts';
import { componentName } from '../domain/notice/components.ts';
import { nightDay } from '../domain/notice/night-names.ja.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { checkNames, witnessNames, witnessStateNames } from '../domain/names.ja.ts';
import { stepTitles, verdictTexts } from '../domain/procedure/steps.ja.ts';
import { checkMark, componentMark, MARK_COLUMNS, verdictMark } from '../tui/marks.ts';
import { hanging, page, paragraph, type PageLine } from '../text/page.ts';
import type { Answer } from './answer-schema.ts';

/**
 * What the text says beside the answer: the notice's title and names, and what there is to tell of the journal besides
 * its state.
 */
interface Beside {
  readonly notice: Pick<Notice, 'title' | 'components' | 'delivery'>;
  /** The titles of other notices that are open. */
  readonly others: readonly string[];
  /** Whether all marks of a pending restart could be read: only then none is set. */
  readonly marksAreRead: boolean;
  readonly journalNotes?: readonly string[];
}

/**
 * The answer of `check` for people: the verdict and the next step first, then what they rest on; in lines of at most so
 * many columns.
 */
export function answerText(
  answer: Answer,
  { notice, others, marksAreRead, journalNotes = [] }: Beside,
  columns?: number,
): string {
  const { headings } = texts;
  const sections = [
    head(answer, { notice, others }),
    [headings.components, ...answer.components.flatMap((component) => componentLines(component, notice))],
    [headings.checks, ...answer.checks.flatMap(checkLines)],
    [headings.restart, ...restartLines(answer, marksAreRead)],
    [headings.delivery, ...deliveryLines(answer, notice)],
    [headings.journal, ...journalLines(answer), ...journalNotes.flatMap((note) => paragraph(note, 2))],
  ];
  return page(sections, columns);
}

function head(answer: Answer, { notice, others }: Pick<Beside, 'notice' | 'others'>): readonly PageLine[] {
  const { nextStep, terminal, session } = answer;
  const states = [
    ...(answer.simulated ? [texts.simulated] : []),
    ...(session.remote === true ? [texts.session.remote] : []),
    ...(session.locked === true ? [texts.session.locked] : []),
  ].map((state) => `「${state}」`);
  const name = terminal.name === null ? texts.terminalUnknown : texts.terminal(terminal.name, terminal.os ?? '-');
  return [
    ...marked(verdictMark(answer.verdict).text, `${verdictTexts[answer.verdict].word} - ${notice.title}`),
    ...paragraph(texts.nextStep(nextStep.title)),
    ...paragraph(nextStep.reason, 2),
    ...(nextStep.night === null ? [] : paragraph(texts.night(nightDay(nextStep.night, nightsOf(notice))), 2)),
    ...(nextStep.prepared ? paragraph(texts.prepared, 2) : []),
    ...(nextStep.alternative === null ? [] : paragraph(texts.alternative(stepTitles[nextStep.alternative]), 2)),
    ...paragraph(`${name}${states.join('')}`),
    ...paragraph(texts.takenAt(timeText(answer.generatedAt))),
    ...(answer.notice.file === null ? [] : paragraph(texts.notice(answer.notice.file))),
    ...(answer.notice.others.length === 0 ? [] : paragraph(texts.otherNotices(others))),
    ...answer.problems.flatMap(({ file, reason }) => paragraph(texts.problem(file, reason))),
  ];
}

function componentLines(
  component: Answer['components'][number],
  notice: Pick<Notice, 'components'>,
): readonly PageLine[] {
  const { id, status, installed, required, lastKnown } = component;
  const versions = texts.versions(installed ?? texts.noVersion, required);
  return [
    ...marked(
      componentMark(status).text,
      `${componentName(notice, id)}: ${texts.componentStatuses[status]}(${versions})`,
    ),
    ...(lastKnown === null ? [] : paragraph(texts.lastKnown(lastKnown.version, timeText(lastKnown.at)), MARK_COLUMNS)),
    ...component.witnesses.flatMap(({ source, state, version, path }) =>
      paragraph(texts.witness(witnessNames[source], version ?? witnessStateNames[state], path), MARK_COLUMNS),
    ),
  ];
}

function checkLines({ id, status, summary, remedy, guideId }: Answer['checks'][number]): readonly PageLine[] {
  return [
    ...marked(checkMark(status).text, `${checkNames[id]}: ${summary}`),
    ...(remedy === null ? [] : paragraph(`-> ${remedy}`, MARK_COLUMNS)),
    ...(guideId === null ? [] : paragraph(texts.guide(guideId), MARK_COLUMNS)),
  ];
}

function restartLines({ restart }: Answer, marksAreRead: boolean): readonly PageLine[] {
  const notRequired = marksAreRead ? texts.restartNotRequired : texts.restartUnknown;
  return [
    ...paragraph(restart.required ? texts.restartRequired : notRequired, 2),
    ...restart.reasons.flatMap((reason) => paragraph(reason, 4)),
    ...paragraph(restart.bootedAt === null ? texts.bootUnknown : texts.bootedAt(timeText(restart.bootedAt)), 2),
    ...paragraph(texts.bootKinds[restart.lastBootKind], 2),
  ];
}

/** The document has the last night of the period; people are told the last one that delivers. */
function deliveryLines({ delivery }: Answer, notice: Beside['notice']): readonly PageLine[] {
  const { nextNight, allDayFrom, lastTaskRun } = delivery;
  const nights = nightsOf(notice);
  const lastNight = lastDeliveringNight(nights)?.date ?? delivery.lastNight;
  const night = (date: string | null): string | null => date && nightDay(date, nights);
  return [
    texts.phase(texts.phases[delivery.phase]),
    ...(delivery.phase === 'none'
      ? []
      : [texts.nextNight(night(nextNight)), texts.lastNight(night(lastNight), dateOrNull(allDayFrom))]),
    texts.lastTaskRun(lastTaskRun === null ? null : timeText(lastTaskRun)),
  ].flatMap((text) => paragraph(text, 2));
}

function journalLines({ journal }: Answer): readonly PageLine[] {
  const line = journal.line === null ? '' : `(${texts.journalLine(journal.line)})`;
  return [
    ...paragraph(`${texts.journalStates[journal.state]}${line}`, 2),
    ...(journal.state === 'absent' ? [] : paragraph(texts.journalEntries(journal.entries), 2)),
  ];
}

/** A mark in its own column, the text beside it. */
function marked(mark: string, text: string): readonly PageLine[] {
  return hanging(mark, text, MARK_COLUMNS);
}

function nightsOf({ delivery }: Pick<Notice, 'delivery'>): Calendar {
  return calendarOf({ delivery, deadline: null });
}

function dateOrNull(date: string | null): string | null {
  return date === null ? null : dateToShortText(date);
}

/** A time of the answer in its own offset: `1/20(火) 08:10`. */
function timeText(iso: string): string {
  const at = fromIso(iso);
  return at === null ? iso : toShortText(at, offsetOf(iso) ?? 0);
}
