import { componentName } from '../domain/notice/components.ts';
import { beginInSmallHours } from '../domain/notice/night-names.ja.ts';
import type { Delivery, Notice, NoticeReport } from '../domain/notice/notice.ts';
import { filledRows, wordsOf } from '../domain/notice/words.ts';
import { dateToShortText } from '../domain/time.ts';
import { windowsRestartDelaySeconds } from '../settings/defaults.ts';
import type { Settings } from '../settings/schema.ts';
import type { Paper, PaperSection } from '../text/paper.ts';
import { cardTexts, technicianTexts as texts } from './card.ja.ts';
import { contactSection, nightRows, plain, section, steps, ticked } from './rows.ts';

/**
 * The technician's page: what to bring, the evening, the morning, the report, whom to call, how long the program waits.
 * How long the tool and a restart take is nowhere published (`domain.md`), so it is left to be filled in.
 */
export function technicianCard(notice: Notice, { limits }: Pick<Settings, 'limits'>): Paper {
  const { delivery, deadline, targets, report } = notice;
  return {
    kind: 'page',
    title: texts.title,
    rows: [
      cardTexts.notice(notice.title),
      ...targets.map(({ component, version }) => cardTexts.target(componentName(notice, component), version)),
      ...(deadline === null ? [] : [cardTexts.deadline(dateToShortText(deadline))]),
    ].map((text) => ({ text })),
    sections: [
      section(texts.bring.heading, [...texts.bring.rows, ...toBring(report)], notice),
      ...(delivery === null
        ? []
        : [
            section(cardTexts.nights.heading, nightRows(delivery), notice),
            steps(texts.evening.heading, eveningRows(delivery), notice),
          ]),
      { heading: texts.morning[delivery === null ? 'day' : 'night'], rows: ticked(morningRows(notice)) },
      section(texts.error.heading, texts.error.rows, notice),
      reportSection(report),
      contactSection(notice),
      section(texts.times.heading, timeRows(notice, limits), notice),
    ],
  };
}

function eveningRows(delivery: Delivery): readonly string[] {
  const { on, onInSmallHours, rows } = texts.evening;
  return rows(beginInSmallHours(delivery) ? onInSmallHours : on);
}

/** What the form asks for that nobody at the terminal may know. */
function toBring(report: NoticeReport | null): readonly string[] {
  const labels = (report?.fields ?? []).filter(({ kind }) => kind !== 'fixed' && kind !== 'date');
  return labels.length === 0
    ? []
    : [texts.bring.fields(labels.map(({ label }) => label).join(cardTexts.nights.between))];
}

/** The notice's own steps stand as it has them. */
function morningRows(notice: Notice): readonly string[] {
  const { by, restart, delivery, targets } = notice;
  const verify = targets.map(({ component, version }) => texts.verify(componentName(notice, component), version));
  return [
    ...(restart ? texts.save : []),
    ...(by === 'hand' ? notice.steps : [texts.open]),
    ...(by === 'tool' && delivery === null ? [texts.press] : []),
    ...(restart ? [texts.restart] : []),
    ...verify,
    ...filledRows([...texts.again[by], texts.call], wordsOf(notice)),
  ];
}

function reportSection(report: NoticeReport | null): PaperSection {
  const { heading, none, field, toFill, sent } = texts.report;
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
  const { times } = texts;
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
