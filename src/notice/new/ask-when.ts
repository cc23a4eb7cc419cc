import type { Format2 } from '../../domain/notice/format-2.ts';
import { JAPAN } from '../../domain/notice/zone.ts';
import { dayAfter } from '../../domain/time.ts';
import { halfWidth } from '../../text/normal-forms.ts';
import { answerWords } from './interview.ja.ts';
import {
  choice,
  dateFrom,
  hole,
  listOrNone,
  NONE,
  orNone,
  problemAt,
  rowOrEnd,
  time,
  words,
  yesNo,
} from './answers.ts';
import { ask, askMany, type Asking } from './ask.ts';
import { scriptTexts as texts } from './script.ja.ts';

type Way = Pick<Format2, 'by' | 'steps' | 'delivery' | 'restart' | 'deadline'>;
type Delivery = NonNullable<Format2['delivery']>;
type Hole = NonNullable<Delivery['holes']>[number];

/** How it comes, when, and until when. `today`: `2026-01-20`. */
export function* askWay(blank: Format2, today: string): Asking<Way> {
  const { choices, ...by } = texts.by;
  const above = choices.map((each, index) => texts.what.choice(index + 1, each));
  const hand = (yield* ask({ ...by, above, standard: '1', read: choice(choices.length) })) === 2;
  const steps = hand ? (yield* askRows(texts.step)).map(withoutNumber) : [];
  const nights = !hand && (yield* ask({ ...texts.nights, standard: answerWords.yes, read: yesNo }));
  const delivery = nights ? yield* askDelivery(blank, today) : null;
  const restart = yield* ask({ ...texts.restart, standard: hand ? answerWords.no : answerWords.yes, read: yesNo });
  const deadline = yield* ask(
    { ...texts.deadline, standard: delivery?.lastNight ?? NONE, read: orNone(dateFrom(delivery?.firstNight ?? today)) },
    (date) => problemAt(blank, { delivery, deadline: date }, ['deadline']),
  );
  return { by: hand ? 'hand' : 'tool', steps: [...steps], delivery, restart, deadline };
}

/** One text a row, at least one. */
export function* askRows(row: {
  readonly text: (number: number) => string;
  readonly more: (number: number) => string;
  readonly example: string;
  readonly help: string;
}): Asking<readonly string[]> {
  return yield* askMany((before: readonly string[]): Asking<string | null> => {
    const number = before.length + 1;
    const { example, help } = row;
    if (number === 1) return ask<string | null>({ text: row.text(number), example, help, read: words });
    return ask({ text: row.more(number), help, standard: NONE, read: rowOrEnd });
  });
}

/** A step as it is shown behind its number: without the number that it was typed with, where that is its own. */
function withoutNumber(step: string, index: number): string {
  const [whole, number] = /^(\d{1,2})[.)、](?!\d)\s*(?=\S)/.exec(halfWidth(step)) ?? [];
  return whole !== undefined && Number(number) === index + 1 ? step.slice(whole.length) : step;
}

function* askDelivery(blank: Format2, today: string): Asking<Delivery> {
  const fault = (
    delivery: Partial<Delivery> & Pick<Delivery, 'firstNight' | 'lastNight'>,
    ...path: (string | number)[]
  ) => problemAt(blank, { delivery: { ...bareDelivery, ...delivery } }, ['delivery', ...path]);
  const firstNight = yield* ask({ ...texts.firstNight, read: dateFrom(today) }, (date) =>
    fault({ firstNight: date, lastNight: date }, 'firstNight'),
  );
  const lastNight = yield* ask({ ...texts.lastNight, read: dateFrom(firstNight) }, (date) =>
    fault({ firstNight, lastNight: date }, 'lastNight'),
  );
  const nights = { firstNight, lastNight };
  const excludedNights = [
    ...(yield* ask({ ...texts.excluded, standard: NONE, read: listOrNone(dateFrom(firstNight)) }, (dates) =>
      fault({ ...nights, excludedNights: [...dates] }, 'excludedNights'),
    )),
  ];
  const from = yield* ask({ ...texts.from, standard: bareDelivery.from, read: time });
  const to = yield* ask({ ...texts.to, standard: bareDelivery.to, read: time });
  const whole = { ...nights, excludedNights, from, to };
  const holes = yield* askMany((before: readonly Hole[]): Asking<Hole | null> => {
    const { text, more, ...rest } = texts.hole;
    return ask(
      { ...rest, text: before.length === 0 ? text : more, standard: NONE, read: orNone<Hole>(hole(firstNight)) },
      (one) => (one === null ? null : fault({ ...whole, holes: [...before, one] }, 'holes')),
    );
  });
  const allDayFrom = yield* ask(
    { ...texts.allDay, standard: dayAfter(lastNight), read: orNone(dateFrom(lastNight)) },
    (date) => fault({ ...whole, allDayFrom: date }, 'allDayFrom'),
  );
  return { ...bareDelivery, ...whole, ...(holes.length === 0 ? {} : { holes: [...holes] }), allDayFrom };
}

const bareDelivery = { timeZone: JAPAN, excludedNights: [], from: '20:00', to: '05:00', allDayFrom: null };
