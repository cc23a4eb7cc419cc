import { describe, expect, it } from 'vitest';
import type { ComponentId } from '../../../src/domain/facts.ts';
import {
  MAX_RECORD_BYTES,
  readDeliveryRecord,
  type RecordAnswer,
} from '../../../src/domain/versions/delivery-record.ts';
import { encode, encodings } from './encode.ts';

const TITLE = 'オンライン資格確認 配信アプリケーション管理ツール Ver.9.8.7\n配信実績一覧\n====\n\n';
const FOOTER = '\n----\n出力ツール 9.9.9\n以上\n';

/** Each says the same: distribution-app 2.1.0, link-app 4.0.12, face-library 5.1.0, reader-app 3.2.1.10. */
const layouts: Readonly<Record<string, string>> = {
  'CSV with a header': `コンポーネント,バージョン,配信日時
配信アプリケーション,2.1.0,2026/01/20 5:01
連携アプリケーション,4.0.12,2026/01/20 5:01
顔認証ライブラリ,5.1.0,2026/01/20 5:01
顔認証付きカードリーダーアプリケーション,3.2.1.10,2026/01/20 5:01
`,
  'CSV without a header': `配信アプリケーション,2.1.0
連携アプリケーション,4.0.12
顔認証ライブラリ,5.1.0
顔認証付きカードリーダーアプリケーション,3.2.1.10`,
  'CSV in quotes with embedded commas': `"No","配信日時","版数","名称","状態","備考"
"1","2026-01-20T05:01:00","2.1.0","配信アプリケーション","適用済み,成功",""
"2","2026-01-20T05:01:00","4.0.12","連携アプリケーション","完了, 正常",""
"3","2026-01-20T05:01:00","5.1.0","顔認証ライブラリ","適用済み",""
"4","2026-01-20T05:01:00","3.2.1.10","顔認証付きカードリーダーアプリケーション","成功",""
`,
  'TSV with other versions': `名称\tインストール済みバージョン\t必要バージョン\t配信日
配信アプリケーション\t2.1.0\t9.0.0\t20260120
連携アプリケーション\t4.0.12\t9.0.0\t20260120
顔認証ライブラリ\t5.1.0\t9.0.0\t20260120
顔認証付きカードリーダーアプリケーション\t3.2.1.10\t9.0.0\t20260120
`,
  'name: version': `配信アプリケーション: 2.1.0
連携アプリケーション：Ver.4.0.12
[顔認証ライブラリ] = v5.1.0
顔認証付きカードリーダーアプリケーションのバージョン : 3.2.1.10 (適用済み)
`,
  'name version': `配信アプリケーション 2.1.0
 連携アプリケーション  4.00.12 2026年1月20日(火) 5時01分
2026/01/20 05:01:12 [INFO] 顔認証ライブラリ 05.1 適用完了
顔認証付きカードリーダーアプリケーション......3.2.1.10
`,
  'name and version on following lines': `配信アプリケーション
2.1.0

連携アプリケーション
4.0.12

■顔認証ライブラリ

  バージョン: 5.1.0
  配信日時: 2026/01/20 5:01

[顔認証付きカードリーダーアプリケーション]
Version=3.2.1.10
Date=20260120
`,
  'label and value in cells': `名称,配信アプリケーション
バージョン,2.1.0
名称,連携アプリケーション
バージョン,4.0.12
名称,顔認証ライブラリ
バージョン,5.1.0
名称,顔認証付きカードリーダーアプリケーション
バージョン,3.2.1.10
`,
  'a table in plain text': `名称                  バージョン  配信日時
配信アプリケーション  2.1.0  2026/01/20 5:01
連携アプリケーション  4.0.12  2026/01/20 5:01
顔認証 ライブラリ     5.1.0  2026/01/20 5:01
顔認証付き カードリーダー アプリケーション 3.2.1.10 2026/01/20 5:01
`,
  'a table with rules': `| バージョン | アプリケーション名 |
|---|---|
| 2.1.0 | 配信アプリケーション |
| 4.0.12 | 連携アプリケーション |
| 5.1.0 | 顔認証ライブラリ |
| 3.2.1.10 | 顔認証付きカードリーダーアプリケーション |
`,
  'pairs on one line':
    '配信アプリケーション 2.1.0,連携アプリケーション 4.0.12,顔認証ライブラリ 5.1.0,顔認証付きカードリーダーアプリケーション 3.2.1.10',
  'other forms of the same characters': `オンライン資格確認配信ｱﾌﾟﾘｹｰｼｮﾝ，２．１．０
連携アプリケーション，Ｖｅｒ．４．０．１２
顔認証ＤＬＬ，ｖ５．１．０
顔認証付きｶｰﾄﾞﾘｰﾀﾞｰｱﾌﾟﾘｹｰｼｮﾝ，３．２．１．１０
`,
  'several rows each': `名称,配信日時,バージョン
顔認証ライブラリ,2026/1/20 5:01,5.1.0
配信アプリケーション,2026/1/20 5:01,2.1.0
顔認証ライブラリ,2025/11/20 5:02,5.0.3
配信アプリケーション,2025/9/1 5:02,2.0.0
顔認証付きカードリーダーアプリケーション,2026/1/20 5:01,3.2.1.10
連携アプリケーション,2026/1/20 5:01,4.0.12
連携アプリケーション,2025/11/20 5:02,4.0.13
`,
};

