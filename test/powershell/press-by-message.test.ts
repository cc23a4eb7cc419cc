import { expect, test } from 'vitest';
import { pressButtonLineSchema, type ScriptInputs } from '../../src/ports/windows/powershell/script-lines.ts';
import { describeScript, runScript, type ScriptRun } from './run-script.ts';
import { TOOL, unlocked, type World, type WorldButton } from './world.ts';

const download = '今すぐダウンロード';
const record = '配信実績の確認';
const tool = { processes: [{ id: TOOL }] };

const worldOf = (...buttonWindows: readonly WorldButton[]): World => ({
  session: unlocked,
  looks: [{ ...tool, buttonWindows }],
});

async function press(world: World, more: Partial<ScriptInputs['press-by-message'] & ScriptRun> = {}) {
  const { buttonName = download, processId = TOOL, waitSeconds = 20, ...run } = more;
  const input: ScriptInputs['press-by-message'] = { processId, buttonName, waitSeconds };
  const end = await runScript({ name: 'press-by-message', input, world, withoutAutomation: true, ...run });
  return { ...end, lines: end.lines.map((line) => pressButtonLineSchema.parse(line)) };
}

const obstacle = (obstacle: string, candidates: readonly string[] = []) => [
  { type: 'obstacle', obstacle, detail: '', candidates },
];
const pressed = [{ type: 'pressing' }, { type: 'pressed' }];

describeScript('the one window of class BUTTON', () => {
  test.each([
    ['with that text', download, download],
    ['in half-width kana', ' 今すぐﾀﾞｳﾝﾛｰﾄﾞ', download],
    ['where half-width is looked for', download, '今すぐﾀﾞｳﾝﾛｰﾄﾞ'],
  ])('%s is pressed once, and only it', async (_, name, buttonName) => {
    const end = await press(worldOf({ name: record }, { name }), { buttonName });
    expect(end).toMatchObject({ exitCode: 0, lines: pressed, presses: [name] });
  });

  test('is waited for, for as long as was said and no longer', async () => {
    const looks = [...Array.from({ length: 16 }, () => []), [{ name: download }]];
    const world = { session: unlocked, looks: looks.map((buttonWindows) => ({ ...tool, buttonWindows })) };
    expect(await press(world)).toMatchObject({ lines: pressed, presses: [download] });
    expect(await press(world, { waitSeconds: 7 })).toMatchObject({ lines: obstacle('button-not-found'), presses: [] });
  });
});

describeScript('nothing is pressed by a message', () => {
  test.each<[string, string, readonly WorldButton[]]>([
    ['no text is the name', 'button-not-found', [{ name: record }]],
    ['the name is only a part of the text', 'button-not-found', [{ name: `${download}(&D)` }]],
    ['two texts are the name', 'several-matches', [{ name: download }, { name: download }]],
    ['of two one is disabled', 'several-matches', [{ name: download }, { name: download, disabled: true }]],
    ['it is disabled', 'button-disabled', [{ name: download, disabled: true }]],
    ['its window does not come to the front', 'button-disabled', [{ name: download, inactive: true }]],
  ])('where %s: %s', async (_, expected, buttons) => {
    const end = await press(worldOf(...buttons));
    const names = buttons.map(({ name }) => name);
    expect(end).toMatchObject({ exitCode: 0, lines: obstacle(expected, names), presses: [] });
  });

  test.each([
    ['session-0', { session: { ...unlocked, id: 0 } }],
    ['session-disconnected', { session: { ...unlocked, state: 4 } }],
    ['screen-locked', { session: { ...unlocked, flags: 0 } }],
    ['tool-elevated', { barred: true }],
    ['window-not-found', { looks: [{ processes: [{ id: 1 }] }] }],
  ])('%s: %j', async (expected, world) => {
    const end = await press({ ...worldOf({ name: download }), ...world });
    expect(end).toMatchObject({ exitCode: 0, lines: obstacle(expected), presses: [] });
  });

  test('in constrained language mode', async () => {
    const end = await press(worldOf({ name: download }), { constrained: true });
    expect(end).toMatchObject({ exitCode: 0, lines: obstacle('constrained-language'), presses: [] });
  });
});

describeScript('a press by a message that does not come back', () => {
  test('has said that it presses before it hangs', async () => {
    const end = await press(worldOf({ name: download, press: 'hang' }), { killAfter: 'pressing' });
    expect(end).toMatchObject({ exitCode: null, lines: [{ type: 'pressing' }], presses: [download] });
  });

  test('has not come to its end where the window goes under it', async () => {
    const end = await press(worldOf({ name: download, press: 'gone' }));
    expect(end).toMatchObject({ exitCode: 1, lines: [{ type: 'pressing' }], presses: [download] });
  });
});
