import { describe, expect, it } from 'vitest';
import { componentIds, type ComponentId } from '../../../src/domain/facts.ts';
import { readDeliveryRecord, type RecordAnswer } from '../../../src/domain/versions/delivery-record.ts';
import { encode } from './encode.ts';

function face(text: string): RecordAnswer | undefined {
  return all(`連携アプリケーション,4.0.2\n\n${text}`)('face-library');
}

function all(text: string): (id: ComponentId) => RecordAnswer | undefined {
  const record = readDeliveryRecord(encode(text, 'utf-8'));
  return (id) => record.get(id);
}

describe('a component that is named without one clear version does not answer', () => {
  it.each<[name: string, text: string, state?: 'unreadable' | 'ambiguous']>([
    ['two versions on a row', '顔認証ライブラリ,5.0.3,5.1.0', 'ambiguous'],
    ['two versions in plain text', '顔認証ライブラリ 5.0.3 -> 5.1.0', 'ambiguous'],
    [
      'two version columns that a header does not tell apart',
      '名称,バージョン,版数\n顔認証ライブラリ,5.0.3,5.1.0',
      'ambiguous',
    ],
    ['two numbers under a plain header of one', '名称 バージョン 備考\n顔認証ライブラリ 5.0.3 5.1.0', 'ambiguous'],
    ['a column for the required version only', '名称,必要バージョン\n顔認証ライブラリ,5.1.0'],
    ['a column for the latest version only', '名称 最新バージョン\n顔認証ライブラリ 5.1.0'],
    ['a column for the version before only', '名称\t旧バージョン\n顔認証ライブラリ\t5.1.0'],
    ['an empty version cell', '名称,バージョン,備考\n顔認証ライブラリ,,5.1.0'],
    ['a row that is shorter than its header', '名称,旧バージョン,新バージョン\n顔認証ライブラリ,5.1.0'],
    ['no version', '顔認証ライブラリ,,2026/01/20'],
    ['a whole number', '顔認証ライブラリ 5'],
    ['a word', '顔認証ライブラリ: 不明'],
    ['a date in dots', '顔認証ライブラリ 2026.01.20'],
    ['a short date in dots', '顔認証ライブラリ 26.1.20'],
    ['five parts', '顔認証ライブラリ 5.1.0.0.1'],
    ['a preview', '顔認証ライブラリ 5.1.0-rc1'],
    ['a failure', '顔認証ライブラリ,5.1.0,エラー'],
    ['a delivery that waits for a restart', '顔認証ライブラリ,5.1.0,再起動待ち'],
    ['a delivery that is planned', '顔認証ライブラリ 5.1.0 配信予定'],
    ['a version that was', '顔認証ライブラリ(旧),5.1.0'],
    ['a version that is required', '顔認証ライブラリ 要求バージョン 5.1.0'],
    ['another thing between name and version', '顔認証ライブラリ 設定ツール 5.1.0'],
    ['another thing in the name cell', '顔認証ライブラリ 設定ツール,5.1.0'],
    ['another thing before the version', '顔認証ライブラリ,ドライバ 5.1.0'],
    ['a quote that never closes', '"顔認証ライブラリ,5.1.0'],
    ['nothing below the name', '顔認証ライブラリ\n'],
    ['another name below the name', '顔認証ライブラリ\n配信アプリケーション管理ツール\n5.1.0'],
    ['another label below the name', '顔認証ライブラリ\nツールバージョン 5.1.0'],
    ['two versions below the name', '顔認証ライブラリ\n5.0.3\n5.1.0', 'ambiguous'],
    ['trouble below the name', '顔認証ライブラリ\n状態: 失敗\nバージョン: 5.1.0'],
    ['two names for one version', '顔認証ライブラリ 連携アプリケーション 5.1.0'],
    ['names and versions in turn', '顔認証ライブラリ,5.1.0,連携アプリケーション,4.0.2', 'ambiguous'],
    ['a remark with a version only', '昨日、顔認証ライブラリを5.1.0に更新しました。'],
    ['a remark with another version', '顔認証ライブラリ,5.1.0\n顔認証ライブラリを5.0.3に戻しました。', 'ambiguous'],
    [
      'rows under lines of dates',
      '2025/11/20\n顔認証ライブラリ 5.0.3\n2026/01/20\n顔認証ライブラリ 5.1.0',
      'ambiguous',
    ],
    ['a bound', '顔認証ライブラリは 5.1.0 以上であること'],
    ['a sentence about it', '※顔認証ライブラリの更新後は再起動してください。'],
    ['a list of what is meant', '対象: 配信アプリケーション、顔認証ライブラリ'],
    ['a line beyond all measure', `顔認証ライブラリ,5.1.0${' '.repeat(3000)}.`],
    ['a line with too many numbers', `顔認証ライブラリ ${'5.1.0 '.repeat(30)}`],
  ])('%s', (_, text, state = 'unreadable') => {
    const answer = face(text);
    expect(answer?.state).toBe(state);
    const lines = answer && 'lines' in answer ? answer.lines : [];
    expect(lines.join('\n')).toContain('顔認証ライブラリ');
  });
});

