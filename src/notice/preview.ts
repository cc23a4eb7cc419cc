import { staffCard } from '../card/cards.ts';
import { technicianCard } from '../card/cards.ts';
import { componentIds } from '../domain/facts.ts';
import { calendarOf, zoneOf, type Calendar, type Night } from '../domain/notice/calendar.ts';
import { componentName } from '../domain/notice/components.ts';
import { contactTexts, hoursInWords } from '../domain/notice/notice.ja.ts';
import type { Notice, NoticeField } from '../domain/notice/notice.ts';
import { stepTitle, wordsOf } from '../domain/notice/words.ts';
import { JAPAN, offsetMinutesAt } from '../domain/notice/zone.ts';
import { verdictTexts } from '../domain/procedure/steps.ja.ts';
import { dateToShortText, toIso, toShortText, type Instant } from '../domain/time.ts';
import { defaultSettings } from '../settings/load.ts';
import { hanging, page, paragraph, type PageLine } from '../text/page.ts';
import { paperText } from '../text/paper.ts';
import { previewTexts as texts } from './preview.ja.ts';
import { gapOf, scenesOf, type Scene } from './scenes.ts';
import { warningsOf, type ReadNotice } from './check-file.ts';

/** All that a notice will say, as a page for whoever wrote it. `now` decides what `today` is. */
export function previewPage({ notice, format }: ReadNotice, now: Instant, columns?: number): string {
  const warnings = warningsOf(notice, format, now);
  const scenes = scenesOf(notice, now, defaultSettings().receptionHours);
  const sections = [
    [
      ...paragraph(texts.heading(notice.title)),
      ...paragraph(texts.id(notice.id, format)),
      texts.good,
      ...warnings.flatMap((warning) => hanging('', texts.warning(warning), 2)),
    ],
    targetLines(notice),
    wayLines(notice),
    calendarLines(notice),
    ...sceneSection(
      notice,
      texts.scenes.old,
      scenes.filter(({ reached }) => !reached),
    ),
    ...sceneSection(
      notice,
      texts.scenes.reached,
      scenes.filter(({ reached }) => reached),
    ),
    reportLines(notice),
    contactLines(notice),
    moreLines(notice),
  ];
  return page(sections, columns);
}

/** The same, and under it the cards that will be printed. */
export function previewWithCards(read: ReadNotice, now: Instant, columns?: number): string {
  const cards = [technicianCard(read.notice, defaultSettings()), staffCard(read.notice)];
  return [
    previewPage(read, now, columns),
    ...cards.flatMap((card) => [`${texts.card}\n`, paperText(card, columns)]),
  ].join('\n');
}

function targetLines(notice: Notice): readonly PageLine[] {
  const { versionInfo } = defaultSettings().paths;
  return [
    texts.targets,
    ...notice.targets.flatMap(({ component, version }) => {
      const own = notice.components.find(({ id }) => id === component);
      const known = componentIds.find((id) => id === component);
      const path = own === undefined ? known && versionInfo[known] : own.versionInfo;
      return [
        ...row(texts.target(componentName(notice, component), version)),
        ...row(texts.versionInfo(path ?? null), 4),
        ...(own === undefined || own.recordNames.length === 0 ? [] : row(texts.recordNames(own.recordNames), 4)),
      ];
    }),
  ];
}

function wayLines({ by, steps, restart }: Notice): readonly PageLine[] {
  const { way } = texts;
  return [way.heading, ...row(way[by]), ...numbered(steps), ...row(restart ? way.restart : way.noRestart)];
}

/** The calendar night by night, and what comes after it. */
function calendarLines(notice: Notice): readonly PageLine[] {
  const calendar = calendarOf(notice);
  return [...nightLines(calendar), ...deadlineLines(notice, calendar)];
}

function nightLines(calendar: Calendar): readonly PageLine[] {
  const { nights, timeZone, allDayBegins } = calendar;
  if (nights.length === 0) return [texts.calendar.heading, ...row(texts.calendar.none)];
  const time = (at: Instant): string => timeInYear(at, timeZone);
  const gap = gapOf(calendar);
  return [
    texts.calendar.heading,
    ...(timeZone === JAPAN ? [] : row(texts.calendar.zone(timeZone))),
    ...nights.flatMap((night) => nightRows(night, time)),
    ...(gap === null ? [] : row(texts.calendar.gap(time(gap.start), time(gap.end)))),
    ...row(allDayBegins === null ? texts.calendar.noAllDay : texts.calendar.allDay(time(allDayBegins))),
  ];
}

