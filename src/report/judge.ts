import { REPLACED } from '../tui/text-field.ts';
import { fieldProblems, fieldWarnings } from './report.ja.ts';
import { isCalendarDate } from './dates.ts';
import type { NoticeField } from './fields.ts';

/** What is wrong with a field, and what is only strange about it; null: nothing. */
export interface Judgement {
  readonly problem: string | null;
  readonly warning: string | null;
}

/** Two days as the form writes them, in the notice's zone. */
export interface ReportDays {
  readonly today: string;
  /** The day on which the first delivering night begins. */
  readonly deliveryBegan: string;
}

const fine: Judgement = { problem: null, warning: null };

/** Judges what stands in a field, normalised. What the notice does not require may be empty; its own samples never count. */
export function judge(field: NoticeField, value: string, days: ReportDays): Judgement {
  const text = value.trim();
  if (text === '') return field.required ? wrong(fieldProblems.empty) : fine;
  switch (field.id) {
    case 'identification-number':
      return fine;
    case 'completed-on':
      return isSample(field, text) ? wrong(fieldProblems.sample) : judgeDate(text, days);
    case 'clinic-name':
      if (isSample(field, text)) return wrong(fieldProblems.sample);
      return text.includes(REPLACED) ? wrong(fieldProblems.replaced) : fine;
    case 'phone':
      return isSample(field, text) ? wrong(fieldProblems.sample) : judgePhone(text);
  }
}

/** What is typed in the width or spacing of another hand is still the sample. */
function isSample({ sample }: NoticeField, text: string): boolean {
  return sample !== null && bare(sample) === bare(text);
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

function judgeDate(text: string, { today, deliveryBegan }: ReportDays): Judgement {
  const stranger = notADigit(text);
  if (stranger !== null) return wrong(fieldProblems.notADigit(stranger));
  if (text.length !== 8) return wrong(fieldProblems.dateLength(text.length));
  if (!isCalendarDate(text)) return wrong(fieldProblems.noSuchDay);
  if (text > today) return wrong(fieldProblems.future);
  return text < deliveryBegan ? { problem: null, warning: fieldWarnings.beforeDelivery } : fine;
}

/** Japanese numbers have ten digits, or eleven (mobile, IP), and begin with 0. */
function judgePhone(text: string): Judgement {
  const stranger = notADigit(text);
  if (stranger !== null) return wrong(fieldProblems.notADigit(stranger));
  if (!text.startsWith('0')) return wrong(fieldProblems.phoneStart);
  return text.length === 10 || text.length === 11 ? fine : wrong(fieldProblems.phoneLength(text.length));
}

function notADigit(text: string): string | null {
  return /[^0-9]/u.exec(text)?.[0] ?? null;
}

function wrong(problem: string): Judgement {
  return { problem, warning: null };
}
