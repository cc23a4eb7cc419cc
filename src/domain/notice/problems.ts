import { componentIds } from '../facts.ts';
import { repeatedIn, rowsIn, type Problem, type Reads } from '../fitting.ts';
import { DAY, dayAfter } from '../time.ts';
import { namesWith } from '../versions/record/names.ts';
import { noticeTexts as texts } from './notice.ja.ts';
import type { Delivery, Notice } from './notice.ts';

/** A calendar longer than this is a slip of the pen in a year. */
const MAX_NIGHTS = 366;

/**
 * What no single field shows: whether the fields of a notice fit each other. `notice` is as its file has it; of what
 * cannot be read there nothing is asked.
 */
export function noticeProblems(notice: Notice, reads: Reads): readonly Problem[] {
  return [
    componentProblems,
    targetProblems,
    wayProblems,
    calendarProblems,
    deadlineProblems,
    reportProblems,
    guideProblems,
  ].flatMap((problemsOf) => problemsOf(notice, reads));
}

function componentProblems({ components }: Notice, reads: Reads): readonly Problem[] {
  const rows = rowsIn(components, ['components'], reads).map(([index, component]) => {
    const isRead = (...path: readonly (string | number)[]): boolean => reads('components', index, ...path);
    const recordNames = rowsIn(component.recordNames, ['components', index, 'recordNames'], reads);
    return {
      index,
      // Its names are looked at whatever its id is.
      id: isRead('id') ? component.id : `#${String(index)}`,
      name: isRead('name') ? component.name : null,
      recordNames,
    };
  });
  const named = rows.flatMap(({ id, name, recordNames }) => {
    const [first, ...others] = [...(name === null ? [] : [name]), ...recordNames.map(([, each]) => each)];
    return first === undefined ? [] : [{ id, name: first, versionInfo: null, recordNames: others }];
  });
  const shared = namesWith(named).listed.filter(([, ids]) => ids.length > 1);
  return [
    ...idProblems(components, reads),
    ...rows.flatMap(({ index, id, name, recordNames }) => {
      const path = ['components', index];
      const others = isBuiltIn(id) ? [] : shared.filter(([, ids]) => ids.indexOf(id) > 0);
      return [
        ...others.map(([each]) => problem([...path, 'name'], texts.sharedName(each))),
        ...(name === null || hasLetter(name) ? [] : [problem([...path, 'name'], texts.noLetter)]),
        ...recordNames.flatMap(([at, each]) =>
          hasLetter(each) ? [] : [problem([...path, 'recordNames', at], texts.noLetter)],
        ),
      ];
    }),
  ];
}

function idProblems(components: Notice['components'], reads: Reads): readonly Problem[] {
  const taken = rowsIn(components, ['components'], reads).filter(
    ([index, { id }]) => reads('components', index, 'id') && isBuiltIn(id),
  );
  return [
    ...repeatedIn(components, 'id', ['components'], reads, texts.repeated),
    ...taken.map(([index, { id }]) => problem(['components', index, 'id'], texts.builtIn(id))),
  ];
}

function isBuiltIn(id: string): boolean {
  return componentIds.some((each) => each === id);
}

function hasLetter(name: string): boolean {
  return /\p{L}/u.test(name);
}

function targetProblems({ components, targets }: Notice, reads: Reads): readonly Problem[] {
  const areRead = reads('components') && components.every((_, index) => reads('components', index, 'id'));
  // Where it is not clear which components there are, a target may be one of them.
  const isClear = areRead && idProblems(components, reads).length === 0;
  const known = isClear ? [...componentIds, ...components.map(({ id }) => id)] : null;
  const unknown = rowsIn(targets, ['targets'], reads).filter(
    ([index, { component }]) => reads('targets', index, 'component') && known?.includes(component) === false,
  );
  const isUnknown = (index: unknown): boolean => unknown.some(([each]) => each === index);
  return [
    ...unknown.map(([index, { component }]) =>
      problem(['targets', index, 'component'], texts.unknownComponent(component, known ?? [])),
    ),
    ...repeatedIn(targets, 'component', ['targets'], reads, texts.repeated).filter(({ path }) => !isUnknown(path[1])),
  ];
}

function wayProblems({ by, steps, delivery }: Notice, reads: Reads): readonly Problem[] {
  if (!reads('by')) return [];
  const isEmpty = reads('steps') ? steps.length === 0 : null;
  if (by === 'tool') return isEmpty === false ? [problem(['steps'], texts.toolWithSteps)] : [];
  return [
    ...(isEmpty === true ? [problem(['steps'], texts.handWithoutSteps)] : []),
    ...(reads('delivery') && delivery !== null ? [problem(['delivery'], texts.handWithDelivery)] : []),
  ];
}

