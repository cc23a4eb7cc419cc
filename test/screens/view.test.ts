import { screenNames } from '../../src/screens/console.ja.ts';
import { screenIds } from '../../src/screens/keys.ts';
import { describe, expect, it } from 'vitest';
import { stepIds, type Decision } from '../../src/domain/facts.ts';
import { stepTitle, wordsOf } from '../../src/domain/notice/words.ts';
import { verdictTexts } from '../../src/domain/procedure/steps.ja.ts';
import { january } from '../domain/notice/builders.ts';
import { onIntent, view } from '../../src/screens/index.ts';
import { lineText } from '../../src/tui/line.ts';
import {
  at,
  checks,
  components,
  everywhere,
  model,
  rowsOf,
  textOf,
  unreadable,
  updated,
  type ModelChanges,
} from './builders.ts';

const screens = everywhere.flatMap((place) => screenIds.map((screen) => ({ ...place, screen })));
const called = { event: 'support-called', at: at('19 09:00') } as const;

describe('every screen', () => {
  it.each(screens)('$screen at $name: verdict, next step, clock, terminal and keys in view', (place) => {
    const rows = rowsOf(model({ screen: place.screen, size: place }), place.ambiguous);
    expect(rows).toHaveLength(place.rows - 1);
    expect(rows[0]).toMatch(new RegExp(`${screenNames[place.screen]} +CLINIC-ONS01 1/20\\(火\\) 08:10$`));
    expect(rows[1]).toBe('[要]   作業が必要  顔認証ライブラリ 5.0.3 (必要 5.1.0)');
    expect(rows[2]).toBe('次にすること: 「今すぐダウンロード」を押す');
    expect(rows.at(-1)).toContain('[上下]選ぶ [Enter]実行');
    expect(rows.at(-1)).toContain('[0-9]画面');
    expect(rows.at(-1)).toContain('[Ctrl+C]終了');
  });

  it.each(screens)('$screen at $name: a simulated terminal is called one', (place) => {
    const [header] = rowsOf(model({ about: { label: '模擬' }, ...place, size: place }), place.ambiguous);
    expect(header).toContain('[模擬] CLINIC-ONS01');
  });

  it.each(screens)('$screen at $name: nothing is said of simulation on a real terminal', (place) => {
    expect(textOf(model({ screen: place.screen, size: place }), place.ambiguous)).not.toContain('模擬');
  });

  it.each(screens)('$screen at $name: has a selected row in view, first and last', (place) => {
    for (const selected of [0, 999]) {
      const shown = model({
        screen: place.screen,
        size: place,
        selected: { ...model().selected, [place.screen]: selected },
      });
      expect(rowsOf(shown, place.ambiguous).filter((row) => row.startsWith('> '))).toHaveLength(1);
    }
  });
});

describe('the verdict', () => {
  it.each<readonly [string, ModelChanges, string]>([
    ['current', { survey: { components: components(updated) } }, '[済]   バージョンアップ済み  顔認証ライブラリ 5.1.0'],
    ['action needed', {}, '[要]   作業が必要  顔認証ライブラリ 5.0.3'],
    ['unknown', { survey: { components: components(unreadable) } }, '[不明] 判定できません  顔認証ライブラリ 不明'],
    [
      'failed',
      {
        now: at('22 08:10'),
        survey: { boot: { bootedAt: at('22 08:00'), lastBootKind: 'full' } },
        events: ['20', '21'].flatMap((day) => [
          { event: 'download-started', at: at(`${day} 08:00`) } as const,
          { event: 'download-finished', outcome: 'error', pressed: true, at: at(`${day} 08:01`) } as const,
          {
            event: 'restart-confirmed',
            bootedAt: `2026-01-${day}T08:05:00+09:00`,
            kind: 'full',
            at: at(`${day} 08:06`),
          } as const,
        ]),
      },
      '[異常] 失敗  顔認証ライブラリ 5.0.3',
    ],
  ])('%s is a mark and a word, never colour alone', (_, changes, line) => {
    expect(rowsOf(model(changes))[1]).toContain(line);
  });

  it('has its own mark for each', () => {
    const marks = Object.values(verdictTexts).map(({ mark }) => mark);
    expect(marks.toSorted()).toEqual(['[不明]', '[済]', '[異常]', '[要]']);
  });

  it.each(everywhere.flatMap((place) => stepIds.map((step) => ({ ...place, step }))))(
    'names the whole step $step at $name',
    (place) => {
      const { decision } = model();
      const step: Decision = { ...(decision ?? never()), step: place.step };
      const row = rowsOf(model({ decision: step, size: place }), place.ambiguous)[2];
      expect(row).toContain(stepTitle(place.step, wordsOf(january)));
    },
  );

  it('says how many checks have come, before anything is known', () => {
    const rows = rowsOf(model({ survey: null, decision: null, surveying: true }));
    expect(rows[1]).toBe('[..]   確認中 0/11  顔認証ライブラリ .. (必要 5.1.0)');
    expect(rows.join('\n')).not.toMatch(/\[済\]|\[要\]|\[異常\]/);
  });
});

