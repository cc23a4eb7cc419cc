import { expect, test } from 'vitest';
import {
  fileHoldersLineSchema,
  rightsLineSchema,
  selftestLineSchema,
  setClipboardLineSchema,
} from '../../src/ports/windows/powershell/script-lines.ts';
import { systemReportSchema } from '../../src/ports/windows/system-answer.ts';
import { describeScript, runScript, type ScriptRun } from './run-script.ts';
import { unlocked, type World } from './world.ts';

describeScript('set-clipboard', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  async function copy(text: string, world: Partial<World> = {}, more: Partial<ScriptRun> = {}) {
    const input = { textBase64: base64(text) };
    const whole = { session: unlocked, looks: [{}], ...world };
    const end = await runScript({ name: 'set-clipboard', input, world: whole, ...more });
    return { ...end, texts: end.lines.map((line) => setClipboardLineSchema.parse(line).textBase64) };
  }

  test('reads back what it has put there', async () => {
    const text = '医療機関名　"内科" 0501\r\n二行目 𠮷';
    expect(await copy(text)).toMatchObject({ exitCode: 0, texts: [base64(text)] });
  });

  test('waits for a slow clipboard, and says what stands there instead', async () => {
    const slow = await copy('新しい', { looks: [{ clipboard: '古い' }, { clipboard: '古い' }, {}] });
    expect(slow).toMatchObject({ exitCode: 0, texts: [base64('新しい')] });
    const lost = await copy('新しい', { looks: [{ clipboard: '古い' }] });
    expect(lost).toMatchObject({ exitCode: 0, texts: [base64('古い')] });
  });

  test('does not come to its end in constrained language mode', async () => {
    expect(await copy('文字', {}, { constrained: true })).toMatchObject({ exitCode: 2, texts: [] });
  });
});

describeScript('file-holders', () => {
  const path = 'C:\\ProgramData\\配信 実績.csv';
  async function holders(names: readonly (string | null)[] | null, more: Partial<ScriptRun> = {}) {
    const world = { session: unlocked, holders: { [path]: names } };
    const end = await runScript({ name: 'file-holders', input: { path }, world, ...more });
    return { ...end, names: end.lines.map((line) => fileHoldersLineSchema.parse(line).names) };
  }

  test('names the programs that hold a file, one or several', async () => {
    expect(await holders(['Microsoft Excel'])).toMatchObject({ exitCode: 0, names: [['Microsoft Excel']] });
    const two = await holders(['ウイルス対策', '', 'Excel']);
    expect(two).toMatchObject({ exitCode: 0, names: [['ウイルス対策', 'Excel']] });
  });

  test('gives no answer where the system gives none, or the language is constrained', async () => {
    expect(await holders(null)).toMatchObject({ exitCode: 1, names: [] });
    expect(await holders(['Excel'], { constrained: true })).toMatchObject({ exitCode: 2, names: [] });
  });
});

describeScript('rights', () => {
  const paths = ['C:\\ProgramData\\oqs-console', "C:\\お知らせ\\a's.json", 'C:\\hidden'];
  const sddl = 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;OICIID;0x1200a9;;;BU)';
  const rights = {
    [paths[0] ?? '']: { owner: 'BUILTIN\\Administrators', sddl },
    [paths[1] ?? '']: { owner: null, sddl },
  };

  async function told(world: Partial<World>, more: Partial<ScriptRun> = {}) {
    const end = await runScript({ name: 'rights', input: { paths }, world: { session: unlocked, ...world }, ...more });
    return { ...end, told: end.lines.map((line) => rightsLineSchema.parse(line)) };
  }

  test.each([false, true])('are told in the order of the paths; constrained: %s', async (constrained) => {
    expect(await told({ rights, ownSid: 'S-1-5-21-1-2-3-1001' }, { constrained })).toMatchObject({
      exitCode: 0,
      told: [
        { type: 'self', sid: 'S-1-5-21-1-2-3-1001' },
        { type: 'rights', owner: 'BUILTIN\\Administrators', sddl },
        { type: 'rights', owner: null, sddl },
        { type: 'rights', owner: null, sddl: null },
      ],
    });
  });

  test('leave null what cannot be told', async () => {
    const { told: lines } = await told({});
    expect(lines).toEqual([
      { type: 'self', sid: null },
      ...paths.map(() => ({ type: 'rights', owner: null, sddl: null })),
    ]);
  });
});

