import { builtInFile } from '../../domain/notice/built-in.ts';
import { componentName } from '../../domain/notice/components.ts';
import { format2Schema, fromFormat2, type Format2 } from '../../domain/notice/format-2.ts';
import { idText } from '../../domain/notice/parts.ts';
import type { Instant } from '../../domain/time.ts';
import { hoursToText } from '../../settings/hours-text.ts';
import { previewPage } from '../preview.ts';
import { answerWords } from './interview.ja.ts';
import { bySchema, jsonPath, NONE, openingHours, orNone, phone, words, yesNo } from './answers.ts';
import { ask, type Asking } from './ask.ts';
import { askReport } from './ask-report.ts';
import { askWay } from './ask-when.ts';
import { askWhat } from './ask-what.ts';
import { scriptTexts as texts } from './script.ja.ts';
import { template } from './template.ts';

type Contact = Format2['contacts'][number];

/** The questions of a notice, to the notice; null: it is not to be written. `today`: `2026-01-20`, at `now`. */
export function* noticeScript(today: string, now: Instant): Asking<Format2 | null> {
  const blank = template(today);
  const what = yield* askWhat(blank);
  const way = yield* askWay(blank, today);
  const report = yield* askReport();
  const contacts = yield* askContacts();
  const month = (way.delivery?.firstNight ?? way.deadline ?? today).slice(0, 7);
  const title = yield* ask({ ...texts.title, standard: proposedTitle(what, month), read: words });
  const id = yield* ask({
    ...texts.id,
    standard: `${month}-${what.targets[0]?.component ?? ''}`,
    read: bySchema(idText()),
  });
  const rest = { report, contacts, faq: [], guide: [] };
  const { components, targets } = what;
  const own = components.length === 0 ? {} : { components };
  const file: Format2 = format2Schema.parse({ formatVersion: 2, id, title, ...own, targets, ...way, ...rest });
  const above = previewPage({ notice: fromFormat2(file), format: 2 }, now).split('\n');
  return (yield* ask({ ...texts.write, above, standard: answerWords.yes, read: yesNo })) ? file : null;
}

/** Where to write it. `name` is what is proposed; `problem` why an earlier name could not be taken. */
export function* pathScript(name: string, problem: string | null): Asking<string> {
  return yield* ask({ ...texts.path, above: problem === null ? [] : [problem], standard: name, read: jsonPath });
}

function proposedTitle({ components = [], targets }: Pick<Format2, 'components' | 'targets'>, month: string): string {
  const { proposed, target, and } = texts.title;
  const named = targets.map(({ component, version }) => target(componentName({ components }, component), version));
  return proposed(month.slice(0, 4), String(Number(month.slice(5))), named.join(and));
}

function* askContacts(): Asking<Contact[]> {
  const contacts: Contact[] = [];
  // The call centre is the same for every notice; what is known of it is proposed where it is named.
  const [known] = builtInFile().contacts;
  for (;;) {
    const isFirst = contacts.length === 0;
    const name = yield* ask({ ...texts.contact, standard: isFirst ? (known?.name ?? null) : null, read: words });
    const same = known?.name === name ? known : null;
    const number = yield* ask({ ...texts.phone, standard: same?.phone ?? null, read: phone });
    const hours = yield* ask({
      ...texts.hours,
      standard: same === null ? NONE : hoursToText(same.hours),
      read: orNone(openingHours),
    });
    const hoursNote = yield* ask({ ...texts.hoursNote, standard: same?.hoursNote ?? NONE, read: orNone(words) });
    contacts.push({ name, phone: number, hours: hours ?? [], hoursNote });
    if (!(yield* ask({ ...texts.anotherContact, standard: answerWords.no, read: yesNo }))) return contacts;
  }
}