const expected: readonly (readonly [ComponentId, string])[] = [
  ['distribution-app', '2.1.0'],
  ['link-app', '4.0.12'],
  ['face-library', '5.1.0'],
  ['reader-app', '3.2.1.10'],
];

function read(text: string): (id: ComponentId) => RecordAnswer | undefined {
  const record = readDeliveryRecord(encode(text, 'utf-8'));
  return (id) => record.get(id);
}

function versions(record: ReadonlyMap<ComponentId, RecordAnswer>): (readonly [ComponentId, string])[] {
  return [...record].map(([id, answer]) => [id, answer.state === 'answers' ? answer.version : answer.state]);
}

describe('every layout in every encoding', () => {
  const cases = Object.entries(layouts).flatMap(([name, text]) =>
    encodings.map((encoding) => [name, encoding, text] as const),
  );

  it.each(cases)('%s, %s', (_, encoding, text) => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const bytes = encode(`${TITLE}${text}${FOOTER}`.replaceAll('\n', lineEnd), encoding);
      expect(versions(readDeliveryRecord(bytes))).toEqual(expected);
    }
  });
});

describe('an answer', () => {
  it('carries its line and date', () => {
    const of = read('名称\tバージョン\t配信日時\r\n顔認証ライブラリ\tＶｅｒ．５．１\t2026/1/20 5:01\r\n');
    expect(of('face-library')).toEqual({
      state: 'answers',
      raw: '顔認証ライブラリ Ｖｅｒ．５．１ 2026/1/20 5:01',
      version: '5.1.0',
      deliveredAt: '2026-01-20T05:01:00',
      isSaidInstalled: false,
    });
    expect(of('link-app')).toEqual({ state: 'absent' });
  });

  it('has no control characters in its evidence, and not much of it', () => {
    const answer = read(`顔認証ライブラリ 5.1.0 \u001B[2J\u0007${'x'.repeat(500)}`)('face-library');
    const raw = answer?.state === 'unreadable' ? answer.lines[0] : '';
    expect(raw).toHaveLength(200);
    expect(raw).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ['2026/01/20 5:01', '2026-01-20T05:01:00'],
    ['2026-01-20T05:01', '2026-01-20T05:01:00'],
    ['2026-01-20 05:01:07.123', '2026-01-20T05:01:07'],
    ['2026-01-20T05:01:07+09:00', '2026-01-20T05:01:07+09:00'],
    ['2026年1月20日', '2026-01-20'],
    ['２０２６年１月２０日（火）５時１分', '2026-01-20T05:01:00'],
    ['令和8年1月20日', '2026-01-20'],
    ['R8.1.20', '2026-01-20'],
    ['2026.01.20 05:01', '2026-01-20T05:01:00'],
    ['20260120', '2026-01-20'],
    ['20260120050107', '2026-01-20T05:01:07'],
    ['2026/ 1/20  5:01', '2026-01-20T05:01:00'],
    ['2026/01/20,05:01', '2026-01-20T05:01:00'],
    ['2026/01/20 25:01', '2026-01-20'],
    ['', null],
  ])('reads the date %j', (date, deliveredAt) => {
    for (const line of [`顔認証ライブラリ,5.1.0,${date}`, `${date} 顔認証ライブラリ 5.1.0`]) {
      expect(read(line)('face-library')).toMatchObject({ version: '5.1.0', deliveredAt });
    }
  });

  it.each(['2026/01/20 午後5:01', '2026/01/20 5:01 PM', '2026/02/30', '2026/00/10', '2026/13/10', '01/20', '26/01/20'])(
    'does not stand beside what is no whole date: %j',
    (date) => {
      for (const line of [`顔認証ライブラリ,5.1.0,${date}`, `${date} 顔認証ライブラリ 5.1.0`]) {
        expect(read(line)('face-library')).toMatchObject({ state: 'unreadable' });
      }
    },
  );

  it('is none where two columns of dates order the rows differently', () => {
    const of = read(`名称,更新日,配信日,バージョン
顔認証ライブラリ,2025/12/01,2026/01/20,5.1.0
顔認証ライブラリ,2026/01/15,2025/11/20,5.0.3`);
    expect(of('face-library')).toMatchObject({ state: 'ambiguous' });
  });
});

