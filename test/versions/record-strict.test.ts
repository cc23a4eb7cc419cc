import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import type { ComponentStatus } from '../../src/core/facts.ts';
import { readDeliveryRecord } from '../../src/versions/delivery-record.ts';
import { encode } from './encode.ts';
import { readingOf } from './reading-of.ts';

const face = '顔認証ライブラリ';

/** Lines are divided by ` / `; 顔 alone stands for the face library. */
async function statusOf(text: string): Promise<ComponentStatus> {
  const lines = text.replace(/顔(?!認証)/g, face).replaceAll(' / ', '\r\n');
  return (await readingOf({ record: encode(lines, 'cp932') })).status;
}

/** The plain layouts of which each part is known. */
const plain: readonly (readonly [text: string, status: ComponentStatus])[] = [
  ['コンポーネント名: 顔 / バージョン: 5.1.0', 'ok'],
  ['■顔 / ・インストール済みバージョン：5.1.0', 'ok'],
  ['顔 / ・バージョン：5.1.0', 'ok'],
  ['顔のインストール済みバージョン：5.1.0', 'ok'],
  ['コンポーネントID,コンポーネント名,インストール済みバージョン / OQSFACE,顔,5.1.0', 'ok'],
  ['顔 5.1.0 更新日:2026/01/20', 'ok'],
  ['顔：5.1.0（インストール日：2026/01/20）', 'ok'],
  ['名称,インストール済みバージョン,配信バージョン / 顔,5.0.3,5.1.0', 'outdated'],
  ['コンポーネント,配信バージョン,インストール済み / 顔,5.1.0,5.0.3', 'outdated'],
  ['名称,バージョン,配信日時 / 顔,5.1.0,2026/01/20 5:01 / ブラウザ拡張機能,2.0.0,2026/01/20 5:01', 'ok'],
  ['医療機関コード: 1310000001 / 件数: 2件 / 顔 5.1.0 / カードリーダードライバ 1.2.3', 'ok'],
  [
    '配信アプリケーション管理ツール Ver.9.8.7 / 配信実績 / 名称,バージョン,配信日時 / 顔,5.1.0,2026/01/20 5:01',
    'ok',
  ],
];

