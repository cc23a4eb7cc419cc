import { screenNames } from '../../src/screens/console.ja.ts';
import { renderToString } from 'ink';
import { describe, expect, it } from 'vitest';
import { consoleView } from '../../src/console/console.ts';
import { App } from '../../src/tui/ink-screen.tsx';
import type { Effect } from '../../src/screens/step.ts';
import { storeOf } from '../../src/tui/store.ts';
import { update } from '../../src/console/update.ts';
import { auditSizes } from '../audit/states.ts';
import { showConsole } from '../harness/console-frames.tsx';
import { model, now } from '../screens/builders.ts';

const RIGHT = '\u001B[C';

describe('the app', () => {
  it.each(auditSizes)('leaves the last row free at $columns x $rows', (size) => {
    const store = storeOf(model({ size }), update, () => undefined);
    const app = <App {...consoleView} store={store} ambiguous="narrow" colours />;
    // A frame of all rows is one that the console of Windows draws anew at every change.
    expect(renderToString(app, { columns: size.columns }).split('\n')).toHaveLength(size.rows - 1);
  });

  it.each([
    ['4', screenNames.download],
    ['5', screenNames.restart],
  ])(
    'takes no answer from the piece of input that opened its question, however long it takes: %s',
    async (screen, name) => {
      const effects: Effect[] = [];
      const store = storeOf(model(), update, (effect) => effects.push(effect));
      let time = now;
      const clock = (): number => (time += 1_000);
      const frames = showConsole(store, { now: clock });
      await frames.screen();
      frames.type(screen);
      await frames.waitFor(([header = '']) => header.includes(`oqs-console ${name}`));
      // The arrow is a key of its own to Ink, so that both times Enter is one as well.
      frames.type(`${RIGHT}\r${RIGHT}\r${RIGHT}\r`);
      await frames.waitFor('>[ やめる ]<');
      frames.press('escape');
      await frames.waitFor((rows) => !rows.join('').includes('やめる ]'));
      expect(effects).toEqual([]);
      await frames.close();
    },
  );
});
