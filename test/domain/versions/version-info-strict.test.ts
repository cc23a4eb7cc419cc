import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComponentStatus } from '../../../src/domain/facts.ts';
import { readVersionInfo } from '../../../src/domain/versions/version-info.ts';
import { encode } from './encode.ts';
import { readingOf } from './reading-of.ts';

/** Lines are divided by ` / `. */
async function judged(text: string) {
  return readingOf({ versionInfo: encode(text.replaceAll(' / ', '\r\n'), 'utf-8') });
}

const LONG =
  'このファイルのバージョンは次に端末の電源を入れ直したあとで有効になりますのでそれまでは古いものが動きますご注意ください';

/** What is said around the number takes it back, gives it to something else, or is not known. */
const unclear: Readonly<Record<string, readonly string[]>> = {
  'a state on another line': [
    'Version=5.1.0 / Status=Downloaded',
    'バージョン：5.1.0 / 状態：ダウンロード済み',
    'Version=5.1.0 / 状態=再起動待ち',
    '{"version":"5.1.0","status":"downloaded"}',
    '{"version":"5.1.0","info":{"state":"pending"}}',
    '{"version":"5.1.0","installed":false}',
    'Version=5.1.0 / Pending=1',
    'Version=5.1.0 / Installed=false',
    'Version=5.1.0 / Installed=0',
    'Version=5.1.0 / Installed=',
    'Version=5.1.0 / Installed: no',
    'Version=5.1.0 / 適用済み：×',
    'Version=5.1.0 / 状態： / -',
    'Status=Downloaded / Version=5.1.0',
    '[FaceAuthLib] / Version=5.1.0 / 再起動後に反映されます',
    '[FaceAuthLib] / Version=5.1.0 / [Update] / Result=1603',
    `Version=5.1.0 / ${LONG}`,
    'Version=5.1.0 / [BrowserPlugin] / Version=6.3.0 / / 再起動後に反映されます',
    'Version=5.1.0 / インストーラの再起動後に反映されます',
    'Version=5.1.0 / 適用に失敗しました',
    'Version=5.1.0 / アンインストール=1',
    '<component name="FaceAuthLib" version="5.1.0" installed="0"/>',
    '顔認証ライブラリ 5.1.0 適用失敗',
    'FaceAuthLib 5.1.0 uninstalled',
    'FaceAuthLib 5.1.0 dormant',
    '顔認証ライブラリ 5.1.0 x',
    'Version=5.1.0 / Copyright (C) 2026 Example Inc. / Copyright (C) 2026 適用失敗',
  ],
  "another part's section, whatever headings stand in it": [
    '<plugin> / <info> / <version>6.3.0</version> / </info> / </plugin>',
    '<plugin> / <info> / </info> / <version>6.3.0</version> / </plugin>',
    'BrowserPlugin: / info: / version: 6.3.0',
    'OQSFaceApp / Version: / 6.3.0',
    'FaceApp / Version=6.3.0',
    '【ブラウザ拡張】 / ■バージョン情報 / バージョン: 6.3.0',
    '[BrowserPlugin] / / [General] / Version=6.3.0',
    '[OS] / [Version] / Version=10.0.19044',
    '<component name="BrowserPlugin" schema="1.0"> / <version>6.3.0</version>',
    'Version=6.3.0 / Name=OQSFaceApp',
    'OQSFaceApp 1.0 / Version=6.3.0',
    'Face / Version=6.3.0',
    '顔認証ソフトウェア / Version=6.3.0',
  ],
  'a part or a surrounding told of before': [
    'OS=Windows / Version=10.0.19044',
    'OS: Windows / Version: 10.0.19044',
    'Runtime=.NET / Version=8.0.1',
    'File=OQSFaceApp.exe / Version=6.3.0',
    'Plugin=1 / Version=6.3.0',
    'ID=OQSFaceApp / Version=6.3.0',
    'Version=6.3.0 / ID=OQSFaceApp',
    '{"os":"windows","version":"10.0.19044"}',
    '{"browser":true,"version":"6.3.0"}',
    'Version=5.1.0 / BrowserPlugin 6.3.0 / LocalVersion=5.0.3',
    'Version=5.1.0 / BrowserPlugin 6.3.0 / FileVersion=5.0.3',
    'Version=5.1.0 / OS=Windows 10 / FileVersion=5.0.3',
  ],
  'a version that is asked for, or was': [
    '[Requires] / FaceAuthLib=5.1.0',
    'requires: / FaceAuthLib: 5.1.0',
    '<dependency> / <name>FaceAuthLib</name> / <version>5.1.0</version> / </dependency>',
    '{"requires":{"name":"FaceAuthLib","version":"5.1.0"}}',
    '必要バージョン / 顔認証ライブラリ 5.1.0',
    '[旧] / FaceAuthLib=5.1.0',
    '区分：目標 / Version=5.1.0',
    'Version=5.1.0 / 種別=必要',
    'Version=5.1.0 / Mode=old',
    '{"version":"5.1.0","source":"server"}',
  ],
  'an unknown name on a line of its own': [
    'CameraModule / Version=6.0.0',
    'カメラ制御 / バージョン 6.0.0',
    'Hotfix / Version=6.0.0',
    '[Hotfix] / Version=6.0.0',
    '<camera> / <version>6.0.0</version> / </camera>',
    'Hotfix / [Version] / Version=6.0.0',
    'Version=6.0.0 / CameraModule',
    '{"name":"CameraModule","version":"6.0.0"}',
    '{"camera":{"version":"6.0.0"}}',
    '# Camera / Version=6.0.0',
  ],
  'a label that is another thing’s': [
    'SystemVersion=10.0.19044',
    'システムバージョン 10.0.19044',
    '[System] / Version=10.0.19044',
    '[端末] / バージョン=10.0.19044',
    'オンライン資格確認システム Ver.6.0',
    'オンライン資格確認端末 バージョン 6.0.0',
    'オンライン資格確認 / Version=6.0.0',
    'ConfigVersion=6.0',
    'DataVersion=20.1',
    'SettingsVersion=6.0',
    'PackageVersion=6.0.0',
    '設定バージョン=6.0.0',
    'データバージョン 20.1',
    '{"package":{"version":"6.0.0"}}',
    '[Config] / Version=6.0',
    'FaceApplication Version 6.0.0',
  ],
  'a number that contradicts': [
    'Installed=5.0.3 / Version=5.1.0',
    '現在=5.0.3 / バージョン=5.1.0',
    'Version=5.1.0 / LocalVersion=5.0.3',
    'Version=5.1.0 / ActiveVersion=5.0.3',
    'Version=5.1.0 / LoadedVersion=5.0.3',
    'Version=5.1.0 / 稼働中バージョン=5.0.3',
    'Version=5.1.0 / 現在は旧バージョン 5.0.3',
    'Version=5.1.0 / OqsAuth.dll 5.0.3',
    'Version=5.1.0 / OqsAuth.dll 5.2.0',
    'Version=5.1.0 / 5.0.3',
    'OqsAuth.dll=5.0.3 / PackageVersion=5.1.0',
    '[FaceAuthLib] / Version=5.1.0 / rolled back to 5.0.3',
    'Version=5.1.0 / loaded from backup 5.0.3',
    'Version=5.1.0 / 次回バージョン=5.0.3',
    'Version=5.1.0 / ダウンロード済み 5.1.0',
    '{"version":"5.0.3","version":"5.1.0"}',
    '{"version":"5.1.0","version":"5.0.3"}',
    '{ / "version": "5.0.3", / "version": "5.1.0" / }',
    '{"version":"5.1.0","local":"5.0.3"}',
  ],
  'signs, numbers and blanks that say something': [
    'Version=5.1.0 / Enabled 0',
    'Version=5.1.0 / current=0',
    'Version=5.1.0 / Version=6',
    'Version=5.1.0 / Version=',
    'Version=5.1.0 / 適用日：',
    'Version=5.1.0 / InstallDate=',
    'Version=5.1.0 / 適用 / -',
    'Version=5.1.0 / [ ] 適用',
    'Version=5.1.0 / 50%',
    'Version>=5.1.0',
    'Version > 5.1.0',
    'Version≠5.1.0',
    'Version=5.1.0?',
    '-> 5.1.0',
    '5.1.0～',
    '~5.1.0',
    '{"version":"5.1.0","ok":0}',
    '{"version":"5.1.0","current":""}',
    '{"version":["5.1.0"],"installed":[]}',
    'Version 5.1.0 適用',
  ],
  'a sentence about a surrounding': [
    'Version=5.1.0 / OS上では5.0.3が動作しています',
    'Version=5.1.0 / Windows側は5.0.3のまま',
    'Version=5.1.0 / サーバでは5.1.0、端末では5.0.3',
    'Version=5.1.0 / Windows runs 5.0.3',
  ],
  'a comment of several lines': [
    '/* / Version=5.1.0 / */',
    '/* / Version=5.1.0',
    '<!-- / <version>5.1.0</version> / -->',
    '/* / Version=5.1.0 / */ / Version=5.0.3',
    '<!-- / Version=5.0.3 / --> / Version=5.1.0',
  ],
};

