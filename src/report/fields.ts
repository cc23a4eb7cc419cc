import type { Notice } from '../domain/notice/schema.ts';

/** A field of the completion form, as the notice describes it. */
export type NoticeField = Notice['report']['fields'][number];
export type FieldId = NoticeField['id'];

/** The fields that the operator fills in; the identification number is the notice's. */
const typedFieldIds = ['completed-on', 'clinic-name', 'phone'] as const;
export type TypedFieldId = (typeof typedFieldIds)[number];

/** What stands in the fields, normalised. */
export type TypedValues = Readonly<Record<TypedFieldId, string>>;

export function isTypedField(id: FieldId): id is TypedFieldId {
  return id !== 'identification-number';
}
