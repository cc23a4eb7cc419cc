import type { NoticeField } from '../domain/notice/notice.ts';
import { halfWidth } from '../text/normal-forms.ts';
import { REPLACED, type TextField } from '../tui/text-field.ts';
import * as z from 'zod';
import { fieldProblems, fieldWarnings } from './report.ja.ts';

export type FieldId = NoticeField['id'];

/** What stands in the fields that are filled in, by their ids. */
export type TypedValues = Readonly<Record<FieldId, string>>;

/**
 * What people write between the digits of a number: spaces, brackets, dots, every dash of Unicode, and what the
 * Japanese input method gives for one (the minus sign, the long vowel mark in both widths, ruled lines).
 */
const IN_NUMBERS = /[\s\p{Pd}\u2212\u30FC\uFF70\u2500\u2501().]/gu;

/** The same for a date; `・` and `。` are the keys of `/` and `.` with Japanese input on. */
const IN_DATES = /[\s\p{Pd}\u2212\u30FC\uFF70\u2500\u2501/.\u30FB\u3002年月日]/gu;

/**
 * A field's text as it counts, while it is typed: digits half-width and without what parts them. What is no digit
 * stays, so that the operator sees what is wrong. A name stays as it was typed.
 */
export function normalised({ kind }: Pick<NoticeField, 'kind'>, text: string): string {
  if (kind === 'text' || kind === 'fixed') return text;
  return halfWidth(text).replace(kind === 'date' ? IN_DATES : IN_NUMBERS, '');
}

/** The same for a field that is being edited: the cursor stays behind the character that was typed last. */
export function normalisedField(field: Pick<NoticeField, 'kind'>, { text, cursor }: TextField): TextField {
  const before = normalised(field, text.slice(0, cursor));
  return { text: before + normalised(field, text.slice(cursor)), cursor: before.length };
}

/** What is wrong with a field, and what is only strange about it; null: nothing. */
export interface Judgement {
  readonly problem: string | null;
  readonly warning: string | null;
}

/** The days that the day of the proof lies between, as the form writes them, in the notice's zone. */
export interface ReportDays {
  /** null: of another day nobody knows whether it is over. */
  readonly today: string | null;
  /** The day on which the first delivering night begins; null without delivery. */
  readonly deliveryBegan: string | null;
}

const fine: Judgement = { problem: null, warning: null };

/** Judges what stands in a field, normalised. What is not required may be empty; the notice's samples never count. */
export function judge(field: NoticeField, value: string, days: ReportDays): Judgement {
  const text = value.trim();
  if (text === '') return field.required ? wrong(fieldProblems.empty) : fine;
  if (field.kind === 'fixed') return fine;
  const { sample } = field;
  if (sample !== null && bare(sample) === bare(text)) return wrong(fieldProblems.sample);
  const judged = judgeKind(field, text, days);
  const isNamed = judged === fine && sample !== null && holds(text, sample);
  return isNamed ? { problem: null, warning: fieldWarnings.holdsSample(sample) } : judged;
}

/** Of what the operator types; all but words are digits alone. */
function judgeKind(field: NoticeField, text: string, days: ReportDays): Judgement {
  const [stranger] = field.kind === 'text' ? [] : (/[^0-9]/u.exec(text) ?? []);
  if (stranger !== undefined) return wrong(fieldProblems.notADigit(stranger));
  switch (field.kind) {
    case 'fixed':
      return fine;
    case 'date':
      return judgeDate(text, days);
    case 'text':
      return text.includes(REPLACED) ? wrong(fieldProblems.replaced) : fine;
    case 'digits':
      return judgeDigits(text, field.length);
    case 'phone':
      return judgePhone(text);
  }
}

/** A sample shorter than this stands in many a right value. */
const SHORTEST_HELD = 4;

/** Whether a text holds the sample, as one does that was only added to; but a clinic may really be called so. */
function holds(text: string, sample: string): boolean {
  return bare(sample).length >= SHORTEST_HELD && bare(text).includes(bare(sample));
}

/** What is typed in the width or spacing of another hand, or in brackets, is still the same. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}

function judgeDate(text: string, { today, deliveryBegan }: ReportDays): Judgement {
  if (text.length !== 8) return wrong(fieldProblems.dateLength(text.length));
  if (!isCalendarDate(text)) return wrong(fieldProblems.noSuchDay);
  if (today !== null && text > today) return wrong(fieldProblems.future);
  return deliveryBegan !== null && text < deliveryBegan
    ? { problem: null, warning: fieldWarnings.beforeDelivery }
    : fine;
}

const isoDate = z.lazy(() => z.iso.date());

/** Whether `20260120` is a day that the calendar has. */
function isCalendarDate(compact: string): boolean {
  return isoDate.safeParse(compact.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')).success;
}

/** So many digits; null: as many as there are. */
function judgeDigits(text: string, length: number | null): Judgement {
  return length === null || text.length === length ? fine : wrong(fieldProblems.digitsLength(length, text.length));
}

/** Japanese numbers have ten digits, or eleven (mobile, IP), and begin with 0. */
function judgePhone(text: string): Judgement {
  if (!text.startsWith('0')) return wrong(fieldProblems.phoneStart);
  return text.length === 10 || text.length === 11 ? fine : wrong(fieldProblems.phoneLength(text.length));
}

function wrong(problem: string): Judgement {
  return { problem, warning: null };
}
