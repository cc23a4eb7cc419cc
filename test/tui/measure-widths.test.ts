import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { measureWidths } from '../../src/tui/measure-widths.ts';

/** A terminal that answers each question of where the cursor is with what the test says; null: never. */
function terminal(answers: readonly (string | null)[]) {
  const left = [...answers];
  const raw: boolean[] = [];
  let written = '';
  const stdin = Object.assign(new EventEmitter(), {
    setRawMode: (on: boolean) => raw.push(on),
    pause: () => undefined,
  });
  const stdout = {
    write: (text: string) => {
      written += text;
      const answer = text.endsWith('\u001B[6n') ? left.shift() : null;
      if (answer !== null && answer !== undefined) queueMicrotask(() => stdin.emit('data', Buffer.from(answer)));
      return true;
    },
  };
  const streams = { stdin, stdout } as unknown as Parameters<typeof measureWidths>[0];
  return { streams, raw, stdin, written: () => written };
}

describe('the widths that a terminal draws', () => {
  it('are read from where its cursor comes to; the line is wiped, and the keys are as before', async () => {
    const { streams, raw, stdin, written } = terminal(['\u001B[5;3R', 'x\u001B[5;2R', '\u001B[12;3R']);
    expect(await measureWidths(streams, ['あ', 'ｱ', '●'])).toEqual({ widths: [2, 1, 2], interrupted: false });
    expect(raw).toEqual([true, false]);
    expect(stdin.listenerCount('data')).toBe(0);
    expect(written().endsWith('\r\u001B[K')).toBe(true);
  });

  it('end at the first one without an answer', async () => {
    const { streams, raw } = terminal(['\u001B[1;3R', null]);
    expect(await measureWidths(streams, ['あ', '─', '●'], 20)).toEqual({ widths: [2], interrupted: false });
    expect(raw).toEqual([true, false]);
  });

  it('end at Ctrl+C', async () => {
    const { streams } = terminal(['\u001B[1;3R', '\u0003']);
    expect(await measureWidths(streams, ['あ', '─', '●'], 60_000)).toEqual({ widths: [2], interrupted: true });
  });
});
