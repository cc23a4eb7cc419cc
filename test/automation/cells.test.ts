import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { driveDownload, type Drive } from './cell.ts';
import { Desk, type WindowKind } from './desk.ts';

const installed = inject('automation');
const toolName = '配信アプリケーション管理ツール';
const download = '今すぐダウンロード';
const record = '配信実績の確認';
const words = '試験の文: ダウンロードを受け付けました。(1 回目)';

const MOST_TRIES = 3;
/** What the driver starts up to the first way. */
const upToPress = ['find-tool', 'open-tool', 'watch-tool', 'press-button'];
const ways = [
  { way: 'UI Automation', canInvoke: true, started: upToPress },
  { way: 'message', canInvoke: false, started: [...upToPress, 'press-by-message'] },
] as const;
const kinds: readonly { readonly kind: string; readonly window: WindowKind; readonly isOpen?: true }[] = [
  { kind: 'Win32', window: 'win32' },
  { kind: 'Windows Forms', window: 'forms' },
  { kind: 'Win32, behind a splash of 8 s', window: 'splash' },
  { kind: 'Win32, already open', window: 'win32', isOpen: true },
  { kind: 'Windows Forms, 30 levels deep', window: 'deep' },
  { kind: 'Win32, dialog of unknown buttons', window: 'question' },
];
const cells = kinds.flatMap((kind) => ways.map((way) => ({ ...kind, ...way })));

describe.skipIf(installed === null)('each kind of window is pressed once by each way', () => {
  let desk: Desk;
  beforeAll(async () => {
    if (installed) desk = await Desk.open(installed);
  });
  afterEach(() => desk.endWindow());
  afterAll(() => desk.close());

  /** Opens the window before the driver does. */
  const openBefore = async (window: WindowKind) => {
    const input = { path: desk.window, program: null, toolName, waitSeconds: 60 };
    const opening = desk.start('open-tool', input, { window });
    if ((await opening.ended) !== 0) throw new Error(`not opened: ${JSON.stringify(await opening.lines())}`);
  };

  /** The whole press; anew where .NET itself failed meanwhile, which says nothing of ours. */
  const drivenSoundly = async (window: WindowKind, canInvoke: boolean, isOpen: boolean): Promise<Drive> => {
    for (let tries = 1; ; tries += 1) {
      const before = await desk.runtimeFailures();
      if (isOpen) await openBefore(window);
      const drive = await driveDownload(desk, { window, canInvoke });
      if (tries === MOST_TRIES || (await desk.runtimeFailures()) === before) return drive;
      process.stdout.write('.NET failed under Wine: the cell is run once more\n');
      await desk.endWindow();
    }
  };

  it.for(cells)('$kind, by $way', async ({ kind, window, isOpen = false, way, canInvoke, started }, { task }) => {
    const drive = await drivenSoundly(window, canInvoke, isOpen);
    const dialog = drive.windows.findLast(({ isMain, title }) => !isMain && title === '試験の題');
    const cell = { window: kind, way, pressedBy: drive.pressedBy };
    const seen = dialog && `${dialog.title} [${dialog.buttons.join('] [')}]`;
    task.meta.cell = { ...cell, dialog: seen ?? null };

    expect(drive.opened).toMatchObject([{ type: 'opened', alreadyRunning: isOpen }]);
    // Where it is otherwise, the scripts' own words say why.
    if (drive.pressedBy !== started.at(-1)) process.stdout.write(`${JSON.stringify(drive)}\n`);
    expect(drive.started).toEqual(started);
    expect(drive.pressedBy).toBe(started.at(-1));
    const main = drive.windows.findLast(({ title }) => title === `試験用の${toolName}`);
    expect(main?.buttons).toEqual([download, record]);
    // Nothing answers the dialog, and the words are those of the first press, of this button.
    expect(dialog).toMatchObject({
      texts: [words],
      buttons: window === 'question' ? ['あとで', '続行'] : ['OK'],
    });
    expect(drive.lines.at(-1)).toEqual({
      type: 'finished',
      outcome: 'unknown-dialog',
      pressed: true,
      message: `試験の題\n${words}`,
    });
  });
});
