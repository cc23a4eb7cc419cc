import { describe, expect, it } from 'vitest';
import { events as known, type JournalEntry } from '../../src/journal/events.ts';
import type { JournalState } from '../../src/journal/reading.ts';
import { journalRemedies, journalStateInWords, problemTexts } from '../../src/journal/journal.ja.ts';
import { eventInWords } from '../../src/journal/events.ja.ts';
import { storeDeeds, storeTexts } from '../../src/ports/node/file-faults.ja.ts';
import { extension } from '../domain/notice/builders.ts';
import { fileTroubles } from '../../src/domain/system-error.ts';

const bootedAt = '2026-01-20T08:02:00+09:00';
const events: readonly JournalEntry['event'][] = [
  { event: 'console-started', version: '0.1.0' },
  { event: 'download-started' },
  { event: 'download-started', byHand: true },
  { event: 'download-finished', outcome: 'error', pressed: true, message: 'IJ001' },
  { event: 'restart-requested', bootedAt, attempt: 2 },
  { event: 'restart-answered', exitCode: 5, answer: 'denied' },
  { event: 'restart-answered', exitCode: null, answer: 'something new' },
  { event: 'restart-cancelled' },
  { event: 'restart-confirmed', bootedAt, kind: 'full' },
  { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.1.0' },
  { event: 'operator-version', component: 'face-library', version: '5.1.0' },
  { event: 'record-path-learned', path: 'C:\\a.csv' },
  { event: 'report-sent', identificationNumber: '150' },
  { event: 'support-called' },
  { event: 'left-on', night: '2026-01-20' },
  { event: 'journal-changed', line: 3 },
  { event: 'journal-unsealed', line: 4 },
  { event: 'other', name: 'moon-seen' },
  { event: 'setting-changed', key: 'receptionHours' },
  { event: 'terminals-counted', count: 2, allDone: true },
  { event: 'terminals-counted', count: 2, allDone: false },
  { event: 'report-sent', identificationNumber: '150', elsewhere: true },
  { event: 'restart-confirmed', bootedAt, kind: 'unknown' },
  { event: 'clock-moved', bySeconds: 7_260 },
  { event: 'clock-moved', bySeconds: -90 },
  { event: 'journal-lost', line: 5, from: 5, to: 7, head: null },
  { event: 'journal-acknowledged', line: 6 },
  { event: 'hand-step-ticked', step: 0, text: 'ブラウザを閉じる', done: true },
  { event: 'hand-step-ticked', step: 0, text: 'ブラウザを閉じる', done: false },
  { event: 'notice-done' },
  { event: 'hand-steps-done' },
  { event: 'report-sent', identificationNumber: null },
  { event: 'terminals-counted', count: 3, allDone: false, done: 1, spare: 2 },
];
const inWords = (event: JournalEntry['event']): string => eventInWords(event, []);
const states: readonly JournalState[] = ['intact', 'torn', 'changed', 'unsealed', 'absent'];

const stateInWords = (state: JournalState, line: number | null): string =>
  journalStateInWords({ state, line, problems: [], losses: [] });

/** Characters that consoles draw in two widths, or not at all. */
const unfit = /[…─│→●○■□◇×※①℃★△✓✗⚠“”‘’—°±÷]|\p{Extended_Pictographic}/u;

describe('the journal in words', () => {
  it('has words for every event', () => {
    const told = new Set<string>(events.map(({ event }) => event));
    for (const { name } of known) expect(told).toContain(name);
    expect(new Set(events.map(inWords)).size).toBe(events.length);
  });

  it.each([
    [3, 'IJ001'],
    [4, '2 回目'],
    [5, '権限がありません'],
    [6, 'something new'],
    [8, '1/20(火) 08:02'],
    [9, '顔認証ライブラリ 5.1.0'],
    [12, '150'],
    [14, '1/20(火)'],
    [15, '3 行目'],
    [17, 'moon-seen'],
    [22, '種類は不明'],
    [23, '2 時間 1 分進められました'],
    [24, '2 分戻されました'],
    [27, 'お知らせの手順 1 を、済みに'],
    [28, 'お知らせの手順 1 を、まだに'],
    [29, '作業が、すべて終わりました'],
    [30, 'すべて行いました'],
    [32, '3 台: 済み 1 台、予備 2 台'],
  ])('tells what event %i is about: %s', (index, words) => {
    const event = events[index];
    expect(event && inWords(event)).toContain(words);
  });

  it('calls a report by its number where it has one', () => {
    expect(inWords({ event: 'report-sent', identificationNumber: 'A-12' })).toContain('(番号 A-12)');
    expect(inWords({ event: 'report-sent', identificationNumber: null })).not.toMatch(/番号|null/);
  });

  it('calls a component of a notice by its name, and one that no notice brings by its id', () => {
    const seen = { event: 'version-seen', component: extension.id, source: 'version-info', version: '2.0.0' } as const;
    expect(eventInWords(seen, [extension])).toContain('ブラウザ拡張機能 2.0.0 を確認');
    expect(eventInWords({ ...seen, event: 'operator-version' }, [extension])).toContain(
      'ブラウザ拡張機能 2.0.0 と入力',
    );
    expect(inWords(seen)).toContain('browser-extension 2.0.0');
  });

  it('names the line of a state', () => {
    expect(stateInWords('changed', 7)).toContain('7 行目');
    expect(stateInWords('torn', 7)).toContain('7 行目');
  });

  it('excludes no gap where something was found once, and was acknowledged', () => {
    const problems = [{ line: 4, text: problemTexts.unsealed(4) }];
    const found = journalStateInWords({ state: 'intact', line: null, problems, losses: [] });
    expect(found).toContain('どれも確認済みです。');
    expect(found).not.toContain('作業記録に、欠けや書き換えはありません');
    expect(stateInWords('unsealed', 4)).toMatch(/^作業記録の 4 行目の後で、封\(journal\.head\)がなくなって/);
    expect(stateInWords('intact', null)).toBe('作業記録に、欠けや書き換えはありません。');
  });

  it('tells at most five losses in one sentence, and how many there are', () => {
    const losses = Array.from({ length: 7 }, (_, index) => ({ line: index + 1, from: index + 1, to: index + 1 }));
    const told = journalStateInWords({ state: 'torn', line: 1, problems: [], losses });
    expect(told).toMatch(/ 5 行目\(通し番号 5\)など 7 か所が失われています/);
    expect(told).not.toContain('6 行目');
  });

  it('uses only characters that every console draws alike', () => {
    const texts = [
      ...events.map(inWords),
      ...states.map((state) => stateInWords(state, 1)),
      ...[problemTexts.changed, problemTexts.torn, problemTexts.unsealed].map((text) => text(1)),
      problemTexts.lost({ line: 1, from: 1, to: 2 }),
      ...states.map((state) => journalRemedies[state] ?? ''),
      ...Object.values(storeDeeds),
      ...fileTroubles.flatMap((trouble) => storeTexts[trouble]),
    ];
    expect(texts.filter((text) => unfit.test(text))).toEqual([]);
  });
});
