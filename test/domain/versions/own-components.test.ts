import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentIds } from '../../../src/domain/facts.ts';
import type { OwnComponent } from '../../../src/domain/notice/notice.ts';
import { readDeliveryRecord } from '../../../src/domain/versions/delivery-record.ts';
import { compareVersions } from '../../../src/domain/versions/version.ts';
import { encode, encodings } from './encode.ts';

function component(id: string, name: string, ...recordNames: string[]): OwnComponent {
  return { id, name, versionInfo: null, recordNames };
}

const extension = component('browser-extension', 'ブラウザ拡張機能', '拡張プラグイン');

/** What the record says of each component: a version, or why there is none. Lines are divided by ` / `. */
function told(
  text: string,
  own: readonly OwnComponent[] = [extension],
  encoding: (typeof encodings)[number] = 'utf-8',
) {
  const record = readDeliveryRecord(encode(text.replaceAll(' / ', '\r\n'), encoding), own);
  return Object.fromEntries(
    [...record].map(([id, answer]) => [id, answer.state === 'answers' ? answer.version : answer.state]),
  );
}

const all = {
  'distribution-app': '2.1.0',
  'link-app': '4.0.12',
  'face-library': '5.1.0',
  'reader-app': '3.2.1.10',
  'browser-extension': '2.0.0.7',
};

const layouts: Readonly<Record<string, string>> = {
  'CSV with a header': `コンポーネント,バージョン,配信日時
配信アプリケーション,2.1.0,2026/01/20 5:01
連携アプリケーション,4.0.12,2026/01/20 5:01
顔認証ライブラリ,5.1.0,2026/01/20 5:01
NAME,2.0.0.7,2026/01/20 5:01
顔認証付きカードリーダーアプリケーション,3.2.1.10,2026/01/20 5:01
`,
  'CSV in quotes': `"No","配信日時","版数","名称","状態","備考"
"1","2026-01-20T05:01:00","2.1.0","配信アプリケーション","適用済み,成功",""
"2","2026-01-20T05:01:00","4.0.12","連携アプリケーション","完了, 正常",""
"3","2026-01-20T05:01:00","5.1.0","顔認証ライブラリ","適用済み",""
"4","2026-01-20T05:01:00","3.2.1.10","顔認証付きカードリーダーアプリケーション","成功",""
"5","2026-01-20T05:01:00","2.0.0.7","NAME","成功",""
`,
  'TSV with other versions': `名称\tインストール済みバージョン\t必要バージョン\t配信日
NAME\t2.0.0.7\t9.0.0\t20260120
配信アプリケーション\t2.1.0\t9.0.0\t20260120
連携アプリケーション\t4.0.12\t9.0.0\t20260120
顔認証ライブラリ\t5.1.0\t9.0.0\t20260120
顔認証付きカードリーダーアプリケーション\t3.2.1.10\t9.0.0\t20260120
`,
  'name: version': `配信アプリケーション: 2.1.0
連携アプリケーション：Ver.4.0.12
[NAME] = v2.0.0.7
[顔認証ライブラリ] = v5.1.0
顔認証付きカードリーダーアプリケーションのバージョン : 3.2.1.10 (適用済み)
`,
  'name version': `配信アプリケーション 2.1.0
 連携アプリケーション  4.00.12 2026年1月20日(火) 5時01分
2026/01/20 05:01:12 [INFO] 顔認証ライブラリ 05.1 適用完了
2026/01/20 05:01:12 [INFO] NAMEのバージョン 2.0.0.7 適用完了
顔認証付きカードリーダーアプリケーション......3.2.1.10
`,
  'name over version': `配信アプリケーション
2.1.0

連携アプリケーション
4.0.12

■NAME

  バージョン: 2.0.0.7
  配信日時: 2026/01/20 5:01

■顔認証ライブラリ

  バージョン: 5.1.0
  配信日時: 2026/01/20 5:01

[顔認証付きカードリーダーアプリケーション]
Version=3.2.1.10
Date=20260120
`,
  'a table with rules': `| バージョン | アプリケーション名 |
|---|---|
| 2.1.0 | 配信アプリケーション |
| 4.0.12 | 連携アプリケーション |
| 2.0.0.7 | NAME |
| 5.1.0 | 顔認証ライブラリ |
| 3.2.1.10 | 顔認証付きカードリーダーアプリケーション |
`,
  'pairs on one line':
    '配信アプリケーション 2.1.0,連携アプリケーション 4.0.12,顔認証ライブラリ 5.1.0,NAME 2.0.0.7,顔認証付きカードリーダーアプリケーション 3.2.1.10',
};

