import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentIds } from '../../../src/domain/facts.ts';
import type { OwnComponent } from '../../../src/domain/notice/notice.ts';
import { readVersionInfo } from '../../../src/domain/versions/version-info.ts';
import { compareVersions } from '../../../src/domain/versions/version.ts';
import { encode, encodings } from './encode.ts';

function component(id: string, name: string, ...recordNames: string[]): OwnComponent {
  return { id, name, versionInfo: null, recordNames };
}

const extension = component('browser-extension', 'ブラウザ拡張機能', '拡張プラグイン');

/** The version that a Version.info says of a component, or why there is none. Lines are divided by ` / `. */
function told(text: string, id = 'browser-extension', own: readonly OwnComponent[] = [extension]): string {
  const answer = readVersionInfo(encode(text.replaceAll(' / ', '\r\n'), 'utf-8'), id, own);
  return answer.state === 'answers' ? answer.version : answer.state;
}

describe('the Version.info of a component that the notice brings', () => {
  it.each([
    '2.0.0',
    'Version=2.0.0',
    'ブラウザ拡張機能 2.0.0',
    'ﾌﾞﾗｳｻﾞ拡張機能 Ver.２．０．０',
    '拡張プラグインのバージョンは 2.0.0 です',
    '[ブラウザ拡張機能] / Version=2.0.0',
    '名称=拡張プラグイン / バージョン=2.0.0 / 適用日=2026/01/20',
    'ブラウザ拡張機能 / / バージョン：2.0.0 / 状態：インストール済み',
    '[BrowserExtension] / Version=2.0.0',
    'Browser Extension Version 2.0.0',
    'browser_extension=2.0.0',
    'BrowserExtensionVersion=2.0.0',
    '<BrowserExtension> / <Version>2.0.0</Version> / </BrowserExtension>',
    '{"browser-extension":{"version":"2.0.0"}}',
    '{"name":"ブラウザ拡張機能","version":"2.0.0","status":"installed"}',
    '<?xml version="1.0"?> / <Info> / <Name>拡張プラグイン</Name> / <Version>2.0.0</Version> / </Info>',
    'FileDescription=ブラウザ拡張機能 / FileVersion 2, 0, 0, 0',
    'Version=2.0.0 / OS=Windows 10.0.19044',
    'FaceAuthLib=5.1.0 / BrowserExtension=2.0.0 / OQSComApp=4.0.2',
    '{"components":[{"name":"FaceAuthLib","version":"5.1.0"},{"name":"拡張プラグイン","version":"2.0.0"}]}',
    '[顔認証ライブラリ] / Version=5.1.0 / [ブラウザ拡張機能] / Version=2.0.0',
  ])('is read: %s', (text) => {
    expect(compareVersions(told(text), '2.0.0')).toBe(0);
  });

  it.each(encodings)('is read in %s', (encoding) => {
    const bytes = encode('[ブラウザ拡張機能]\r\nVer.2.0.0\r\n', encoding);
    expect(readVersionInfo(bytes, 'browser-extension', [extension])).toMatchObject({
      version: '2.0.0',
      raw: 'Ver.2.0.0',
    });
  });

  it.each([
    'ブラウザ 120.0.1',
    'Browser=120.0.1',
    'BrowserVersion=120.0.1',
    'Extension=1.0.0',
    'ドライバ 1.2.3',
    '[FaceAuthLib] / Version=5.1.0',
    '顔認証ライブラリ 5.1.0',
    'FaceAuthLib=5.1.0',
    '連携アプリケーション / Version=4.0.2',
    'Name=CameraModule / Version=6.0.0',
    'ブラウザ拡張機能設定 2.0.0',
    'BrowserExtension 2.0.0 / 拡張プラグイン 2.1.0',
    'ブラウザ拡張機能 2.0.0 適用失敗',
    '[ブラウザ拡張機能] / Version=2.0.0 / 再起動後に反映されます',
    'Version=2.0.0 / 状態=ダウンロード済み',
    'ブラウザ拡張機能 必要バージョン / Version=2.0.0 / 種別=必要',
    'BrowserExtension=2.0.0 / BrowserExtension=',
    'ブラウザ拡張機能 2.0.0 / ブラウザ拡張機能は夜間に切り替わります',
    '\uF000 2.0.0 / Mode=Shadow',
    '\uF000=2.0.0',
  ])('is never sure of %s', (text) => {
    expect(told(text)).toBe('ambiguous');
  });

  it('may be called by words that would say something of a version, in any signs', () => {
    for (const name of [
      '最新情報取得ツール',
      '再起動支援アプリ',
      'Chrome拡張',
      'Next(β)+',
      'アプリ2',
      'A.B-C 1.5',
      'OS Viewer 旧版',
    ]) {
      const own = [component('own', name)];
      for (const text of [`${name} 2.0.0`, `[${name}] / Version=2.0.0`, `名称=${name} / バージョン=2.0.0`]) {
        expect([text, told(text, 'own', own)]).toEqual([text, '2.0.0']);
        expect([text, told(text, 'face-library', own)]).toEqual([text, 'ambiguous']);
      }
    }
  });

  it('is not spelled by an id that says something else', () => {
    expect(told('OSVersion=10.0.1', 'os-version', [component('os-version', '基盤')])).toBe('ambiguous');
    expect(told('Driver=1.2.3', 'driver', [component('driver', '読取ドライバ')])).toBe('ambiguous');
    expect(told('AuthLibrary=5.1.0', 'face-library', [component('auth-library', '基盤')])).toBe('5.1.0');
    expect(told('App 2.1.0', 'app-2', [component('app-2', '基盤')])).toBe('ambiguous');
  });

  it('is not named by the beginning of a number or a word', () => {
    expect(told('アプリ25.1.0', 'own', [component('own', 'アプリ2')])).toBe('ambiguous');
    expect(told('拡張子 5.1.0', 'own', [component('own', '拡張')])).toBe('ambiguous');
  });

  it('tells nothing of components that share a name', () => {
    const own = [
      component('one', '拡張'),
      component('other', 'その他', '拡張'),
      component('third', '顔認証ライブラリ'),
    ];
    expect(told('拡張 2.0.0', 'one', own)).toBe('ambiguous');
    expect(told('顔認証ライブラリ 5.1.0', 'third', own)).toBe('ambiguous');
    expect(told('[顔認証ライブラリ] / Version=5.1.0', 'face-library', own)).toBe('ambiguous');
  });

  it('may have the same name for the record and in files', () => {
    const own = [component('browser-extension', 'Browser Extension', 'BrowserExtension')];
    expect(told('BrowserExtension=2.0.0', 'browser-extension', own)).toBe('2.0.0');
  });

  it('is called by the longest name that fits', () => {
    const own = [component('face-lib-extension', '拡張'), component('long', '拡張プラグイン')];
    expect(told('拡張プラグイン 2.0.0 / 拡張 1.0.0', 'long', own)).toBe('2.0.0');
    expect(told('拡張プラグイン 2.0.0 / 拡張 1.0.0', 'face-lib-extension', own)).toBe('1.0.0');
    expect(told('FaceLibExtension=1.0.0 / FaceLib=5.1.0', 'face-lib-extension', own)).toBe('1.0.0');
    expect(told('FaceLibExtension=1.0.0 / FaceLib=5.1.0', 'face-library', own)).toBe('5.1.0');
  });
});

