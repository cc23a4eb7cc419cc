import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LINE_END, printHead, sha256Hex } from '../../src/journal/bytes.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import { printLine } from '../../src/journal/lines.ts';

const START = Date.parse('2026-01-14T08:00:00+09:00');
const events: readonly JournalEvent[] = [
  { event: 'console-started', version: '1.0.0' },
  { event: 'download-started' },
  {
    event: 'download-finished',
    outcome: 'error',
    pressed: true,
    message: '資材の取得に失敗しました。(EDQ-0001)',
  },
  { event: 'support-called' },
];

/** Writes a sealed journal of so many entries, and its head, into a data folder. */
export function writeLongJournal(dataDir: string, entries: number): void {
  let { tail } = readJournal(null, null);
  const parts: Uint8Array[] = [];
  for (let index = 0; index < entries; index += 1) {
    const line = printLine(events[index % events.length] ?? { event: 'support-called' }, {
      at: START + index * 10_000,
      offsetMinutes: 540,
      noticeId: '2026-01-face-library',
      boot: { uptimeSeconds: 480 + index * 10, record: 1 },
      tail,
    });
    if (!line.ok) throw new Error(line.field);
    const sha256 = sha256Hex(line.bytes);
    const seq = tail.lines + 1;
    tail = { ...tail, seq, lines: seq, sha256, lastSha256: sha256 };
    parts.push(line.bytes, Uint8Array.of(LINE_END));
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'journal.jsonl'), Buffer.concat(parts));
  writeFileSync(join(dataDir, 'journal.head'), printHead({ seq: tail.seq, sha256: tail.sha256 ?? '' }));
}
