import { screenNames } from '../../src/screens/console.ja.ts';
import { expect, it } from 'vitest';
import { hasAmbiguous } from '../../src/text/cells.ts';
import { cp932Characters } from '../guide/cp932.ts';
import { layOut } from './drive.ts';
import { openConsole } from './open-console.ts';
import { describeWindows } from './place.ts';
import { textsWritten } from './stream.ts';
import {
  RECORD,
  RECORD_PATH,
  SETTINGS,
  deliveryRecord,
  outdated,
  readerFiles,
  settings,
  versionInfos,
} from './terminal.ts';
import type { ConsoleWindow } from './window.ts';

const drive = {
  ...versionInfos(outdated),
  ...readerFiles,
  [RECORD]: deliveryRecord(outdated),
  [SETTINGS]: settings({ paths: { deliveryRecord: RECORD_PATH } }),
};

/** Each screen by its key, with what a step further in shows, and what leads back. */
const steps = [
  { key: '2', name: screenNames.evening, inside: null },
  { key: '3', name: screenNames['by-hand'], inside: null },
  { key: '4', name: screenNames.download, inside: '>[ やめる ]<' },
  { key: '5', name: screenNames.restart, inside: '>[ やめる ]<' },
  { key: '6', name: screenNames.guide, inside: null },
  { key: '7', name: screenNames.history, inside: '実行したコマンド' },
  { key: '8', name: screenNames.report, inside: null },
  { key: '9', name: screenNames.faq, inside: null },
  { key: 't', name: screenNames.support, inside: null },
  { key: 's', name: screenNames.settings, inside: null },
  { key: '0', name: screenNames.help, inside: null },
  { key: '1', name: screenNames.status, inside: null },
] as const;

async function opened(): Promise<ConsoleWindow> {
  const window = openConsole();
  await window.waitFor(({ text }) => /^点検 .*に確認/m.test(text));
  return window;
}

/** 23 rows at most, from the top, and nothing has left the screen. */
function expectWhole(window: ConsoleWindow): void {
  const { screen } = window.view;
  expect(screen[0]).toMatch(/^oqs-console /);
  expect(screen.slice(-2)).toEqual([expect.stringMatching(/^\[/), '']);
  expect(window.terminal.scrolledRows).toBe(0);
}

/** In every frame: text ends where the screen does, and is drawn with what CP932 has at one width everywhere. */
function expectDrawable(window: ConsoleWindow): void {
  const texts = textsWritten(window.written);
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter(({ end }) => end > 80)).toEqual([]);
  const known = cp932Characters();
  const strange = texts.filter(
    ({ text }) => hasAmbiguous(text) || Array.from(text).some((character) => !known.has(character)),
  );
  expect(strange).toEqual([]);
}

describeWindows('the console of the zip at 80x24', () => {
  it('shows every screen by its key, whole and drawable', async () => {
    layOut(drive);
    await using window = await opened();
    for (const { key: screenKey, name, inside } of steps) {
      window.press({ type: screenKey });
      await window.waitFor(({ screen }) => screen[0]?.startsWith(`oqs-console ${name} `) === true);
      expectWhole(window);
      for (const key of ['down', 'up', 'page-down', 'end', 'home'] as const) window.press(key);
      if (inside !== null) {
        window.press('enter');
        await window.waitFor(inside);
        expectWhole(window);
        window.press('escape');
        await window.waitFor(({ text }) => !text.includes(inside) || inside === '実行したコマンド');
      }
      expectWhole(window);
    }
    window.press({ type: '?' });
    await window.waitFor('「状態」の画面のキー');
    window.press('escape');
    const { screen } = await window.waitFor((view) => view.screen[0]?.includes(screenNames.help) === false);
    expect(screen[0]).toContain(screenNames.status);
    expectDrawable(window);
  });

  it('goes into the guide and the version by hand, and back, with arrows, Enter and Esc', async () => {
    layOut(drive);
    await using window = await opened();
    window.press({ type: '6' });
    await window.waitFor('> 言葉で探す');
    window.press('down', 'enter');
    await window.waitFor('このように見えます');
    expectWhole(window);
    window.press('escape');
    await window.waitFor('言葉で探す');
    window.press({ type: '/' });
    await window.waitFor('[Esc]やめる');
    window.press('escape', { type: '3' });
    await window.waitFor('  見えたバージョンを入力する');
    window.press('down');
    await window.waitFor('> 見えたバージョンを入力する');
    window.press('enter');
    const { screen } = await window.waitFor('[Esc]やめる');
    expect(screen[0]).toContain(screenNames['by-hand']);
    expectWhole(window);
    expectDrawable(window);
  });

  it('stays whole when the window changes its size: Wine does not tell the program, which goes on at 80x24', async () => {
    layOut(drive);
    await using window = await opened();
    window.program.resize(100, 30);
    window.press({ type: '7' });
    await window.waitFor('実行したコマンドを見る');
    window.program.resize(60, 16);
    window.press({ type: '1' });
    await window.waitFor(({ text }) => /^点検 .*に確認/m.test(text));
    expectWhole(window);
    expectDrawable(window);
    expect(window.view.screen.filter((row) => row === '-'.repeat(80))).not.toEqual([]);
  });

  it('leaves with Ctrl+C: exit code 0, the screen as it was', async () => {
    layOut(drive);
    await using window = await opened();
    expect(window.terminal).toMatchObject({ alternate: true, wraps: false });
    window.press('ctrl-c');
    expect((await window.waitForExit()).exitCode).toBe(0);
    expect(window.terminal).toMatchObject({ alternate: false, wraps: true });
    expect(window.written.lastIndexOf('\u001B[?25h')).toBeGreaterThan(window.written.lastIndexOf('\u001B[?25l'));
  });
});