const spellings = [
  'ブラウザ拡張機能',
  'ﾌﾞﾗｳｻﾞ拡張機能',
  'ブラウザ 拡張機能',
  '拡張プラグイン',
  'オンライン資格確認拡張プラグイン',
];

describe('a component that the notice brings, in the record', () => {
  it.each(Object.entries(layouts))('is read beside the four: %s', (_, layout) => {
    for (const encoding of encodings) {
      for (const name of spellings) expect(told(layout.replaceAll('NAME', name), [extension], encoding)).toEqual(all);
    }
  });

  it('is absent from a record that does not name it, and nothing else of the record changes', () => {
    for (const layout of Object.values(layouts)) {
      const without = layout.replace(/^.*NAME.*\n(?:\s*\n.*2\.0\.0\.7\n.*\n\n)?/m, '').replace('NAME 2.0.0.7,', '');
      expect(told(without)).toEqual({ ...all, 'browser-extension': 'absent' });
    }
  });

  it('answers alone', () => {
    expect(told('ブラウザ拡張機能,2.0.0')).toMatchObject({ 'browser-extension': '2.0.0', 'face-library': 'absent' });
  });

  it.each([
    '拡張プラグイン 2.0.0 ダウンロード済み',
    '拡張プラグイン,2.0.0,配信済み',
    '【再起動待ち】 / 拡張プラグイン 2.0.0',
    '■拡張プラグイン / バージョン: 2.0.0 / 状態: ダウンロード済み',
    'ブラウザ拡張機能 2.0.0 / 拡張プラグイン 2.1.0',
    'ブラウザ拡張機能は 2.0.0 です',
    '旧ブラウザ拡張機能 2.0.0',
    'ブラウザ拡張機能設定 2.0.0',
    'ブラウザ拡張機能 拡張プラグイン 2.0.0 2.1.0',
    '名称,バージョン,状態 / 拡張プラグイン,2.0.0,',
  ])('is never sure of %s', (text) => {
    expect(told(text)['browser-extension']).toMatch(/^(?:unreadable|ambiguous)$/);
  });

  it('leaves the others alone where it is unclear itself', () => {
    expect(told('ブラウザ拡張機能,2.0.0,失敗 / 顔認証ライブラリ,5.1.0')).toMatchObject({
      'browser-extension': 'unreadable',
      'face-library': '5.1.0',
    });
  });

  it.each(['拡張機能', 'プラグイン', 'Browser Extension', 'Extension'])(
    'may be what the record calls %s: then nothing is told of it, and all of the others',
    (name) => {
      const text = `名称,バージョン / 顔認証ライブラリ,5.1.0 / ${name},2.0.0`;
      expect(told(text)).toMatchObject({ 'face-library': '5.1.0', 'browser-extension': 'unreadable' });
    },
  );

  it.each([
    ['a driver', 'カードリーダードライバ 1.2.3'],
    ['a tool of its own', 'ブラウザ拡張機能管理ツール 1.2.3'],
    ['the tool', '配信アプリケーション管理ツール Ver.9.8.7'],
  ])('is not %s', (_, line) => {
    expect(told(`ブラウザ拡張機能 2.0.0 / ${line} / 顔認証ライブラリ 5.1.0`)).toMatchObject({
      'browser-extension': '2.0.0',
      'face-library': '5.1.0',
    });
  });

  it('may be called by words that would say something of a version, in any signs', () => {
    for (const name of [
      '最新情報取得ツール',
      '再起動支援アプリ',
      'Next(β)+',
      'アプリ2',
      'A.B-C 1.5',
      '[拡張]',
      '配信アプリケーション管理ツール',
    ]) {
      const own = component('own', name);
      const answers = { own: '2.0.0', 'face-library': '5.1.0' };
      expect(told(`${name},2.0.0,適用済み / 顔認証ライブラリ,5.1.0,適用済み`, [own])).toMatchObject(answers);
      expect(told(`${name}: 2.0.0 / 顔認証ライブラリ: 5.1.0`, [own])).toMatchObject(answers);
      expect(told(`${name} 2.0.0 待ち / 顔認証ライブラリ 5.1.0`, [own])).toMatchObject({
        ...answers,
        own: 'unreadable',
      });
    }
  });

  it('is called by the longest name that fits', () => {
    const own = [
      component('short', '拡張'),
      component('long', '拡張プラグイン'),
      component('whole', '新拡張プラグイン'),
    ];
    expect(told('拡張プラグイン 2.0.0 / 拡張 1.0.0 / 新 拡張プラグイン 3.0.0', own)).toMatchObject({
      short: '1.0.0',
      long: '2.0.0',
      whole: '3.0.0',
    });
  });

  it('is no part of one of the four, nor of a word', () => {
    const own = [component('reader', 'カードリーダー'), component('app', 'アプリケーション'), component('next', 'Ext')];
    const four = '配信アプリケーション 2.1.0 / 顔認証付きカードリーダーアプリケーション 3.2.1 / 顔認証ライブラリ 5.1.0';
    expect(told(four, own)).toEqual({
      'distribution-app': '2.1.0',
      'link-app': 'absent',
      'face-library': '5.1.0',
      'reader-app': '3.2.1',
      reader: 'absent',
      app: 'absent',
      next: 'absent',
    });
    // What stands beside the library means no less for it.
    expect(told('顔認証ライブラリ 5.1.0 next', own)['face-library']).toBe('unreadable');
    expect(told('顔認証ライブラリ 5.1.0 / context', own)['face-library']).toBe('unreadable');
    expect(told('顔認証ライブラリ 5.1.0 / 再起動', [component('own', '再起')])['face-library']).toBe('unreadable');
    expect(told('顔認証ライブラリ 5.1.0', [component('own', '5.1.0')])['face-library']).toBe('5.1.0');
    expect(told('アプリ25.1.0', [component('own', 'アプリ2')])['own']).toBe('unreadable');
  });

  it('tells nothing of components that share a name', () => {
    const own = [
      component('one', '拡張'),
      component('other', 'その他', '拡張'),
      component('third', '顔認証ライブラリ'),
    ];
    expect(told('拡張,2.0.0 / 顔認証ライブラリ,5.1.0 / 連携アプリケーション,4.0.2', own)).toMatchObject({
      one: 'unreadable',
      other: 'unreadable',
      third: 'unreadable',
      'face-library': 'unreadable',
      'link-app': '4.0.2',
    });
  });
});

