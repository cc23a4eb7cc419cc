import type { z } from 'zod';
import { InputError } from '../domain/fault.ts';
import { faultsOf, parseJson, reasonFor, type FieldFault } from '../domain/input-error.ts';
import { builtInFile } from '../domain/notice/built-in.ts';
import { calendarOf, lastDeliveringNight, ownDates } from '../domain/notice/calendar.ts';
import { format2Schema, fromFormat2 } from '../domain/notice/format-2.ts';
import { fromFormat1 } from '../domain/notice/from-format-1.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { datePlaceholders } from '../domain/notice/placeholders.ts';
import { format1Schema } from '../domain/notice/schema.ts';
import type { Instant } from '../domain/time.ts';
import { hanging, lines } from '../text/page.ts';
import { checkTexts as texts, fieldHelp } from './check-file.ja.ts';
import { warningTexts } from './preview.ja.ts';
import { hasOld } from './scenes.ts';

/** A notice as its file has it, read. */
export interface ReadNotice {
  readonly notice: Notice;
  readonly format: 1 | 2;
}

/** What a file is: a notice, or all that is wrong with it. */
export type Checked =
  ({ readonly ok: true } & ReadNotice) | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * Reads a notice's file and finds all its faults at once; what says no format it knows is measured by the newest one.
 * Throws InputError for a text that is not JSON, and for JSON of another kind.
 */
export function checkFile(text: string, file: string): Checked {
  const value = parseJson(text, { code: 'bad-notice', file, remedy: texts.jsonRemedy });
  const fields = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  if (!['title', 'target', 'targets'].some((field) => fields.has(field)))
    throw new InputError({ code: 'bad-notice', message: texts.otherKind, where: file, remedy: texts.otherKindRemedy });
  const checkedBy = <Schema extends z.ZodType>(
    schema: Schema,
    noticeOf: (file: z.output<Schema>) => Notice,
    format: ReadNotice['format'],
  ): Checked => {
    const read = schema.safeParse(value, { error: reasonFor });
    const faults = faultsOf(read.error, text);
    return read.success && faults.length === 0
      ? { ok: true, notice: noticeOf(read.data), format }
      : { ok: false, faults };
  };
  return saysFormat1(value) ? checkedBy(format1Schema, fromFormat1, 1) : checkedBy(format2Schema, fromFormat2, 2);
}

function saysFormat1(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'formatVersion' in value && value.formatVersion === 1;
}

/** All that is wrong with a file, each with its line, the field, the reason and how it is written. */
export function faultsText(file: string, faults: readonly FieldFault[], columns?: number): string {
  const all = [
    texts.heading,
    ...hanging('', texts.count(file, faults.length), 0),
    ...faults.flatMap(({ line, field, reason }) => {
      const pattern = patternOf(field);
      const help = Object.hasOwn(fieldHelp, pattern) ? fieldHelp[pattern] : undefined;
      return [
        ...hanging('  ', texts.place(line, field), 2),
        ...hanging('    ', texts.reason(reason), 4),
        ...(help === undefined ? [] : hanging('    ', texts.help(help), 4)),
      ];
    }),
    ...hanging('', texts.remedy(file), 0),
  ];
  return lines(all, columns).join('\n');
}

/** `targets[0].version` as `targets[].version`. */
function patternOf(field: string): string {
  return field.replace(/\[\d+\]/g, '[]');
}

/** What is right by itself, but hardly meant; `format` is that of the file. */
export function warningsOf(notice: Notice, format: number, now: Instant): readonly string[] {
  const { id, components, targets, deadline, report } = notice;
  const calendar = calendarOf(notice);
  const last = lastDeliveringNight(calendar);
  const passed = (at: Instant | null | undefined): boolean => at !== null && at !== undefined && at <= now;
  const isAsked = (component: string): boolean => targets.some((target) => target.component === component);
  return [
    ...(passed(calendar.deadline) ? [warningTexts.deadlinePassed] : []),
    ...(passed(last?.end) ? [warningTexts.nightsPassed] : []),
    ...(last !== null && deadline !== null && deadline < last.date ? [warningTexts.deadlineBeforeLast] : []),
    ...(hasOld(notice) ? [] : [warningTexts.noOlder]),
    ...components.flatMap((component) => {
      if (!isAsked(component.id)) return [warningTexts.notAsked(component.name)];
      const isBlind = component.versionInfo === null && component.recordNames.length === 0;
      return isBlind ? [warningTexts.noWitness(component.name)] : [];
    }),
    ...(report !== null && report.number !== null && report.fields.every(({ kind }) => kind !== 'fixed')
      ? [warningTexts.numberNowhere(report.number)]
      : []),
    ...notice.contacts.flatMap(({ name, phone }) =>
      /\d/.test(phone.normalize('NFKC')) ? [] : [warningTexts.noPhone(name)],
    ),
    ...emptyDates(notice, now).map((name) => warningTexts.noDateThere(name)),
    ...(format !== 1 && id === builtInFile().id ? [warningTexts.replacesBuiltIn] : []),
  ];
}

/** The dates that the questions name and the calendar does not have, ever. */
function emptyDates(notice: Notice, now: Instant): readonly string[] {
  const calendar = calendarOf(notice);
  const dates = ownDates(calendar, Math.min(now, calendar.nights[0]?.start ?? now));
  const all = notice.faq.flatMap(({ question, answer }) => [question, answer]).join('');
  return datePlaceholders.filter((name) => all.includes(`{${name}}`) && dates[name] === null);
}
