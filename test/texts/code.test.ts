import { describe, expect, it } from 'vitest';
import { codeReadings } from '../../src/support/support.ja.ts';
import { ALPHABET } from '../../src/support/code-numbers.ts';
import { codeInWords, codeReading } from '../../src/support/code.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { wordsOf } from '../../src/domain/notice/words.ts';
import { codeDocument } from '../../src/support/answers.ts';
import { byHandNotice, madeUpNotice } from '../harness/made-up-notice.ts';
import { hasAmbiguous } from '../../src/text/cells.ts';
import { cp932Characters } from '../guide/cp932.ts';

describe('how a code is read out', () => {
  it('has a reading for every character of the alphabet, each another, and for no more', () => {
    expect(Object.keys(codeReadings).toSorted()).toEqual(Array.from(ALPHABET).toSorted());
    expect(new Set(Object.values(codeReadings).map(({ kana }) => kana)).size).toBe(ALPHABET.length);
  });

  it('uses only characters that the console of Windows draws in known columns', () => {
    const known = cp932Characters();
    const text = codeReading(ALPHABET).flat().join('');
    expect(Array.from(text).filter((char) => !known.has(char))).toEqual([]);
    expect(hasAmbiguous(text)).toBe(false);
  });

  it('keeps the groups apart', () => {
    expect(codeReading('C9M6-MKCA')).toEqual([
      ['シー(カナダ)', 'きゅう', 'エム', 'ろく'],
      ['エム', 'ケー(京都)', 'シー(カナダ)', 'エー(アメリカ)'],
    ]);
  });
});

describe('what a code says', () => {
  const facts = {
    verdict: 'action-needed',
    step: 'fix-first',
    check: 'network',
    rule: '8',
    component: 2,
    installed: { type: 'unknown' },
    head: 'beef5',
  } as const;

  it('is the verdict, the version, the next step, the check to mend, the rule and the end of the journal', () => {
    expect(codeInWords(facts)).toEqual([
      '判定: [要] 作業が必要',
      '顔認証ライブラリ: 不明(読み取れない)',
      '次にすること: 異常のある点検を、手引きのとおりに直す',
      '先に直す点検: ネットワーク',
      '規則: 8 番',
      '作業記録の末尾: beef5(最後の行のハッシュの先頭五桁。記録がまだないときは 00000)',
    ]);
  });

  it('is silent on the journal where the code is one of format 1', () => {
    expect(codeInWords({ ...facts, head: null }).join('')).not.toContain('作業記録');
  });

  it('names a component that only the notice knows by its place', () => {
    expect(codeInWords({ ...facts, component: 4 })[1]).toBe('お知らせの 5 番目の部品: 不明(読み取れない)');
  });

  it('says the step in the words of its notice', () => {
    const step = (notice: Notice, id: 'check-by-hand' | 'send-report'): string | undefined =>
      codeInWords({ ...facts, step: id, check: null }, notice)[2];
    expect(step(byHandNotice, 'check-by-hand')).toBe('次にすること: 部品の画面でバージョンを確かめる');
    expect(step(builtInNotice(), 'check-by-hand')).toBe('次にすること: 「配信実績の確認」でバージョンを確かめる');
    expect(step(madeUpNotice, 'send-report')).toContain(wordsOf(madeUpNotice).form[0]);
  });

  it('names no component at the last place where several share it', () => {
    const withOwn = (count: number): Notice => ({
      ...byHandNotice,
      components: Array.from({ length: count }, (_, index) => ({
        id: `part-${String(index)}`,
        name: `部品 ${String(index + 5)}`,
        versionInfo: null,
        recordNames: [],
      })),
    });
    const name = (notice: Notice | null, component = 15): string | undefined =>
      codeInWords({ ...facts, component }, notice)[1]?.split(':')[0];
    expect(name(withOwn(12))).toBe('部品 16');
    expect(name(withOwn(13))).toBe('お知らせの 16 番目以降の部品');
    expect(name(withOwn(13), 14)).toBe('部品 15');
    expect(name(null)).toBe('お知らせの 16 番目以降の部品');
    const named = (count: number) => codeDocument('x', { ...facts, component: 15 }, withOwn(count)).component;
    expect([named(12), named(13)]).toEqual([
      { place: 16, name: '部品 16' },
      { place: 16, name: null },
    ]);
  });

  it('tells a version that has no room in a code from one that is not known', () => {
    expect(codeInWords({ ...facts, installed: { type: 'other' } })[1]).toContain('コードでは表せない');
    expect(codeInWords({ ...facts, installed: { type: 'version', version: '5.0.3' } })[1]).toBe(
      '顔認証ライブラリ: 5.0.3',
    );
  });
});
