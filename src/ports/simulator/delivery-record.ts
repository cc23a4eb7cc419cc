import type { Instant } from '../../domain/time.ts';
import { compareVersions, findVersion } from '../../domain/versions/version.ts';
import { decodeText } from '../../text/text-file.ts';
import { slashTime } from './clock.ts';
import { encodeCp932 } from './cp932.ts';
import { recordHeader } from './simulator.ja.ts';
import type { SimulatedComponent, Versions } from './terminal-spec.ts';

/** A date, with or without a time of day, as a record may carry it. */
const DATE = /\d{4}[/-]\d{1,2}[/-]\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?/;

/** What was delivered, and when. */
interface Delivered {
  readonly components: readonly SimulatedComponent[];
  readonly versions: Versions;
  readonly deliveredAt: Instant;
  readonly offsetMinutes: number;
}

/** A fresh delivery record: CSV with a header row, in CP932 with CRLF. */
export function freshRecord({ components, versions, deliveredAt, offsetMinutes }: Delivered): Uint8Array {
  const time = slashTime(deliveredAt, offsetMinutes);
  const rows = components.flatMap(({ id, name }) => {
    const version = versions[id];
    return version === undefined ? [] : [rowOf(name, version, time)];
  });
  return encodeCp932([recordHeader.join(','), ...rows, ''].join('\r\n'));
}

/**
 * The record after a delivery: the last row of each delivered component gets the new version and, where it carries a
 * date, the new date; a component without a row gets one at the end. Encoding and line ends stay. A version that is
 * already as new stays. null: nothing to change, or the bytes are no text.
 */
export function updatedRecord(
  bytes: Uint8Array,
  { components, versions, deliveredAt, offsetMinutes }: Delivered,
): Uint8Array | null {
  const decoded = decodeText(bytes);
  if (!decoded) return null;
  const time = slashTime(deliveredAt, offsetMinutes);
  const lines = decoded.text.split(/(?<=\n)/);
  for (const { id, name } of components) {
    const version = versions[id];
    if (version === undefined) continue;
    const index = lines.findLastIndex((line) => names(line, name));
    const line = lines[index];
    if (line === undefined) appendLine(lines, rowOf(name, version, time));
    else lines[index] = updatedLine(line, version, time);
  }
  const text = lines.join('');
  return text === decoded.text ? null : encodeAs(decoded.encoding, text, startsWithMark(bytes));
}

/**
 * `顔認証ライブラリ` is no part of any other name, but the reader's application ends like the others: compare whole
 * cells.
 */
function names(line: string, name: string): boolean {
  const [plain, wanted] = [line.normalize('NFKC'), name.normalize('NFKC')];
  // Spaces divide cells too, unless they are within the name.
  return [/[,\t:" ]+/, /[,\t:"]+/].some((sign) => plain.split(sign).some((cell) => cell.trim() === wanted));
}

function updatedLine(line: string, version: string, time: string): string {
  const date = DATE.exec(line)?.[0];
  const withoutDate = date === undefined ? line : line.replace(date, '');
  const found = findVersion(withoutDate);
  if (!found || compareVersions(found.version, version) >= 0) return line;
  const updated = line.replace(found.raw, version);
  return date === undefined ? updated : updated.replace(date, time);
}

function appendLine(lines: string[], row: string): void {
  const last = lines.at(-1);
  const lineEnd = lines.some((line) => line.endsWith('\r\n')) ? '\r\n' : '\n';
  if (last !== undefined && last !== '' && !last.endsWith('\n')) lines[lines.length - 1] = `${last}${lineEnd}`;
  lines.push(`${row}${lineEnd}`);
}

function rowOf(name: string, version: string, time: string): string {
  return [name, version, time].join(',');
}

function startsWithMark(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  return start === 'efbbbf' || start.startsWith('fffe') || start.startsWith('feff');
}

function encodeAs(encoding: string, text: string, withMark: boolean): Uint8Array {
  if (encoding === 'cp932') return encodeCp932(text);
  const marked = withMark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
