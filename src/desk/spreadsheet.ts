import { readCsv, type CsvRow } from '../text/csv.ts';
import { textFile } from '../text/text-file.ts';
import { machineColumns, tableOf } from './columns.ts';
import type { Row } from './rows.ts';
import { harmless } from '../text/harmless.ts';

/**
 * What a spreadsheet makes of a cell when it opens a CSV and saves it again. A Japanese Excel takes what looks like a
 * number, a date or a time for one: `0110123456` comes back as `110123456`, `1-2` as `1月2日`, `1E5` as `1.00E+05`, and
 * of sixteen digits the last are zeros. Source: "Stop automatically changing numbers to dates" and "Keeping leading
 * zeros and large numbers", support.microsoft.com.
 */

/** Taken for a formula; Japanese ones take the full-width signs too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
/** Whole and decimal numbers that come back as they are: no zeros to lose, no more digits than a cell shows. */
const PLAIN_NUMBER = /^(?=.{1,11}$)(0|[1-9]\d*)(\.\d*[1-9])?$/;
/** A version has two dots or more; no number and no Japanese date does. */
const VERSION = /^\d+(\.\d+){2,}$/;
/** A time of ours, which is to be sorted and filtered by, in whatever form the spreadsheet shows it. */
const OUR_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;
/** Digits with what numbers, dates, times, fractions, percentages and sums of money are written with. */
const NUMBER = /^(?=.*\d)[\d\s.,:/()%¥$\\年月日時分秒-]+(e[+-]?\d+)?\s*([ap]m?)?$/i;
const CLOCK = /^(午前|午後)\s*\d/;
const MONTH =
  /^[\d\s./-]*(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)[\d\s.,/-]*$/i;
const ERA = /^([mtshr]|明治|大正|昭和|平成|令和)\s*(\d{1,2}|元)\s*[年./-]\s*(\d{1,2}\s*[月./-]?\s*(\d{1,2}\s*日?)?)?$/i;
const WORD = /^(true|false|#(n\/a|value!|ref!|div\/0!|num!|name\?|null!))$/i;

/** Whether a spreadsheet may take the text for something else than text. In doubt it may. */
export function isRetyped(text: string): boolean {
  if (FORMULA.test(text)) return true;
  if (PLAIN_NUMBER.test(text) || VERSION.test(text) || OUR_TIME.test(text)) return false;
  // Full-width digits are digits to it.
  const plain = text.normalize('NFKC').trim();
  if (WORD.test(plain) || NUMBER.test(plain)) return true;
  return /\d|元/.test(plain) && (CLOCK.test(plain) || MONTH.test(plain) || ERA.test(plain));
}

const GUARD = "'";

/**
 * The text with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, CSV Injection) or for
 * another value. In a CSV the apostrophe is a character like any other: it stays, however often the file is opened and
 * saved. (`="007"` would be `007` after the first time.)
 */
function guarded(text: string): string {
  return needsGuard(text) ? `${GUARD}${text}` : text;
}

/** What was guarded, as it was. */
function unguarded(cell: string): string {
  return cell.startsWith(GUARD) && needsGuard(cell.slice(GUARD.length)) ? cell.slice(GUARD.length) : cell;
}

/** A text that begins like a guarded one gets a guard of its own. */
function needsGuard(text: string): boolean {
  let bare = 0;
  while (text.startsWith(GUARD, bare)) bare += GUARD.length;
  return isRetyped(text.slice(bare));
}

/**
 * What an unguarded text may have become in a spreadsheet, in the forms that can be told; the text itself is none of
 * them.
 */
export function spoiled(text: string): readonly string[] {
  const plain = text.normalize('NFKC').trim();
  const forms = /^\d+$/.test(plain) ? digits(plain) : (written(plain) ?? []);
  return forms.filter((form) => form !== plain);
}

/**
 * Without its zeros; rounded to the fifteen digits of a double; and as a cell shows more than eleven, or a narrow one
 * fewer.
 */
function digits(text: string): readonly string[] {
  const whole = text.replace(/^0+(?=\d)/, '');
  const rounded = whole.length <= 15 ? whole : whole.slice(0, 15).padEnd(whole.length, '0');
  return [rounded, ...(whole.length > 1 ? scientific(Number(whole)) : [])];
}

function scientific(value: number): readonly string[] {
  return [0, 1, 2, 3, 4, 5].map((decimals) =>
    value
      .toExponential(decimals)
      .replace(/e\+(\d)$/, 'e+0$1')
      .toUpperCase(),
  );
}

/** Day and month, and a number with an exponent; null: neither. */
function written(text: string): readonly string[] | null {
  const day = /^0*(\d{1,2})[-/]0*(\d{1,2})$/.exec(text);
  if (day) return dayForms(Number(day[1]), Number(day[2]));
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return [String(Number(text)), ...scientific(Number(text))];
  return /^(true|false)$/i.test(text) ? [text.toUpperCase()] : null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** As a Japanese spreadsheet shows a day, and as an English one does. */
function dayForms(month: number, day: number): readonly string[] {
  const name = MONTHS[month - 1];
  return [`${String(month)}月${String(day)}日`, ...(name === undefined ? [] : [`${String(day)}-${name}`])];
}

/**
 * What may be spoiled, in the form that `spoiled` gives: a day with the year that a spreadsheet has put before it is
 * one without.
 */
export function spoiledForm(text: string): string {
  const day = /^(?:\d{2}|\d{4})[-/]0*(\d{1,2})[-/]0*(\d{1,2})$/.exec(text.normalize('NFKC').trim());
  return day ? `${day[1] ?? ''}月${day[2] ?? ''}日` : text;
}

/** Reads the rows of a CSV text, which a spreadsheet may have saved, without the guards of `csvLine`. */
export function csvRows(text: string): readonly CsvRow[] {
  return readCsv(text).map((row) => ({ ...row, cells: row.cells.map(unguarded) }));
}

/**
 * One line of CSV for a spreadsheet, without its end. It is cleaned first (`harmless`), and what breaks a line becomes
 * a space; a cell that would be taken for anything but text is guarded; what holds a comma or a quotation mark is
 * quoted. `csvRows` gives the cells back as they were.
 */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => guarded(harmless(cell).replaceAll(/[\n\t]/g, ' ')))
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/**
 * The terminals as a CSV file that Excel opens in Japanese: UTF-8 with a byte order mark, CRLF, one terminal a row.
 * Times are in the given zone.
 */
export function csvFile(rows: readonly Row[], offsetMinutes: number): Uint8Array {
  const lines = tableOf(rows, machineColumns, offsetMinutes);
  return textFile(lines.map((cells) => `${csvLine(cells)}\n`).join(''));
}