const clear: readonly (readonly [text: string, status: ComponentStatus])[] = [
  ['AppName=OqsAuth / AppVersion=5.1.0', 'ok'],
  ['AppVersion=5.1.0', 'ok'],
  ['AppVersion=5.0.3', 'outdated'],
  ['Application Version 5.1.0', 'ok'],
  ['{"appVersion":"5.1.0"}', 'ok'],
  ['V5.1.0_20260120', 'ok'],
  ['V5.0.3_20260120', 'outdated'],
  ['顔認証ライブラリ Version 5.1.0', 'ok'],
  ['顔認証ライブラリ / / バージョン：5.1.0', 'ok'],
  ['顔認証ライブラリ 5.1.0 インストール済み', 'ok'],
  ['FileVersion 5, 1, 0, 0 / ProductVersion 5, 1, 0, 0', 'ok'],
  ['Version=5.1.0 / Status=OK', 'ok'],
  ['Version=5.1.0 / Installed=true', 'ok'],
  ['バージョン：5.1.0 / 状態：インストール済み', 'ok'],
  ['Version=5.1.0 / 適用日=2026/01/20', 'ok'],
  ['Version=5.1.0 / InstallDate=2026-01-20 05:01:00', 'ok'],
  ['InstalledVersion=5.1.0', 'ok'],
  ['5.1.0 2026/01/20', 'ok'],
  ['===== / Version 5.1.0 / =====', 'ok'],
  ['作成日時 2026/01/20 10:00 / Version=5.1.0', 'ok'],
  ['UpdateDate=2026/01/20 / Version=5.1.0', 'ok'],
  ['名称,バージョン / 顔認証ライブラリ,5.0.3', 'outdated'],
  ['{"顔認証ライブラリ":{"バージョン":"5.1.0","更新日":"2026/01/20"}}', 'ok'],
  ['Version=5.1.0 / Date=20260120', 'ok'],
  ['{"name":"顔認証ライブラリ","version":"5.1.0","status":"installed"}', 'ok'],
  ['{"library":{"name":"FaceAuthLib","version":"5.0.3"},"buildDate":"2026-01-15"}', 'outdated'],
  ['[FaceAuthLib] / Version=5.1.0', 'ok'],
  ['[顔認証ライブラリ] / バージョン=5.1.0', 'ok'],
  ['[General] / Version=5.1.0', 'ok'],
  ['顔認証ライブラリ バージョン情報 / バージョン：5.1.0 / 最終更新日：2026/01/20', 'ok'],
  ['FileDescription=顔認証ライブラリ / OriginalFilename=OqsAuth.dll / FileVersion=5.1.0.0', 'ok'],
  ['<?xml version="1.0"?> / <Info> / <Name>顔認証ライブラリ</Name> / <Version>5.0.3</Version> / </Info>', 'outdated'],
  ['Version: 5.1.0 / Build: 20260115 / Platform: x64', 'ok'],
  ['[Version] / FileVersion=5.0.3.0', 'outdated'],
  ['Version=5.1.0 / CompanyName=Example / LegalCopyright=(C) 2026 Example Inc.', 'ok'],
  ['顔認証ライブラリ / Version 5.1.0 / 開発元：例株式会社', 'ok'],
  [';------ / ; バージョン情報 / ;------ / Version=5.1.0', 'ok'],
  ['/* / FaceAuthLib / */ / Version=5.1.0', 'ok'],
  ['<!-- 顔認証ライブラリ --> / <version>5.1.0</version>', 'ok'],
  ['[BrowserPlugin] / Version=6.3.0 / / 顔認証ライブラリ / Version=5.1.0', 'ok'],
  ['BrowserPlugin=6.3.0 (ダウンロード済み) / FaceAuthLib=5.1.0', 'ok'],
  [
    '{"components":[{"name":"BrowserPlugin","version":"6.3.0","status":"pending"},{"name":"FaceAuthLib","version":"5.1.0"}]}',
    'ok',
  ],
  ['Version=5.0.3 / 5.1.0', 'outdated'],
  ['Version=5.0.3 / ダウンロード済み 5.1.0', 'outdated'],
  ['Version=5.1.0 / 旧バージョン=5.0.3', 'ok'],
  ['Name=FaceAuthLib / OS=Windows 10 / Version=5.1.0', 'ok'],
  ['Version=5.1.0 / RequiredOS=Windows 10', 'ok'],
  ['Version=5.1.0 / BrowserPlugin 6.3.0', 'ok'],
  ['{"name":"FaceAuthLib","version":"5.0.3","osVersion":"10.0.19044"}', 'outdated'],
  ['{"name":"FaceAuthLib","plugins":[{"name":"BrowserPlugin","version":"6.3.0"}],"version":"5.1.0"}', 'ok'],
];