function nightRows({ date, start, end, delivers, holes }: Night, time: (at: Instant) => string): readonly PageLine[] {
  if (!delivers) return row(texts.calendar.excluded(dateInYear(date)));
  return [
    ...row(texts.calendar.night(time(start), time(end))),
    ...holes.flatMap((hole) => paragraph(texts.calendar.hole(time(hole.start), time(hole.end)), 4)),
  ];
}

function deadlineLines({ deadline }: Notice, { deadline: end, timeZone }: Calendar): readonly PageLine[] {
  if (deadline === null || end === null) return row(texts.calendar.noDeadline);
  return row(texts.calendar.deadline(dateInYear(deadline), timeInYear(end, timeZone)));
}

function dateInYear(date: string): string {
  return `${date.slice(0, 4)}/${dateToShortText(date)}`;
}

/** `2026/1/20(火) 08:10`, in the zone. */
function timeInYear(at: Instant, timeZone: string): string {
  const offset = offsetMinutesAt(timeZone, at);
  return `${toIso(at, offset).slice(0, 4)}/${toShortText(at, offset)}`;
}

function sceneSection(notice: Notice, heading: string, scenes: readonly Scene[]): readonly (readonly PageLine[])[] {
  return scenes.length === 0 ? [] : [[heading, ...scenes.flatMap((scene) => sceneLines(notice, scene))]];
}

function sceneLines(notice: Notice, { name, at, decision }: Scene): readonly PageLine[] {
  const words = wordsOf(notice);
  const { scenes } = texts;
  const title = scenes.names[name].replace('{way}', scenes.way[notice.by]);
  const { alternative } = decision;
  return [
    ...row(scenes.scene(timeInYear(at, zoneOf(notice)), title)),
    ...row(scenes.said(verdictTexts[decision.verdict].mark, stepTitle(decision.step, words)), 4),
    ...row(decision.reason, 6),
    ...(alternative === null ? [] : row(scenes.alternative(stepTitle(alternative, words)), 6)),
  ];
}

function reportLines({ report }: Notice): readonly PageLine[] {
  const { heading, none, number, way, fields } = texts.report;
  if (report === null) return [heading, ...row(none)];
  return [
    heading,
    ...row(number(report.number)),
    ...row(way),
    ...numbered(report.formPath),
    ...row(fields),
    ...report.fields.flatMap(fieldLines),
  ];
}

function fieldLines({ label, kind, length, required, hint, sample }: NoticeField): readonly PageLine[] {
  const { report } = texts;
  return [
    ...row(report.field(label, report.kinds[kind], report.length(length), report.required(required)), 4),
    ...(hint === null ? [] : row(report.hint(hint), 6)),
    ...(sample === null ? [] : row(report.sample(sample), 6)),
  ];
}

function contactLines({ contacts }: Notice): readonly PageLine[] {
  const { heading, noHours } = texts.contacts;
  return [
    heading,
    ...contacts.flatMap(({ name, phone, hours, hoursNote }) => [
      ...row(contactTexts.contact(name, phone)),
      ...row(hours.length === 0 ? noHours : contactTexts.hours(hoursInWords(hours)), 4),
      ...(hoursNote === null ? [] : row(hoursNote, 4)),
    ]),
  ];
}

function moreLines({ faq, guide }: Notice): readonly PageLine[] {
  const { heading, ...more } = texts.more;
  return [
    heading,
    ...row(more.faq(faq.length)),
    ...row(more.guide(guide.length)),
    ...guide.flatMap(({ title }) => row(title, 4)),
  ];
}

/** Instructions one below the other, each with its number. */
function numbered(rows: readonly string[]): readonly PageLine[] {
  return rows.flatMap((text, index) => hanging(`    ${texts.way.step(index + 1)}`, text, 7));
}

function row(text: string, indent = 2): readonly PageLine[] {
  return paragraph(text, indent);
}
