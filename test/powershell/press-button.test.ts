import { expect, test } from 'vitest';
import { pressButtonLineSchema, type ScriptInputs } from '../../src/ports/windows/powershell/script-lines.ts';
import { describeScript, runScript, type ScriptRun } from './run-script.ts';
import { button, TOOL, toolWindow, unlocked, words, type World, type WorldNode } from './world.ts';

const download = '今すぐダウンロード';
const record = '配信実績の確認';
const tool = { processes: [{ id: TOOL }] };

const worldOf = (...windows: readonly WorldNode[]): World => ({
  session: unlocked,
  looks: [{ ...tool, windows }],
});

async function press(world: World, more: Partial<ScriptInputs['press-button'] & ScriptRun> = {}) {
  const { buttonName = download, automationId = null, processId = TOOL, waitSeconds = 20, ...run } = more;
  const input: ScriptInputs['press-button'] = { processId, buttonName, automationId, waitSeconds };
  const end = await runScript({ name: 'press-button', input, world, ...run });
  const all = end.lines.map((line) => pressButtonLineSchema.parse(line));
  // What stands in the windows right before the press; without it nothing is pressed.
  const windows = all.filter(({ type }) => type === 'window');
  const lines = all.filter(({ type }) => type !== 'window');
  expect(all).toEqual([...windows, ...lines]);
  expect(windows.length > 0).toBe(lines.some(({ type }) => type === 'pressing'));
  return { ...end, lines, windows };
}

const obstacle = (obstacle: string, candidates: readonly string[] = []) => [
  { type: 'obstacle', obstacle, detail: '', candidates },
];
const pressed = [{ type: 'pressing' }, { type: 'pressed' }];

describeScript('the one button', () => {
  test('is pressed once, and only it', async () => {
    const end = await press(worldOf(toolWindow('管理ツール', [words('説明'), button(record), button(download)])));
    expect(end).toMatchObject({ exitCode: 0, lines: pressed, presses: [download] });
  });

  test.each([
    ['half-width kana', '今すぐﾀﾞｳﾝﾛｰﾄﾞ', download],
    ['blanks around it', ' 今すぐダウンロード　', download],
    ['half-width in what we look for', download, '今すぐﾀﾞｳﾝﾛｰﾄﾞ'],
    ['an access key behind it', '今すぐダウンロード(D)', download],
  ])('is found in spite of %s', async (_, onScreen, buttonName) => {
    const end = await press(worldOf(toolWindow('', [button(onScreen)])), { buttonName });
    expect(end).toMatchObject({ exitCode: 0, lines: pressed, presses: [onScreen] });
  });

  test('is taken by its AutomationId before its name, and by its name before a part of it', async () => {
    const window = toolWindow('', [
      button('別の名前', { automationId: 'btnDownload' }),
      button('もう一度今すぐダウンロード'),
      { type: 'Pane', children: [button(download)] },
    ]);
    expect(await press(worldOf(window), { automationId: 'btnDownload' })).toMatchObject({
      presses: ['別の名前'],
    });
    expect(await press(worldOf(window), { automationId: 'gone' })).toMatchObject({ presses: [download] });
  });

  test('is not its own label, and not in a window of another process', async () => {
    const inside = button(download, { children: [words(download)] });
    const others = toolWindow('', [button(download)], { processId: 1 });
    const end = await press(worldOf(others, toolWindow('', [inside, words(download)])));
    expect(end).toMatchObject({ exitCode: 0, lines: pressed, presses: [download] });
  });

  test('is found in a window that the main one owns, and after elements that vanish', async () => {
    const dialog = toolWindow('確認', [button(download)], { handle: 77 });
    const vanished = { name: '消えた', vanished: true, children: [button(download)] };
    const end = await press(worldOf(toolWindow('', [vanished, dialog]), toolWindow('', [], { vanished: true })));
    expect(end).toMatchObject({ exitCode: 0, lines: pressed, presses: [download] });
  });

  test('is waited for in a window that is still filling', async () => {
    const looks = [[], [toolWindow('', [])], [toolWindow('', [button(download)])]];
    const world = { session: unlocked, looks: looks.map((windows) => ({ ...tool, windows })) };
    expect(await press(world)).toMatchObject({ exitCode: 0, lines: pressed, presses: [download] });
  });

  test('is waited for behind a splash, for as long as was said and no longer', async () => {
    const splash = toolWindow('', [words('準備をしています')]);
    const looks = [...Array.from({ length: 16 }, () => [splash]), [toolWindow('', [button(download)])]];
    const world = { session: unlocked, looks: looks.map((windows) => ({ ...tool, windows })) };
    expect(await press(world)).toMatchObject({ exitCode: 0, lines: pressed, presses: [download] });
    const late = await press(world, { waitSeconds: 7 });
    expect(late).toMatchObject({ lines: obstacle('button-not-found'), presses: [] });
  });

  test('is found after a look that a closing window has spoilt', async () => {
    const looks = [null, [toolWindow('', [])], null, null, [toolWindow('', [button(download)])]];
    const world = { session: unlocked, looks: looks.map((windows) => ({ ...tool, windows })) };
    expect(await press(world)).toMatchObject({ exitCode: 0, lines: pressed, presses: [download] });
    const atTheEnd = await press(world, { waitSeconds: 1 });
    expect(atTheEnd).toMatchObject({ lines: [{ obstacle: 'automation-missing' }], presses: [] });
  });

  test('is pressed after the windows are told as they stand', async () => {
    const notice = toolWindow('お知らせ', [words('古い知らせ'), button('閉じる')], { handle: 77 });
    const end = await press(worldOf(toolWindow('管理ツール', [words('最新です'), button(download), notice])));
    expect(end).toMatchObject({
      lines: pressed,
      windows: [
        { id: 'w68140', title: '管理ツール', texts: ['最新です'], buttons: [download] },
        { id: 'w77', title: 'お知らせ', texts: ['古い知らせ'], buttons: ['閉じる'] },
      ],
    });
  });

  test('is found at the bottom of a deep tree', async () => {
    let node = button(download);
    for (let level = 0; level < 30; level += 1) node = { type: 'Pane', children: [node] };
    expect(await press(worldOf(toolWindow('', [node])))).toMatchObject({ lines: pressed, presses: [download] });
  });
});

