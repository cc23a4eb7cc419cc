import { expect } from 'vitest';
import { toolEventOf } from '../../../../src/ports/windows/management-tool.ts';
import { drive, finds, opens, presses, pressing, watches, window, type Bench } from './bench.ts';
import type { ExpectedScript } from './fake-powershell.ts';

export const args = ['press', 'download-now'];
export const phrases = { restartRequired: ['再起動してください'], alreadyLatest: ['最新です'], error: ['失敗'] };
export const step = (name: string) => ({ type: 'step', step: name });
export const says = (text: string) => ({ type: 'says', text });
export const finished = (outcome: string, message: string | null = null) => ({
  type: 'finished',
  outcome,
  pressed: true,
  message,
});
export const dialog = (title: string, ...texts: readonly string[]) =>
  window('w2', title, { texts, buttons: ['OK', 'キャンセル'] });

/** The driver right after the press has begun. */
export async function afterPress(config: object = {}, watch: ExpectedScript = watches): Promise<Bench> {
  const bench = await drive(args, [finds, opens, watch, presses()], config);
  await bench.say('press-button', pressing);
  return bench;
}

/** All that was said since the press; the whole must be what the port understands. */
export async function story(bench: Bench): Promise<readonly object[]> {
  expect(await bench.exitCode()).toBe(0);
  for (const line of bench.lines) {
    expect(toolEventOf(JSON.stringify(line))).toEqual(line);
  }
  expect(bench.lines.filter(({ type }) => type === 'finished')).toHaveLength(1);
  return bench.lines.slice(bench.lines.findIndex((line) => line['step'] === 'pressing') + 1);
}
