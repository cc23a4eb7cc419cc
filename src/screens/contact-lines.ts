import type { Model } from './model.ts';
import { contactInWords, type Contact } from '../support/contact.ts';
import { wrapLines, type Line } from '../tui/line.ts';
import type { Area } from './screen.ts';

/** A desk to call: who it is, when somebody answers there, and whether that is now. */
export function contactLines(model: Model, contact: Contact, { columns, ambiguous }: Area): readonly Line[] {
  const { who, details } = contactInWords(contact, model.about.notice.delivery.timeZone, model.now);
  return [
    ...wrapLines(who, columns, { indent: 2, ambiguous }),
    ...details.flatMap(({ text, open }) =>
      wrapLines(text, columns, {
        indent: 4,
        ambiguous,
        style: open === null ? {} : { tone: open ? 'good' : 'attention' },
      }),
    ),
  ];
}
