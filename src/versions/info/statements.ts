import { linesOf } from '../decode.ts';
import { plainForm } from '../plain-form.ts';

/** A line of a `Version.info`, or what a value in its JSON says. */
export interface Statement {
  /** In NFKC and small letters, with a space where a word in mixed case goes on. */
  readonly text: string;
  /** It stands in a comment: it may be no longer true, or an example. */
  readonly comment: boolean;
}

/** What holds more brackets is no JSON that anybody wrote about one program; it keeps the work and its depth small. */
const MAX_BRACKETS = 200;
const COMMENT = /^(?:;|#(?!define)|\/\/|\/\*|--(?!-)|<!--|rem )/;
/** The prolog of XML and its like: its version is the language's. */
const PROLOG = /<\?[^>]{0,500}\?>|<!doctype[^>]{0,500}>/gi;
/** Keys whose value says what the values beside it are about. */
const NAMING =
  /name|title|component|part|product|module|program|app|target|type|kind|^id$|名|部品|製品|対象|アプリ/i;

/** Gives the statements of a text, in order: of JSON its values with the keys and names that they stand under, else its lines. */
export function statementsOf(text: string): readonly Statement[] {
  const json = jsonOf(text);
  const lines = json === null ? linesOf(text.replace(PROLOG, '')) : leavesOf(json, '');
  return Array.from(lines, statementOf).filter((statement) => statement.text !== '');
}

function statementOf(line: string): Statement {
  const text = plainForm(line).trim();
  const comment = COMMENT.test(text.toLowerCase());
  // `FaceAuthLib` and `OQSFaceApp` are words in a row.
  const words = text.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ');
  return { text: words.toLowerCase(), comment };
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || text.split(/[[{]/, MAX_BRACKETS + 1).length > MAX_BRACKETS) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    // `[section]` of an INI file, and any other text.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Every value that is more than words, as `keys and names above it = value`. */
function* leavesOf(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    if (!isWords(value)) yield `${path} = ${String(value)}`;
    return;
  }
  const entries = Object.entries(value).map(([key, each]: [string, unknown]) => [key, each] as const);
  const isList = Array.isArray(value);
  const names = entries.filter(([key, each]) => isWords(each) && (isList || NAMING.test(key)));
  const above = [path, ...names.map(([, each]) => String(each))];
  for (const [key, each] of entries) yield* leavesOf(each, [...above, ...(isList ? [] : [key])].join(' '));
}

function isWords(value: unknown): boolean {
  return typeof value === 'string' && !/\d *[.,．，] *\d|[０-９]/.test(value);
}
