import { checkNames, componentNames, witnessNames, witnessStateNames } from '../domain/names.ja.ts';
import { MINUTE, type Instant } from '../domain/time.ts';
import { deskTexts } from './desk.ja.ts';
import { isAhead } from './rows.ts';

/** The name of a check; one that this program does not know keeps its id. */
export function checkName(id: string): string {
  return named(checkNames, id);
}

export function componentName(id: string): string {
  return named(componentNames, id);
}

export function witnessName(source: string): string {
  return named(witnessNames, source);
}

/** What a source without a version says; null for an answer of a format that does not tell. */
export function stateName(state: string | null): string | null {
  return state === null ? null : named(witnessStateNames, state);
}

function named(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** How long ago, in words of at most 8 columns. What is as little ahead as clocks may differ is of now. */
export function ageText(at: Instant | null, now: Instant): string {
  return at === null
    ? deskTexts.noAge
    : deskTexts.age(isAhead(at, now) ? null : Math.max(0, Math.floor((now - at) / MINUTE)));
}
