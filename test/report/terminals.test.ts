import { describe, expect, it } from 'vitest';
import { areAllDone, countedEvent, readDone, readTerminals, terminalsText } from '../../src/report/terminals.ts';

describe('how many terminals', () => {
  it.each([
    ['1', 1, 0],
    ['３', 3, 0],
    [' 2 台', 2, 0],
    ['９９９', 999, 0],
    ['007', 7, 0],
    ['3+1', 3, 1],
    ['３台 ＋ １台', 3, 1],
    ['2+0', 2, 0],
  ])('%j is %i in use and %i spare', (text, count, spare) => {
    expect(readTerminals(text)).toEqual({ count, spare });
  });

  it.each(['', '0', '000', '1000', '-1', '1.5', '二', '3人', '台', '+1', '3+', '3+1+1', '3+1000'])(
    '%j is no number of terminals',
    (text) => {
      expect(readTerminals(text)).toBeNull();
    },
  );

  it.each([
    [{ count: 3, spare: 0 }, '3'],
    [{ count: 3, spare: 2 }, '3+2'],
  ])('%j is typed as %s', (counted, text) => {
    expect(terminalsText(counted)).toBe(text);
    expect(readTerminals(text)).toEqual(counted);
  });
});

describe('how many of them are done', () => {
  it.each([
    ['0', 0],
    ['３', 3],
    ['2台', 2],
  ])('%j is %i of three', (text, done) => {
    expect(readDone(text, { count: 3 })).toBe(done);
  });

  it.each(['', '4', '-1', '三', '0004'])('%j is none of three', (text) => {
    expect(readDone(text, { count: 3 })).toBeNull();
  });

  it('is journaled with all that was counted', () => {
    expect(countedEvent({ count: 3, spare: 0 }, 1)).toEqual({
      event: 'terminals-counted',
      count: 3,
      allDone: false,
      done: 1,
    });
    expect(countedEvent({ count: 3, spare: 1 }, 3)).toMatchObject({ allDone: true, done: 3, spare: 1 });
  });

  it.each([
    [{ count: 1, allDone: false, done: null }, true],
    [{ count: 1, allDone: false, done: 0 }, true],
    [{ count: 2, allDone: false, done: null }, false],
    [{ count: 2, allDone: true, done: null }, true],
    [{ count: 3, allDone: false, done: 2 }, false],
  ])('%j, where this one is done: all are: %s', (said, all) => {
    expect(areAllDone({ at: 0, spare: 0, ...said })).toBe(all);
  });
});
