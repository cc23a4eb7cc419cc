import { describe, expect, it } from 'vitest';
import type { ComponentStatus } from '../../../src/domain/facts.ts';
import { encode, encodings } from './encode.ts';
import { readingOf } from './reading-of.ts';

/** Lines are divided by ` / `. */
async function judged(text: string, encoding: (typeof encodings)[number] = 'utf-8') {
  return readingOf({ versionInfo: encode(text.replaceAll(' / ', '\r\n'), encoding) });
}

/** One version, or one that is called the library's or the version: these must answer. */
const clear: readonly (readonly [text: string, status: ComponentStatus])[] = [
  ['5.0.3', 'outdated'],
  ['5.1.0', 'ok'],
  ['5.1', 'ok'],
  ['v5.1', 'ok'],
  ['V5.0.9', 'outdated'],
  ['Version=5.1.0', 'ok'],
  ['Ver.5.1.0', 'ok'],
  ['version 5.1.0.12', 'ok'],
  ['VERSION: "5.10.0"', 'ok'],
  ["version = '5.0.3'", 'outdated'],
  ['Ｖｅｒ．５．１．０', 'ok'],
  ['バージョン：５．０．３', 'outdated'],
  ['バージョンは 5.1.0 です', 'ok'],
  ['第5.1.0版', 'ok'],
  ['5.1.0 / 5.1.0', 'ok'],
  ['Version / 5.1.0', 'ok'],
  ['"Version","5.1.0"', 'ok'],
  ['FileVersion=5.1.0.0 / ProductVersion=5.1.0', 'ok'],
  ['FILEVERSION 5,1,0,0', 'ok'],
  ['VALUE "FileVersion", "5.0.3.0"', 'outdated'],
  ['#define VERSION "5.1.0"', 'ok'],
  ['OqsAuth.dll 5.1.0', 'ok'],
  ['顔認証DLL Ver.5.1.0', 'ok'],
  ['顔認証ライブラリ / 5.1.0', 'ok'],
  ['[情報] / 名称=顔認証ライブラリ / Ver.５．１．０', 'ok'],
  ['Product: Face Authentication Library / Version: 5.1.0', 'ok'],
  ['[OQS-Auth] / Version=5.0.3', 'outdated'],
  ['2026/01/20 05:01:12.123 / version 5.1.0', 'ok'],
  ['2026.01.20 / 5.1.0', 'ok'],
  ['5.1.0 (2026.01.20)', 'ok'],
  ['5.1.0 / 20260120050107', 'ok'],
  ['Version=5.1.0 / BuildDate=2026-01-15 / Build=20260115', 'ok'],
  ['Version 5.1.0 Build 1234', 'ok'],
  ['Version 5.1.0 (x64)', 'ok'],
  ['Copyright (C) 2019-2025 支払基金 / Version 5.1.0', 'ok'],
  ['Version=5.1.0 / OS=Windows 10', 'ok'],
  ['<?xml version="1.0"?> / 5.1.0', 'ok'],
  ['<?xml version="1.0" encoding="UTF-8"?> / <VersionInfo> /   <Version>5.1.0</Version> / </VersionInfo>', 'ok'],
  ['<info><version>5.0.3</version></info>', 'outdated'],
  ['{"version":"5.1.0"}', 'ok'],
  ['{"name":"FaceAuthLib","version":"5.0.3"}', 'outdated'],
  ['BrowserPlugin=2.3.0 / FaceAuthLib=5.1.0', 'ok'],
  ['OS=10.0.19044 / version=5.0.3', 'outdated'],
  ['OS=10.0.19044 / version=5.1.0', 'ok'],
  ['{"min":"12.1.0","version":"5.0.3"}', 'outdated'],
  ['{"os":{"version":"10.0.19044"},"version":"5.0.3"}', 'outdated'],
  [
    '{"components":[{"version":"6.0.0","name":"BrowserPlugin"},{"version":"5.0.3","name":"顔認証ライブラリ"}]}',
    'outdated',
  ],
  ['FileVersion 5, 0, 3, 0 / 6.0.0', 'outdated'],
  ['次回バージョン=5.1.0 / Version=5.0.3', 'outdated'],
  ['Version=5.1.0 / RequiredVersion=5.0.0', 'ok'],
  ['formatVersion=6.0 / Version=5.0.3', 'outdated'],
  ['InstalledVersion=5.0.3 / AvailableVersion=5.1.0', 'outdated'],
  ['Version=5.0.3 / IP=192.168.1.10', 'outdated'],
  ['連携アプリケーション 6.0.0 / 顔認証ライブラリ 5.0.3', 'outdated'],
  ['[BrowserPlugin] / Version=6.3.0 / [FaceAuthLib] / Version=5.0.3', 'outdated'],
  ['- name: BrowserPlugin /   version: 6.3.0 / - name: FaceAuthLib /   version: 5.0.3', 'outdated'],
  ['<component name="BrowserPlugin" version="6.0.0"/> / <component name="FaceAuthLib" version="5.0.3"/>', 'outdated'],
];

