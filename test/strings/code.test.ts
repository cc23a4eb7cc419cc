import { describe, expect, it } from 'vitest';
import { codeReadings } from '../../src/strings/code.ja.ts';
import { ALPHABET } from '../../src/support/alphabet.ts';
import { codeInWords, codeReading } from '../../src/support/code-words.ts';
import { hasAmbiguous } from '../../src/ui/text.ts';
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

  it('keeps the two groups apart', () => {
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
    component: 'face-library',
    installed: { type: 'unknown' },
  } as const;

  it('is the verdict, the version, the next step, the check to mend and the rule', () => {
    expect(codeInWords(facts)).toEqual([
      '判定: [要] 作業が必要',
      '顔認証ライブラリ: 不明(読み取れない)',
      '次にすること: 失敗している点検を先に直す',
      '先に直す点検: ネットワーク',
      '規則: 8 番',
    ]);
  });

  it('tells a version that has no room in a code from one that is not known', () => {
    expect(codeInWords({ ...facts, installed: { type: 'other' } })[1]).toContain('コードでは表せない');
    expect(codeInWords({ ...facts, installed: { type: 'version', version: '5.0.3' } })[1]).toBe(
      '顔認証ライブラリ: 5.0.3',
    );
  });
});
