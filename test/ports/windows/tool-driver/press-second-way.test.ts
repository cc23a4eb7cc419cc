import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandFaults } from '../../../../src/ports/command-faults.ts';
import type { CommandEvent } from '../../../../src/ports/ports.ts';
import { obstacles } from '../../../../src/ports/windows/powershell/script-lines.ts';
import { createPressWays } from '../../../../src/ports/windows/tool-driver/press-ways.ts';
import {
  download,
  drive,
  finds,
  messages,
  obstacle,
  opens,
  pressed,
  presses,
  pressing,
  record,
  watches,
  window,
} from './bench.ts';
import { faultEnd, type ExpectedScript } from './fake-powershell.ts';
import { args, dialog, finished, phrases, says, step, story } from './press-bench.ts';

const windowText = JSON.stringify(window('w1', '管理ツール'));
const lineOf = (name: string) => JSON.stringify(obstacle(name));
const ofAutomation = new Set(['automation-missing', 'window-not-found', 'button-not-found'].map(lineOf));
/** Obstacles after which there is no second way. */
const final = new Set(obstacles.map(lineOf).filter((line) => !ofAutomation.has(line)));

/** The driver once UI Automation has not pressed. */
const afterFirst = async (name: string, second: ExpectedScript = messages()) => {
  const press = { ...presses(), lines: [obstacle(name, '', [record])], end: 0 };
  return drive(args, [finds, opens, watches, press, second]);
};

describe('where UI Automation does not see the button or cannot press it', () => {
  it.each([
    ['automation-missing', 20],
    ['window-not-found', 0],
    ['button-not-found', 0],
  ])('%s: a message presses it, and what comes of it is followed as ever', async (name, waitSeconds) => {
    const second = messages({ input: { buttonName: download, waitSeconds } });
    const bench = await afterFirst(name, second);
    await bench.say('press-by-message', pressing, pressed);
    await bench.exit('press-by-message', 0);
    await bench.say('watch-tool', dialog('更新', '続けますか'));
    await bench.after(5_000);
    expect(await story(bench)).toEqual([
      step('pressed'),
      says('更新\n続けますか'),
      finished('unknown-dialog', '更新\n続けますか'),
    ]);
  });

  it('is not tried before the first way has come to its end', async () => {
    const bench = await drive(args, [finds, opens, watches, presses(), messages({ end: 1 })]);
    await bench.say('press-button', obstacle('button-not-found'));
    expect(bench.powershell.isStarted('press-by-message')).toBe(false);
    await bench.exit('press-button', 0);
    expect(bench.powershell.isStarted('press-by-message')).toBe(true);
    expect(await story(bench)).toMatchObject([{ pressed: false, obstacle: 'button-not-found' }]);
  });

  it('takes nothing for an answer that was there before it was started', async () => {
    const bench = await drive(args, [finds, opens, watches, presses(), messages()], { phrases });
    const filled = window('w9', '管理ツール', { texts: ['最新です'] });
    await bench.say('watch-tool', filled);
    await bench.say('press-button', obstacle('button-not-found'));
    await bench.exit('press-button', 0);
    await bench.say('press-by-message', pressing);
    await bench.say('watch-tool', filled);
    await bench.after(60_000);
    expect(bench.isDone()).toBe(false);
    await bench.say('watch-tool', { type: 'process-ended' });
    expect((await story(bench)).at(-1)).toEqual(finished('crash'));
  });

  it('is not followed any further where the watch was lost before', async () => {
    const bench = await drive(args, [finds, opens, watches, presses(), messages()]);
    await bench.exit('watch-tool', 1);
    await bench.say('press-button', obstacle('button-not-found'));
    await bench.exit('press-button', 0);
    await bench.say('press-by-message', pressing);
    expect((await story(bench)).at(-1)).toEqual(finished('hang'));
  });

  it('is killed where it looks for too long, and has not pressed', async () => {
    const bench = await afterFirst('button-not-found');
    await bench.after(30_000);
    expect(bench.run('press-by-message').killed).toBe(true);
    expect(await story(bench)).toMatchObject([{ pressed: false, obstacle: 'button-not-found' }]);
  });

  it('is over with what its pipe still held when it was killed', async () => {
    const bench = await afterFirst('button-not-found', messages({ whenKilled: [pressing] }));
    await bench.after(30_000);
    await bench.say('watch-tool', { type: 'process-ended' });
    expect(await story(bench)).toEqual([finished('crash')]);
  });

  it.each([
    ['several-matches', 'several-matches'],
    ['button-disabled', 'button-disabled'],
    ['screen-locked', 'screen-locked'],
    ['window-not-found', 'window-not-found'],
    ['button-not-found', 'automation-missing'],
  ])('the second way may know more: %s', async (second, said) => {
    const bench = await afterFirst('automation-missing', messages({ lines: [obstacle(second)], end: 0 }));
    expect(await story(bench)).toMatchObject([{ pressed: false, obstacle: said }]);
  });
});

describe('one press for one confirmation', () => {
  it.each<[string, Partial<ExpectedScript>]>([
    ['has begun', { lines: [pressing], end: 1 }],
    ['has begun and says an obstacle all the same', { lines: [pressing, obstacle('button-not-found')], end: 0 }],
    ['is cut off in the middle of the word', { lines: ['{"type":"pressi'], end: 1 }],
  ])('where the first way %s, there is no second one', async (_, first) => {
    const bench = await drive(args, [finds, opens, watches, { ...presses(), ...first }]);
    await bench.say('watch-tool', { type: 'process-ended' });
    expect(await story(bench)).toEqual([finished('crash')]);
  });

  it('whatever the first way says, in whatever order, and however it ends', () => {
    const line = fc.oneof(
      fc.constantFrom(pressing, pressed),
      fc.constantFrom(...obstacles).map((name) => obstacle(name)),
    );
    const text = fc.oneof(
      { weight: 4, arbitrary: line.map((said) => JSON.stringify(said)) },
      fc.constantFrom('noise', '{"type":"pressi', '{"type":"obst', '', windowText, windowText.slice(0, -1)),
    );
    const end = fc.oneof<fc.Arbitrary<CommandEvent>[]>(
      fc.integer({ min: 0, max: 3 }).map((exitCode) => ({ type: 'exit', exitCode })),
      fc.constantFrom(faultEnd('crashed'), faultEnd('timed-out'), {
        type: 'fault',
        fault: commandFaults.cancelled('tool'),
      }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), end, (texts, last) => {
        let seconds = 0;
        const ways = createPressWays(() => void (seconds += 1));
        const news = [...texts.map((said): CommandEvent => ({ type: 'line', text: said })), last].map(ways.take);
        const said = news.flatMap((one) => one?.type ?? []);
        // What comes after a word that ends it all, nobody reads any more.
        const ended = texts.findIndex((text) => final.has(text));
        const began = texts.findIndex((text) => text.includes('"press'));
        const mayHavePressed = began >= 0 && (ended < 0 || began < ended);
        const onlyOthers = texts.every((text) => !ofAutomation.has(text));
        expect(ways.mayHavePressed()).toBe(mayHavePressed);
        expect(said.includes('pressing') || said.includes('pressed')).toBe(mayHavePressed);
        expect(seconds).toBe(began >= 0 || ended >= 0 || onlyOthers || last.type !== 'exit' ? 0 : 1);
        expect(said.filter((type) => type === 'not-pressed')).toHaveLength(mayHavePressed || seconds > 0 ? 0 : 1);
      }),
    );
  });
});
