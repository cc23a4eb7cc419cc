import { expect, test } from 'vitest';
import { watchToolLineSchema } from '../../src/ports/windows/powershell/script-lines.ts';
import { describeScript, runScript, type ScriptRun } from './run-script.ts';
import { button, TOOL, toolWindow, unlocked, words, type Look, type World, type WorldNode } from './world.ts';

async function watch(world: World, more: Partial<ScriptRun> = {}) {
  const input = { processId: TOOL, everyMilliseconds: 1 };
  const end = await runScript({ name: 'watch-tool', input, world, ...more });
  return { ...end, lines: end.lines.map((line) => watchToolLineSchema.parse(line)) };
}

/** Looks at the tool, and one after its end. */
const worldOf = (...looks: readonly Look[]): World => ({
  session: unlocked,
  looks: [...looks.map((look) => ({ processes: [{ id: TOOL }], ...look })), { processes: [{ id: 1 }], windows: [] }],
});

const main = (...children: readonly WorldNode[]) => toolWindow('管理ツール', children, { handle: 10 });
const dialog = (text: string) => toolWindow('確認', [words(text), button('OK')], { handle: 20 });
const said = (id: string, isMain: boolean, title: string, texts: readonly string[], buttons: readonly string[]) =>
  ({ type: 'window', id, isMain, title, texts, buttons }) as const;

const watching = { type: 'watching' };
const ended = { type: 'process-ended' };
const closed = (id: string) => ({ type: 'window-closed', id });

describeScript('windows', () => {
  test('a modal dialog appears, changes and closes; nothing is said twice, nothing is pressed', async () => {
    const bar = { type: 'ProgressBar', value: '40%' };
    const end = await watch(
      worldOf(
        { windows: [main(words('最終配信'), button('今すぐダウンロード'))] },
        {
          windows: [main(words('最終配信'), button('今すぐダウンロード'), dialog('ダウンロードしています'))],
        },
        { windows: [main(words('最終配信'), button('今すぐダウンロード'), dialog('再起動してください'))] },
        { windows: [main(words('最終配信'), bar, button('今すぐダウンロード'))] },
        { windows: [main(words('最終配信'), bar, button('今すぐダウンロード'))] },
      ),
    );
    const press = ['今すぐダウンロード'];
    expect(end).toMatchObject({ exitCode: 0, presses: [] });
    expect(end.lines).toEqual([
      said('w10', true, '管理ツール', ['最終配信'], press),
      watching,
      said('w20', false, '確認', ['ダウンロードしています'], ['OK']),
      said('w20', false, '確認', ['再起動してください'], ['OK']),
      said('w10', true, '管理ツール', ['最終配信', '40%'], press),
      closed('w20'),
      closed('w10'),
      ended,
    ]);
  });

  test('a dialog without an owner is not the main window, whatever comes first', async () => {
    const both = [dialog('終わりました'), main(words('待機中'))];
    const end = await watch(worldOf({ mainWindow: 'w10', windows: both }, { mainWindow: 'w20', windows: both }));
    expect(end.lines.slice(0, 3)).toEqual([
      said('w20', false, '確認', ['終わりました'], ['OK']),
      said('w10', true, '管理ツール', ['待機中'], []),
      watching,
    ]);
    expect(end.lines).toHaveLength(6);
  });

  test('what vanishes is left out, and a desktop that cannot be read closes nothing', async () => {
    const window = main({ vanished: true, name: '消えた', children: [words('中')] }, words('残る'));
    const end = await watch(worldOf({ windows: [window] }, { windows: null }, { windows: [window] }));
    expect(end.lines).toEqual([
      said('w10', true, '管理ツール', ['消えた', '残る'], []),
      watching,
      closed('w10'),
      ended,
    ]);
  });

  test('a first look that a closing window has spoilt is made again, and what it finds stood there before', async () => {
    const window = main(words('最新です'));
    const spoilt = { windows: null };
    const end = await watch(worldOf(spoilt, spoilt, { windows: [window] }));
    expect(end.lines).toEqual([said('w10', true, '管理ツール', ['最新です'], []), watching, closed('w10'), ended]);
    const never = await watch({ session: unlocked, looks: [{ processes: [{ id: TOOL }], windows: null }] });
    expect(never).toMatchObject({ exitCode: 1, lines: [] });
  });

  test('values are words, passwords are not, and windows without a word say nothing', async () => {
    const fields = [
      words('同じ'),
      words('同じ'),
      { type: 'Edit', name: '状態', value: 'コード IJ"\\\t1' },
      { type: 'Edit', name: '鍵', value: '秘密', password: true },
      { type: 'MenuItem', name: 'ファイル' },
    ];
    const helper = { type: 'Pane', processId: TOOL, handle: 30 };
    const tip = { type: 'ToolTip', name: '吹き出し', processId: TOOL, handle: 40 };
    const end = await watch(worldOf({ windows: [helper, tip, main(...fields)] }));
    expect(end.lines[0]).toEqual(said('w10', true, '管理ツール', ['同じ', '状態', 'コード IJ"\\\t1', '鍵'], []));
  });

  test('a line never grows beyond what the console takes: of a log, the end', async () => {
    const log = { type: 'Edit', value: `${'古'.repeat(1500)}新しい` };
    const end = await watch(worldOf({ windows: [main(log, words('あ'.repeat(999)), words('余り'))] }));
    expect(end.lines[0]).toMatchObject({
      texts: [`${'古'.repeat(997)}新しい`, 'あ'.repeat(999)],
    });
    expect(end.bytes.indexOf('\n')).toBeLessThan(16 * 1024);
  });
});

