import type { Format2 } from '../../domain/notice/format-2.ts';
import { fieldKinds } from '../../domain/notice/notice.ts';
import { notOfFax } from '../../report/known-values.ts';
import { answerWords } from './interview.ja.ts';
import { choice, NONE, number as count, orNone, rowOrEnd, sign, words, yesNo } from './answers.ts';
import { ask, askMany, type Asking } from './ask.ts';
import { askRows } from './ask-when.ts';
import { previewTexts } from '../preview.ja.ts';
import { scriptTexts as texts } from './script.ja.ts';

type Report = NonNullable<Format2['report']>;
type Field = Report['fields'][number];

const MOST_DIGITS = 40;
const plainField = { length: null, required: true, hint: null, sample: null } as const;

/** How completion is reported; null: it is not. */
export function* askReport(): Asking<Report | null> {
  if (!(yield* ask({ ...texts.report, standard: answerWords.yes, read: yesNo }))) return null;
  const number = yield* ask({ ...texts.number, read: orNone(sign) });
  const formPath = yield* askRows(texts.formPath);
  const { choices, labels: _, hints: __, ...usual } = texts.usual;
  const above = choices(number).map((each, index) => texts.what.choice(index + 1, each));
  const own = (yield* ask({ ...usual, above, standard: '1', read: choice(above.length) })) === 2;
  const fields = own ? yield* askMany((before: readonly Field[]) => askField(before, number)) : usualFields(number);
  return { number, formPath: [...formPath], fields: [...fields] };
}

/** Those of January 2026. */
function usualFields(number: string | null): readonly Field[] {
  const { labels, hints } = texts.usual;
  return [
    ...(number === null
      ? []
      : [{ ...plainField, id: idOf.fixed, label: labels.number, kind: 'fixed' } satisfies Field]),
    { ...plainField, id: idOf.date, label: labels.date, kind: 'date', hint: hints.date },
    { ...plainField, id: CLINIC_NAME, label: labels.clinic, kind: 'text' },
    { ...plainField, id: idOf.phone, label: labels.phone, kind: 'phone', hint: hints.phone },
  ];
}

function* askField(before: readonly Field[], number: string | null): Asking<Field | null> {
  const place = before.length + 1;
  const { text, more, ...name } = texts.field;
  const label =
    place === 1
      ? yield* ask<string | null>({ ...name, text: text(place), read: words })
      : yield* ask({ help: name.help, text: more(place), standard: NONE, read: rowOrEnd });
  if (label === null) return null;
  // Without a number there is nothing that the notice itself could fill in.
  const kinds = fieldKinds.filter((kind) => kind !== 'fixed' || number !== null);
  const chosen = yield* ask({
    ...texts.kind,
    text: texts.kind.text(label),
    above: kinds.map((kind, index) => texts.what.choice(index + 1, previewTexts.report.kinds[kind])),
    read: choice(kinds.length),
  });
  const kind = kinds[chosen - 1] ?? 'text';
  const about = <Texts extends { readonly text: (label: string) => string }>(each: Texts) => ({
    ...each,
    text: each.text(label),
  });
  const length =
    kind === 'digits' ? yield* ask({ ...about(texts.length), standard: NONE, read: orNone(count(MOST_DIGITS)) }) : null;
  const required = yield* ask({ ...about(texts.required), standard: answerWords.yes, read: yesNo });
  const isTyped = kind !== 'fixed' && kind !== 'date';
  const { example, ...hintTexts } = about(texts.hint);
  const asHint = { ...hintTexts, ...(kind === 'digits' ? { example } : {}) };
  const hint = isTyped ? yield* ask({ ...asHint, standard: NONE, read: orNone(words) }) : null;
  const sample = isTyped ? yield* ask({ ...about(texts.sample), standard: NONE, read: orNone(words) }) : null;
  return { id: fieldId(label, kind, before), label, kind, length, required, hint, sample };
}

/** By these names the program knows what it may fill in. */
const CLINIC_NAME = 'clinic-name';
const idOf = { fixed: 'identification-number', date: 'completed-on', phone: 'phone' } as const;

/** Which labels such a name is for: another day, or the number of a fax, is not filled in. */
const namedBy: Readonly<Record<Field['kind'], { readonly id: string | null; readonly says: RegExp }>> = {
  fixed: { id: idOf.fixed, says: /^/ },
  date: { id: idOf.date, says: /^(?!.*(?:予定|次回)).*(?:完了|済|終|実施|対応|作業)/ },
  phone: { id: idOf.phone, says: notOfFax },
  text: { id: CLINIC_NAME, says: /(?:機関|薬局|医院|病院|診療所|施設).*名|医院名|薬局名/ },
  digits: { id: null, says: /^/ },
};

function fieldId(label: string, kind: Field['kind'], before: readonly Field[]): string {
  const { id: known, says } = namedBy[kind];
  const id = known !== null && says.test(label.normalize('NFKC')) ? known : null;
  return id === null || before.some((each) => each.id === id) ? `field-${String(before.length + 1)}` : id;
}
