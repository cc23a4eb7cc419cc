import { describe, expect, it } from 'vitest';
import { textFile } from '../../src/text/text-file.ts';
import { reportPage, reportState } from '../../src/report/page.ts';
import { at, counted, report } from './build.ts';

const JAPAN = 540;

describe('the page', () => {
  it('has each value alone on its line, below the label of the notice, then the way to the form', () => {
    expect(reportPage(report())).toBe(
      [
        '完了報告: 2026年1月 顔認証ライブラリ 5.1.0 へのバージョンアップ',
        '',
        '識別番号',
        '150',
        '',
        '完了年月日 (西暦8桁の数字(YYYYMMDD))',
        '20260120',
        '',
        '医療機関名',
        'サンプルクリニック',
        '',
        '電話番号 (ハイフンなしの数字だけ)',
        '0312345678',
        '',
        'フォームの開き方',
        '1. ORCA にログインする',
        '2. 「マスターメニュー」を開く',
        '3. 「システムクレオからのお知らせ」の「完了報告フォーム」を開く',
        '',
      ].join('\n'),
    );
  });

  it('says which value is missing', () => {
    expect(reportPage(report({ values: { phone: '' } }))).toContain('ハイフンなしの数字だけ)\n(未入力)\n');
  });

  it('is a file that Windows opens: a byte order mark, UTF-8, CRLF throughout', () => {
    const bytes = textFile(reportPage(report()));
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    expect(text).toContain('医療機関名\r\nサンプルクリニック\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('where the report stands', () => {
  const sent = { reportsSent: [{ at: at('20 09:05'), identificationNumber: '150' }] };
  it.each<readonly [string, Parameters<typeof report>[0], readonly string[]]>([
    ['ready', {}, ['[済] 送る準備ができました。']],
    [
      'waiting',
      { history: { terminals: { ...counted, allDone: false, done: null } }, values: { phone: '03' } },
      [
        '[要] まだ送れません。',
        '  - 使う端末 2 台のうち、済んだのは 1 台です。増えたら、済んだ台数を直してください。',
        '  - 電話番号: 10 桁か 11 桁で入力してください(いま 2 桁)。',
      ],
    ],
    ['sent', { history: sent }, ['[済] 1/20(火) 09:05 に、送ったことを記録しました。']],
    [
      'sent, whatever the fields say now',
      { history: sent, values: { phone: '' } },
      ['[済] 1/20(火) 09:05 に、送ったことを記録しました。'],
    ],
    [
      'sent from another terminal, without a count',
      {
        history: {
          terminals: null,
          reportsSent: [{ at: at('20 09:05'), identificationNumber: '150', elsewhere: true }],
        },
      },
      ['[済] 1/20(火) 09:05 に、別の端末から報告済みと記録しました。'],
    ],
    [
      'strange',
      { values: { 'completed-on': '20260101' } },
      ['[済] 送る準備ができました。', '注意 完了年月日: 配信が始まる前の日付です。間違いがないか確かめてください。'],
    ],
  ])('%s', (_, changes, lines) => {
    expect(reportState(report(changes), JAPAN)).toEqual(lines);
  });

  it('is no longer done where the version is not proven any more', () => {
    const lines = reportState(report({ history: sent, decision: null }), JAPAN);
    expect(lines.slice(0, 2)).toEqual(['[要] まだ送れません。', '  - 端末を調べています。']);
    expect(lines[2]).toMatch(/に、送ったことを記録しました。$/);
  });
});