/** Something in each is not known to mean no harm. */
const unclear: readonly string[] = [
  // "Not yet" anywhere below.
  '配信アプリケーション 2.1.0 / 連携アプリケーション 4.1.0 / 顔 5.1.0 /  / ※ダウンロード済みのアプリケーションは再起動後に反映されます。',
  '顔 5.1.0 /  / 再起動が必要です。',
  '顔 5.1.0 / 配信日時: 2026/01/20 / 状態: ダウンロード済み',
  '顔 5.1.0 / 連携アプリケーション 4.1.0 / ※上記は再起動後に反映されます',
  '顔 / 5.1.0 / (再起動待ち)',
  '■顔 / バージョン: 5.1.0 / ・状態: ダウンロード済み',
  '■顔 / バージョン: 5.1.0 / 【ダウンロード済み】',
  '■顔 / バージョン: 5.1.0 / *再起動後に反映されます',
  '■顔 / バージョン: 5.1.0 / *配置のみ',
  // Delivered as a state.
  ...['配信済み', '配信完了', 'delivered', '配信', '配信成功'].map((word) => `顔 5.1.0 ${word}`),
  '名称,バージョン,状態 / 顔,5.1.0,配信済み',
  '名称,バージョン,区分 / 顔,5.1.0,配信',
  '名称,バージョン,処理 / 顔,5.1.0,更新',
  '【配信済み】 / 顔 5.1.0',
  // Titles that are not known.
  ...[
    '配信バージョン',
    'サーバーバージョン',
    '目標バージョン',
    '指定バージョン',
    'リリース版数',
    '配信版',
    '要件',
    '適用',
  ].map((title) => `名称,${title} / 顔,5.1.0`),
  'Component,Expected Version / 顔,5.1.0',
  '■顔 / 配信バージョン: 5.1.0 / 適用日時: -',
  '名称,バージョン,サーバ / 顔,5.1.0,5.0.3',
  '名称,現在のバージョン,サーバのバージョン / 顔,5.1.0,5.0.3',
  '名称,バージョン,備考 / 顔,5.1.0,端末は5.0.3のまま',
  '名称,バージョン,備考 / 顔,5.1.0,適用失敗のため要再実行',
  '名称,配信,適用 / 顔,5.1.0,-',
  '名称,バージョン,必要バージョン / 連携アプリケーション,4.0.2,4.1.0 /  / 名称,必要バージョン(1/20時点),バージョン / 顔,5.1.0,5.0.3',
  '名称,バージョン,失敗日時 / 顔,5.1.0,2026/01/20',
  '名称,バージョン,エラー / 顔,5.1.0,1',
  '名称,バージョン,適用期限 / 顔,5.1.0,2026/01/20',
  '名称,バージョン,公開日 / 顔,5.1.0,2026/01/20',
  '名称,バージョン,公開日 / 顔,5.1.0,2026/01/20 / 顔,5.0.3,2025/11/20',
  '名称,バージョン,端末状態 / 顔,5.1.0,失敗',
  '名称,サイズ,日時,結果 / 顔,12.5,2026/01/20,成功',
  '名称,状態 / 顔,5.1.0',
  // Blank cells, marks, codes.
  ...['', '×', '-', 'X', '0', '1603', '0x80070643', 'E1001', 'N', 'No', '対象外'].map(
    (cell) => `名称,バージョン,適用状況 / 顔,5.1.0,${cell}`,
  ),
  ...['', '-'].map((cell) => `名称,バージョン,配信日,適用日 / 顔,5.1.0,2026/01/20,${cell}`),
  ...['No', 'N', '0', ''].map((cell) => `名称,バージョン,インストール済み / 顔,5.1.0,${cell}`),
  '名称,旧バージョン,新バージョン,結果 / 顔,5.0.3,5.1.0,×',
  '顔 5.1.0 適用済み:×',
  '顔 5.1.0 適用済み[ ]',
  '顔 5.1.0 □適用済み',
  '□顔 5.1.0',
  '顔,5.1.0,X',
  '顔,5.1.0,-',
  '顔 5.1.0 installed: no',
  ...['0x80070643', '1603', 'E1001'].map((code) => `顔 5.1.0 ${code}`),
  // Failures told elsewhere.
  '2026/01/20 顔 5.1.0 / 2026/01/20 顔の適用に失敗しました',
  '2026/01/20 顔 5.1.0 適用完了 / 2026/01/25 顔をアンインストールしました',
  '2026/01/20 顔 5.1.0 適用完了 / 2026/01/25 全アプリケーションをロールバックしました',
  '顔 5.1.0 / 状態: 失敗',
  '顔,5.1.0 / 結果,失敗',
  '顔 5.1.0 / 結果: NG',
  '顔 5.1.0 / 適用に失敗しました。',
  '結果: 失敗 / 名称: 顔 / バージョン: 5.1.0',
  '■顔 / バージョン: 5.1.0 / 適用: 失敗',
  '■顔 / バージョン: 5.1.0 / 適用済み: いいえ',
  '■顔 / バージョン: 5.1.0 / 適用日時:',
  '■顔 / 種別: 必要 / バージョン: 5.1.0',
  '■顔 / バージョン: 5.1.0 / 適用に失敗しました',
  '{ /   "name": "顔", /   "version": "5.1.0", /   "installed": false / }',
  // Another part's number.
  'Version=5.0.3 / Name=顔 / Version=6.0.0 / Name=連携アプリケーション',
  '5.0.3 / 顔 / 6.0.0 / 連携アプリケーション',
  '顔, / 配信アプリ,6.0.0',
  '顔: / 更新プログラム: 6.0.0',
  // Headings.
  '■ダウンロード済み / ▼アプリケーション / 顔 5.1.0',
  '【ダウンロード済み】 / 2026/01/20 現在 / 顔 5.1.0',
  '【ダウンロード済み】 / 現在の件数: 2 / 顔 5.1.0',
  '【ダウンロード済み】 / 管理ツール 1.0 インストール済み / 顔 5.1.0',
  ...[
    '必要バージョン',
    '配信失敗',
    '適用に失敗したアプリケーション',
    '配信対象',
    '他端末',
    '【配信失敗一覧】',
  ].map((heading) => `${heading} / 顔 5.1.0`),
  ...['【必要バージョン一覧】', '【エラー情報】', '【リリース情報】', '□', '×'].map(
    (heading) => `${heading} / 顔 5.1.0`,
  ),
  // Dates.
  ...['AM', 'a.m.'].map(
    (am) => `2026/01/20 11:00:00 ${am} 顔 5.1.0 / 2026/01/20 1:00:00 ${am.replace(/^a/i, 'p')} 顔 5.0.3`,
  ),
  '2026/01/20 11:00:00 午前 顔 5.1.0 / 2026/01/20 1:00:00 午後 顔 5.0.3',
  '2026/01/20 20:00 UTC 顔 5.1.0 / 2026/01/21 03:00 JST 顔 5.0.3',
  '名称,バージョン,配信日時,適用日時 / 顔,5.1.0,2026/01/20,2025/12/01 / 顔,5.0.3,2025/11/20,2026/01/21',
  '端末名,名称,バージョン,日時 / A,顔,5.1.0,2026/01/20 / B,顔,5.0.3,2026/01/19',
  // Numbers that are no version.
  '顔 12.5 MB 適用完了',
  '顔 100.0 % 完了',
  '192.168.1.10,顔,適用済み',
  '顔 >=5.1.0',
  '顔 5.1.0版以上',
  '顔 5.1.0以上',
  // What is to come.
  ...['終了後適用', '夜間適用', '再起動完了後反映'].map((word) => `顔 5.1.0 ${word}`),
  // Lines that stand alone.
  ...[
    '0',
    '1603',
    '適用日時:',
    '適用日時: -',
    '状態:',
    '状態: 0',
    '結果,1',
    '適用済み[ ]',
    'バージョン 5',
    '現在: 5.0.3',
    '実機アプリ: 5.0.3',
  ].map((line) => `顔 5.1.0 / ${line}`),
  ...['旧アプリケーション', '不足アプリケーション', '別端末のアプリ', 'テストサービス'].map(
    (line) => `${line} / 顔 5.1.0`,
  ),
  ...['●', '*', '△', '□'].map((mark) => `顔 5.1.0 ${mark}`),
  '顔 ● 5.1.0',
  '名称,バージョン,番号 / 顔,5.1.0,0x80070643',
  '名称,バージョン,状態 / 顔\t5.1.0',
  '名称,バージョン,状態 / 顔 / 5.1.0',
  // Put out of use.
  ...['#', '//', ';'].map((mark) => `${mark} 顔 5.1.0`),
];

