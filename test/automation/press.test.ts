import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  openToolLineSchema,
  pressButtonLineSchema,
  watchToolLineSchema,
} from '../../src/ports/windows/powershell/script-lines.ts';
import { Desk, type Running } from './desk.ts';

const installed = inject('automation');
const toolName = '配信アプリケーション管理ツール';

/** A window that the script told of, by its title. */
const windowNamed = (running: Running, title: string) =>
  running.said((lines) => {
    const all = lines.map((line) => watchToolLineSchema.parse(line));
    return all.findLast((line) => line.type === 'window' && line.title === title);
  });

/** What a press says of itself; before that it tells of the windows as they stand. */
const pressLines = async (running: Running) =>
  (await running.lines()).map((line) => pressButtonLineSchema.parse(line)).filter(({ type }) => type !== 'window');

describe.skipIf(installed === null)('a real window with the two buttons', () => {
  let desk: Desk;
  beforeAll(async () => {
    if (installed) desk = await Desk.open(installed);
  });
  afterEach(() => desk.endWindow());
  afterAll(() => desk.close());

  const open = async () => {
    const input = { path: desk.window, program: null, toolName, waitSeconds: 30 };
    const opening = desk.start('open-tool', input);
    expect(await opening.ended).toBe(0);
    const [line] = (await opening.lines()).map((said) => openToolLineSchema.parse(said));
    if (line?.type !== 'opened') throw new Error(`not opened: ${JSON.stringify(line)}`);
    return line;
  };

  const startPress = (input: { processId: number; buttonName: string; automationId?: string }) =>
    desk.start('press-button', { automationId: null, waitSeconds: 2, ...input }, { canInvoke: true });

  it('is started once, and taken up where it runs', async () => {
    const first = await open();
    expect(first.alreadyRunning).toBe(false);
    expect(await open()).toEqual({ ...first, alreadyRunning: true });
  });

  it.each([
    ['今すぐダウンロード', '試験の文: ダウンロードを受け付けました。(1 回目)'],
    ['配信実績の確認', '試験の文: 実績はまだありません。(1 回目)'],
  ])('has its button %s pressed, and its dialog read while the press stands', async (buttonName, words) => {
    const { processId } = await open();
    const watch = desk.start('watch-tool', { processId, everyMilliseconds: 500 });
    expect(await windowNamed(watch, `試験用の${toolName}`)).toMatchObject({
      isMain: true,
      texts: [],
      buttons: ['今すぐダウンロード', '配信実績の確認'],
    });
    await watch.said((lines) => lines.find((line) => watchToolLineSchema.parse(line).type === 'watching'));

    const press = startPress({ processId, buttonName });
    const dialog = await windowNamed(watch, '試験の題');
    expect(dialog).toMatchObject({ isMain: false });
    expect(dialog).toHaveProperty('texts', expect.arrayContaining([words]));
    expect(await pressLines(press)).toEqual([{ type: 'pressing' }]);

    // Under its own dialog the tool is not pressed a second time.
    const second = startPress({ processId, buttonName });
    expect(await second.ended).toBe(0);
    expect(await pressLines(second)).toMatchObject([{ type: 'obstacle', obstacle: 'button-disabled' }]);
    await press.kill();

    await desk.endWindow();
    const code = await watch.ended;
    expect((await watch.lines()).at(-1)).toEqual({ type: 'process-ended' });
    // It has said its last word; .NET under Wine may still fail as it ends.
    expect(code === 0 || (await desk.runtimeFailures()) > 0).toBe(true);
  });

  it('is pressed by AutomationId, whatever the name', async () => {
    const { processId } = await open();
    const press = startPress({ processId, buttonName: '別の名', automationId: 'showRecord' });
    const lines = await press.said((said) => (said.length > 1 ? said : undefined));
    expect(lines).toMatchObject([
      { type: 'window', buttons: ['今すぐダウンロード', '配信実績の確認'] },
      { type: 'pressing' },
    ]);
    await press.kill();
  });

  it('is not pressed where no button has the name', async () => {
    const { processId } = await open();
    const press = startPress({ processId, buttonName: '別の名' });
    expect(await press.ended).toBe(0);
    expect(await pressLines(press)).toEqual([
      {
        type: 'obstacle',
        obstacle: 'button-not-found',
        detail: '',
        candidates: ['今すぐダウンロード', '配信実績の確認'],
      },
    ]);
  });
});
