import { checkNames, componentNames, witnessNames, witnessStateNames } from '../domain/names.ja.ts';

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