describeScript('system-report', () => {
  async function report(
    world: Partial<World>,
    { readerDevice = null, ...more }: Partial<ScriptRun> & { readerDevice?: string | null } = {},
  ) {
    const whole = { session: unlocked, ...world };
    const input = { readerDevice, path: null, toolName: '配信アプリケーション管理ツール', folders: [] };
    const environment = { USERNAME: '受付', SESSIONNAME: '' };
    const end = await runScript({ name: 'system-report', input, world: whole, environment, ...more });
    const [raw, ...others] = end.lines;
    return { raw, read: systemReportSchema.parse(raw), others, exitCode: end.exitCode };
  }

  /** An event as Windows writes it; its field as hexadecimal number, as its words show it, or decimal. */
  const bootEvent = (at: string, type: string, field = 'BootType', record = '') =>
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><EventID>27</EventID><TimeCreated SystemTime='${at}'/><EventRecordID>${record}</EventRecordID></System><EventData><Data Name='${field}'>${type}</Data><Data Name='LoadOptions'> NOEXECUTE=OPTIN</Data></EventData></Event>`;
  const terminal = {
    bootEvents: [
      bootEvent('2026-01-19T23:02:11.5000000Z', '0x0', 'BootType', '81244'),
      bootEvent('2026-01-18T23:00:00.0000000Z', '1', 'BootType', '80001'),
      bootEvent('2026-01-17T23:00:00.0000000Z', '0x2'),
      bootEvent('2026-01-16T23:00:00.0000000Z', '7'),
      bootEvent('2026-01-15T23:00:00.0000000Z', '0', 'SomethingElse'),
    ],
    administrator: false,
    glass: unlocked.id,
    devices: [
      { name: '顔認証ﾘｰﾀﾞｰ FX', present: true, errorCode: 0 },
      { name: '古い装置', present: false, errorCode: 45 },
    ],
  };

  test('tells what it can', async () => {
    const { raw, read, others, exitCode } = await report(terminal, { readerDevice: '顔認証リーダー' });
    expect(raw).toMatchObject({
      bootEvents: [
        { at: '2026-01-19T23:02:11.5000000Z', type: 'full' },
        { at: '2026-01-18T23:00:00.0000000Z', type: 'fast-startup' },
        { at: '2026-01-17T23:00:00.0000000Z', type: 'hibernate' },
        { type: 'unknown' },
        { type: 'unknown' },
      ],
      record: 81244,
    });
    expect(read).toMatchObject({
      record: 81244,
      session: { remote: false, locked: false, elevated: false, user: '受付' },
      readerConnected: true,
    });
    expect({ others, exitCode }).toEqual({ others: [{ type: 'end' }], exitCode: 0 });
  });

  test.each([
    ['of the services is shown nowhere', { ...unlocked, id: 0 }, 1, 'Services', false],
    ['is not on the own screen', unlocked, 3, 'Console', true],
    ['cannot be told, but was from afar at sign-in', unlocked, undefined, 'RDP-Tcp#0', true],
    ['cannot be told', unlocked, undefined, 'Console', null],
  ] as const)('tells whether a session is from afar: one that %s', async (_, session, glass, name, remote) => {
    const world = { session, ...(glass === undefined ? {} : { glass }) };
    const { read } = await report(world, { environment: { SESSIONNAME: name } });
    expect(read.session?.remote).toBe(remote);
  });

  test('tells other states: locked, from afar, elevated, fast startup, a reader that is not there', async () => {
    const { raw } = await report(
      {
        ...terminal,
        session: { ...unlocked, logonScreens: [2, unlocked.id] },
        administrator: true,
        glass: 2,
        bootEvents: terminal.bootEvents.slice(1, 2),
      },
      { readerDevice: '古い装置' },
    );
    expect(raw).toMatchObject({
      bootEvents: [{ type: 'fast-startup' }],
      session: { remote: true, locked: true, elevated: true },
      readerConnected: false,
    });
  });

  const ours = { where: 'ProcessId = ours', sid: 'S-1-5-21-1-2-3-1001', name: '保守' };
  const explorer = `Name = 'explorer.exe' AND SessionId = ${String(unlocked.id)}`;
  const shell = (sid: string | null, name: string | null) => ({ where: explorer, sid, name });
  test.each([
    ['our own', [ours, shell(ours.sid, '保守')], { isOurs: true, user: '保守' }],
    ["another user's", [ours, shell('S-1-5-21-1-2-3-1002', '受付')], { isOurs: false, user: '受付' }],
    ["another user's, whose name is kept from us", [ours, shell(null, null)], { isOurs: false, user: null }],
    [
      'our own, beside an Explorer of another user',
      [ours, shell(null, null), shell(ours.sid, '保守')],
      { isOurs: true, user: '保守' },
    ],
    ['nobody’s: there is no Explorer', [ours], null],
    ['not known: we are not told who we are', [{ ...ours, sid: null }, shell(null, null)], null],
  ] as const)('tells whose desktop the session shows: %s', async (_, owners, desktop) => {
    const { read } = await report({ ...terminal, owners });
    expect(read.session?.desktop).toEqual(desktop);
  });

  const starts = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      bootEvent('2026-01-18T23:00:00.0000000Z', '0x1', 'BootType', String(80_000 - index)),
    );
  const full = (record: string) => bootEvent('2025-11-02T23:00:00.0000000Z', '0x0', 'BootType', record);
  test.each([
    ['behind many fast startups', [...starts(60), full('70123'), full('60000')], 70_123],
    ['in no start that is left in the log', starts(3), null],
    ['unreadable', [full('moon'), full('60000')], null],
  ] as const)('finds the record of the newest full start %s', async (_, bootEvents, record) => {
    const { raw, read } = await report({ ...terminal, bootEvents: [...bootEvents] });
    expect(read.record).toBe(record);
    expect(raw).toHaveProperty('bootEvents.length', Math.min(5, bootEvents.length));
  });

  test('what fails is null, and nothing else with it', async () => {
    const { raw, others } = await report({ bootEvents: ['<broken'] });
    expect(raw).toEqual({
      type: 'report',
      bootEvents: [],
      record: null,
      session: { remote: null, locked: false, elevated: null, user: '受付', desktop: null },
      readerConnected: null,
    });
    expect(others).toEqual([{ type: 'end' }]);
  });

  test('a search for the tool that fails leaves the report, and is not told as an answer', async () => {
    const { read, others, exitCode } = await report({ ...terminal, noDesktop: true });
    expect(read).toMatchObject({ record: 81244, session: { locked: false } });
    expect(others).toEqual([]);
    expect(exitCode).not.toBe(0);
  });

  test('in constrained language mode it tells the rest', async () => {
    const { raw, others } = await report(terminal, { constrained: true, readerDevice: '顔認証' });
    expect(raw).toMatchObject({
      bootEvents: [{ type: 'full' }, {}, {}, {}, {}],
      session: { remote: false, locked: false },
      readerConnected: true,
    });
    expect(others).toEqual([{ type: 'end' }]);
  });
});

describeScript('selftest in constrained language mode', () => {
  const constrained = async (name: 'selftest' | 'selftest-windows', input: object) => {
    const end = await runScript({ name, input, world: { session: unlocked }, constrained: true });
    expect(end.exitCode).toBe(0);
    return end.lines.map((line) => selftestLineSchema.parse(line));
  };

  test('says so, and what takes the full language does not work', async () => {
    const lines = await constrained('selftest', { changes: true });
    expect(lines.map(({ way }) => way)).toEqual(['powershell', 'event-log', 'devices', 'session', 'clipboard']);
    expect(lines[0]).toMatchObject({ facts: { languageMode: 'ConstrainedLanguage', apartment: null }, error: null });
    for (const line of lines.slice(3)) expect(line).toMatchObject({ error: 'ConstrainedLanguage', unknown: null });
    const desktop = await constrained('selftest-windows', { processId: 1 });
    expect(desktop).toMatchObject([
      { way: 'automation', error: 'ConstrainedLanguage' },
      { way: 'font', error: 'ConstrainedLanguage' },
    ]);
  });
});
