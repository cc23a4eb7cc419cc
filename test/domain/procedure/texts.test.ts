import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/procedure/decide.ts';
import type { RuleFacts } from '../../../src/domain/procedure/situation.ts';
import { checkNames, componentNames, witnessNames } from '../../../src/domain/names.ja.ts';
import { receptionText, stepTitles, verdictTexts } from '../../../src/domain/procedure/steps.ja.ts';
import { ruleFacts } from './arbitraries.ts';
import { at, disagree, facts, failing, history, ok, press, sent, unknown } from './builders.ts';

/** ASCII, kana, kanji and the marks whose width is the same on every terminal. */
const PLAIN = /^[\x20-\x7e\u3040-\u309f\u30a0-\u30ff\u4e00-\u9fff「」、。・]+$/;

const texts = [
  ...Object.values(stepTitles),
  ...Object.values(verdictTexts).flatMap(({ mark, word }) => [mark, word]),
  ...Object.values(checkNames),
  ...Object.values(componentNames),
  ...Object.values(witnessNames),
  receptionText,
];

it.each(texts)('uses only characters of one width: %s', (text) => {
  expect(text).toMatch(PLAIN);
});

it('gives every reason in such characters', () => {
  fc.assert(
    fc.property(ruleFacts, (given) => {
      expect(decide(given).reason).toMatch(PLAIN);
    }),
  );
});

it('marks the verdicts in words', () => {
  expect(Object.entries(verdictTexts).map(([verdict, { mark }]) => [verdict, mark])).toEqual([
    ['current', '[済]'],
    ['action-needed', '[要]'],
    ['failed', '[異常]'],
    ['unknown', '[不明]'],
  ]);
});

describe('a reason says the facts', () => {
  const cycles = history({
    presses: [press('20 08:20'), press('20 12:40')],
    fullBoots: [at('20 08:25'), at('20 12:45')],
  });
  const typed = history({
    operatorVersions: [{ at: at('20 08:09'), component: 'face-library', version: '5.1.0' }],
  });
  it.each<[rule: string, given: RuleFacts, words: readonly string[]]>([
    ['1', facts({ history: history({ presses: [press('20 08:05')] }) }), ['1/20(火) 08:05', '再起動']],
    [
      '7',
      facts({ bootedAt: null, history: history({ fullBoots: [at('19 08:00')] }) }),
      ['起動時刻が読めません', '記録にある', '1/19(月) 08:00', '確かめられません'],
    ],
    [
      '1',
      facts({ history: history({ presses: [press('20 08:05', null)] }) }),
      ['1/20(火) 08:05', '結果を確かめていません', 'まだ動いている', '画面を見て', '再起動'],
    ],
    [
      '1',
      facts({ history: history({ presses: [press('20 08:05', 'unknown-dialog')] }) }),
      ['1/20(火) 08:05', '見慣れない画面', '何も答えていません', '画面を見て', '対応し', '再起動'],
    ],
    [
      '2',
      facts({ target: ok('5.1.2'), history: history({ reportsSent: [sent('20 08:09', '150')] }) }),
      ['5.1.2', '5.1.0', '150', '1/20(火) 08:09'],
    ],
    ['3', facts({ target: ok('5.1.2') }), ['顔認証ライブラリは 5.1.2', '識別番号 150']],
    ['4', facts({ target: disagree('20 08:04', '20 08:04') }), ['配信実績 5.1.0', 'Version.info 5.0.3', '再起動']],
    ['5', facts({ target: disagree('20 05:01', '20 05:01') }), ['配信実績 5.1.0', 'Version.info 5.0.3', '目で']],
    ['5', facts({ target: unknown() }), ['顔認証ライブラリ', '読み取れません', '目で']],
    [
      '5',
      facts({
        target: unknown(),
        bootedAt: at('20 08:30'),
        present: { at: at('20 08:10'), boot: null },
        history: typed,
      }),
      ['1/20(火) 08:09 に入力したバージョン 5.1.0 は', '起動時刻が今の時刻より先', '点検「時計」', '数えられません'],
    ],
    [
      '5',
      facts({ target: disagree('20 05:01', '20 05:01'), bootedAt: at('20 08:09:30'), history: typed }),
      ['目で', '1/20(火) 08:09 に入力したバージョン 5.1.0 は', '起動し直している', '数えられません'],
    ],
    [
      '6',
      facts({ now: at('20 12:50'), history: cycles }),
      ['2回', '5.0.3', '5.1.0', 'オンライン資格確認等コールセンター(0800-080-4583)'],
    ],
    ['7', facts({ bootedAt: at('19 08:00') }), ['5.0.3', '1/19(月) 08:00', '1/20(火) 05:00']],
    ['8', facts({ checks: failing('network') }), ['点検「ネットワーク」', '5.0.3']],
    ['9', facts(), ['最初の配信の夜が 1/20(火) 05:00', '5.0.3', '「今すぐダウンロード」']],
    ['9', facts({ now: at('22 07:00'), bootedAt: at('22 06:00') }), ['配信の夜が 1/22(木) 05:00 に終わりました']],
    ['9', facts({ now: at('31 10:00'), bootedAt: at('31 08:00') }), ['最後の配信の夜が 1/31(土) 05:00 に終わりました']],
    ['9', facts({ now: at('23 10:00'), bootedAt: at('23 08:00') }), ['1/23(金) 20:00', '1/24(土) 05:00']],
    [
      '10',
      facts({ now: at('19 12:00'), bootedAt: at('19 08:00') }),
      ['1/19(月) 20:00', '1/20(火) 05:00', 'カードリーダー'],
    ],
  ])('rule %s', (rule, given, words) => {
    const decision = decide(given);
    expect(decision.rule).toBe(rule);
    for (const word of words) expect(decision.reason).toContain(word);
  });
});

describe('in hours of reception', () => {
  it.each<[string, RuleFacts]>([
    ['a press waits for its restart', facts({ history: history({ presses: [press('20 08:05')] }) })],
    ['a night waits for its restart', facts({ bootedAt: at('19 08:00') })],
    ['the versions disagree', facts({ target: disagree('20 08:04', '20 08:04') })],
    ['a download is next', facts()],
  ])('%s: the restart must come before the next patient', (_description, given) => {
    expect(decide({ ...given, now: at('20 08:30') }).reason).toContain(receptionText);
    expect(decide({ ...given, now: at('20 08:29:59') }).reason).not.toContain(receptionText);
  });

  it.each<[string, RuleFacts]>([
    ['up to date', facts({ target: ok(), now: at('20 10:00') })],
    ['unknown', facts({ target: unknown(), now: at('20 10:00') })],
    ['waiting for the night', facts({ now: at('19 10:00'), bootedAt: at('19 08:00') })],
  ])('%s: nothing is said of it', (_description, given) => {
    expect(decide(given).reason).not.toContain(receptionText);
  });
});
