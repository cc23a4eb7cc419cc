import type { TextField } from '../tui/text-field.ts';
import { halfWidth } from '../text/normal-forms.ts';
import type { TypedFieldId } from './fields.ts';

/**
 * What people write between the digits of a phone number: spaces, brackets, dots, every dash of Unicode, and what the Japanese
 * input method gives for one (the minus sign, the long vowel mark in both widths, ruled lines).
 */
const IN_PHONES = /[\s\p{Pd}\u2212\u30FC\uFF70\u2500\u2501().]/gu;

/** The same for a date; `・` and `。` are the keys of `/` and `.` with Japanese input on. */
const IN_DATES = /[\s\p{Pd}\u2212\u30FC\uFF70\u2500\u2501/.\u30FB\u3002年月日]/gu;

/**
 * A field's text as it counts, while it is typed: digits half-width and without what parts them. What is no digit stays, so that
 * the operator sees what is wrong. A name stays as it was typed.
 */
export function normalised(id: TypedFieldId, text: string): string {
  switch (id) {
    case 'phone':
      return halfWidth(text).replace(IN_PHONES, '');
    case 'completed-on':
      return halfWidth(text).replace(IN_DATES, '');
    case 'clinic-name':
      return text;
  }
}

/** The same for a field that is being edited: the cursor stays behind the character that was typed last. */
export function normalisedField(id: TypedFieldId, { text, cursor }: TextField): TextField {
  const before = normalised(id, text.slice(0, cursor));
  return { text: before + normalised(id, text.slice(cursor)), cursor: before.length };
}