describeScript('nothing is pressed', () => {
  test('without a match: the buttons that are there are named', async () => {
    const end = await press(worldOf(toolWindow('', [button(record), words(download), button('終了 "&"')])));
    const candidates = [record, '終了 "&"'];
    expect(end).toMatchObject({ exitCode: 0, lines: obstacle('button-not-found', candidates), presses: [] });
    const one = await press(worldOf(toolWindow('', [button(record)])));
    expect(one.lines).toEqual(obstacle('button-not-found', [record]));
  });

  test('with several matches', async () => {
    const end = await press(worldOf(toolWindow('', [button(download)]), toolWindow('', [button(download)])));
    expect(end).toMatchObject({ lines: obstacle('several-matches', [download, download]), presses: [] });
    const parts = await press(worldOf(toolWindow('', [button(`${download}1`), button(`${download}2`)])));
    expect(parts).toMatchObject({ lines: [{ obstacle: 'several-matches' }], presses: [] });
  });

  test('where the button is disabled, or a modal dialog disables its window', async () => {
    const end = await press(worldOf(toolWindow('', [button(download, { enabled: false })])));
    expect(end).toMatchObject({ lines: obstacle('button-disabled', [download]), presses: [] });
    const modal = await press(worldOf(toolWindow('', [button(download)], { enabled: false })));
    expect(modal).toMatchObject({ lines: obstacle('button-disabled', [download]), presses: [] });
    // UI Automation calls the window enabled, Windows does not.
    const underDialog = { ...worldOf(toolWindow('', [button(download)], { handle: 77 })), underDialog: [77] };
    const hidden = await press(underDialog);
    expect(hidden).toMatchObject({ lines: obstacle('button-disabled', [download]), presses: [] });
  });

  test.each([
    ['session-0', { session: { ...unlocked, id: 0 } }],
    ['session-disconnected', { session: { ...unlocked, state: 4, flags: 0 } }],
    ['screen-locked', { session: { ...unlocked, flags: 0 } }],
    ['screen-locked', { session: { ...unlocked, state: null, flags: null, logonScreens: [2, 1] } }],
    ['tool-elevated', { barred: true }],
    ['window-not-found', { looks: [{ processes: [{ id: 1 }], windows: [] }] }],
    ['window-not-found', { looks: [{ ...tool, windows: [] }] }],
  ])('%s: %j', async (expected, world) => {
    const end = await press({ ...worldOf(toolWindow('', [button(download)])), ...world });
    expect(end).toMatchObject({ exitCode: 0, lines: obstacle(expected), presses: [] });
  });

  test('where UI Automation cannot be loaded, and in constrained language mode', async () => {
    const missing = await press(worldOf(), { withoutAutomation: true });
    expect(missing).toMatchObject({ exitCode: 0, lines: [{ obstacle: 'automation-missing' }] });
    const constrained = await press(worldOf(), { constrained: true });
    expect(constrained).toMatchObject({ exitCode: 0, lines: obstacle('constrained-language') });
  });

  test('where the desktop cannot be read, or the button gives nothing to press it with', async () => {
    const unreadable = await press({ session: unlocked, looks: [{ ...tool, windows: null }] });
    expect(unreadable).toMatchObject({ exitCode: 0, lines: [{ obstacle: 'automation-missing' }], presses: [] });
    const patternless = await press(worldOf(toolWindow('', [button(download, { patternless: true })])));
    expect(patternless).toMatchObject({ exitCode: 0, lines: [{ obstacle: 'automation-missing' }], presses: [] });
  });

  test('another session that is locked is not ours', async () => {
    const world = {
      ...worldOf(toolWindow('', [button(download)])),
      session: { ...unlocked, logonScreens: [2] },
    };
    expect(await press(world)).toMatchObject({ lines: pressed });
  });
});

describeScript('a press that does not come back', () => {
  test('has said that it presses before it hangs', async () => {
    const world = worldOf(toolWindow('', [button(download, { press: 'hang' })]));
    const end = await press(world, { killAfter: 'pressing' });
    expect(end).toMatchObject({ exitCode: null, lines: [{ type: 'pressing' }], presses: [download] });
  });

  test('has not come to its end where the button vanishes under it', async () => {
    const end = await press(worldOf(toolWindow('', [button(download, { press: 'gone' })])));
    expect(end).toMatchObject({ exitCode: 1, lines: [{ type: 'pressing' }] });
  });
});
