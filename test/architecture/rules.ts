import type { Graph, Import } from './sources.ts';

/** Looks at a graph and names what it should not have, one breach a line; empty where the rule holds. */
export type Rule = (graph: Graph) => readonly string[];

type Kind = Import['kind'];
const atRunTime: readonly Kind[] = ['value', 'bare', 'dynamic'];
const ofAnyKind: readonly Kind[] = [...atRunTime, 'type'];

/**
 * Whether a path is one of these: a module `main.ts`, a folder and all below it `core/`, a package with or without what
 * it exports `zod`, Node's own modules `node:`.
 */
function isOneOf(path: string, names: readonly string[]): boolean {
  return names.some((name) => path === name || path.startsWith(/[/:]$/.test(name) ? name : `${name}/`));
}

interface Allowance {
  /** Who may all the same; each has its reason beside it in the table, and must be needed. */
  readonly except?: readonly string[];
  /** Imports of types alone are free. */
  readonly types?: 'free';
}

/** These may be imported by nobody but `except`. */
export function only(targets: readonly string[], allowance: Allowance): Rule {
  return (graph) => breaches(graph, () => true, targets, allowance);
}

/** These modules import none of the targets. */
export function never(
  importers: readonly string[],
  targets: readonly string[],
  allowance: Allowance & { readonly but?: readonly string[] } = {},
): Rule {
  return (graph) => breaches(graph, (path) => isOneOf(path, importers), targets, allowance, allowance.but);
}

/**
 * The folders in their order, from the ground up, longer names before shorter ones: nobody imports what stands after
 * it, and of one row no two import each other.
 */
export function ordered(order: readonly (readonly string[])[]): Rule {
  const names = order.flat().toSorted((one, other) => other.length - one.length);
  const folderOf = (path: string): string | undefined => names.find((name) => isOneOf(path, [name]));
  const rankOf = (name: string): number => order.findIndex((row) => row.includes(name));
  return (graph) => {
    const crossing = edges(graph, ofAnyKind).flatMap(({ from, to }) => {
      const [importer, target] = [folderOf(from), folderOf(to)];
      return importer === undefined || target === undefined || importer === target
        ? []
        : [{ importer, target, says: `${from} -> ${to}` }];
    });
    return crossing
      .filter(
        ({ importer, target }) =>
          rankOf(target) > rankOf(importer) ||
          crossing.some((back) => back.importer === target && back.target === importer),
      )
      .map(({ says }) => says);
  };
}

function breaches(
  graph: Graph,
  asked: (path: string) => boolean,
  targets: readonly string[],
  allowance: Allowance,
  but: readonly string[] = [],
): readonly string[] {
  const kinds = allowance.types === 'free' ? atRunTime : ofAnyKind;
  const found = edges(graph, kinds).filter(({ from, to }) => asked(from) && isOneOf(to, targets) && !isOneOf(to, but));
  return unexcused(
    found.map(({ from, to }) => ({ path: from, says: `${from} -> ${to}` })),
    allowance.except ?? [],
  );
}

/** What is left after the exceptions; an exception that excuses nothing is a breach of its own. */
function unexcused(
  found: readonly { readonly path: string; readonly says: string }[],
  except: readonly string[],
): readonly string[] {
  const idle = except.filter((name) => !found.some(({ path }) => isOneOf(path, [name])));
  return [
    ...found.filter(({ path }) => !isOneOf(path, except)).map(({ says }) => says),
    ...idle.map((name) => `${name} needs no exception`),
  ];
}

/** At run time, nothing that these modules lead to is one of the targets, over however many steps. */
export function neverReaches(
  importers: readonly string[],
  targets: readonly string[],
  allowance: { readonly except?: readonly string[] } = {},
): Rule {
  return (graph) => {
    const next = successors(graph, atRunTime);
    return [...graph.keys()]
      .filter((path) => isOneOf(path, importers))
      .flatMap((path) => wayTo(path, targets, allowance.except ?? [], next))
      .map((way) => way.join(' -> '));
  };
}

/** No module leads back to itself, at run time or by its types. */
export const noCycle: Rule = (graph) => {
  const next = successors(graph, ofAnyKind);
  return [...graph.keys()].flatMap((path) =>
    (next.get(path) ?? [])
      .flatMap((first) => wayTo(first, [path], [], next, true))
      .map((way) => [path, ...way].join(' -> ')),
  );
};

/** Nothing is imported for what it does by being imported. */
export const noBareImport: Rule = (graph) => edges(graph, ['bare']).map(({ from, to }) => `${from} -> ${to}`);

/** Being imported does nothing: the top level holds imports and declarations. */
export function onlyDeclares(except: readonly string[]): Rule {
  return (graph) =>
    unexcused(
      [...graph].flatMap(([path, { code }]) =>
        code
          .split('\n')
          .filter((line) => /^\S/.test(line) && !DECLARATION.test(line) && !CLOSING.test(line))
          .map((line) => ({ path, says: `${path}: ${line}` })),
      ),
      except,
    );
}

const DECLARATION = /^(import|export|const|let|var|function|async function|class)\b|^"use /;
const CLOSING = /^[)\]}>`<.]/;

/** The program text of no module but these has this. */
export function notInCode(pattern: RegExp, allowance: Allowance = {}): Rule {
  return (graph) =>
    unexcused(
      [...graph].flatMap(([path, { code }]) =>
        pattern.test(code) ? [{ path, says: `${path}: ${pattern.exec(code)?.[0] ?? ''}` }] : [],
      ),
      allowance.except ?? [],
    );
}

function edges(graph: Graph, kinds: readonly Kind[]): readonly { readonly from: string; readonly to: string }[] {
  return [...graph].flatMap(([from, { imports }]) =>
    imports.filter(({ kind }) => kinds.includes(kind)).map(({ target }) => ({ from, to: target })),
  );
}

function successors(graph: Graph, kinds: readonly Kind[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of edges(graph, kinds)) found.set(from, [...(found.get(from) ?? []), to]);
  return found;
}

/** The shortest way from a module to one of the targets, as a list of none or one. */
function wayTo(
  start: string,
  targets: readonly string[],
  except: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
  exactly = false,
): readonly (readonly string[])[] {
  const hit = (path: string): boolean => (exactly ? targets.includes(path) : isOneOf(path, targets));
  const seen = new Set([start]);
  const waiting: (readonly string[])[] = [[start]];
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    const here = way.at(-1) ?? start;
    if (hit(here)) return [way];
    for (const path of next.get(here) ?? []) {
      if (seen.has(path) || isOneOf(here, except)) continue;
      seen.add(path);
      waiting.push([...way, path]);
    }
  }
  return [];
}
