import type { Json } from '../../src/domain/facts.ts';
import { encode } from '../domain/versions/encode.ts';
import { DATA } from './drive.ts';

/** The drive of a terminal, file by file, in the mix of encodings that terminals have. */

export const RECORD = 'ProgramData/配信/配信実績.csv';
/** The same path as Windows calls it. */
export const RECORD_PATH = 'C:\\ProgramData\\配信\\配信実績.csv';
export const SETTINGS = `${DATA}/settings.json`;

export interface Versions {
  readonly distributionApp: string;
  readonly linkApp: string;
  readonly faceLibrary: string;
}

export const outdated: Versions = { distributionApp: '2.1.0', linkApp: '4.0.2', faceLibrary: '5.0.3' };
export const current: Versions = { ...outdated, faceLibrary: '5.1.0' };

export function versionInfos(versions: Versions): Readonly<Record<string, Uint8Array>> {
  return {
    'Program Files/OQS/OQSDistroApp/Version.info': encode(
      `配信アプリケーション\r\nVersion=${versions.distributionApp}\r\n`,
      'cp932',
    ),
    'Program Files/OQS/OQSComApp/Version.info': encode(
      `連携アプリケーション Ver.${versions.linkApp}\n`,
      'utf-8 with mark',
    ),
    'Program Files/OQS-Auth/Version.info': encode(`顔認証ライブラリ ${versions.faceLibrary}\r\n`, 'utf-16le with mark'),
  };
}

export const readerFiles: Readonly<Record<string, Uint8Array>> = {
  'ProgramData/OQS-Auth/ReaderInfo.ini': encode('[顔認証付きカードリーダー 一号機]\r\ndeviceId=F0000001\r\n', 'cp932'),
  'ProgramData/OQS-Auth/OqsAuth.ini': encode('[Logging]\nTRACEPATH=%PROGRAMDATA%\\OQS-Auth\n', 'utf-8 with mark'),
};

/** 配信実績, CP932 and CRLF. */
export function deliveryRecord(versions: Versions): Uint8Array {
  const rows = [
    '資材名,バージョン,配信日',
    `配信アプリケーション,${versions.distributionApp},2026/01/20`,
    `連携アプリケーション,${versions.linkApp},2026/01/20`,
    `顔認証ライブラリ,${versions.faceLibrary},2026/01/20`,
  ];
  return encode(`${rows.join('\r\n')}\r\n`, 'cp932');
}

/**
 * Settings under which all that Wine can tell is told: programs start slowly there, and no name resolves but its own.
 */
export function settings(changes: Readonly<Record<string, Json>> = {}): string {
  return JSON.stringify({
    network: { applicationHosts: ['localhost'], baseHosts: ['localhost'], proxy: null },
    // A countdown that is still running when a test looks.
    limits: { checkTimeoutSeconds: 90, diskWarnBytes: 1, diskFailBytes: 1, restartDelaySeconds: 600 },
    ...changes,
  });
}