describe('what is said to the operator', () => {
  it.each(everywhere)('stands above the keys at $name', (place) => {
    const rows = rowsOf(model({ message: '読み直しました。', size: place }), place.ambiguous);
    expect(rows.at(-2)).toBe('読み直しました。');
  });

  it('is why nothing can be done, in read-only mode or beside another console', () => {
    expect(rowsOf(model({ about: { readOnly: true } })).at(-2)).toContain('参照専用');
    expect(rowsOf(model({ lock: { held: false, ownerPid: 4711 } })).at(-2)).toContain('プロセス 4711');
    const gone = rowsOf(model({ lock: { held: false, ownerPid: 4711, hasEnded: true } }));
    expect(gone.slice(-3).join('')).toContain('「この画面から操作する」で引き継げます。');
    expect(gone.join('')).not.toContain('プロセス 4711');
  });

  it('gives way to what just happened', () => {
    const shown = model({ about: { readOnly: true }, message: 'できません: 参照専用です。' });
    expect(rowsOf(shown).at(-2)).toBe('できません: 参照専用です。');
  });
});

describe('a screen that is too small', () => {
  it.each([
    [59, 16],
    [60, 15],
    [50, 12],
    [40, 8],
  ])('%ix%i: says how large it must be, and still works', (columns, rows) => {
    const shown = rowsOf(model({ size: { columns, rows } }));
    expect(shown.at(-2)).toMatch(/^画面を 60x16 以上に広げて/);
    expect(shown.join('\n')).toMatch(/^\[要\]/m);
    expect(shown.join('\n')).toMatch(/^> 「今すぐダウンロード」を押す/m);
    expect(shown.at(-1)).toContain('[Enter]実行');
  });

  it('says all of it one column and one row below what it needs', () => {
    const size = { columns: 59, rows: 15 };
    expect(rowsOf(model({ size })).at(-2)).toBe('画面を 60x16 以上に広げてください(小さすぎます)。');
  });

  it('says nothing of it at 60x16', () => {
    expect(textOf(model({ size: { columns: 60, rows: 16 } }))).not.toContain('小さすぎます');
  });

  it.each([1, 2, 3, 5])('has no more than its rows even at %i', (rows) => {
    const shown = view(model({ size: { columns: 10, rows }, events: [called] }), 'narrow');
    expect(shown).toHaveLength(rows - 1);
    for (const row of shown) expect(lineText(row).length).toBeLessThanOrEqual(10);
  });
});

describe('marks', () => {
  it('say every state of a check in words', () => {
    const bad = { clock: 'fail', network: 'warn', session: 'unknown', 'disk-space': 'skipped' } as const;
    const text = textOf(
      model({ survey: { checks: checks(bad) }, showAllChecks: true, size: { columns: 80, rows: 50 } }),
    );
    expect(text).toMatch(/^ {2}\[異常\] +時計 /m);
    expect(text).toMatch(/^ {2}\[要\] +ネットワーク /m);
    expect(text).toMatch(/^ {2}\[不明\] サインインの状態 /m);
    expect(text).toMatch(/^ {2}\[済\] +カードリーダー /m);
    expect(text).toMatch(/^ {2}\[-\] +ディスクの空き /m);
  });
});

describe('looks', () => {
  it('add a colour to each mark, that only repeats what the mark says', () => {
    const bad = { clock: 'fail', network: 'warn', session: 'unknown' } as const;
    const shown = model({ survey: { checks: checks(bad), components: components(updated) } });
    const spans = view(shown, 'narrow').flat();
    const toneOf = (mark: string): readonly (string | undefined)[] => [
      ...new Set(spans.filter(({ text }) => text.startsWith(mark)).map(({ tone }) => tone)),
    ];
    expect(['[済]', '[要]', '[異常]', '[不明]'].map(toneOf)).toEqual([['good'], ['attention'], ['bad'], ['unknown']]);
  });

  it('show the selected answer inverse, beside its characters', () => {
    const [asked] = onIntent(model(), { type: 'ask-restart' });
    const spans = view(asked, 'narrow').flat();
    expect(spans.find(({ text }) => text === '>[ やめる ]<')?.inverse).toBe(true);
    expect(spans.find(({ text }) => text === ' [ 再起動する ] ')?.inverse).toBeUndefined();
  });
});

function never(): never {
  throw new Error('no decision');
}

describe('what was just said', () => {
  const told = `ファイルを書けません: C:\\ProgramData\\oqs-console\\${'exports\\'.repeat(4)}report.txt 空きを増やして、もう一度お試しください。`;

  it.each(everywhere)('is read whole, with its next step, at $name', (size) => {
    const rows = rowsOf(model({ message: told, size }), size.ambiguous);
    expect(rows).toHaveLength(size.rows - 1);
    expect(rows.join('').replaceAll(' ', '')).toContain(told.replaceAll(' ', ''));
    expect(rows.at(-1)).toContain('[Ctrl+C]終了');
  });

  it('says where it is cut, when it is longer than three rows', () => {
    const rows = rowsOf(model({ message: 'あ'.repeat(400) }));
    expect(rows.filter((row) => row.startsWith('ああ'))).toHaveLength(3);
    expect(rows.at(-2)).toMatch(/あ\.\.$/);
  });
});