describe('a record of which all that is seen must be known good', () => {
  it.each(plain)('%s: %s', async (text, status) => {
    expect(await statusOf(text)).toBe(status);
  });

  it.each(unclear)('%s: unknown', async (text) => {
    expect(await statusOf(text)).toBe('unknown');
  });

  it('is not answered by a row in another encoding', async () => {
    const rows = [
      encode(`${face} 5.1.0 2026/01/20\r\n`, 'cp932'),
      encode(`${face} 5.0.3 2026/01/21\r\n`, 'utf-8'),
    ];
    expect((await readingOf({ record: Buffer.concat(rows) })).status).toBe('unknown');
  });

  it.each([
    `${face},5.1.0,2026/01/20\n`,
    `■${face}\nバージョン: 5.1.0\n`,
    `${face}\n${'5.1.0\n'.repeat(50)}`,
    '状態: 完了\n',
  ])('takes time in proportion to its length: %j', (piece) => {
    const timeOf = (bytes: number): number => {
      const text = encode(piece.repeat(Math.ceil(bytes / encode(piece, 'utf-8').length)), 'utf-8');
      const start = performance.now();
      readDeliveryRecord(text);
      return performance.now() - start;
    };
    timeOf(100_000);
    const [small, large] = [timeOf(200_000), timeOf(1_600_000)];
    // Eight times the text; work that grows with its square would take 64 times as long.
    expect(large / Math.max(small, 5)).toBeLessThan(32);
  });
});
