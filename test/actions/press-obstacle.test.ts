import { describe, expect, it } from 'vitest';
import { obstacles, type Obstacle } from '../../src/domain/facts.ts';
import { obstacleTexts } from '../../src/domain/outcomes.ja.ts';
import { eventInWords } from '../../src/journal/events.ja.ts';
import { healthyTerminal } from '../fakes/ports.ts';
import { bench } from './bench.ts';

/** What the journal says after a press that met an obstacle. */
async function pressInto(obstacle: Obstacle | undefined, message: string | null) {
  const end = { type: 'finished', outcome: 'window-missing', pressed: false, message } as const;
  const events = [obstacle === undefined ? end : { ...end, obstacle }];
  const { run, events: written } = await bench({ terminal: { tool: { ...healthyTerminal.tool, events } } });
  const messages = await run({ action: 'press-download' });
  expect(messages.at(-2)).toEqual({ type: 'tool', event: events[0] });
  return written().at(-1);
}

describe('a press that met an obstacle', () => {
  it.each(obstacles)('is in the journal with its reason in words: %s', async (obstacle) => {
    const event = await pressInto(obstacle, null);
    const message = obstacleTexts[obstacle];
    expect(event).toEqual({ event: 'download-finished', outcome: 'window-missing', pressed: false, message });
    expect(event && eventInWords(event, [])).toContain(message);
  });

  it('is told with its detail, and not as the words of the tool', async () => {
    const event = await pressInto('button-not-found', 'あるボタン: 「終了」');
    expect(event).toMatchObject({ message: `${obstacleTexts['button-not-found']} あるボタン: 「終了」` });
    expect(event && eventInWords(event, [])).not.toContain('ツールの言葉');
  });

  it('has no reason where none is known', async () => {
    expect(await pressInto(undefined, null)).toMatchObject({ message: null });
    expect(await pressInto(undefined, '詳細')).toMatchObject({ message: '詳細' });
  });
});
