import process from 'node:process';
import * as fc from 'fast-check';
import type * as Life from './monkey/life.tsx';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { temporaryFolder } from './built.ts';
import { runsOf } from './monkey/runs.ts';
import { inWords, pieces, steps } from './monkey/steps.ts';
import { worlds, type World } from './monkey/world.ts';

const TIMEOUT_MS = 24 * 3_600_000;
const time = {
  set: (now: number): unknown => vi.setSystemTime(now),
  pass: (ms: number): unknown => vi.advanceTimersByTime(ms),
};
const outdated: World = {
  version: '5.0.3',
  outcome: 'restart-required',
  restart: 'accepted',
  readOnly: false,
  locked: false,
  ambiguous: 'narrow',
};
const RIGHT = '\u001B[C';

describe('a monkey at the keyboard', () => {
  let life: typeof Life;
  beforeAll(async () => {
    using folder = temporaryFolder();
    // As the program is shipped: with React for production and one measure of text.
    await bundle({ life: 'test/e2e/monkey/life.tsx' }, folder.path);
    life = (await import(pathToFileURL(join(folder.path, 'life.js')).href)) as typeof Life;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  });
  afterAll(() => vi.useRealTimers());

  it(
    'breaks nothing, and acts only by answering a question that has stood',
    async () => {
      const { numRuns, seed } = runsOf(2_000);
      let graves = 0;
      let sequences = 0;
      const property = fc.asyncProperty(worlds, steps(4), async (world, all) => {
        const outcome = await life.live(world, all, time);
        sequences += 1;
        graves += outcome.graves;
        if (outcome.problems.length > 0) throw new Error(`${outcome.problems.join('\n')}\nafter\n${inWords(all)}`);
      });
      await fc.assert(property, { numRuns, seed });
      process.stdout.write(
        `monkey: ${String(sequences)} sequences, ${String(graves)} presses and restarts, seed ${String(seed)}\n`,
      );
      // It does get as far as that.
      expect(graves).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );

  it.each(['4', '5'])(
    'acts where the keys to it come one by one, never where they come in one piece: %s',
    async (screen) => {
      const keys = [screen, '\r', RIGHT, '\r'];
      const slowly = await life.live(outdated, pieces(1_000, ...keys), time);
      expect(slowly).toEqual({ graves: 1, problems: [] });
      const hastily = await life.live(outdated, pieces(100, ...keys), time);
      expect(hastily).toEqual({ graves: 0, problems: [] });
      const pasted = await life.live(outdated, pieces(1_000, `${keys.join('')}\r\n\r\n\r`), time);
      expect(pasted).toEqual({ graves: 0, problems: [] });
    },
  );

  it('shows all and nothing else after two changes of the window at once', async () => {
    const small = { kind: 'resize', later: 0, columns: 4, rows: 11 } as const;
    expect(await life.live(outdated, [small, { ...small, columns: 10 }], time)).toEqual({
      graves: 0,
      problems: [],
    });
  });

  it('shows what is typed after a character that some consoles draw in two columns', async () => {
    const wide = { ...outdated, ambiguous: 'wide' } as const;
    for (const char of ['①', '→', '\uFFFD'])
      expect(await life.live(wide, pieces(100, '3', '\u001B[B', '\r', char, 'r', '\u007F', 'x'), time)).toEqual({
        graves: 0,
        problems: [],
      });
  });
});
