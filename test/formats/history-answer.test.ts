import { describe, expect, it } from 'vitest';
import { historyDocument, historyDocumentSchema } from '../../src/formats/history-answer.ts';
import type { JournalReading } from '../../src/journal/reading.ts';
import { at, journalOf, OFFSET } from '../console/builders.ts';

const documentOf = (journal: JournalReading) =>
  historyDocument({
    journal,
    journalPath: 'C:\\ProgramData\\oqs-console\\journal.jsonl',
    notice: { id: '2026-01-face-library', title: '顔認証ライブラリ 5.1.0' },
    known: [],
    clinic: null,
    terminal: 'CLINIC-ONS01',
    consoleVersion: '0.1.0',
    now: at('20 08:30'),
    offsetMinutes: OFFSET,
  });

const whole = journalOf(
  ['19 20:01', { event: 'left-on', night: '2026-01-19' }],
  ['20 08:01', { event: 'download-finished', outcome: 'error', pressed: true, message: null }],
);

describe('the history as a document', () => {
  it('has every entry, oldest first, with what it says and a sentence', () => {
    const document = documentOf(whole);
    expect(historyDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(document).toMatchObject({
      generatedAt: '2026-01-20T08:30:00+09:00',
      terminal: { name: 'CLINIC-ONS01' },
      journal: { file: 'C:\\ProgramData\\oqs-console\\journal.jsonl', state: 'intact', problems: [], head: { seq: 2 } },
      entries: [
        { seq: 1, event: 'left-on', details: { night: '2026-01-19' } },
        { seq: 2, event: 'download-finished', details: { outcome: 'error', pressed: true, message: null } },
      ],
    });
    expect(document.entries.map(({ text }) => text.length > 0)).toEqual([true, true]);
  });

  it('names an event that this program does not know by its own name, and what is not there by null', () => {
    const [first] = whole.entries;
    const other = {
      ...whole,
      entries: first ? [{ ...first, event: { event: 'other' as const, name: 'hand-wave' } }] : [],
    };
    expect(documentOf(other).entries).toMatchObject([{ event: 'hand-wave', details: {} }]);
    expect(documentOf(journalOf())).toMatchObject({ entries: [], journal: { head: null, line: null } });
  });
});
