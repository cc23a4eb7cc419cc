import { componentIds } from '../../src/domain/facts.ts';
import { readCsv } from '../../src/text/csv.ts';
import { jsonOf } from '../../src/ports/windows/ask.ts';
import { parseAcSeconds } from '../../src/ports/windows/machine.ts';
import { systemReportSchema } from '../../src/ports/windows/system-answer.ts';
import { dwordOf, parseRegistry, pathsOf } from '../../src/ports/windows/registry.ts';
import { listsTask, parseTaskEnabled, parseTaskRun } from '../../src/ports/windows/tasks.ts';
import { toolEventOf } from '../../src/ports/windows/management-tool.ts';
import { decodeText } from '../../src/text/text-file.ts';
import { readDeliveryRecord } from '../../src/domain/versions/delivery-record.ts';
import { halfWidth } from '../../src/text/normal-forms.ts';
import { readVersionInfo } from '../../src/domain/versions/version-info.ts';
import { compareVersions, parseVersion } from '../../src/domain/versions/version.ts';
import { programAnswer } from '../ports/windows/fixtures.ts';
import { encode, encodings } from '../domain/versions/encode.ts';
import { must, type Reader } from './reader.ts';

const TASK = 'OQS_exec_distroappstart';

const records = [
  '配信実績\r\n\r\n名称,版数,配信日時\r\n配信アプリケーション,2.1.0,2026/01/20 05:01\r\n顔認証ライブラリ,5.1.0,2026/01/20 05:01\r\n',
  '顔認証ライブラリ: Ver.5.0.3\n連携アプリケーション\t4.0.2\n',
  '顔認証DLL\n  ５．１．０\n',
  'ブラウザ拡張機能 2.0.0\n配信ツール2: 3.1.0\n顔認証ライブラリ 5.1.0\n',
];

const four = componentIds.map((id) => ({ id }));

/** With and without a component that the notice brings. */
const brought = [
  [],
  [
    {
      id: 'browser-extension',
      name: 'ブラウザ拡張機能',
      versionInfo: null,
      recordNames: ['拡張', '失敗', '配信ツール2'],
    },
  ],
];

/** What the terminal's own files say: the version is proof, so it must stand in the bytes. */
const versionReaders: readonly Reader[] = [
  {
    name: '配信実績',
    seeds: records.flatMap((text) => encodings.map((encoding) => encode(text, encoding))),
    words: [
      '顔認証ライブラリ',
      '顔認証DLL',
      '連携アプリケーション',
      '版数',
      '配信日',
      '失敗',
      '未配信',
      '|',
      ';',
      '拡張',
      'ツール',
    ],
    read: (bytes) => {
      for (const own of brought) {
        const record = readDeliveryRecord(bytes, own);
        for (const { id } of [...four, ...own]) {
          const answer = record.get(id);
          must(answer !== undefined, `it says something of ${id}`);
          if (answer?.state === 'answers') standsThere(bytes, answer.version);
        }
      }
    },
  },
  {
    name: 'Version.info',
    seeds: [
      '5.1.0\r\n',
      'Version=5.0.3\r\nDate=2026.01.19\r\n',
      '［版］５．１．０\n',
      '{"min":"12.1.0","version":"5.0.3"}',
      '[FaceAuthLib]\nFileVersion 5, 0, 3, 0\n[OS]\nVersion=10.0.19044\n',
    ].flatMap((text) => encodings.filter((each) => each !== 'utf-16le').map((encoding) => encode(text, encoding))),
    words: [
      'Version',
      'v',
      '-rc1',
      '~',
      '顔認証ライブラリ',
      'OQSFaceApp',
      'OS',
      '{',
      '}',
      '[',
      ',',
      '<!--',
      'Browser',
      'Extension',
      '拡張',
    ],
    read: (bytes) => {
      for (const own of brought) {
        for (const { id } of [...four, ...own]) {
          const answer = readVersionInfo(bytes, id, own);
          if (answer.state === 'answers') standsThere(bytes, answer.version);
        }
      }
    },
  },
];

