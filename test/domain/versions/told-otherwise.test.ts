import { expect, it } from 'vitest';
import { readDeliveryRecord } from '../../../src/domain/versions/delivery-record.ts';
import { readVersionInfo } from '../../../src/domain/versions/version-info.ts';
import { encode } from './encode.ts';

/** The whole name where `顔` stands. */
const NAME = '顔認証ライブラリ';
const whole = (text: string): Uint8Array => encode(text.replaceAll('顔', NAME).replaceAll(' / ', '\r\n'), 'utf-8');

/** Lines divided by ` / `. Each says 5.1.0 somewhere, and none that it is installed. */
it.each([
  // An older row says that its version is the installed one, the newest does not.
  '顔 5.0.3 インストール日:2025/11/20 / 顔 5.1.0 配信日:2026/01/20',
  '顔,5.0.3,2025/11/20,適用済み / 顔,5.1.0,2026/01/20,',
  '【インストール済み】 / 顔 5.0.3 2025/11/20 / 【配信実績】 / 顔 5.1.0 2026/01/20',
  '顔,インストール済みバージョン,5.0.3,2025/11/20 / 顔,バージョン,5.1.0,2026/01/20',
  // Never, or before it was delivered.
  '名称,バージョン,配信日時,適用日時 / 顔,5.1.0,2026/01/20 05:01,1970/01/01 09:00:00',
  '名称,バージョン,配信日,適用日 / 顔,5.1.0,2026/01/20,2025/11/20',
  '■顔 / バージョン: 5.1.0 / 配信日: 2026/01/20 / インストール日: 2025/11/20',
  '名称,バージョン,適用日 / 顔,5.1.0,2099/12/31',
  // No state where others have one.
  '連携アプリケーション,4.1.0,適用済み / 顔,5.1.0,',
  // A mark, or nothing, where a value should be.
  '顔 5.1.0 適用済み（　）',
  '顔 5.1.0 状態：（）',
  '顔,5.1.0,　/　/',
  '■顔 / バージョン: 5.1.0 / 適用日時: ----/--/--',
  '■顔 / バージョン: 5.1.0 / 適用日時: 年月日',
  "[顔] / Version=5.1.0 / Status=''",
  '顔,5.1.0,_',
  '顔,5.1.0,▼',
  '顔,5.1.0,②',
  '顔 5.1.0 / 適用日時 / -',
  '顔 5.1.0 / 適用日時 / --/--/--',
  '顔 5.1.0 / 適用済み / ( )',
  '顔 / 5.1.0 / 状態 /  / ',
  // A night that counts on.
  '2026/01/21 00:30 顔 5.1.0 / 2026/01/20 25:01 顔 5.0.3',
  // Another name of the component, or of what is on the terminal.
  '名称,バージョン / 顔,5.1.0 / 同上,5.0.3',
  '名称,バージョン / 顔,5.1.0 / FaceAuthLib,5.0.3',
  '名称,バージョン / 顔,5.1.0 / 端末の現行版,5.0.3',
  // Fetched, or written down.
  '顔 5.1.0 取得日時:2026/01/20 05:01',
  '顔 5.1.0 作成日:2026/01/15',
  // What stands behind another part.
  '顔 5.1.0 / カードリーダードライバ 1.2.3 適用済み、他は夜間に切り替えます',
  '管理ツール Ver.2.0 適用完了。ライブラリは旧版で動作 / 顔 5.1.0',
  // An id that says something else.
  'ID,名称,バージョン,配信日 / server,顔,5.1.0,2026/01/20 / local,顔,5.0.3,2025/11/20',
  // Commented out, crossed out, not restarted.
  '/* / 顔,5.1.0,2026/01/20 / */ / 顔,5.0.3,2025/11/20',
  '-顔,5.1.0,2026/01/20 / 顔,5.0.3,2025/11/20',
  '::顔 5.1.0',
  '顔 5.1.0 再起動なし',
  '顔 5.1.0 / 医療機関番号 1234567 顔認証は旧版のまま動作',
])('does not call 5.1.0 installed by the record %s', (text) => {
  const answer = readDeliveryRecord(whole(text)).get('face-library');
  expect(answer).not.toMatchObject({ state: 'answers', version: '5.1.0' });
  expect(answer?.state).not.toBe('absent');
});

it.each([
  '顔,5.0.3,2025/11/20,適用済み / 顔,5.1.0,2026/01/20,適用済み',
  '顔 5.0.3 2025/11/20 / 顔 バージョン 5.1.0 2026/01/20',
  '名称,バージョン,状態 / 顔,5.1.0,正常終了',
  '端末名: ONS01 / 顔 5.1.0',
  '医療機関名: はやし歯科医院 / 顔 5.1.0',
  '連携アプリケーション,4.1.0, / 顔,5.1.0,',
  '-------- / 顔 5.1.0 / ========',
])('still reads 5.1.0 from the record %s', (text) => {
  expect(readDeliveryRecord(whole(text)).get('face-library')).toMatchObject({ state: 'answers', version: '5.1.0' });
});

it.each([
  // Of an installer, trouble is the component's.
  '[FaceAuthLib] / Version=5.1.0 / InstallerStatus=Pending',
  '名称=顔 / バージョン=5.1.0 / インストーラ状態=再起動待ち',
  '{"version":"5.1.0","installer":{"status":"pending"}}',
  '{"version":"5.1.0","updater":"rollback"}',
  // A path or a system that carries another version of the same series.
  'Version=5.1.0 / OqsAuthApi.dll=5.0.3',
  'Version=5.1.0 / Host=5.0.3',
  'Version=5.1.0 / Windows端末: 5.0.3',
  'Version=5.1.0 / 旧バージョン=5.0.3 (有効)',
  'Version=5.1.0 / OldVersion=5.0.3 (installed)',
  // A day that is none.
  'Version=5.1.0 / 状態=2026年2月に切替',
  'Version=5.1.0 / 適用日：令和8年2月上旬から',
  'Version=5.1.0 / InstallDate=1970-01-01T00:00:00Z',
  'Version=5.1.0 / 適用日時=1970/01/01 09:00:00',
  'Version=5.1.0 / InstallDate=2099/12/31',
  // A bound.
  'Version=[5.1.0,)',
  'Version=(,5.1.0]',
])('does not call 5.1.0 installed by the Version.info %s', (text) => {
  expect(readVersionInfo(whole(text), 'face-library').state).not.toBe('answers');
});

it.each(['Version=10.0.19044 / OS=Windows 10', '{"version":"10.0.19044","os":"windows"}'])(
  'takes no version of Windows for the component’s: %s',
  (text) => {
    expect(readVersionInfo(whole(text), 'face-library').state).not.toBe('answers');
  },
);

it.each([
  'Version=5.1.0 / InstallDate=2026/01/20',
  'Version=5.1.0 / InstallDate=2026-01-20T05:01:00+09:00',
  'Version=5.1.0 / 適用日=令和8年1月20日',
  'Version=5.1.0 / OS=Windows 10.0.19044',
  'Version=5.1.0 / 旧バージョン=5.0.3',
])('still reads 5.1.0 from the Version.info %s', (text) => {
  expect(readVersionInfo(whole(text), 'face-library')).toMatchObject({ state: 'answers', version: '5.1.0' });
});
