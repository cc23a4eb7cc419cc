import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programBehind, shortcutTarget } from '../../../src/ports/windows/shortcut.ts';
import { encodeCp932 } from '../../../src/ports/simulator/cp932.ts';
import { fakePorts } from '../../fakes/ports.ts';

const LINK = 'C:\\Users\\Public\\Desktop\\管理ツール.lnk';
const PICTURE = 'C:\\Windows\\Installer\\{1}\\icon.exe';
const TOOL = 'C:\\Program Files\\OQS\\管理.exe';

interface Parts {
  readonly idList?: number;
  /** The local path in two parts, in CP932 and in UTF-16; null: it has none. */
  readonly local?: readonly [string, string] | null;
  readonly localUnicode?: readonly [string, string];
  readonly name?: string;
  readonly relative?: string;
  readonly isUnicode?: boolean;
  readonly ignoresInfo?: boolean;
  readonly isAdvertised?: boolean;
}

const u16 = (value: number): Buffer => Buffer.from(Uint16Array.of(value).buffer);
const u32 = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const narrow = (text: string): Buffer => Buffer.from(encodeCp932(text));

/** A LinkInfo ([MS-SHLLINK] 2.3): its header, then the texts that the header points at. */
function linkInfo(local: readonly [string, string] | null, unicode: Parts['localUnicode']): Buffer {
  const ends = (bytes: Buffer, width: number): Buffer => Buffer.concat([bytes, Buffer.alloc(width)]);
  const texts = [
    ...(local ?? []).map((text) => ends(narrow(text), 1)),
    ...(unicode ?? []).map((text) => ends(wide(text), 2)),
  ];
  const header = unicode ? 0x24 : 0x1c;
  const at = texts.map((_, index) => header + Buffer.concat(texts.slice(0, index)).length);
  const [base = 0, suffix = 0, wideBase = 0, wideSuffix = 0] = at;
  const offsets = [0, base, 0, suffix, ...(unicode ? [wideBase, wideSuffix] : [])];
  const body = Buffer.concat([u32(header, local === null ? 0 : 1, ...offsets), ...texts]);
  return Buffer.concat([u32(body.length + 4), body]);
}

/** A shortcut as the Shell writes it. */
function shortcut(parts: Parts): Buffer {
  const { idList, local, name, relative, isUnicode = true } = parts;
  const flags =
    (idList === undefined ? 0 : 0x01) |
    (local === undefined ? 0 : 0x02) |
    (name === undefined ? 0 : 0x04) |
    (relative === undefined ? 0 : 0x08) |
    (isUnicode ? 0x80 : 0) |
    (parts.ignoresInfo ? 0x100 : 0) |
    (parts.isAdvertised ? 0x1000 : 0);
  const classId = Buffer.from('0114020000000000c000000000000046', 'hex');
  const header = Buffer.concat([u32(0x4c), classId, u32(flags), Buffer.alloc(0x4c - 24)]);
  const text = (value: string): Buffer =>
    Buffer.concat([u16(isUnicode ? value.length : narrow(value).length), isUnicode ? wide(value) : narrow(value)]);
  return Buffer.concat([
    header,
    ...(idList === undefined ? [] : [u16(idList), Buffer.alloc(idList, 0x5a)]),
    ...(local === undefined ? [] : [linkInfo(local, parts.localUnicode)]),
    ...[name, relative].flatMap((value) => (value === undefined ? [] : [text(value)])),
    u32(0),
  ]);
}

/** The sample of [MS-SHLLINK] 3.1, as Windows wrote it for `C:\test\a.txt`. */
const sample = Buffer.from(
  [
    '4c0000000114020000000000c0000000000000469b00080020000000d0e9eef21515c901d0e9eef21515c901d0e9eef2',
    '1515c901000000000000000001000000000000000000000000000000bd0014001f50e04fd020ea3a6910a2d808002b30',
    '309d19002f433a5c0000000000000000000000000000000000000046003100000000002c3969a3100074657374000032',
    '0007000400efbe2c3965a32c3969a326000000031e00000000f51e000000000000000000007400650073007400000014',
    '0048003200000000002c3969a32000612e74787400340007000400efbe2c3969a32c3969a3260000002d6e0000000096',
    '010000000000000000000061002e007400780074000000140000003c0000001c000000010000001c0000002d00000000',
    '0000003b0000001100000003000000818a7a301000000000433a5c746573745c612e747874000007002e005c0061002e',
    '00740078007400070043003a005c00740065007300740060000000030000a0580000000000000063687269732d787073',
    '000000000000004078c79447fac746b3565c2dc6b6d115ec46cd7b227fdd11949900137216874a4078c79447fac746b3',
    '565c2dc6b6d115ec46cd7b227fdd11949900137216874a00000000',
  ].join(''),
  'hex',
);

