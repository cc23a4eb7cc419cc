import { describe, expect, it } from 'vitest';
import { menuOf } from '../rows.ts';
import type { Model } from '../../../src/screens/model.ts';
import { onIntent } from '../../../src/screens/index.ts';
import { bundleList } from '../../../src/support/bundle.ts';
import { codeReading } from '../../../src/support/code.ts';
import { sheetOf } from '../../../src/support/sheet.ts';
import { hasAmbiguous } from '../../../src/text/cells.ts';
import { cp932Characters } from '../../guide/cp932.ts';
import { at, check, everywhere, model, rowsOf, textOf, type ModelChanges } from '../builders.ts';

function support(changes: ModelChanges = {}): Model {
  return model({ screen: 'support', ...changes });
}

/** The same with another row selected. */
function on(shown: Model, index: number): Model {
  return { ...shown, selected: { ...shown.selected, support: index } };
}

/** A text without what wrapping adds. */
function joined(text: string): string {
  return text.replace(/\s/g, '');
}

const clinic = { formatVersion: 1, name: 'さくら医院', phone: '0312345678' } as const;

describe('support', () => {
  it.each(everywhere)('begins with the code, large and as it is typed, and how it is read out, at $name', (place) => {
    const shown = support({ size: place });
    const { code = '' } = sheetOf(shown) ?? {};
    const text = textOf(shown, place.ambiguous);
    expect(text).toContain(code);
    const wide = code
      .split('-')
      .map((group) => Array.from(group, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join(' '));
    expect(text).toContain(wide.join(' - '));
    const rows = rowsOf(shown, place.ambiguous);
    for (const spoken of codeReading(code).flat()) expect(rows.some((row) => row.includes(spoken))).toBe(true);
  });

  it('has what can be done in view at once, what goes on record first', () => {
    const rows = rowsOf(support());
    const places = [
      '> 問い合わせたことを記録する',
      '  資料と控えに医療機関名・電話番号・端末名を入れる: いいえ',
      '  問い合わせの資料(ZIP)を作る',
      '  この控えをファイルに保存する',
      '  電話する前に読む手引きを開く',
      '  状態の画面に戻る',
    ].map((row) => rows.indexOf(row));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it.each(everywhere)('gives every row of the sheet whole where it is selected, at $name', (place) => {
    const shown = support({
      size: place,
      about: { clinic },
      survey: { checks: [check('network', 'fail', { summary: 'とても長い結果→'.repeat(6) })] },
      events: [
        {
          event: 'download-finished',
          outcome: 'error',
          pressed: true,
          message: 'EDQ → 中止 '.repeat(6),
          at: at('20 08:00'),
        },
      ],
    });
    for (const [index, { label }] of menuOf(shown).entries()) {
      const text = joined(textOf(on(shown, index), place.ambiguous));
      expect(text).toContain(joined(`> ${label}`));
    }
  });

  it.each(everywhere)('shows where a file stands, whole, below the row that made it, at $name', (place) => {
    const path = `C:\\ProgramData\\oqs-console\\${'とても長いフォルダ\\'.repeat(6)}oqs-bundle-20260120-0810.zip`;
    const shown = support({ size: place, saved: { bundle: path } });
    const row = menuOf(shown).findIndex(({ id }) => id === 'bundle');
    expect(joined(textOf(on(shown, row), place.ambiguous))).toContain(joined(path));
    expect(textOf(on(shown, row), place.ambiguous)).toContain('USB メモリなどで渡してください。');
  });

  it('has no code and no sheet before the terminal was read, and says why nothing can be made', () => {
    const text = textOf(support({ survey: null }));
    expect(text).toContain('端末を調べています。コードと控えは、読み終わると出ます。');
    expect(text).not.toContain('電話で伝えるコード');
    expect(text).toContain('できません: 端末を調べています。');
  });

  it('says that a closed desk does not answer now', () => {
    expect(textOf(support({ now: at('20 23:00'), size: { columns: 80, rows: 40 } }))).toContain('今は受付時間の外です');
  });

  it.each(everywhere)('lists all that a bundle will hold, with the answers in view, at $name', (place) => {
    for (const withClinic of [false, true]) {
      const [asked] = onIntent(support({ size: place, support: { withClinic } }), { type: 'ask-bundle' });
      const text = textOf(asked, place.ambiguous);
      for (const { name, words } of bundleList(withClinic)) expect(text).toContain(`${name}: ${words}`);
      expect(text).toContain('>[ やめる ]<   [ 作る ]');
    }
  });

  it('uses only characters that the console of Windows draws in known columns', () => {
    const known = cp932Characters();
    const tall = { columns: 120, rows: 100 };
    for (const survey of [{}, null]) {
      const shown = support({ size: tall, survey, about: { clinic } });
      const [asked] = onIntent(shown, { type: 'ask-bundle' });
      for (const row of [...rowsOf(shown), ...rowsOf(asked)]) {
        expect(Array.from(row).filter((char) => !known.has(char))).toEqual([]);
        expect(hasAmbiguous(row)).toBe(false);
      }
    }
  });
});
