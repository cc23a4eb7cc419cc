import { linesOf } from '../../../text/text-file.ts';
import { plainForm } from '../../../text/normal-forms.ts';
import { dottedNumbers, normalised, splitParts } from '../version.ts';
import { takeDates, type CellNumber } from '../record/numbers.ts';

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

const TIME = /(?<![\d.])\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?![\d:])/g;
/** As resources of Windows programs write a version: `5, 0, 3, 0`. */
const COMMAS = /(?<![\d.,] ?)\d{1,5}(?: ?, ?\d{1,5}){2,3}(?! ?[.,]? ?\d)/g;
const CALLED = /(?:version|ver\.?|バージョン|版数?)["' :=,]{0,6}$/;
/** A date with dots that is called a version stays: nobody can compare it. */
const CALLED_DATE = /(?:version|ver\.?|バージョン|版数?)["' :=]{0,6}(?:19|20)\d\d\.\d/;
/** `V5.1.0_20260120`: the day of the build. */
const BUILD_DAY = /(?<=\d\.\d{1,5})_(?=20\d{6}(?![\d.]))/;

/** The statements of a text, in order: of JSON its values with the keys and names above them, else its lines. */
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

/** The numbers of a statement that may be versions, and the text with them, its dates and its times left blank. */
export function infoNumbers(text: string): { readonly numbers: readonly CellNumber[]; readonly rest: string } {
  if (!/\d/.test(text)) return { numbers: [], rest: text };
  const apart = text.replace(BUILD_DAY, ' ');
  const dateless = CALLED_DATE.test(apart) ? apart : takeDates(apart).rest;
  const undated = dateless.replace(TIME, (time) => ' '.repeat(time.length));
  const listed = Array.from(undated.matchAll(COMMAS), ({ 0: list, index }) => {
    const parts = splitParts(list.replace(/ ?, ?/g, '.'));
    const called = CALLED.test(undated.slice(Math.max(0, index - 20), index));
    return { start: index, end: index + list.length, version: called && parts ? normalised(parts) : null };
  });
  const dotted = Array.from(dottedNumbers(undated), ({ start, end, parts }) => {
    const isVersion =
      parts !== null && !isAddress(parts.map(Number)) && !isWindows(parts.map(Number)) && !isBound(undated, start, end);
    return { start, end, version: isVersion ? normalised(parts) : null };
  });
  const numbers = [...listed, ...dotted].toSorted((one, other) => one.start - other.start);
  return { numbers, rest: blanked(undated, numbers) };
}

function blanked(text: string, numbers: readonly CellNumber[]): string {
  let rest = '';
  for (const { start, end } of numbers)
    rest += text.slice(rest.length, start) + ' '.repeat(Math.max(0, end - Math.max(start, rest.length)));
  return rest + text.slice(rest.length);
}

/** Four parts that stand for a machine on a clinic's own network, or for none. */
function isAddress(parts: readonly number[]): boolean {
  const [first = 0, second = 0] = parts;
  if (parts.length !== 4 || parts.some((part) => part > 255)) return false;
  if (first === 10 || first === 127 || first === 0 || first >= 224) return true;
  return (first === 192 && second === 168) || (first === 172 && second >= 16 && second <= 31);
}

/** Builds of Windows 10 and 11. */
function isWindows([first = 0, second = 0, build = 0]: readonly number[]): boolean {
  return first === 10 && second === 0 && build >= 10_240;
}

/** One end of a range: `[5.1.0,)`, `(,5.1.0]`. */
function isBound(text: string, start: number, end: number): boolean {
  return (
    /[[(] *,? *$/.test(text.slice(0, start)) &&
    /^ *,? *[)\]]/.test(text.slice(end)) &&
    /,/.test(text.slice(Math.max(0, start - 2), end + 2))
  );
}
