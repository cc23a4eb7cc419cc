import { screenIds } from '../../src/screens/keys.ts';
import { describe, expect, it } from 'vitest';
import { update, type Message } from '../../src/console/update.ts';
import { storeOf } from '../../src/tui/store.ts';
import { noKeyTexts } from '../../src/tui/keys.ja.ts';
import { showConsole } from '../harness/console-frames.tsx';
import { model, now } from '../screens/builders.ts';

const ESC = '\u001B';
const SIZE = { columns: 80, rows: 24 };
/** What a terminal says itself, whole and in pieces. */
const replies: readonly string[] = [
  `${ESC}]11;rgb:5555/5555/5555\u0007`,
  `${ESC}]52;c;NQ0K`,
  `5\r${ESC}\\`,
  `${ESC}P1+r5\r${ESC}\\${ESC}_5${ESC}\\`,
  `${ESC}[?62;1c${ESC}[12;40R${ESC}[I${ESC}[O`,
  `${ESC}[<0;5;5M${ESC}[<0;5`,
  `;5m${ESC}[M 5\r`,
  `${ESC}[M\r`,
  '55',
];

/** Shows the console at `screen`; `presses` are the keys that it was told of. */
function show(screen: (typeof screenIds)[number]) {
  const store = storeOf(model({ screen, size: SIZE }), update, () => undefined);
  const presses: string[] = [];
  const dispatch = (message: Message): void => {
    if (message.type === 'pressed') presses.push(message.press.id);
    store.dispatch(message);
  };
  const frames = showConsole({ ...store, dispatch }, { now: () => now });
  return { store, presses, frames };
}

describe.each(screenIds)('at %s', (screen) => {
  it('replies of the terminal press no key, and the key behind them counts', async () => {
    const { presses, frames } = show(screen);
    await frames.screen();
    for (const reply of replies) frames.type(reply);
    frames.type('x');
    await frames.waitFor(noKeyTexts.unknownKey.slice(0, 10));
    expect(presses).toEqual(['other']);
    await frames.close();
  });

  it.each([
    ['marked', `${ESC}[200~5\r${ESC}[201~`],
    ['unmarked', '5\r'],
  ])('a %s paste presses no key, and the operator is told so', async (_, paste) => {
    const { store, presses, frames } = show(screen);
    await frames.screen();
    frames.type(paste);
    await frames.waitFor(noKeyTexts.paste.slice(0, 10));
    expect(presses).toEqual(['paste']);
    expect(store.model().screen).toBe(screen);
    await frames.close();
  });
});

it('a marked paste is text in a field, and its line ends start nothing', async () => {
  const { store, frames } = show('guide');
  await frames.screen();
  frames.type('/');
  await frames.waitFor('言葉を入れて Enter');
  frames.type(`${ESC}[200~DN`);
  frames.type(`S\r5\r${ESC}[201~`);
  await frames.waitFor('[DNS5');
  expect(store.model()).toMatchObject({ screen: 'guide', guide: { searching: true } });
  await frames.close();
});