describe('several rows for one component', () => {
  const rows = (...list: string[]) => read(list.map((row) => `顔認証ライブラリ,${row}`).join('\n'))('face-library');

  it.each<[string, string[], string]>([
    ['the newest by date, wherever it stands', ['5.1.0,2026/01/20', '5.0.3,2025/11/20'], '5.1.0'],
    ['the newest by date, though it is lower', ['5.1.0,2026/01/20', '5.0.3,2026/01/21'], '5.0.3'],
    ['the same without dates', ['5.1.0', '5.1', '05.01.00'], '5.1.0'],
    ['times on one day', ['5.1.0,2026/01/20 5:01', '5.0.3,2026/01/20 4:59'], '5.1.0'],
    ['different shapes of dates', ['5.1.0,2026年1月20日', '5.0.3,20251120'], '5.1.0'],
    ['the same version twice on a date', ['5.1,2026/01/20', '5.1.0,2026/01/20'], '5.1.0'],
    ['an undated row beside a dated one of the same version', ['5.1.0,2026/01/20', '5.1.0'], '5.1.0'],
    ['a failure that a later delivery mends', ['5.1.0,2026/01/20,失敗', '5.1.0,2026/01/21,成功'], '5.1.0'],
    ['offsets', ['5.1.0,2026-01-20T05:01:00+09:00', '5.0.3,2026-01-19T19:01:00Z'], '5.1.0'],
  ])('gives %s', (_, list, version) => {
    expect(rows(...list)).toMatchObject({ state: 'answers', version });
  });

  it.each<[string, string[], ('unreadable' | 'ambiguous')?, string[]?]>([
    ['two versions without dates', ['5.1.0', '5.0.3']],
    ['two versions without dates, going up', ['5.0.3', '5.1.0']],
    ['one undated row among dated ones', ['5.0.3,2025/11/20', '5.1.0,2026/01/20', '5.1.0']],
    ['two versions on one date', ['5.1.0,2026/01/20', '5.0.3,2026/01/20']],
    ['two versions at one minute', ['5.1.0,2026/01/20 5:01', '5.0.3,2026/01/20 5:01:30']],
    ['a day and a time on that day', ['5.1.0,2026/01/20', '5.0.3,2026/01/20 5:01']],
    ['an undated row beside a dated one', ['5.1.0,2026/01/20', '5.0.3']],
    ['a short year beside a whole date', ['5.1.0,2026/01/20', '5.0.3,26/01/21']],
    ['dates without a year', ['5.1.0,01/20', '5.0.3,01/21']],
    ['an offset beside none', ['5.1.0,2026-01-20T05:01:00', '5.0.3,2026-01-20T05:02:00+09:00']],
    ['two dates on a row', ['5.1.0,2026/01/20,2026/01/22', '5.0.3,2026/01/21']],
    [
      'a failure that is the newest',
      ['5.0.3,2025/11/20,成功', '5.1.0,2026/01/20,失敗'],
      'unreadable',
      ['5.1.0,2026/01/20,失敗'],
    ],
    ['no version in the newest', ['5.0.3,2025/11/20', ',2026/01/20'], 'unreadable', [',2026/01/20']],
  ])('does not choose: %s', (_, list, state = 'ambiguous', shown = list) => {
    const lines = shown.map((row) => `顔認証ライブラリ,${row}`);
    expect(rows(...list)).toEqual({ state, lines });
  });
});

// What is tested is that they come to an end; a busy machine may take its time.
describe('a big record', { timeout: 180_000 }, () => {
  const row = '顔認証ライブラリ,5.1.0,2026/01/20 5:01\r\n';
  it.each([
    ['rows', row, 'answers'],
    ['one line of digits', '1', 'unreadable'],
    ['one line of dots', '.', 'unreadable'],
    ['one line of quotes', '"', 'unreadable'],
    ['one line of names', '顔認証ライブラリ', 'unreadable'],
    ['empty lines', '\n', 'unreadable'],
    ['headings', 'バージョン,名称\n', 'unreadable'],
    ['rows with a state below', '顔認証ライブラリ 5.1.0\n再起動待ち\n', 'unreadable'],
    ['text', 'あ\n', 'unreadable'],
  ])('is read to its end: %s', (_, unit, state) => {
    const bytes = Buffer.from(unit);
    const whole = Buffer.alloc(Math.floor(MAX_RECORD_BYTES / bytes.length) * bytes.length, bytes);
    expect(readDeliveryRecord(whole).get('face-library')?.state).toBe(state);
  });

  it('of bytes without meaning is unreadable', () => {
    const bytes = new Uint8Array(MAX_RECORD_BYTES).map((_, index) => (index * 2654435761) >>> 13);
    expect(versions(readDeliveryRecord(bytes)).map(([, state]) => state)).toEqual(expected.map(() => 'unreadable'));
  });
});
