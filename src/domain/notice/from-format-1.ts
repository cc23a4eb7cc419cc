import type { Format1 } from './format-1.ts';
import type { FieldKind, Notice, format1Fields } from './notice.ts';

/** Of which kind each field is. */
const fieldKindOf: Readonly<Record<(typeof format1Fields)[number], FieldKind>> = {
  'identification-number': 'fixed',
  'completed-on': 'date',
  'clinic-name': 'text',
  phone: 'phone',
};

/** The same notice in today's form. */
export function fromFormat1({ id, title, target, delivery, report, contacts, faq, guide }: Format1): Notice {
  return {
    id,
    title,
    components: [],
    targets: [target],
    delivery: { ...delivery, holes: [] },
    by: 'tool',
    steps: [],
    restart: true,
    deadline: delivery.lastNight,
    report: {
      number: report.identificationNumber,
      formPath: report.formPath,
      fields: report.fields.map((field) => ({ ...field, kind: fieldKindOf[field.id], length: null })),
    },
    contacts,
    faq,
    guide,
  };
}