describe('a component that is not named is absent', () => {
  it.each([
    ['no line for it', ''],
    ['a tool of another name', '配信アプリケーション管理ツール 5.1.0'],
    ['a tool of its own', '顔認証ライブラリ管理ツール,5.1.0'],
    ['a list of names', '一覧: 配信アプリケーション、顔認証ライブラリ'],
    ['the reader itself', '顔認証付きカードリーダー 5.1.0'],
  ])('%s', (_, text) => {
    expect(face(text)).toEqual({ state: 'absent' });
  });
});

describe('names that contain or resemble others', () => {
  it('keeps the tool apart from the application', () => {
    for (const name of [
      '配信アプリケーション管理ツール',
      '(オンライン資格確認)配信アプリケーション管理ツール',
      '配信アプリケーション 管理ツール',
      '配信ｱﾌﾟﾘｹｰｼｮﾝ管理ﾂｰﾙ',
    ]) {
      for (const sign of [',', ' ', '\t', ': ', '\n']) {
        const of = all(`連携アプリケーション 4.0.2\n${name}${sign}6.0.0\n`);
        expect(of('distribution-app')).toEqual({ state: 'absent' });
        expect(of('link-app')).toMatchObject({ version: '4.0.2' });
      }
    }
  });

  it('keeps the reader application apart from the face library', () => {
    const of = all('顔認証付きカードリーダーアプリケーション,3.2.1\n');
    expect(of('reader-app')).toMatchObject({ version: '3.2.1' });
    expect(componentIds.filter((id) => of(id)?.state === 'absent')).toHaveLength(3);
  });

  it('takes 「配信アプリケーション」 over a column for a heading', () => {
    const of = all(
      '配信アプリケーション,バージョン,配信日時\n配信アプリケーション,2.1.0,2026/01/20\n顔認証ライブラリ,5.1.0,2026/01/20',
    );
    expect(of('distribution-app')).toMatchObject({ version: '2.1.0' });
    expect(of('face-library')).toMatchObject({ version: '5.1.0' });
  });

  it('does not take another product whose name ends alike', () => {
    expect(all('顔認証ライブラリ 5.1.0\n電子処方箋連携アプリケーション 9.0.0')('link-app')?.state).not.toBe('answers');
  });

  it('takes a heading over rows of the same name for a heading', () => {
    expect(face('【顔認証ライブラリ】\n顔認証ライブラリ 5.1.0 2026/01/20')).toMatchObject({ version: '5.1.0' });
  });

  it('reads a history under a name', () => {
    expect(face('顔認証ライブラリ 配信履歴\n 5.1.0 2026/01/20 5:01\n 5.0.3 2025/11/20 5:02')).toMatchObject({
      version: '5.1.0',
      deliveredAt: '2026-01-20T05:01:00',
    });
  });
});

describe('a record in which no component is understood', () => {
  it.each<[string, Uint8Array, readonly string[]]>([
    ['empty', new Uint8Array(), []],
    ['binary', Uint8Array.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0xff, 0xff]), []],
    ['another text', encode('\r\nReadme\r\n\r\nVersion 5.1.0\r\n', 'utf-8'), ['Readme', 'Version 5.1.0']],
    [
      'names over their versions',
      encode('配信アプリケーション,顔認証ライブラリ\n2.1.0,5.1.0\n', 'cp932'),
      ['配信アプリケーション,顔認証ライブラリ', '2.1.0,5.1.0'],
    ],
  ])('is unreadable throughout: %s', (_, bytes, lines) => {
    const record = readDeliveryRecord(bytes);
    expect([...record.keys()]).toEqual([...componentIds]);
    for (const answer of record.values()) expect(answer).toEqual({ state: 'unreadable', lines });
  });
});
