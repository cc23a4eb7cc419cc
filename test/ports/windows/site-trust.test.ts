import { describe, expect, it } from 'vitest';
import type { SiteFileRead } from '../../../src/ports/ports.ts';
import { createWindowsTrust, type TrustLook } from '../../../src/ports/windows/site-trust.ts';
import { createFakeCommands, type ExpectedCall } from '../../fakes/commands.ts';

const DATA = 'C:\\ProgramData\\oqs-console';
const PROGRAM = 'D:\\oqs-console\\app';
const SETTINGS = `${DATA}\\settings.json`;
const NOTICE = `${DATA}\\notices\\a.json`;
const US = 'S-1-5-21-1-2-3-1001';
const OTHER = 'S-1-5-21-1-2-3-1002';
const INSTALLER = 'S-1-5-21-1-2-3-1003';

const file = (path: string, identity = 'one'): SiteFileRead => ({
  path,
  sha256: `hash of ${path}`,
  facts: { uid: 0, mode: 0, identity },
});
const fileOf = (owner: string, more = ''): string =>
  `O:${owner}G:BAD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${owner})(A;ID;0x1200a9;;;BU)${more}`;

/** The answer of PowerShell for these paths; what is not in `rights` cannot be told. */
function told(rights: Readonly<Record<string, string>>, ...paths: readonly string[]): ExpectedCall {
  const lines = [
    { type: 'self', sid: US },
    ...paths.map((path) => ({ type: 'rights', owner: 'CLINIC\\x', sddl: rights[path] ?? null })),
  ];
  const stdout = lines.map((line) => `${JSON.stringify(line)}\r\n`).join('');
  return { program: 'system', args: ['rights', ...paths], run: { stdout }, times: 1 };
}

function trustOver(
  calls: readonly ExpectedCall[],
  options: {
    readonly agreed?: readonly string[];
    readonly remembers?: boolean;
    readonly look?: Partial<TrustLook>;
  } = {},
) {
  const commands = createFakeCommands(calls);
  const kept: string[] = [];
  const trust = createWindowsTrust({
    commands,
    agreements: {
      read: () => new Set([...(options.agreed ?? []), ...kept]),
      add: (sha256) => {
        kept.push(...sha256);
        return Promise.resolve(null);
      },
    },
    dataDir: DATA,
    programFolder: PROGRAM,
    remembers: options.remembers ?? false,
    ended: new AbortController().signal,
    look: { identityOf: () => 'one', isLink: () => false, jsonFilesIn: () => [], ...options.look },
  });
  return { trust, commands, kept };
}

/** The data folder's own settings are looked for with the first question. */
const only = (path: string): Partial<TrustLook> => ({ identityOf: (each) => (each === path ? 'one' : null) });
const folders = { [PROGRAM]: fileOf('BA'), [DATA]: fileOf(US), [`${DATA}\\notices`]: fileOf(US) };

