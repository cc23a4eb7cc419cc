import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/domain/versions/version.ts';
import { readVersionInfo } from '../../../src/domain/versions/version-info.ts';
import { encode, encodings } from './encode.ts';

function read(text: string) {
  return readVersionInfo(encode(text, 'utf-8'), 'face-library');
}

const version = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 19 }), fc.nat({ max: 19 })).map((parts) => parts.join('.'));
/** How a line may say whose its number is, without being the library's. */
const anothers = fc.constantFrom(
  'OS=',
  'Windows ',
  '.NET ',
  'BrowserPlugin=',
  'OQSFaceApp Ver.',
  'schemaVersion=',
  'MinVersion: ',
  'RequiredVersion=',
  '連携アプリケーション ',
  '次回バージョン=',
  '最新バージョン ',
  '更新前 ',
  'API ',
  'プロキシ ',
);
const labels = fc.constantFrom('', 'Version=', 'Ver.', 'v', 'バージョン: ', '顔認証ライブラリ ', 'FaceAuthLib=');

describe('readVersionInfo', () => {
  it.each(encodings)('reads a labelled number in %s and keeps its line', (encoding) => {
    const bytes = encode('[情報]\r\n名称=顔認証ライブラリ\r\nVer.５．１．０\r\n', encoding);
    expect(readVersionInfo(bytes, 'face-library')).toEqual({
      state: 'answers',
      raw: 'Ver.５．１．０',
      version: '5.1.0',
    });
  });

  it.each([
    ['5.0.3', '5.0.3', '5.0.3'],
    ['\r\n  5.1\r\n', '5.1', '5.1.0'],
    ['Version\t=\t05.01.00.12', 'Version = 05.01.00.12', '5.1.0.12'],
    ['2026/01/20\n5.1.0', '5.1.0', '5.1.0'],
    ['OS=10.0.19044\nFileVersion 5, 0, 3, 0', 'FileVersion 5, 0, 3, 0', '5.0.3.0'],
  ])('reads %j', (text, raw, found) => {
    expect(read(text)).toEqual({ state: 'answers', raw, version: found });
  });

  it.each([
    ['an empty file', ''],
    ['no number', 'バージョン 不明'],
    ['only a date', '2026.01.20'],
    ['NUL characters', '5.1.0\0\0\0'],
  ])('is unreadable: %s', (_, text) => {
    expect(read(text)).toEqual({ state: 'unreadable' });
  });

  it('reads the file of the component that it is asked for', () => {
    const text = encode('OQSComApp=4.0.2\r\nOQSDistroApp=2.1.0\r\nFaceAuthLib=5.1.0\r\n', 'utf-8');
    expect(readVersionInfo(text, 'link-app')).toMatchObject({ version: '4.0.2' });
    expect(readVersionInfo(text, 'distribution-app')).toMatchObject({ version: '2.1.0' });
    expect(readVersionInfo(text, 'face-library')).toMatchObject({ version: '5.1.0' });
    expect(readVersionInfo(text, 'reader-app')).toMatchObject({ state: 'ambiguous' });
    expect(readVersionInfo(encode('連携アプリ Version 4.0.2', 'utf-8'), 'link-app')).toMatchObject({
      version: '4.0.2',
    });
  });

  it('shows no more lines than a person can compare, and no control characters', () => {
    const answer = read('5.0.3\u0007\n'.repeat(30) + '6.0.0');
    const lines = answer.state === 'ambiguous' ? answer.lines : [];
    expect(lines).toHaveLength(10);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });

  it('never answers where two plain versions differ, or two that carry the same label', () => {
    fc.assert(
      fc.property(version, version, labels, fc.constantFrom('\n', ' ', ' / '), (one, other, label, between) => {
        fc.pre(compareVersions(one, other) !== 0);
        expect(read(`${label}${one}${between}${label}${other}`).state).toBe('ambiguous');
      }),
    );
  });

  it('never takes the number of another part, whatever stands beside it', () => {
    fc.assert(
      fc.property(version, version, anothers, labels, fc.boolean(), (own, other, whose, label, first) => {
        const lines = [`${label}${own}`, `${whose}${other}`];
        const answer = read((first ? lines.toReversed() : lines).join('\n'));
        const found = answer.state === 'answers' ? answer.version : own;
        expect(compareVersions(found, own)).toBe(0);
      }),
    );
  });

  it('never answers for another part alone', () => {
    fc.assert(
      fc.property(version, anothers, (other, whose) => {
        expect(read(`${whose}${other}`).state).toBe('ambiguous');
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const answer = readVersionInfo(bytes, 'face-library');
        expect(answer.state !== 'answers' || /^\d+(\.\d+){2,3}$/.test(answer.version)).toBe(true);
      }),
    );
  });

  it.each(['[', '{"a":', '<', '5.1.0 ', 'face ', 'OQS ', '顔 ', '"', '5, ', 'v'])(
    'comes to an end with the largest file of %j',
    { timeout: 60_000 },
    (unit) => {
      const bytes = Buffer.alloc(64 * 1024, unit);
      expect(readVersionInfo(bytes, 'face-library').state).not.toBe('answers');
    },
  );
});
