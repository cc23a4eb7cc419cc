import type { z } from 'zod';
import { componentIds } from '../facts.ts';
import { DAY, dayAfter } from '../time.ts';
import { namesWith } from '../versions/record/names.ts';
import { noticeTexts as texts } from './notice.ja.ts';
import type { Delivery, Notice } from './notice.ts';

/** A calendar longer than this is a slip of the pen in a year. */
const MAX_NIGHTS = 366;

interface Problem {
  readonly path: (string | number)[];
  readonly message: string;
}

/**
 * What no single field shows: whether the fields of a notice fit each other. Each question looks at the fields that it
 * names, and at no others, so it can be asked whatever is wrong elsewhere.
 */
const fits: readonly { readonly fields: RegExp; readonly problemsOf: (notice: Notice) => readonly Problem[] }[] = [
  { fields: /^components(\.\d+(\.(id|name|recordNames)(\.\d+)?)?)?$/, problemsOf: componentProblems },
  { fields: /^(components(\.\d+(\.id)?)?|targets(\.\d+(\.component)?)?)$/, problemsOf: targetProblems },
  { fields: /^(by|steps|delivery)$/, problemsOf: wayProblems },
  { fields: /^delivery(\.(?!timeZone).*)?$/, problemsOf: calendarProblems },
  { fields: /^(delivery(\.firstNight)?|deadline)$/, problemsOf: deadlineProblems },
  { fields: /^report(\.(number|fields(\.\d+(\.(id|kind|length))?)?))?$/, problemsOf: reportProblems },
  { fields: /^guide(\.\d+(\.id)?)?$/, problemsOf: ({ guide }) => repeatedIds(guide, ['guide']) },
];

/**
 * The schema of a file with these questions, each asked where the fields that it looks at are right by themselves: so
 * all that is wrong with a file is found at once. `readable`: `whole` where a notice can be made only of a file whose
 * fields are all there.
 */
export function whoseFieldsFit<Schema extends z.ZodType>(
  schema: Schema,
  noticeOf: (file: z.output<Schema>) => Notice,
  readable: 'each' | 'whole' = 'each',
): Schema {
  return fits.reduce(
    (checked, { fields, problemsOf }) =>
      checked.superRefine(
        (file, context) => {
          for (const { path, message } of problemsOf(noticeOf(file)))
            context.addIssue({ code: 'custom', path, message });
        },
        { when: ({ issues }) => issues.every((issue) => isBeside(issue, readable === 'whole' ? null : fields)) },
      ),
    schema,
  );
}

/** Whether what is wrong is wrong with other fields; null: whether every field is at least of its kind. */
function isBeside({ code, path = [] }: z.core.$ZodRawIssue, fields: RegExp | null): boolean {
  if (fields === null) return code === 'custom';
  return path.length === 0 ? code === 'unrecognized_keys' : !fields.test(path.map(String).join('.'));
}

function componentProblems({ components }: Notice): readonly Problem[] {
  const shared = namesWith(components).listed.filter(([, ids]) => ids.length > 1);
  return [
    ...repeatedIds(components, ['components']),
    ...components.flatMap(({ id, name, recordNames }, index) => {
      const path = ['components', index];
      const isTaken = componentIds.some((each) => each === id);
      return [
        ...(isTaken ? [problem([...path, 'id'], texts.builtIn(id))] : []),
        ...(isTaken ? [] : shared.filter(([, ids]) => ids.indexOf(id) > 0)).map(([each]) =>
          problem([...path, 'name'], texts.sharedName(each)),
        ),
        ...(/\p{L}/u.test(name) ? [] : [problem([...path, 'name'], texts.noLetter)]),
        ...recordNames.flatMap((each, at) =>
          /\p{L}/u.test(each) ? [] : [problem([...path, 'recordNames', at], texts.noLetter)],
        ),
      ];
    }),
  ];
}

function targetProblems({ components, targets }: Notice): readonly Problem[] {
  const known = [...componentIds, ...components.map(({ id }) => id)];
  const ids = targets.map(({ component }) => component);
  return ids.flatMap((id, index) => {
    const path = ['targets', index, 'component'];
    if (!known.includes(id)) return [problem(path, texts.unknownComponent(id, known))];
    return ids.indexOf(id) < index ? [problem(path, texts.repeated(id))] : [];
  });
}

