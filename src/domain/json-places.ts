import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { inputTexts as texts, jsonFaults } from './input.ja.ts';

/** A place in a text, both counted from 1. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** JSON as the standard has it: no comments, no comma at the end. */
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** Where a JSON text stops being one, and why. null: the strict reader finds nothing, or it is nested too deep. */
export function jsonFaultIn(text: string): (TextPlace & { readonly reason: string }) | null {
  const errors: ParseError[] = [];
  treeOf(text, errors);
  const [first] = errors;
  if (!first) return null;
  const sign = /^[^\p{ASCII}\p{L}]/u.exec(text.slice(first.offset))?.[0];
  const code = printParseErrorCode(first.error);
  const isSign = code === 'InvalidSymbol' && sign !== undefined;
  const reason = isSign ? texts.wrongSign(sign) : (jsonFaults[code] ?? jsonFaults.InvalidSymbol);
  return { ...placeAt(text, first.offset), reason };
}

/**
 * The line on which a field of a JSON text stands; for one that is missing, that of what should hold it. Of a name that
 * stands twice the last counts, as for JSON.parse. null: it cannot be told.
 */
export function lineOfField(text: string, tree: Node | undefined, path: readonly PropertyKey[]): number | null {
  let node = tree;
  if (!node) return null;
  let { offset } = node;
  for (const part of path) {
    const child: Child | null = childOf(node, part);
    if (!child) break;
    ({ offset, node } = child);
    if (!node) break;
  }
  return placeAt(text, offset).line;
}

interface Child {
  readonly offset: number;
  readonly node: Node | undefined;
}

function childOf(parent: Node | undefined, part: PropertyKey): Child | null {
  const children = parent?.children ?? [];
  if (parent?.type === 'object') {
    const property = children.findLast((each) => each.children?.[0]?.value === part);
    return property ? { offset: property.offset, node: property.children?.[1] } : null;
  }
  const item = typeof part === 'number' ? children[part] : undefined;
  return item ? { offset: item.offset, node: item } : null;
}

export function placeAt(text: string, offset: number): TextPlace {
  const lines = text.slice(0, offset).split(/\r\n|[\n\r]/);
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 };
}

/** A file's text as JSON has it, and its parts. */
export function treeIn(text: string): [json: string, tree: Node | undefined] {
  const json = withoutMark(text);
  return [json, treeOf(json, [])];
}

function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, STRICT);
  } catch (error) {
    // The parser calls itself for each level: a text of nothing but brackets must not end the console.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Editors of Windows put a byte order mark first. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