describe('beside the Version.info of the four, a component that the notice brings', () => {
  it.each([
    ['Version=5.1.0 / ブラウザ拡張機能 2.0.0', '5.1.0'],
    ['Version=5.1.0 / 拡張プラグイン=6.3.0 (ダウンロード済み)', '5.1.0'],
    ['Version=5.1.0 / 拡張プラグイン=2.0.0 (ダウンロード済み)', 'ambiguous'],
    ['[BrowserExtension] / Version=2.0.0 / / 顔認証ライブラリ / Version=5.1.0', '5.1.0'],
    ['{"name":"FaceAuthLib","version":"5.1.0","browser-extension":"2.0.0"}', '5.1.0'],
    ['[ブラウザ拡張機能] / Version=2.0.0', 'ambiguous'],
    ['Version=2.0.0 / Name=ブラウザ拡張機能', 'ambiguous'],
    ['拡張プラグイン 2.0.0', 'ambiguous'],
    ['顔認証ライブラリ 5.1.0 ブラウザ拡張機能 2.0.0', 'ambiguous'],
    ['Version=5.1.0 / 再起動後に反映されます', 'ambiguous'],
  ])('is another part: %s', (text, version) => {
    expect(told(text, 'face-library')).toBe(version);
  });

  it('takes nothing from what a part of a word says', () => {
    const own = [component('own', '再起'), component('next', 'Ext')];
    expect(told('Version=5.1.0 / 再起動後に反映されます', 'face-library', own)).toBe('ambiguous');
    expect(told('Version=5.1.0 / Mode: next', 'face-library', own)).toBe('ambiguous');
  });

  const version = fc
    .tuple(fc.nat({ max: 9 }), fc.nat({ max: 19 }), fc.nat({ max: 19 }))
    .map((parts) => parts.join('.'));
  const label = fc.constantFrom('', 'Version=', 'v', 'バージョン: ');

  it('never gives them its number, nor takes theirs', () => {
    const names = fc.constantFrom(
      'ブラウザ拡張機能 ',
      '拡張プラグイン=',
      'BrowserExtension ',
      '[ブラウザ拡張機能]\r\nVer.',
    );
    const faces = fc.constantFrom('顔認証ライブラリ ', 'FaceAuthLib=', '[顔認証ライブラリ]\r\nVer.', '顔認証DLL: ');
    fc.assert(
      fc.property(version, version, names, faces, fc.boolean(), (its, other, name, face, first) => {
        const lines = [`${name}${its}`, `${face}${other}`];
        const text = (first ? lines : lines.toReversed()).join('\r\n\r\n');
        expect([told(text), told(text, 'face-library')]).toEqual([its, other]);
        expect(told(text, 'link-app')).toBe('ambiguous');
      }),
    );
  });

  it('never answers for it where two versions of it differ', () => {
    fc.assert(
      fc.property(
        version,
        version,
        label,
        fc.constantFrom('拡張プラグイン ', 'BrowserExtension '),
        (one, two, its, name) => {
          fc.pre(compareVersions(one, two) !== 0);
          expect(told(`${name}${its}${one} / ${name}${its}${two}`)).toBe('ambiguous');
        },
      ),
    );
  });

  it('makes a text no clearer by names that it does not hold', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '顔認証ライブラリ',
        'FaceAuthLib',
        'OQSComApp',
        'Browser',
        'Plugin',
        '拡張',
        '5.1.0',
        '5.0.3',
        '失敗',
      ),
      fc.constantFrom('Version', '=', ' ', '\n', '[', ']', ':', '{"a":"', '"}', '再起動待ち', '\uF000', '\uF001'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const far = [component('zz-yy', 'ほげふが', 'ZZYX')];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom(...componentIds), (pieces, id) => {
        const bytes = encode(pieces.join(''), 'utf-8');
        expect(readVersionInfo(bytes, id, far)).toEqual(readVersionInfo(bytes, id));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['拡張プラグイン', 'Browser Extension ', 'ブ', 'browser-'])(
    'comes to an end with the largest file of %j',
    { timeout: 60_000 },
    (unit) => {
      const bytes = Buffer.alloc(64 * 1024, unit);
      expect(readVersionInfo(bytes, 'browser-extension', [extension]).state).not.toBe('answers');
    },
  );
});
