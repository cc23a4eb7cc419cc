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
export function fromFormat1(file: Format1): Notice {
  const { formatVersion: _, target, delivery, report, ...same } = file;
  return {
    ...same,
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
  };
}