describe('files of the site on Windows', () => {
  it.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['of the user', { ...folders, [SETTINGS]: fileOf(US) }, null],
    ['of the administrators', { ...folders, [SETTINGS]: fileOf('BA') }, null],
    [
      "of the system, in another user's ordinary folder",
      { ...folders, [DATA]: fileOf(OTHER), [SETTINGS]: fileOf('SY') },
      null,
    ],
    ['of whoever owns the program', { ...folders, [PROGRAM]: fileOf(INSTALLER), [SETTINGS]: fileOf(INSTALLER) }, null],
    ['of another user', { ...folders, [SETTINGS]: fileOf(OTHER) }, 'owner'],
    [
      'of everybody, as everything is on a stick',
      { ...folders, [PROGRAM]: 'O:WDD:(A;;FA;;;WD)', [SETTINGS]: 'O:WDD:(A;;FA;;;WD)' },
      'owner',
    ],
    ['that users may write', { ...folders, [SETTINGS]: fileOf(US, '(A;;FW;;;BU)') }, 'writable'],
    [
      'in a folder that users may clear',
      { ...folders, [DATA]: fileOf(US, '(A;;0x1301bf;;;BU)'), [SETTINGS]: fileOf(US) },
      'writable',
    ],
    ['of which nothing is told', folders, 'unknown'],
    ['of whose folder nothing is told', { [SETTINGS]: fileOf(US) }, 'unknown'],
  ])('%s', async (_, rights, why) => {
    const { trust, commands } = trustOver([told(rights, PROGRAM, DATA, SETTINGS)], { look: only(SETTINGS) });
    const [doubt] = await trust.doubtsOf([file(SETTINGS)]);
    expect(doubt?.why ?? null).toBe(why);
    commands.verify();
  });

  it('are not known where PowerShell gives no answer, or half of one', async () => {
    const half = { ...told(folders, PROGRAM, DATA, SETTINGS), run: { stdout: '{"type":"self","sid":null}\n' } };
    for (const call of [half, { ...half, run: { exitCode: 1 } }]) {
      const { trust } = trustOver([call], { look: only(SETTINGS) });
      expect(await trust.doubtsOf([file(SETTINGS)])).toEqual([{ why: 'unknown', owner: null }]);
    }
  });

  it('are not known where another file stands there than the one that was read', async () => {
    const rights = { ...folders, [SETTINGS]: fileOf(US) };
    const { trust } = trustOver([told(rights, PROGRAM, DATA, SETTINGS)], { look: only(SETTINGS) });
    expect(await trust.doubtsOf([file(SETTINGS, 'another')])).toEqual([{ why: 'unknown', owner: null }]);
  });

  it('start nothing where there are none, or all were agreed to', async () => {
    const { trust, commands } = trustOver([], { agreed: [file(SETTINGS).sha256] });
    expect(await trust.doubtsOf([])).toEqual([]);
    expect(await trust.doubtsOf([file(SETTINGS)])).toEqual([null]);
    expect(commands.calls).toEqual([]);
  });

  it('are asked about once: with the first one for all that lie beside it', async () => {
    const rights = { ...folders, [SETTINGS]: fileOf(US), [NOTICE]: fileOf(OTHER) };
    const look = { ...only(SETTINGS), jsonFilesIn: () => [NOTICE] };
    const identityOf = (path: string): string | null => (path === SETTINGS || path === NOTICE ? 'one' : null);
    const { trust, commands } = trustOver([told(rights, PROGRAM, DATA, `${DATA}\\notices`, SETTINGS, NOTICE)], {
      look: { ...look, identityOf },
    });
    expect(await trust.doubtsOf([file(SETTINGS)])).toEqual([null]);
    expect(await trust.doubtsOf([file(NOTICE)])).toMatchObject([{ why: 'owner', owner: 'CLINIC\\x' }]);
    commands.verify();
  });

  it('are remembered by a console that writes, so that the next start asks nothing; a check keeps nothing', async () => {
    const rights = { ...folders, [SETTINGS]: fileOf(US) };
    for (const remembers of [true, false]) {
      const { trust, kept } = trustOver([told(rights, PROGRAM, DATA, SETTINGS)], { remembers, look: only(SETTINGS) });
      await trust.doubtsOf([file(SETTINGS)]);
      expect(kept).toEqual(remembers ? [file(SETTINGS).sha256] : []);
    }
  });

  it('are never kept where they do not count', async () => {
    const rights = { ...folders, [SETTINGS]: fileOf(OTHER) };
    const { trust, kept } = trustOver([told(rights, PROGRAM, DATA, SETTINGS)], {
      remembers: true,
      look: only(SETTINGS),
    });
    await trust.doubtsOf([file(SETTINGS)]);
    expect(kept).toEqual([]);
  });

  it('do not count as links, nor in a folder that is one', async () => {
    const rights = { ...folders, [SETTINGS]: fileOf(US) };
    for (const link of [SETTINGS, DATA]) {
      const look = { ...only(SETTINGS), isLink: (path: string) => path === link };
      const { trust } = trustOver([told(rights, PROGRAM, DATA, SETTINGS)], { look });
      expect(await trust.doubtsOf([file(SETTINGS)])).toEqual([{ why: 'link', owner: null }]);
    }
  });
});