const whole = { idList: 300, local: [TOOL, ''], name: '管理', relative: '..\\x.exe' } as const;

describe('what a shortcut names', () => {
  it('that Windows wrote: its local path, and its relative one where the local one is gone', () => {
    expect(shortcutTarget(sample, LINK)).toBe('C:\\test\\a.txt');
    const withoutLocal = Buffer.from(sample);
    withoutLocal[0x113] = 0;
    expect(shortcutTarget(withoutLocal, 'D:\\x\\y.lnk')).toBe('D:\\x\\a.txt');
  });

  it.each<[string, Parts, string | null]>([
    ['a local path in CP932', { local: [TOOL, ''] }, TOOL],
    ['one behind a list of items, with all that may follow', whole, TOOL],
    ['one in two parts', { local: ['C:\\', 'Program Files\\a.exe'] }, 'C:\\Program Files\\a.exe'],
    ['one that UTF-16 alone can say', { local: ['C:\\?.exe', ''], localUnicode: ['C:\\𠮷.exe', ''] }, 'C:\\𠮷.exe'],
    ['a path relative to where it stands', { name: '管', relative: '..\\..\\..\\OQS\\ツ.exe' }, 'C:\\OQS\\ツ.exe'],
    ['the same in CP932', { isUnicode: false, name: '管', relative: '..\\..\\..\\OQS\\ツ.exe' }, 'C:\\OQS\\ツ.exe'],
    [
      'the relative path where there is no local one',
      { local: null, relative: 'a.exe' },
      'C:\\Users\\Public\\Desktop\\a.exe',
    ],
    [
      'the relative path where the local one is to be ignored',
      { ...whole, ignoresInfo: true },
      'C:\\Users\\Public\\x.exe',
    ],
    ['nothing but a list of items', { idList: 40 }, null],
    ['a local path that is not absolute', { local: ['a.exe', ''] }, null],
    ['an empty relative path', { relative: '' }, null],
  ])('%s', (_, parts, target) => {
    expect(shortcutTarget(shortcut(parts), LINK)).toBe(target);
  });

  it('is nothing in a file of another kind', () => {
    expect(shortcutTarget(new TextEncoder().encode('[InternetShortcut]\r\nURL=file:///C:/a.exe'), LINK)).toBeNull();
    expect(shortcutTarget(shortcut(whole).fill(0, 4, 20), LINK)).toBeNull();
  });

  it('is an absolute path or nothing, whatever bytes stand there', () => {
    const link = shortcut(whole);
    const changes = fc.array(fc.tuple(fc.nat(link.length - 1), fc.nat(255)), { maxLength: 8 });
    const files = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(link.length).map((length) => link.subarray(0, length)),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([link.subarray(0, 24), bytes])),
      changes.map((all) => {
        const changed = Buffer.from(link);
        for (const [at, byte] of all) changed[at] = byte;
        return changed;
      }),
    );
    fc.assert(
      fc.property(files, (bytes) => {
        expect(shortcutTarget(bytes, LINK) ?? 'C:\\').toMatch(/^(?:[A-Za-z]:\\|\\\\)[^\0]*$/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the program behind a path', () => {
  const behind = async (content: Uint8Array, path = LINK) => {
    const there = { content: '', modifiedAt: 0 };
    const files = { [LINK]: { content, modifiedAt: 0 }, [TOOL]: there, [PICTURE]: there };
    return programBehind(path, fakePorts({ terminal: { files } }).files);
  };

  it.each<[string, Parts, string | null]>([
    ['is the one that the shortcut names', whole, TOOL],
    ['is unknown where that is not there', { local: ['C:\\gone.exe', ''] }, null],
    ['is no document', { local: [LINK, ''] }, null],
    ['is not the picture of what Windows Installer advertises', { local: [PICTURE, ''] }, null],
    [
      'is not told by an advertised shortcut, wherever its picture lies',
      { local: [TOOL, ''], isAdvertised: true },
      null,
    ],
    ['is unknown where the shortcut does not tell', { idList: 4 }, null],
  ])('%s', async (_, parts, program) => {
    expect(await behind(shortcut(parts))).toBe(program);
  });

  it('is itself where it is a program, and unknown where the shortcut cannot be read', async () => {
    expect(await behind(Buffer.alloc(0), 'D:\\any.EXE')).toBe('D:\\any.EXE');
    expect(await behind(Buffer.alloc(0), 'C:\\gone.lnk')).toBeNull();
    expect(await behind(Buffer.alloc(70_000))).toBeNull();
  });
});
