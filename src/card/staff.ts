import { beginInSmallHours, nightDay } from '../domain/notice/night-names.ja.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { dateToShortText } from '../domain/time.ts';
import type { Paper, PaperSection } from '../text/paper.ts';
import { cardTexts, staffTexts as texts } from './card.ja.ts';
import { contactSection, deliveringDates, nightRows, section, steps } from './rows.ts';

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
  const { morning, error } = texts;
  return {
    kind: 'sign',
    title: texts.title[when],
    rows: [
      cardTexts.notice(notice.title),
      ...(deadline === null ? [] : [cardTexts.deadline(dateToShortText(deadline))]),
      ...(delivery === null ? [texts.noNights] : []),
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
  const { heading, headingInSmallHours, on, onInSmallHours, rows } = texts.tonight;
  const isSmallHours = beginInSmallHours(delivery);
  const dates = deliveringDates(delivery);
  const boxes = dates.length > MOST_BOXES ? [] : dates.map((date) => `[ ] ${nightDay(date, delivery)}`);
  return [
    isSmallHours ? section(headingInSmallHours, rows(onInSmallHours), notice) : section(heading, rows(on), notice),
    section(
      texts.nights,
      [...inRows(boxes, isSmallHours ? WIDE_BOXES_A_ROW : BOXES_A_ROW), ...nightRows(delivery)],
      notice,
    ),
  ];
}

function inRows(boxes: readonly string[], many: number): readonly string[] {
  return boxes.flatMap((_, at) => (at % many === 0 ? [boxes.slice(at, at + many).join('  ')] : []));
}
