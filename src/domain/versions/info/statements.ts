import { linesOf } from '../../../text/text-file.ts';
import { plainForm } from '../../../text/normal-forms.ts';

/** A line of a `Version.info`, or what a value in its JSON says. */
export interface Statement {
  /** In NFKC and small letters, with a space where a word in mixed case goes on. */
  readonly text: string;
  /** It stands in a comment: it may be no longer true, or an example. */
  readonly comment: boolean;
  /** It carries its keys and names with it: the statements around it say nothing of it. */
  readonly alone: boolean;
}

/** What holds more brackets is no JSON that anybody wrote about one program; it keeps the work and its depth small. */
const MAX_BRACKETS = 200;
/** Longer keys and names above a value are no program's either. */
const MAX_PATH = 200;
/** A word that no reader knows: what it stands for leaves a doubt. */
const TOO_MUCH = 'omitted';
/** To its end, or to the text's. */
const BLOCK_COMMENT = /(\/\*[\s\S]*?(?:\*\/|$)|<!--[\s\S]*?(?:-->|$))/;
const COMMENT = /^(?:;|#(?!define)|\/\/|\/\*|--(?!-)|<!--|::|'(?![^']*')|@?rem )/;
/** A string of JSON, and the colon that makes it a key. */
const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;
/** The prolog of XML and its like: its version is the language's. */
const PROLOG = /<\?[^>]{0,500}\?>|<!doctype[^>]{0,500}>/gi;
/** Keys whose value says what the values beside it are about. */
const NAMING = /name|title|component|part|product|module|program|app|target|type|kind|^id$|名|部品|製品|対象|アプリ/i;

/** Gives the statements of a text, in order: of JSON its values with the keys and names that they stand under, else its lines. */
export function statementsOf(text: string): readonly Statement[] {
  const json = jsonOf(text);
  const statements = json === null ? linesIn(text.replace(PROLOG, '')) : valuesIn(json);
  return [...statements].filter((statement) => statement.text !== '');
}

function* linesIn(text: string): Generator<Statement> {
  // Every second piece is what stands between the others.
  for (const [index, piece] of text.split(BLOCK_COMMENT).entries()) {
    for (const line of linesOf(piece)) {
      const plain = wordsOf(line);
      yield { text: plain, comment: index % 2 === 1 || COMMENT.test(plain), alone: false };
    }
  }
}

function* valuesIn(json: unknown): Generator<Statement> {
  for (const leaf of leavesOf(json, '')) yield { text: wordsOf(leaf), comment: false, alone: true };
}

/** `FaceAuthLib` and `OQSFaceApp` are words in a row. */
function wordsOf(line: string): string {
  const text = plainForm(line).trim();
  return text.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ').toLowerCase();
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || text.split(/[[{]/, MAX_BRACKETS + 1).length > MAX_BRACKETS) return null;
  try {
    const json: unknown = JSON.parse(text);
    // Of a key that stands there twice the parser keeps one: the lines hold both.
    return keysIn(json) === [...text.matchAll(STRING)].filter(([, colon]) => colon !== undefined).length ? json : null;
  } catch (error) {
    // `[section]` of an INI file, and any other text.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, each) => sum + keysIn(each), own);
}

/** Every value, as `keys and names above it = value`. */
function* leavesOf(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield `${path} = ${String(value)}`;
    return;
  }
  if (Object.keys(value).length === 0) yield `${path} = `;
  const entries = Object.entries(value).map(([key, each]: [string, unknown]) => [key, each] as const);
  const isList = Array.isArray(value);
  const names = entries.filter(([key, each]) => isWords(each) && (isList || NAMING.test(key)));
  const whole = [path, ...names.map(([, each]) => String(each))].join(' ');
  const above = whole.length > MAX_PATH ? TOO_MUCH : whole;
  for (const [key, each] of entries) yield* leavesOf(each, isList ? above : `${above} ${key}`);
}

function isWords(value: unknown): boolean {
  return typeof value === 'string' && !/\d *[.,．，] *\d|[０-９]/.test(value);
}