describe('any names of components that the notice brings', () => {
  const anyName = fc.oneof(
    fc.constantFrom(
      'ブラウザ拡張機能',
      'Browser Extension',
      '最新',
      '配信アプリケーション2',
      'App(x)',
      '.*',
      '5.1.0',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const anyOwn = fc.array(
    fc.tuple(fc.constantFrom('own', 'a-b', 'other'), anyName, fc.array(anyName, { maxLength: 2 })),
    { maxLength: 3 },
  );
  const rows = fc.array(
    fc.tuple(
      fc.constantFrom(
        '顔認証ライブラリ',
        '連携アプリケーション',
        'ブラウザ拡張機能',
        'Browser Extension',
        '最新',
        'その他',
      ),
      fc.constantFrom('5.1.0', '5.0.3', '2.0.0'),
      fc.constantFrom('', '済', '待ち', '失敗', '夜間'),
    ),
    { maxLength: 6 },
  );

  it('leave the reader with an answer for each, and make nothing of the four that no row says', () => {
    fc.assert(
      fc.property(anyOwn, rows, fc.constantFrom(',', ' ', ': ', '\t'), (names, lines, sign) => {
        const own = names.map(([id, name, more]) => component(id, name, ...more));
        const record = readDeliveryRecord(encode(lines.map((row) => row.join(sign)).join('\n'), 'utf-8'), own);
        expect([...record.keys()]).toEqual([...new Set([...componentIds, ...own.map(({ id }) => id)])]);
        const face = record.get('face-library');
        if (face?.state !== 'answers') return;
        const said = lines.filter(([name, , state]) => name === '顔認証ライブラリ' && /^済?$/.test(state));
        expect(said.map(([, version]) => version)).toContain(face.version);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back what was written under any name', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('拡張機能ブラウザ未待最新取得ExtNeBrow27 -().')),
      minLength: 1,
      maxLength: 12,
    });
    const parts = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 19 }), fc.nat({ max: 19 }));
    fc.assert(
      fc.property(letters, parts, fc.boolean(), (name, numbers, heads) => {
        fc.pre(/\p{L}/u.test(name) && name.trim() === name && !/^[-.]|[-.]$|  /.test(name));
        const version = numbers.join('.');
        const text = `${heads ? '名称,バージョン\n' : ''}${name},${version}\n顔認証ライブラリ,5.1.0\n`;
        const found = told(text, [component('own', name)]);
        expect(found).toMatchObject({ 'face-library': '5.1.0' });
        expect(compareVersions(found['own'] ?? '', version)).toBe(0);
      }),
    );
  });
});
