import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isDocumentPath,
  isInExchangeFolder,
  isNetworkPath,
  isWholePath,
  pathFromText,
} from '../../src/settings/terminal-path.ts';

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
  it.each(['C:\\a', 'd:/a/b.csv'])('%s is whole', (path) => {
    expect(isWholePath(path)).toBe(true);
  });

  it.each([
    '',
    '\\\\server\\share\\a.csv',
    'a.csv',
    '\\a.csv',
    'C:a.csv',
    'C:\\',
    '\\\\.\\COM1',
    '\\\\?\\C:\\a',
    '/tmp/a',
    '%ProgramData%\\a',
  ])('%j is none that is', (path) => {
    expect(isWholePath(path)).toBe(false);
  });

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

describe('another computer', () => {
  it.each([
    '\\\\server\\share\\a.csv',
    '//server/share/a.csv',
    '\\/server/share',
    ' \\\\server\\share',
    '\\\\?\\UNC\\server\\share\\a',
    '\\\\.\\UNC\\server\\share\\a',
    '\\??\\UNC\\server\\share\\a',
    '\\\\?\\C:\\a',
    '\\\\server@SSL\\DavWWWRoot\\a',
  ])('%s', (path) => {
    expect(isNetworkPath(path)).toBe(true);
  });

  it.each(['C:\\a', 'C:\\\\a', 'notices/a.json', '/tmp/a', 'a\\\\b'])('not %s', (path) => {
    expect(isNetworkPath(path)).toBe(false);
  });
});

describe('a document', () => {
  it.each(['C:\\Manual\\error-details.pdf', 'd:/a b/発生エラー.PDF', 'C:\\a.b\\c.d.txt', 'C:\\a.xlsx.', 'C:\\a.xdw '])(
    'is %j',
    (path) => {
      expect(isDocumentPath(path)).toBe(true);
    },
  );

  const kinds = 'exe com bat cmd ps1 vbs vbe js jse wsf hta msi msc dll cpl scr lnk url pif jar reg chm iso html xlsm';
  it.each([
    ...kinds.split(' ').map((kind) => `C:\\a.${kind}`),
    'C:\\a.EXE',
    'C:\\a.pdf.exe',
    'C:\\a.exe ',
    'C:\\a.exe.. .',
    'C:\\a.pdf:b.exe',
    'C:\\a.exe:b.pdf',
    'C:\\a.exe::$DATA',
    'C:\\a.exe\u0000.pdf',
    'C:\\a\u202efdp.exe',
    'C:\\a.ｐｄｆ',
    'C:\\pdf',
    'C:\\.pdf',
    'C:\\a.pdf\\',
    'C:\\a.pdf\\..\\b.exe',
    'C:\\a.pdf"& calc.exe',
    '\\\\server\\share\\a.pdf',
    '//server/share/a.pdf',
    '\\\\?\\C:\\a.pdf',
    'a.pdf',
    'C:a.pdf',
    'http://server/a.pdf',
    'file:///C:/a.pdf',
    'shell:startup\\a.pdf',
    'Microsoft.PowerShell.Core\\FileSystem::C:\\a.pdf',
  ])('is not %j', (path) => {
    expect(isDocumentPath(path)).toBe(false);
  });
});
