import { setTimeout as delay } from 'node:timers/promises';
import { noKeyTexts } from '../../src/tui/keys.ja.ts';
import { downloadTexts } from '../../src/screens/download/download.ja.ts';
import { guideTexts } from '../../src/guide/guide.ja.ts';
import { reportTexts } from '../../src/report/report.ja.ts';
import { restartTexts } from '../../src/screens/restart/restart.ja.ts';
import { supportTexts } from '../../src/support/support.ja.ts';
import type { FakeScreen } from '../harness/fake-screen.ts';
import type { WalkId } from './rows.ts';

/** Longer than a question ignores Enter for. */
const STOOD_MS = 400;
/** More rows than any list has. */
const MOST_ROWS = 120;

/**
 * What the operator does with the keys of a console that stands on its status screen. `struck` is called before the
 * deed.
 */
export type Walk = (screen: FakeScreen, strike: () => void) => Promise<void>;

export const walks: Readonly<Record<WalkId, Walk>> = {
  'read-again': async (screen, strike) => {
    strike();
    await readAgain(screen);
  },

  download: async (screen, strike) => {
    strike();
    await open(screen, '4', 'ダウンロード');
    await choose(screen, downloadTexts.itemPress);
    if (await isRefused(screen, downloadTexts.ask.yes)) return;
    await answerYes(screen, downloadTexts.ask.yes);
    await screen.waitFor(
      (text) => !text.includes(downloadTexts.itemStopWaiting) && !text.includes('>['),
      'the end of the download',
    );
  },

  restart: async (screen, strike) => {
    strike();
    await open(screen, '5', '再起動');
    await choose(screen, restartTexts.itemRestart);
    await answerYes(screen, restartTexts.ask.yes);
    await screen.waitFor(
      (text) => !text.includes(restartTexts.asking) && !text.includes(`>[ ${restartTexts.ask.yes} ]<`),
      'the answer to the restart',
    );
  },

  copy: async (screen, strike) => {
    await open(screen, '8', '完了報告');
    await choose(screen, reportTexts.itemPage);
    await screen.waitFor(reportTexts.itemForm);
    strike();
    screen.press('enter');
    await screen.waitFor((text) => /をコピーしました|クリップボード|端末への問い合わせ/.test(text), 'the copy');
  },

  'open-document': async (screen, strike) => {
    await open(screen, '6', 'エラーの手引き');
    // The first page, for a patient who waits, has nothing to open; on the second the paper is selected already.
    screen.press('down', 'down', 'down', 'enter');
    await choose(screen, guideTexts.itemErrorDetails, strike);
    await screen.waitFor(
      (text) => /資料を開きました|ファイルがありません|端末への問い合わせ/.test(text),
      'the document',
    );
  },

  save: async (screen, strike) => {
    await open(screen, 't', '問い合わせの控え');
    await choose(screen, supportTexts.itemSheet, strike);
    await screen.waitFor((text) => /保存しました|保存できません|作業記録のファイル/.test(text), 'the saved sheet');
  },
};

/** Reads the terminal anew and waits until that is done. */
export async function readAgain(screen: FakeScreen): Promise<void> {
  // A key without work puts its own words in the place of those of an earlier reading.
  screen.press({ type: 'x' });
  await screen.waitFor(noKeyTexts.unknownKey.slice(0, 12));
  screen.press({ type: 'r' });
  await screen.waitFor(
    // What it says may be longer than a line.
    (text) =>
      /読み直しました|のバージョンが(?:変わりました|読めなくなりました)|のバージョンを時間内に読み取れませんでした/.test(
        text.replaceAll('\n', ''),
      ),
    'the end of the reading',
  );
}

/** Opens a screen by its key, and waits until it is there. */
async function open(screen: FakeScreen, key: string, title: string): Promise<void> {
  screen.press({ type: key });
  await screen.waitFor(`oqs-console ${title}`);
}

/** Selects a row by its words and presses Enter on it. */
async function choose(screen: FakeScreen, label: string, before: () => void = () => undefined): Promise<void> {
  const isSelected = (text: string): boolean =>
    text.split('\n').some((row) => row.startsWith(`> `) && row.includes(label));
  await screen.waitFor((text) => text.includes(label.slice(0, 12)) || /^> /m.test(text), label);
  for (let tries = 0; tries < MOST_ROWS && !isSelected(screen.rows().join('\n')); tries += 1) {
    const selected = screen.rows().find((row) => row.startsWith('> '));
    screen.press('down');
    await screen.waitFor(
      (text) => text.split('\n').find((row) => row.startsWith('> ')) !== selected,
      `a row below ${selected ?? 'none'}, on the way to ${label}`,
    );
  }
  await screen.waitFor(isSelected, label);
  before();
  screen.press('enter');
}

async function isRefused(screen: FakeScreen, yes: string): Promise<boolean> {
  const answer = `[ ${yes} ]`;
  const rows = await screen.waitFor((text) => text.includes(answer) || text.includes('できません: '), yes);
  return !rows.join('\n').includes(answer);
}

/**
 * Answers the question that stands on the screen with its last choice, one of `yes`. `ended`: what may end the console
 * then.
 */
export async function answerYes(
  screen: FakeScreen,
  yes: string | readonly string[],
  ended: Promise<unknown> = new Promise(() => undefined),
): Promise<void> {
  const answers = [yes].flat();
  const isChosen = (text: string): boolean => answers.some((answer) => text.includes(`>[ ${answer} ]<`));
  await screen.waitFor('>[ ');
  screen.press('right', 'right');
  await screen.waitFor(isChosen, answers.join(', '));
  // The one thing that is itself a time.
  await delay(STOOD_MS);
  screen.press('enter');
  await Promise.race([ended, screen.waitFor((text) => !isChosen(text), `the answer ${answers.join(', ')}`)]);
}