function wayProblems({ by, steps, delivery }: Notice): readonly Problem[] {
  if (by === 'tool') return steps.length > 0 ? [problem(['steps'], texts.toolWithSteps)] : [];
  return [
    ...(steps.length === 0 ? [problem(['steps'], texts.handWithoutSteps)] : []),
    ...(delivery === null ? [] : [problem(['delivery'], texts.handWithDelivery)]),
  ];
}

function calendarProblems({ delivery }: Notice): readonly Problem[] {
  if (delivery === null) return [];
  const { firstNight, lastNight, excludedNights, allDayFrom } = delivery;
  if (lastNight < firstNight) return [problem(['delivery', 'lastNight'], texts.lastBeforeFirst)];
  const count = Math.round((Date.parse(lastNight) - Date.parse(firstNight)) / DAY) + 1;
  if (count > MAX_NIGHTS) return [problem(['delivery', 'lastNight'], texts.tooManyNights(count, MAX_NIGHTS))];
  const outside = excludedNights.flatMap((night, index) =>
    night < firstNight || night > lastNight
      ? [problem(['delivery', 'excludedNights', index], texts.outsideNights)]
      : [],
  );
  const all = outside.length === 0 && new Set(excludedNights).size === count;
  return [
    ...outside,
    ...(all ? [problem(['delivery', 'excludedNights'], texts.noNightLeft)] : []),
    ...(allDayFrom !== null && allDayFrom <= lastNight
      ? [problem(['delivery', 'allDayFrom'], texts.allDayTooEarly)]
      : []),
    ...delivery.holes.flatMap((hole, index) => {
      const meets = delivery.holes.slice(0, index).some(({ from, to }) => from <= hole.to && hole.from <= to);
      const reason = holeProblem(delivery, hole) ?? (meets ? texts.holesMeet : null);
      return reason === null ? [] : [problem(['delivery', 'holes', index], reason)];
    }),
  ];
}

/** Why a hole cannot be: it lies in one delivering night, and leaves some of it. Times are compared as written. */
function holeProblem({ firstNight, lastNight, excludedNights, from, to }: Delivery, hole: Delivery['holes'][number]) {
  if (hole.to <= hole.from) return texts.holeBackwards;
  for (let date = firstNight; date <= lastNight; date = dayAfter(date)) {
    const [start, end] = [`${date}T${from}`, `${to <= from ? dayAfter(date) : date}T${to}`];
    if (hole.from < start || hole.to > end) continue;
    if (excludedNights.includes(date)) return texts.holeInExcluded;
    return hole.from === start && hole.to === end ? texts.holeIsNight : null;
  }
  return texts.holeOutside;
}

function deadlineProblems({ deadline, delivery }: Notice): readonly Problem[] {
  if (deadline === null || delivery === null || deadline >= delivery.firstNight) return [];
  return [problem(['deadline'], texts.deadlineTooEarly)];
}

/** What the console calls rows of its own. */
const RESERVED = new Set(['terminals']);

function reportProblems({ report }: Notice): readonly Problem[] {
  if (report === null) return [];
  const { number, fields } = report;
  return [
    ...repeatedIds(fields, ['report', 'fields']),
    ...fields.flatMap(({ id }, index) =>
      RESERVED.has(id) ? [problem(['report', 'fields', index, 'id'], texts.reserved(id))] : [],
    ),
    ...fields.flatMap(({ kind, length }, index) => [
      ...(kind === 'fixed' && number === null ? [problem(['report', 'fields', index, 'kind'], texts.noNumber)] : []),
      ...(kind !== 'digits' && length !== null
        ? [problem(['report', 'fields', index, 'length'], texts.lengthOfDigits)]
        : []),
    ]),
  ];
}

function repeatedIds(rows: readonly { readonly id: string }[], path: readonly string[]): readonly Problem[] {
  const ids = rows.map((row) => row.id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [problem([...path, index, 'id'], texts.repeated(id))] : [],
  );
}

function problem(path: (string | number)[], message: string): Problem {
  return { path, message };
}