function calendarProblems({ delivery }: Notice, reads: Reads): readonly Problem[] {
  if (!reads('delivery') || delivery === null) return [];
  const { firstNight, lastNight, allDayFrom } = delivery;
  const hasFirst = reads('delivery', 'firstNight');
  const hasLast = reads('delivery', 'lastNight');
  const count = hasFirst && hasLast ? Math.round((Date.parse(lastNight) - Date.parse(firstNight)) / DAY) + 1 : null;
  const wrongCount = count === null ? null : countProblem(count);
  if (wrongCount !== null)
    return [problem(['delivery', 'lastNight'], wrongCount), ...holeProblems(delivery, false, reads)];
  const excluded = rowsIn(delivery.excludedNights, ['delivery', 'excludedNights'], reads);
  const outside = excluded.filter(([, night]) => (hasFirst && night < firstNight) || (hasLast && night > lastNight));
  const isNoneLeft = outside.length === 0 && new Set(excluded.map(([, night]) => night)).size === count;
  const isTooEarly = hasLast && reads('delivery', 'allDayFrom') && allDayFrom !== null && allDayFrom <= lastNight;
  return [
    ...outside.map(([index]) => problem(['delivery', 'excludedNights', index], texts.outsideNights)),
    ...(isNoneLeft ? [problem(['delivery', 'excludedNights'], texts.noNightLeft)] : []),
    ...(isTooEarly ? [problem(['delivery', 'allDayFrom'], texts.allDayTooEarly)] : []),
    ...holeProblems(delivery, count !== null, reads),
  ];
}

function countProblem(nights: number): string | null {
  if (nights < 1) return texts.lastBeforeFirst;
  return nights > MAX_NIGHTS ? texts.tooManyNights(nights, MAX_NIGHTS) : null;
}

/** `hasNights`: the first night and the last one are clear. */
function holeProblems(delivery: Delivery, hasNights: boolean, reads: Reads): readonly Problem[] {
  const path = ['delivery', 'holes'];
  const holes = rowsIn(delivery.holes, path, reads).filter(
    ([index]) => reads(...path, index, 'from') && reads(...path, index, 'to'),
  );
  const isClear = hasNights && ['from', 'to', 'excludedNights'].every((field) => reads('delivery', field));
  return holes.flatMap(([index, hole], at) => {
    const meets = holes.slice(0, at).some(([, { from, to }]) => from <= hole.to && hole.from <= to);
    const itself = hole.to <= hole.from ? texts.holeBackwards : null;
    const reason = itself ?? (isClear ? holeProblem(delivery, hole) : null) ?? (meets ? texts.holesMeet : null);
    return reason === null ? [] : [problem([...path, index], reason)];
  });
}

/** Why a hole cannot be: it lies in one delivering night, and leaves some of it. Times are compared as written. */
function holeProblem({ firstNight, lastNight, excludedNights, from, to }: Delivery, hole: Delivery['holes'][number]) {
  for (let date = firstNight; date <= lastNight; date = dayAfter(date)) {
    const [start, end] = [`${date}T${from}`, `${to <= from ? dayAfter(date) : date}T${to}`];
    if (hole.from < start || hole.to > end) continue;
    if (excludedNights.includes(date)) return texts.holeInExcluded;
    return hole.from === start && hole.to === end ? texts.holeIsNight : null;
  }
  return texts.holeOutside;
}

function deadlineProblems({ deadline, delivery }: Notice, reads: Reads): readonly Problem[] {
  if (!reads('deadline') || deadline === null || !reads('delivery', 'firstNight') || delivery === null) return [];
  return deadline < delivery.firstNight ? [problem(['deadline'], texts.deadlineTooEarly)] : [];
}

/** What the console calls rows of its own. */
const RESERVED = new Set(['terminals']);

function reportProblems({ report }: Notice, reads: Reads): readonly Problem[] {
  if (!reads('report') || report === null) return [];
  const path = ['report', 'fields'];
  const lacksNumber = reads('report', 'number') && report.number === null;
  return [
    ...repeatedIn(report.fields, 'id', path, reads, texts.repeated),
    ...rowsIn(report.fields, path, reads).flatMap(([index, { id, kind, length }]) => {
      const has = (field: 'id' | 'kind' | 'length'): boolean => reads(...path, index, field);
      return [
        ...(has('id') && RESERVED.has(id) ? [problem([...path, index, 'id'], texts.reserved(id))] : []),
        ...(has('kind') && kind === 'fixed' && lacksNumber ? [problem([...path, index, 'kind'], texts.noNumber)] : []),
        ...(has('kind') && has('length') && kind !== 'digits' && length !== null
          ? [problem([...path, index, 'length'], texts.lengthOfDigits)]
          : []),
      ];
    }),
  ];
}

function guideProblems({ guide }: Notice, reads: Reads): readonly Problem[] {
  return repeatedIn(guide, 'id', ['guide'], reads, texts.repeated);
}

function problem(path: readonly (string | number)[], message: string): Problem {
  return { path, message };
}