/** Each part of the version, without leading zeros, stands behind the one before it in the text; nothing is made up. */
function standsThere(bytes: Uint8Array, version: string): void {
  must(parseVersion(version) === version, `${version} reads as itself`);
  must(compareVersions(version, version) === 0, `${version} compares`);
  const text = halfWidth(decodeText(bytes)?.text ?? '');
  // A version of two parts is given a third: `5.1` is 5.1.0.
  const short = version.replace(/\.0$/, '');
  const spelled = (parts: string): RegExp => new RegExp(`(?<!\\d)0*${parts.replaceAll('.', '(?:\\.| ?, ?)0*')}(?!\\d)`);
  must(spelled(version).test(text) || spelled(short).test(text), `${version} stands in the file`);
}

/** What the terminal's programs print: an answer, or null where it is none; never a crash. */
const programReaders: readonly Reader[] = [
  textReader('reg.exe', ['reg-servicing.txt', 'reg-renames.txt', 'reg-hiberboot-on.txt'], (text) => {
    for (const { values } of parseRegistry(text) ?? [])
      for (const value of values) {
        const number = dwordOf(value);
        must(number === null || (Number.isInteger(number) && number >= 0), 'a REG_DWORD is a whole number');
        pathsOf(value);
      }
  }),
  textReader('schtasks.exe', ['schtasks-verbose-ja.txt', 'schtasks-verbose-never-ran-ja.txt'], (text) => {
    readCsv(text, 'loose');
    const run = parseTaskRun(text, TASK, 540);
    for (const number of [run?.lastRunAt, run?.lastResult])
      must(typeof number !== 'number' || Number.isSafeInteger(number), 'times and results are whole numbers');
  }),
  textReader('schtasks.exe, all', ['schtasks-list-ja.txt', 'schtasks-list-with-task-ja.txt'], (text) => {
    listsTask(text, TASK);
  }),
  textReader('schtasks.exe, XML', ['schtasks-enabled.xml', 'schtasks-disabled.xml'], (text) => {
    const enabled = parseTaskEnabled(text);
    must(enabled !== true || !/<Settings>\s*<Enabled>false/.test(text), 'a disabled task is not enabled');
  }),
  textReader('powercfg.exe', ['powercfg-standbyidle-ja.txt', 'powercfg-standbyidle-en.txt'], (text) => {
    const seconds = parseAcSeconds(text);
    must(seconds === null || (Number.isInteger(seconds) && seconds >= 0), 'seconds are a whole number');
  }),
  {
    name: 'system report',
    isJson: true,
    seeds: [
      Buffer.from(
        JSON.stringify({
          type: 'report',
          name: 'CLINIC-ONS01',
          os: 'Windows 10',
          bootedAt: '2026-01-20T08:02:00+09:00',
          lastBootKind: 'full',
          session: { remote: false, locked: false, elevated: true, user: 'OQSComApp' },
          readerConnected: true,
        }),
      ),
    ],
    read: (bytes) => {
      const report = systemReportSchema.safeParse(jsonOf(decodeText(bytes)?.text ?? ''));
      const bootedAt = report.success ? report.data.bootedAt : null;
      must(bootedAt === null || Number.isSafeInteger(bootedAt), 'a boot time is a time');
    },
  },
  {
    name: 'management tool',
    isJson: true,
    seeds: [
      { type: 'step', step: 'pressed' },
      { type: 'says', text: '端末を再起動してください' },
      { type: 'finished', outcome: 'restart-required', pressed: true, message: '完了' },
    ].map((line) => Buffer.from(JSON.stringify(line))),
    read: (bytes) => {
      // Somebody's words, or nothing; what draws them takes care of what they hold.
      toolEventOf(Buffer.from(bytes).toString('utf8'));
    },
  },
];

function textReader(name: string, answers: readonly string[], read: (text: string) => void): Reader {
  return {
    name,
    seeds: answers.map(programAnswer),
    words: ['HKEY_LOCAL_MACHINE', 'REG_DWORD', 'REG_MULTI_SZ', '0x', '\\0', TASK, '<Enabled>', '<!--', '267011'],
    read: (bytes) => {
      const decoded = decodeText(bytes);
      if (decoded) read(decoded.text);
    },
  };
}

export const terminalReaders: readonly Reader[] = [...versionReaders, ...programReaders];
