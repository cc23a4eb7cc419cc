import { describe, expect, it } from 'vitest';
import { journalOf, opening, play, press, row, rowIds, choose, typed } from '../../console/builders.ts';
import { rowsOf, textOf } from '../builders.ts';
import { screenIds } from '../../../src/screens/keys.ts';
import { screenNames } from '../../../src/screens/console.ja.ts';

const journal = journalOf(['20 08:02', { event: 'support-called' }]);

/** The search with these words typed, opened by its key on the status. */
function searched(words: string) {
  const [open] = press(opening({ journal }), '/');
  return play(open, typed(words), 'enter')[0];
}

describe('the search', () => {
  it.each(screenIds.filter((id) => id !== 'guide'))('finds the screen %s by its name, before all else', (id) => {
    const found = searched(screenNames[id]);
    expect(rowIds(found)[1]).toBe(`screen:${id}`);
    const [chosen] = choose(found, `screen:${id}`);
    expect(chosen.screen).toBe(id);
    // Not beside a word that nothing fits.
    expect(textOf(found)).not.toContain('ぴったりの項がありません');
  });

  it('does not lead to itself, and has the pages that help before a screen whose name only begins so', () => {
    expect(rowIds(searched('エラー'))[1]).toMatch(/^entry:/);
    const asked = rowIds(searched('問い合わせ'));
    expect(asked.indexOf('screen:support')).toBeGreaterThan(1);
    expect(rowIds(searched('エラー')).filter((id) => id === 'screen:guide')).toEqual([]);
  });

  it('finds a screen by the beginning of its name, and by what the footer calls it', () => {
    expect(rowIds(searched('よくある'))).toContain('screen:faq');
    expect(rowIds(searched('取得'))).toContain('screen:download');
    expect(rowIds(searched('履')).filter((each) => each.startsWith('screen:'))).toEqual([]);
  });

  it('says how many entries of the history hold the words, and leads to them; Esc leads back', () => {
    const found = searched('電話 問い合わせ');
    expect(row(found, 'in-history').label).toBe('履歴: この言葉の記録が 1 件');
    const [history] = choose(found, 'in-history');
    expect(history.screen).toBe('history');
    expect(rowsOf(history).filter((each) => each.startsWith('> 1/20'))).toEqual([
      '> 1/20(火) 08:02 電話で問い合わせました。',
    ]);
    const [back] = press(history, 'escape');
    expect(back.screen).toBe('guide');
    expect(back.guide.query.text).toBe('電話 問い合わせ');
  });

  it('does not name the history where it has nothing of the kind', () => {
    expect(rowIds(searched('こんにちは'))).not.toContain('in-history');
    expect(rowIds(press(opening({ journal }), '/')[0])).not.toContain('in-history');
  });
});
