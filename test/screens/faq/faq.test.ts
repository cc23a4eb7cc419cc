import { describe, expect, it } from 'vitest';
import { at, components, everywhere, model, rowsOf, textOf, updated, type ModelChanges } from '../builders.ts';
import { menuOf } from '../rows.ts';

function faq(changes: ModelChanges = {}) {
  return model({ screen: 'faq', ...changes });
}

describe('the frequent questions', () => {
  it('begin with the own dates', () => {
    const rows = rowsOf(faq({ now: at('25 12:00') }));
    expect(rows.slice(4, 7)).toEqual([
      '今夜 1/25(日): 配信はありません。',
      '次の配信の夜: 1/26(月)(20:00 から)',
      '最後の夜: 1/30(金)。1/31(土) からは一日中配信されます。',
    ]);
  });

  it('ask for no night of a terminal that is up to date', () => {
    const done = faq({ survey: { components: components(updated) } });
    expect(rowsOf(done)[4]).toBe('この端末はバージョンアップ済みです。今夜、点けたままにする必要はありません。');
    expect(menuOf(done).map(({ id }) => id)).not.toContain('evening');
  });

  it.each(everywhere)('show each answer whole below its question, at $name', (size) => {
    const shown = faq({ size });
    for (const [index, { question }] of shown.about.notice.faq.entries()) {
      const rows = rowsOf({ ...shown, selected: { ...shown.selected, faq: index } }, size.ambiguous);
      const text = rows.map((row) => row.trim()).join('');
      expect(rows.find((row) => row.startsWith('> '))).toContain(
        question.replace('{lastNight}', '1/30(金)').slice(0, 8),
      );
      expect(text).toMatch([/夜: ?1\/20\(火\)。/, /エラーも消えます。/, /再起動を済ませてください。/][index] ?? /^$/);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('say so where the notice has none', () => {
    const { about } = faq();
    expect(textOf(faq({ about: { notice: { ...about.notice, faq: [] } } }))).toContain(
      'このお知らせに、質問と答えはありません。',
    );
  });
});
