import { describe, expect, it } from 'vitest';
import { encode } from '../domain/versions/encode.ts';
import { temporaryFolder, writeScenario } from './built.ts';
import { answerOf, times } from './prepared.ts';

const RECORD = 'C:\\ProgramData\\OQS\\record.txt';

type Told = readonly [verdict: string, step: string, status: string, exitCode: number];
const done: Told = ['current', 'send-report', 'ok', 0];
const old: Told = ['action-needed', 'download-now', 'outdated', 1];
const unknown: Told = ['unknown', 'check-by-hand', 'unknown', 3];

async function told(scenario: object, files: Readonly<Record<string, Uint8Array>>): Promise<Told> {
  using folder = temporaryFolder();
  const { exitCode, answer } = await answerOf(writeScenario(folder.path, { ...times, ...scenario }, files));
  const target = answer.components.find(({ id }) => id === 'face-library');
  return [answer.verdict, answer.nextStep.id, target?.status ?? '', exitCode];
}

describe('a terminal with Version.info and no record', () => {
  it.each<[string, Told]>([
    ['OS=10.0.19044\r\nversion=5.0.3\r\n', old],
    ['10.20.30.40\r\n5.0.3\r\n', unknown],
    ['FileVersion 5, 0, 3, 0\r\n6.0.0\r\n', old],
    ['<?xml version="1.0"?>\r\n<info><version>5.1.0</version></info>\r\n', done],
    ['BrowserPlugin=2.3.0\r\nFaceAuthLib=5.1.0\r\n', done],
    ['OQSFaceApp Ver.6.3.0\r\n', unknown],
    ['Ver.５．１．０\r\n', done],
  ])('%j', async (text, expected) => {
    const files = { 'Program Files/OQS-Auth/Version.info': encode(text, 'cp932') };
    expect(await told({ deliveryRecord: null }, files)).toEqual(expected);
  });
});

describe('a terminal with a record and no Version.info', () => {
  it.each<[string, Told]>([
    ['顔認証ライブラリ 5.0.3 インストール済み\r\n顔認証ライブラリ 5.1.0 ダウンロード済み\r\n', unknown],
    ['【ダウンロード済み】\r\n顔認証ライブラリ 5.1.0\r\n', unknown],
    ['現在のバージョン\r\n顔認証ライブラリ,5.0.3\r\n最新のバージョン\r\n顔認証ライブラリ,5.1.0\r\n', unknown],
    ['2025/12/01 顔認証ライブラリ 5.0.3\r\n2026/01/20 顔認証ライブラリ 5.1.0\r\n', done],
    ['名称,バージョン,状態\r\n顔認証ライブラリ,5.0.3,インストール済み\r\n', old],
  ])('%j', async (text, expected) => {
    const files = { 'ProgramData/OQS/record.txt': encode(text, 'cp932') };
    expect(await told({ versionInfo: {}, deliveryRecord: { path: RECORD } }, files)).toEqual(expected);
  });
});