describe('a Version.info of which not everything is known to be good', () => {
  describe.each(Object.entries(unclear))('%s', (_, texts) => {
    it.each(texts)('%s: unknown', async (text) => {
      const { status, witnesses } = await judged(text);
      expect({ status, state: witnesses[0]?.state }).toEqual({ status: 'unknown', state: 'ambiguous' });
    });
  });

  it('never answers beside a line of words that nobody knows, wherever it stands', () => {
    const plain = clear.filter(([text]) => !text.startsWith('{')).map(([text]) => text.split(' / '));
    fc.assert(
      fc.property(
        fc.constantFrom(...plain),
        fc.nat({ max: 9 }),
        fc.constantFrom('Dormant', '[Camera]', '使われていません', 'Mode=Shadow', '; xyz', '■ 夜間', '適用=×', '失敗'),
        (lines, at, strange) => {
          fc.pre(!lines.some((line) => /Browser/.test(line)));
          const text = lines.toSpliced(Math.min(at, lines.length), 0, strange).join('\n');
          expect(readVersionInfo(encode(text, 'utf-8'), 'face-library').state).toBe('ambiguous');
        },
      ),
    );
  });
});

describe('a plain Version.info', () => {
  it.each(clear)('%s: %s', async (text, status) => {
    const { status: found, witnesses } = await judged(text);
    expect({ found, state: witnesses[0]?.state }).toEqual({ found: status, state: 'answers' });
  });

  it.each([
    ['values under a long name', `{"name":"${'n'.repeat(190)}","l":[${'1,'.repeat(31_000)}1]}`],
    ['a list of words', `[${'"a",'.repeat(16_000)}"a"]`],
    ['comments', '/*5.1.0*/'.repeat(7000)],
    ['states', 'status='.repeat(9000)],
    ['a key and blanks', `a${' '.repeat(64_000)}b`],
    ['a state and blanks', `status${' '.repeat(64_000)}`],
    ['short lines', 'a=1.2\n'.repeat(10_000)],
  ])('comes to an end soon with the largest file of %s', { timeout: 20_000 }, (_, text) => {
    expect(readVersionInfo(encode(text, 'utf-8'), 'face-library').state).not.toBe('answers');
  });
});
