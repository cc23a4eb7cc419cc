import { describe, expect, it } from 'vitest';
import { historyPaper } from '../../src/formats/history-page.ts';
import type { JournalReading } from '../../src/journal/reading.ts';
import { paperText } from '../../src/text/paper.ts';
import { width } from '../../src/text/cells.ts';
import { at, journalOf, OFFSET } from '../console/builders.ts';
import { fileOf, headOf, line } from '../journal/build.ts';
import { readJournal } from '../../src/journal/read.ts';

const told = 'エラーが発生しました → IJ-0001 '.repeat(8).trim();
const whole = journalOf(
  ['19 20:01', { event: 'left-on', night: '2026-01-19' }],
  ['20 08:00', { event: 'download-started' }],
  ['20 08:01', { event: 'download-finished', outcome: 'error', pressed: true, message: told }],
  ['20 08:20', { event: 'report-sent', identificationNumber: '150' }],
);

function page(journal: JournalReading, clinic: string | null = null): string {
  return paperText(
    historyPaper({
      journal,
      journalPath: 'C:\\ProgramData\\oqs-console\\journal.jsonl',
      notice: { id: '2026-01-face-library', title: '顔認証ライブラリ 5.1.0' },
      known: [],
      clinic,
      terminal: 'CLINIC-ONS01',
      consoleVersion: '0.1.0',
      now: at('20 08:30'),
      offsetMinutes: OFFSET,
    }),
  );
}

describe('the page to print', () => {
  it('names the terminal, the notice, the time, the file, and has a line to sign', () => {
    const text = page(whole);
    expect(text).toContain('端末: CLINIC-ONS01\n');
    expect(text).toContain('お知らせ: 顔認証ライブラリ 5.1.0(2026-01-face-library)');
    expect(text).toContain('作成: 2026/1/20(火) 08:30(oqs-console 0.1.0)');
    expect(text).toContain('journal.jsonl');
    expect(text).toContain('責任者の署名:');
  });

  it('names the clinic first where its name is known', () => {
    expect(page(whole, 'さくら内科')).toContain('作業記録\n医療機関: さくら内科\n端末: CLINIC-ONS01\n');
    expect(page(whole)).toContain('作業記録\n端末: CLINIC-ONS01\n');
  });

  it('has every entry, oldest first, with its number and year, whole', () => {
    const text = page(whole);
    const numbers = [...text.matchAll(/^ {3}(\d) {2}2026\/1\/\d+\(.\) \d\d:\d\d /gm)].map(([, number]) => number);
    expect(numbers).toEqual(['1', '2', '3', '4']);
    expect(text.replaceAll(/\s/g, '')).toContain(told.replaceAll(/\s/g, ''));
  });

  it('says that the chain is whole, and names the hash of its last line', () => {
    const text = page(whole);
    expect(text).toContain('作業記録に、欠けや書き換えはありません。');
    expect(text.replaceAll(/\s/g, '')).toContain(String(whole.tail.sha256));
    expect(whole.tail.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says that the last line is not sealed yet, and what that means', () => {
    const lines = [line([], { at: '2026-01-20T08:00:00+09:00', event: 'support-called' })];
    const more = [...lines, line(lines, { at: '2026-01-20T08:01:00+09:00', event: 'support-called' })];
    const text = page(readJournal(fileOf(more), headOf(more, 1)));
    expect(text).toContain('作業記録に、欠けや書き換えはありません。');
    expect(text).toContain('封(journal.head)が一行遅れています。');
    expect(page(whole)).not.toContain('一行遅れています');
  });

  it('names the line that was changed', () => {
    const lines = [line([], { at: '2026-01-20T08:00:00+09:00', event: 'support-called' })];
    const more = [...lines, line(lines, { at: '2026-01-20T08:01:00+09:00', event: 'support-called' })];
    const changed = more.map((text, index) => (index === 0 ? text.replace('08:00', '09:00') : text));
    const text = page(readJournal(fileOf(changed), headOf(more)));
    expect(text).toContain('作業記録の 1 行目に、書き換えられた跡があります。');
    expect(text).toContain('1 行目に、書き換えられたか消された跡があります。');
  });

  it('is a page also where there is no journal', () => {
    const text = page(journalOf());
    expect(text).toContain('作業記録はまだありません。');
    expect(text).toContain('記録(0 件、古い順)');
  });

  it('fits 80 columns where ambiguous characters take two', () => {
    for (const row of page(whole).split('\n')) expect(width(row, 'wide')).toBeLessThan(80);
  });
});
