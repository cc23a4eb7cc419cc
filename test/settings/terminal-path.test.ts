import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInExchangeFolder, isWholePath, pathFromText } from '../../src/settings/terminal-path.ts';

describe('the exchange folders', () => {
  it.each([
    'C:\\OQS\\Req\\a.xml',
    'c:/oqs/res/a.xml',
    'C:\\OQS\\Face',
    'D:\\data\\OQS\\Face\\x',
    'C:\\OQS\\.\\Req\\a',
    'C:\\OQS\\x\\..\\Req\\a',
    'C:\\OQS\\\\Req\\a',
    'C:\\OQS.\\Req \\a',
    'C:\\OQS\\Req::$INDEX_ALLOCATION\\a',
    '\\\\localhost\\C$\\OQS\\Res\\a',
    '%SystemDrive%\\OQS\\Res\\a',
    'OQS\\Req',
  ])('%s lies in one', (path) => {
    expect(isInExchangeFolder(path)).toBe(true);
  });

  it.each([
    'C:\\OQS\\record.csv',
    'C:\\OQS\\Request\\a',
    'C:\\OQS-Auth\\Req\\a',
    'C:\\Program Files\\OQS\\OQSDistroApp\\Version.info',
    'C:\\OQS\\Req\\..\\record.csv',
    'C:\\Req\\OQS',
  ])('%s does not', (path) => {
    expect(isInExchangeFolder(path)).toBe(false);
  });

  it('are found however the path is spelled', () => {
    const folder = fc.constantFrom('Req', 'RES', 'face', 'Face.', 'req ');
    const separator = fc.constantFrom('\\', '/', '\\\\', '\\.\\', '/x/../');
    fc.assert(
      fc.property(folder, separator, separator, fc.constantFrom('OQS', 'oqs', 'Oqs .'), (name, one, two, oqs) => {
        expect(isInExchangeFolder(`C:${one}${oqs}${two}${name}\\a.xml`)).toBe(true);
      }),
    );
  });
});

describe('a path', () => {
  it.each(['C:\\a', 'd:/a/b.csv', '\\\\server\\share\\a.csv'])('%s is whole', (path) => {
    expect(isWholePath(path)).toBe(true);
  });

  it.each(['', 'a.csv', '\\a.csv', 'C:a.csv', 'C:\\', '\\\\.\\COM1', '\\\\?\\C:\\a', '/tmp/a', '%ProgramData%\\a'])(
    '%j is none that is',
    (path) => {
      expect(isWholePath(path)).toBe(false);
    },
  );

  it.each([
    ['"C:\\ProgramData\\a b.csv"', 'C:\\ProgramData\\a b.csv'],
    ['  C:\\a.csv ', 'C:\\a.csv'],
    ['Ｃ：￥配信￥実績.csv', 'C:\\配信\\実績.csv'],
    ['C:¥a.csv', 'C:\\a.csv'],
    ['C:\\￥ 見積.csv', 'C:\\￥ 見積.csv'],
    ['notices/a.json', 'notices/a.json'],
  ])('%j was meant as %s', (text, path) => {
    expect(pathFromText(text)).toBe(path);
  });
});