describeScript('programs', () => {
  const tool = { id: TOOL, parent: 500, program: 'tool.exe' };
  const before = [tool, { id: 500, parent: 4, program: 'explorer.exe' }, { id: 4000, parent: 500 }];
  const viewer = (program: string, commandLine: string | null) => ({ type: 'viewer', program, commandLine });
  const newOnes = [
    { id: 8001, parent: TOOL, program: 'cmd.exe', commandLine: null },
    { id: 8002, parent: 8001, program: 'child.exe', commandLine: 'child.exe' },
    {
      id: 8003,
      parent: 500,
      program: 'NOTEPAD.EXE',
      commandLine: '"C:\\Windows\\NOTEPAD.EXE" C:\\配信\\実績.csv',
    },
    { id: 8004, parent: 500, program: 'svchost.exe', commandLine: 'C:\\Windows\\svchost.exe -k netsvcs' },
    { id: 8005, parent: 500, program: 'share.exe', commandLine: 'share.exe "\\\\server\\record.txt"' },
    { id: 8006, parent: 'console', program: 'reg.exe', commandLine: 'reg.exe query C:\\x' },
    { id: 8007, parent: 8006, program: 'csc.exe', commandLine: 'csc.exe @C:\\x' },
  ] as const;

  test('those of the tool and those that name a file; not ours, not what was there before', async () => {
    const end = await watch(
      worldOf({ processes: before, windows: [] }, { processes: [...before, ...newOnes], windows: [] }),
    );
    expect(end.lines).toEqual([
      watching,
      viewer('cmd.exe', null),
      viewer('child.exe', 'child.exe'),
      viewer('NOTEPAD.EXE', '"C:\\Windows\\NOTEPAD.EXE" C:\\配信\\実績.csv'),
      viewer('share.exe', 'share.exe "\\\\server\\record.txt"'),
      ended,
    ]);
  });

  test('windows are read even where the table of processes is barred', async () => {
    const end = await watch({
      ...worldOf({ windows: [main(words('待機中'))] }, { processes: newOnes, windows: [] }),
      noProcessTable: true,
    });
    expect(end).toMatchObject({ exitCode: 0 });
    expect(end.lines[0]).toMatchObject({ type: 'window' });
  });
});

describeScript('no watch', () => {
  const obstacle = (name: string) => ({ type: 'obstacle', obstacle: name, detail: '' });

  test('in a session without a screen, without UI Automation, and in constrained language mode', async () => {
    const locked = await watch({ ...worldOf(), session: { ...unlocked, flags: 0 } });
    expect(locked).toMatchObject({ exitCode: 0, lines: [obstacle('screen-locked')] });
    const missing = await watch(worldOf(), { withoutAutomation: true });
    expect(missing).toMatchObject({ exitCode: 0, lines: [{ obstacle: 'automation-missing' }] });
    expect(missing.lines).not.toEqual([obstacle('automation-missing')]);
    // A first look that fails: it must not pass for a tool that says nothing.
    const unreadable = await watch({ session: unlocked, looks: [{ processes: [{ id: TOOL }], windows: null }] });
    expect(unreadable).toMatchObject({ exitCode: 1, lines: [] });
    expect(await watch(worldOf(), { constrained: true })).toMatchObject({
      exitCode: 0,
      lines: [obstacle('constrained-language')],
    });
  });
});
