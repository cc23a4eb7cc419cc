import { createHash } from 'node:crypto';

/** Journals built by hand, without the code under test. */

const encoder = new TextEncoder();

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

export function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** A journal of `count` lines, without line ends: a mix of events with Japanese text. */
export function chain(count: number): string[] {
  const events = [
    { event: 'console-started', version: '0.1.0' },
    { event: 'download-started' },
    { event: 'download-finished', outcome: 'restart-required', pressed: true, message: '再起動してください' },
    { event: 'support-called' },
  ];
  const lines: string[] = [];
  for (let index = 0; index < count; index += 1) {
    lines.push(line(lines, events[index % events.length] ?? {}));
  }
  return lines;
}

/** The line that comes after `before`; `fields` add to it or replace what it would be. */
export function line(before: readonly string[], fields: Record<string, unknown>): string {
  const last = before.at(-1);
  return JSON.stringify({
    at: `2026-01-20T08:${String(before.length).padStart(2, '0')}:00+09:00`,
    seq: before.length + 1,
    prev: last === undefined ? null : hashOf(last),
    notice: '2026-01-face-library',
    ...fields,
  });
}

export function fileOf(lines: readonly string[]): Uint8Array {
  return bytesOf(lines.map((each) => `${each}\n`).join(''));
}

/** The head that seals line `seq`, counted from 1, of a journal without tears. */
export function headOf(lines: readonly string[], seq = lines.length): Uint8Array {
  return bytesOf(JSON.stringify({ seq, sha256: hashOf(lines[seq - 1] ?? '') }));
}
