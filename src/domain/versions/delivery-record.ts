import type { ComponentId } from '../facts.ts';
import type { OwnComponent } from '../notice/notice.ts';
import { decodeText, excerpt, linesOf } from '../../text/text-file.ts';
import { readEntries } from './record/read-entries.ts';
import { namesWith } from './record/names.ts';
import { settle, type RecordAnswer } from './record/entries.ts';

export type { RecordAnswer } from './record/entries.ts';

/** What the record says about each component. */
export type DeliveryRecord = ReadonlyMap<ComponentId, RecordAnswer>;

/** What is larger is not read at all. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;

/** How much of a record that was not understood is shown. */
const OPENING_LINES = 5;

/**
 * Reads 配信実績, whose layout and encoding nobody has published: CSV, TSV and other tables with or without a header
 * row, `name: version`, `name version`, a name over the lines with its version, with other text around. It answers for
 * the four components and for those that the notice brings with it (`own`), by any of their names. A component
 * `answers` where there is only one reading, all in its line and columns is known good, and so is every line of the
 * record that speaks of no component. Else it is `ambiguous` where several versions stand there, or `unreadable`, with
 * the lines in question; it is `absent` where the record answers for others and does not name it. Where no component is
 * understood, those that are not named are `unreadable` too.
 */
export function readDeliveryRecord(bytes: Uint8Array, own: readonly OwnComponent[] = []): DeliveryRecord {
  const text = decodeText(bytes)?.text ?? '';
  const names = namesWith(own);
  const { entries, doubts } = readEntries(text, names);
  const answers = names.ids.map((id) => {
    const its = entries.filter((entry) => entry.id === id);
    return [id, settle(its, doubts)] as const;
  });
  if (answers.some(([, answer]) => answer.state === 'answers')) return new Map(answers);
  const lines = opening(text);
  return new Map(
    answers.map(([id, answer]) => [id, answer.state === 'absent' ? { state: 'unreadable', lines } : answer]),
  );
}

function opening(text: string): readonly string[] {
  const lines: string[] = [];
  for (const raw of linesOf(text)) {
    const line = excerpt(raw);
    if (line !== '') lines.push(line);
    if (lines.length === OPENING_LINES) break;
  }
  return lines;
}
