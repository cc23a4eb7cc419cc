import { componentName } from '../domain/notice/components.ts';
import { beginInSmallHours, nightDay } from '../domain/notice/night-names.ja.ts';
import type { Delivery, Notice, NoticeReport } from '../domain/notice/notice.ts';
import { filledRows, wordsOf } from '../domain/notice/words.ts';
import { dateToShortText } from '../domain/time.ts';
import { isProofDay } from '../report/known-values.ts';
import { windowsRestartDelaySeconds } from '../settings/defaults.ts';
import type { Settings } from '../settings/schema.ts';
import type { Paper, PaperSection } from '../text/paper.ts';
import { cardTexts, staffTexts, technicianTexts } from './card.ja.ts';
import { contactSection, deliveringDates, nightRows, plain, section, steps, ticked } from './rows.ts';

/**
 * The technician's page: what to bring, the evening, the morning, the report, whom to call, how long the program waits.
 * How long the tool and a restart take is nowhere published (`domain.md`), so it is left to be filled in.
 */
export function technicianCard(notice: Notice, { limits }: Pick<Settings, 'limits'>): Paper {
  const { delivery, deadline, targets, report } = notice;
  const { title, bring, evening, morning, error, times } = technicianTexts;
  return {
    kind: 'page',
    title,
    rows: [
      cardTexts.notice(notice.title),
      ...targets.map(({ component, version }) => cardTexts.target(componentName(notice, component), version)),
      ...(deadline === null ? [] : [cardTexts.deadline(dateToShortText(deadline))]),
    ].map((text) => ({ text })),
    sections: [
      section(bring.heading, [...bring.rows, ...toBring(report)], notice),
      ...(delivery === null
        ? []
        : [
            section(cardTexts.nights.heading, nightRows(delivery), notice),
            steps(evening.heading, eveningRows(delivery), notice),
          ]),
      { heading: morning[delivery === null ? 'day' : 'night'], rows: ticked(morningRows(notice)) },
      section(error.heading, error.rows, notice),
      reportSection(report),
      contactSection(notice),
      section(times.heading, timeRows(notice, limits), notice),
    ],
  };
}

function eveningRows(delivery: Delivery): readonly string[] {
  const { on, onInSmallHours, rows } = technicianTexts.evening;
  return rows(beginInSmallHours(delivery) ? onInSmallHours(cardTexts.end(delivery)) : on);
}

/** What the form asks for that nobody at the terminal may know. */
function toBring(report: NoticeReport | null): readonly string[] {
  const asked = (report?.fields ?? []).filter((field) => field.kind !== 'fixed' && !isProofDay({ report }, field));
  const labels = asked.map(({ label }) => label).join(cardTexts.nights.between);
  return asked.length === 0 ? [] : [technicianTexts.bring.fields(labels)];
}

/** The notice's own steps stand as it has them. */
function morningRows(notice: Notice): readonly string[] {
  const { by, restart, delivery, targets } = notice;
  const texts = technicianTexts;
  return [
    ...(restart ? texts.save : []),
    ...(by === 'hand' ? notice.steps : [texts.open]),
    ...(by === 'tool' && delivery === null ? [texts.press] : []),
    ...(restart ? [texts.restart] : []),
    ...targets.map(({ component, version }) => texts.verify(componentName(notice, component), version)),
    ...filledRows([...texts.again[by], texts.call], wordsOf(notice)),
  ];
}

function reportSection(report: NoticeReport | null): PaperSection {
  const { heading, none, field, toFill, sent } = technicianTexts.report;
  if (report === null) return { heading, rows: plain([none]) };
  const { number, formPath, fields } = report;
  return {
    heading,
    rows: [
      ...ticked(formPath),
      ...fields.map(({ label, hint, kind }) => ({
        text: field(label, hint, kind === 'fixed' ? (number ?? toFill) : toFill),
        indent: 4,
      })),
      ...plain([sent]),
    ],
  };
}

/** What is known of it: the program's own limits, as the settings have them. */
function timeRows({ by, restart }: Notice, limits: Settings['limits']): readonly string[] {
  const { times } = technicianTexts;
  const inWords = (seconds: number): string =>
    seconds % 60 === 0 && seconds > 60 ? times.minutes(seconds / 60) : times.seconds(seconds);
  return [
    times.check(limits.checkTimeoutSeconds),
    ...(by === 'tool' ? [times.silence(inWords(limits.toolSilenceSeconds))] : []),
    ...(restart ? [times.countdown(inWords(limits.restartDelaySeconds ?? windowsRestartDelaySeconds))] : []),
    times.unknown,
    times.measured[by],
  ];
}

/** More boxes than these nobody looks through. */
const MOST_BOXES = 14;
/** So many fit side by side. */
const BOXES_A_ROW = 5;
/** So many with their time. */
const WIDE_BOXES_A_ROW = 2;

/** The page for the clinic's staff: beside the switch tonight, and at reception when an error shows there. */
export function staffCard(notice: Notice): Paper {
  const { delivery, deadline } = notice;
  const when = delivery === null ? 'day' : 'night';
  const { title, noNights, morning, error } = staffTexts;
  return {
    kind: 'sign',
    title: title[when],
    rows: [
      cardTexts.notice(notice.title),
      ...(deadline === null ? [] : [cardTexts.deadline(dateToShortText(deadline))]),
      ...(delivery === null ? [noNights] : []),
    ].map((text) => ({ text })),
    sections: [
      ...nightSections(notice),
      section(morning.heading[when], [...morning.rows, morning.who], notice),
      steps(error.heading, error.rows, notice),
      contactSection(notice),
    ],
  };
}

function nightSections(notice: Notice): readonly PaperSection[] {
  const { delivery } = notice;
  if (delivery === null) return [];
  const { heading, headingInSmallHours, on, onInSmallHours, rows } = staffTexts.tonight;
  const isSmallHours = beginInSmallHours(delivery);
  const end = cardTexts.end(delivery);
  const dates = deliveringDates(delivery);
  const boxes = dates.length > MOST_BOXES ? [] : dates.map((date) => `[ ] ${nightDay(date, delivery)}`);
  return [
    isSmallHours
      ? section(headingInSmallHours(end), rows(onInSmallHours(end)), notice)
      : section(heading, rows(on), notice),
    section(
      staffTexts.nights,
      [...inRows(boxes, isSmallHours ? WIDE_BOXES_A_ROW : BOXES_A_ROW), ...nightRows(delivery)],
      notice,
    ),
  ];
}

function inRows(boxes: readonly string[], many: number): readonly string[] {
  return boxes.flatMap((_, at) => (at % many === 0 ? [boxes.slice(at, at + many).join('  ')] : []));
}
