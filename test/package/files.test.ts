import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { fromBufferPromise, type Entry } from 'yauzl';
import { everyFileHasAnOwner, ownerOf } from '../../scripts/package/owners.ts';
import { sha256Sums } from '../../scripts/package/sums.ts';
import { windowsText } from '../../scripts/package/windows-text.ts';
import { zip } from '../../scripts/package/zip.ts';
import { packageFiles, readmeText } from '../../src/commands/package.ja.ts';
import { cp932Characters } from '../guide/cp932.ts';
import { pinnedNode } from './node-version.ts';

const files = new Map([
  ['b.txt', Buffer.from('abc')],
  ['はじめに.txt', Buffer.from('')],
  ['a/B.txt', Buffer.from('x'.repeat(1_000))],
  ['a/a.txt', Buffer.from('')],
]);

describe('SHA256SUMS', () => {
  it('has one line a file as sha256sum reads it, sorted, LF', () => {
    expect(Buffer.from(sha256Sums(files)).toString()).toBe(
      [
        '44f8354494a5ba03ba1792a8d3e9c534c47a9181980fde7a3f44b06ef2ae7c7f  a/B.txt',
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/a.txt',
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.txt',
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  はじめに.txt',
        '',
      ].join('\n'),
    );
  });
});

describe('a text for Windows', () => {
  it('starts with a BOM and ends every line with CRLF, whatever it had', () => {
    expect(Buffer.from(windowsText('一\n二\r\n')).toString('utf8')).toBe('\u{FEFF}一\r\n二\r\n');
  });
});

describe('the zip', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('has the same bytes in every time zone and in whatever order the files come', () => {
    const made = ['UTC', 'Asia/Tokyo', 'America/St_Johns'].map((name, turn) => {
      process.env['TZ'] = name;
      const entries = [...files];
      return Buffer.from(zip('top', new Map(turn === 1 ? entries.toReversed() : entries))).toString('hex');
    });
    expect(new Set(made).size).toBe(1);
  });

  it('is read by another program: sorted, names in UTF-8 and marked so, plain files of one time', async () => {
    const reader = await fromBufferPromise(Buffer.from(zip('top', files)), { strictFileNames: true });
    const entries: Entry[] = [];
    for await (const entry of reader.eachEntry()) entries.push(entry);
    expect(entries.map(({ fileName }) => fileName)).toEqual([
      'top/a/B.txt',
      'top/a/a.txt',
      'top/b.txt',
      'top/はじめに.txt',
    ]);
    for (const entry of entries) {
      // eslint-disable-next-line no-control-regex
      const ascii = /^[\x20-\x7E]*$/.test(entry.fileName);
      expect((entry.generalPurposeBitFlag & 0x800) !== 0).toBe(!ascii);
      expect(entry.fileNameRaw.toString('utf8')).toBe(entry.fileName);
      expect(entry.externalFileAttributes).toBe(0x20);
      expect(entry.getLastModDate({ timezone: 'UTC' }).toISOString()).toBe('2026-01-01T12:00:00.000Z');
    }
  });
});

describe('whose a file is', () => {
  const bundles = new Set(['main.js', 'main.js.LEGAL.txt']);
  it.each([
    ['node/node.exe', 'node'],
    ['node/LICENSE', 'node'],
    ['app/main.js', 'bundle'],
    ['app/main.js.LEGAL.txt', 'bundle'],
    ['app/scenarios/x/files/Program Files/OQS-Auth/Version.info', 'ours'],
    ['app/powershell/json.ps1', 'ours'],
    ['docs/manual.md', 'ours'],
    ['docs/status-80x24.svg', 'ours'],
    ['deploy/ansible/oqs.yml', 'ours'],
    ['deploy/grafana/oqs-console.json', 'ours'],
    ['deploy/prometheus/runbook.md', 'ours'],
    ['docs/tool.exe', null],
    ['deploy/tool.sh', null],
    ['oqs-console.cmd', 'ours'],
    [packageFiles.readme, 'ours'],
    ['app/other.js', null],
    ['app/node_modules/x/index.js', null],
    ['node/npm.cmd', null],
    ['tool.exe', null],
  ])('%s: %s', (path, owner) => {
    expect(ownerOf(path, bundles)).toBe(owner);
  });

  it('a package with a file of nobody is refused, by its name', () => {
    const strays = new Map([
      ['LICENSE', Buffer.from('')],
      ['app/stray.dll', Buffer.from('')],
    ]);
    expect(() => everyFileHasAnOwner(strays, bundles)).toThrow(
      expect.objectContaining({ code: 'nobody-s', where: 'app/stray.dll' }),
    );
  });
});

describe('はじめにお読みください', () => {
  const text = readmeText({ version: '1.2.3', node: pinnedNode });
  it.each([
    ['how to start', 'oqs-console.cmd を開きます'],
    ['that it must be extracted', 'すべて展開'],
    ['a stick without writing', '書き込みを禁じた USB メモリ'],
    ['that nothing is installed', 'インストールしません'],
    ['that no rights are needed', '管理者の権限は要りません'],
    ['that no internet is needed', 'インターネットは要りません'],
    ['that no patient is read', '患者さんの情報は読みません'],
    ['where it writes', '%ProgramData%\\oqs-console'],
    ['the other place', '使っている人のフォルダ'],
    ['how to remove it', '消し方'],
    ['what was never tried', '一度も動かしていません'],
    ['what SmartScreen shows', 'Windows によって PC が保護されました'],
    ['what to do about the mark of the web', 'ブロックの'],
    ['what a policy shows', 'システム管理者によってブロックされています'],
    ['AppLocker and WDAC', 'AppLocker や WDAC'],
    ['who signed Node', 'OpenJS Foundation'],
    ['where its hash is', 'SHA256SUMS の node/node.exe の行'],
    ['antivirus', 'ウイルス対策ソフト'],
    ['copying to the disk', '端末に写してから'],
    ['a stick that is pulled out', '抜いても作業記録は端末にあり'],
    ['the selftest', 'oqs-console.cmd selftest'],
    ['the versions', '1.2.3'],
  ])('says %s', (_, words) => {
    expect(text).toContain(words);
  });

  it('has no character that a Japanese editor of Windows lacks, and lines that fit on a page', () => {
    const known = cp932Characters();
    expect([...new Set(text)].filter((character) => character !== '\n' && !known.has(character))).toEqual([]);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
  });
});