/** Several versions without a tie, or the version of something else. */
const unclear: readonly string[] = [
  '5.0.3 / 5.1.0',
  '10.20.30.40 / 5.0.3',
  '.NET 8.0.1 / 5.0.3',
  'FileVersion=5.0.3 / ProductVersion=5.1.0',
  'version=5.0.3 / version=5.1.0',
  'Version=5.0.3 -> 5.1.0',
  'Version: 5.0.3 5.1.0',
  'OQSFaceApp Ver.2.3.0',
  'OQSFaceApp Ver.6.3.0',
  'OQSFaceApp / Ver.6.3.0',
  'Version=6.3.0 / Name=OQSFaceApp',
  'BrowserPlugin=6.3.0',
  '["BrowserPlugin","6.3.0"]',
  '{"name":"OQSFaceApp","version":"6.3.0"}',
  'ブラウザ拡張 バージョン 6.3.0',
  '連携アプリケーション 6.0.0',
  'name: 配信アプリケーション / version: 6.0.0',
  '顔認証付きカードリーダーアプリケーション 6.0.0',
  'Windows 10.0.19044',
  'OSVersion=10.0.19044',
  'OS / 10.0.19044',
  '[OS] / Version=10.0.19044',
  '.NETFramework,Version=v8.0',
  'API 6.0.0',
  'schemaVersion: 6.0',
  'RequiredVersion=5.1.0',
  'MinVersion=6.0',
  '5.1.0以上',
  '更新前 5.0.3 / 5.1.0',
  '最新バージョン=5.1.0',
  '新バージョン 5.1.0',
  'Version=5.1.0 (ダウンロード済み)',
  'Build 6.2.3.4',
  'zlib1.dll 6.2.11',
  'EngineVersion=6.0.0',
  'Name=ほかの部品 / Version=6.0.0',
  'ほかの部品 / 6.0.0',
  'Version 6.0.0 ほかの部品',
  '; Version=5.1.0',
  '// 5.1.0',
  '; Version=5.1.0 / Version=5.0.3',
  '192.168.1.10',
  '5,1,0,0',
  'Version 2026.01.20 / 5.1.0',
  '5.1.0-rc1 / 5.0.3',
  '- version: 5.0.3 /   name: FaceAuthLib / - version: 6.3.0 /   name: BrowserPlugin',
  '- version: 6.3.0 /   name: BrowserPlugin / - version: 5.0.3 /   name: FaceAuthLib',
  '<os> / <version>10.0.19044</version> / </os> / <version>5.0.3</version>',
  `Version ${'5.1.0 '.repeat(20)}`,
];

describe('a terminal that has only Version.info', () => {
  it.each(clear)('%s: %s', async (text, status) => {
    const { status: found, witnesses } = await judged(text);
    expect({ found, state: witnesses[0]?.state }).toEqual({ found: status, state: 'answers' });
  });

  it.each(unclear)('%s: unknown, with the lines', async (text) => {
    const { status, witnesses } = await judged(text);
    const [witness] = witnesses;
    expect({ status, state: witness?.state, version: witness?.version }).toEqual({
      status: 'unknown',
      state: 'ambiguous',
      version: null,
    });
    const numbered = text.split(' / ').filter((line) => /\d[.,]\d/.test(line));
    for (const line of numbered) expect(witness?.raw).toContain(line.trim());
    expect(witness?.fault).not.toBeNull();
  });

  it.each(encodings)('reads one and doubts several in %s', async (encoding) => {
    expect((await judged('名称=顔認証ライブラリ / バージョン=５．１．０', encoding)).status).toBe('ok');
    expect((await judged('顔認証ライブラリ Ver.5.0.3 / ブラウザ拡張 6.0.0', encoding)).status).toBe('outdated');
    expect((await judged('版 5.0.3 / 版 6.0.0', encoding)).status).toBe('unknown');
  });
});
