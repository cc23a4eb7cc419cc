import { screenIds } from '../../src/screens/keys.ts';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/screens/step.ts';
import type { Model } from '../../src/screens/model.ts';
import { storeOf } from '../../src/tui/store.ts';
import { update, type Store } from '../../src/console/update.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { showConsole } from '../harness/console-frames.tsx';
import type { Frames } from '../harness/frames.tsx';
import { check, components, everywhere, model, now, rowsOf, survey, updated } from './builders.ts';

interface Shown extends AsyncDisposable {
  readonly frames: Frames;
  readonly store: Store;
  readonly effects: readonly Effect[];
}

/** The console as it draws itself, on a terminal of this size; what it asks the world for is only noted. */
function show(first: Model, ambiguous: Ambiguous = 'narrow'): Shown {
  const effects: Effect[] = [];
  const store = storeOf(first, update, (effect) => effects.push(effect));
  // The clock goes on between two keys, as it does where a person presses them.
  let time = first.now;
  const clock = (): number => (time += 1_000);
  const frames = showConsole(store, { now: clock, ambiguous });
  return { frames, store, effects, [Symbol.asyncDispose]: () => frames.close() };
}

/** Text as another program may have written it: of open width, right at the edge, with control characters. */
const odd = `\u001B[31m結果→①○${'○→'.repeat(60)}\u0007 C:\\${'とても長い\\'.repeat(20)}`;

describe('on a real screen', () => {
  it.each(everywhere.flatMap((place) => screenIds.map((screen) => ({ ...place, screen }))))(
    '$screen at $name is what its lines say, and nothing wraps or scrolls',
    async (place) => {
      const shown = model({
        screen: place.screen,
        size: place,
        about: { label: '模擬', paths: [{ name: '作業記録', path: odd }] },
        survey: { checks: [check('network', 'fail', { summary: odd, remedy: odd })] },
        download: { ...model().download, phase: 'running', words: [odd] },
        message: odd,
      });
      await using console = show(shown, place.ambiguous);
      const screen = await console.frames.screen();
      expect(screen).toEqual([...rowsOf(shown, place.ambiguous), '']);
      expect(console.frames.terminal.scrolledRows).toBe(0);
    },
  );
});

describe('with keys', () => {
  it('asks before it presses, cancel first; Enter alone changes nothing', async () => {
    await using console = show(model());
    console.frames.press('enter');
    await console.frames.waitFor('> 「今すぐダウンロード」を押す');
    await console.frames.waitFor('手で押す方法を見る');
    console.frames.press('enter');
    await console.frames.waitFor('>[ やめる ]<');
    console.frames.press('enter');
    await console.frames.waitFor('手で押す方法を見る');
    expect(console.effects).toEqual([]);
  });

  it('presses after the other answer was chosen', async () => {
    await using console = show(model({ screen: 'download' }));
    console.frames.press('enter');
    await console.frames.waitFor('>[ やめる ]<');
    console.frames.press('right');
    await console.frames.waitFor('>[ 押す ]<');
    console.frames.press('enter');
    await console.frames.waitFor('ダウンロード中です(');
    expect(console.effects).toEqual([{ type: 'act', request: { action: 'press-download' } }]);
  });

  it('says why a blocked row does nothing', async () => {
    await using console = show(model({ screen: 'restart', about: { readOnly: true } }));
    await console.frames.waitFor('できません: 参照専用');
    console.frames.press('enter');
    const screen = await console.frames.waitFor((rows) => rows.at(-3)?.startsWith('できません: 参照専用') === true);
    expect(screen).toContain('> 再起動する');
    expect(console.effects).toEqual([]);
  });

  it.each(everywhere)('moves through a list that is longer than the screen at $name', async (place) => {
    await using console = show(model({ screen: 'guide', size: place }), place.ambiguous);
    await console.frames.waitFor('> 言葉で探す');
    console.frames.press('end');
    const screen = await console.frames.waitFor('上に続きあり');
    expect(screen.filter((row) => row.startsWith('> '))).toHaveLength(1);
    expect(screen.at(-2)).toContain('[Enter]実行');
    console.frames.press('home');
    await console.frames.waitFor('> 言葉で探す');
  });
});

describe('as things happen', () => {
  it('counts down', async () => {
    const counting = { ...model().restart, phase: 'counting', dueAt: now + 42_000 } as const;
    await using console = show(model({ screen: 'restart', restart: counting }));
    await console.frames.waitFor('あと 42 秒で再起動します。');
    // Second by second: a clock that leaps was set.
    for (let second = 1; second <= 42; second += 1) {
      console.store.dispatch({ type: 'clock', now: now + second * 1_000, uptimeSeconds: null });
      if (second === 2) await console.frames.waitFor('あと 40 秒で再起動します。');
    }
    const screen = await console.frames.waitFor('まもなく再起動します。');
    expect(screen).toContain('> 再起動を取り消す');
  });

  it('marks a version that has changed, says so, and has a new verdict', async () => {
    await using console = show(model());
    await console.frames.waitFor('[要]   作業が必要');
    console.store.dispatch({
      type: 'surveyed',
      scope: 'all',
      survey: survey({ components: components(updated) }),
      commands: [],
    });
    const screen = await console.frames.waitFor('変化あり');
    expect(screen[1]).toContain('[済]   バージョンアップ済み  顔認証ライブラリ 5.1.0');
    expect(screen.at(-3)).toBe('顔認証ライブラリのバージョンが変わりました。');
  });

  it('says how large the screen must be while it is too small, and recovers', async () => {
    await using console = show(model());
    await console.frames.screen();
    console.frames.resize(50, 12);
    console.store.dispatch({ type: 'resized', columns: 50, rows: 12 });
    const small = await console.frames.waitFor('60x16 以上に広げて');
    expect(small).toHaveLength(12);
    expect(small.join('\n')).toContain('> 「今すぐダウンロード」を押す');
    console.frames.resize(80, 24);
    console.store.dispatch({ type: 'resized', columns: 80, rows: 24 });
    const screen = await console.frames.waitFor((rows) => !rows.join('').includes('60x16'));
    expect(screen).toHaveLength(24);
  });
});
