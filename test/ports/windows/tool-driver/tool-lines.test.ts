import { describe, expect, it } from 'vitest';
import { obstacles } from '../../../../src/domain/facts.ts';
import { createManagementTool } from '../../../../src/ports/windows/management-tool.ts';
import { toolEventOf } from '../../../../src/ports/windows/tool-lines.ts';
import { obstacleTexts, obstacleWays } from '../../../../src/domain/outcomes.ja.ts';
import { createFakeCommands } from '../../../fakes/commands.ts';
import { signal } from '../fixtures.ts';

const end = { type: 'finished', outcome: 'window-missing', pressed: false, message: null } as const;

describe('an obstacle on its way through the port', () => {
  it.each(obstacles)('%s is kept with the end of a press', (obstacle) => {
    expect(toolEventOf(JSON.stringify({ ...end, obstacle }))).toEqual({ ...end, obstacle });
  });

  it('that is not known, or no obstacle at all, takes nothing from the outcome', () => {
    expect(toolEventOf(JSON.stringify({ ...end, obstacle: 'new' }))).toEqual(end);
    expect(toolEventOf(JSON.stringify({ ...end, obstacle: null }))).toEqual(end);
    expect(toolEventOf(JSON.stringify(end))).toEqual(end);
  });

  it.each([
    ['open', obstacleWays.open],
    ['show-record', obstacleWays.record],
  ] as const)('is why %s failed, with what to do by hand', async (verb, tryNext) => {
    const lines = [
      { type: 'step', step: 'opening' },
      { type: 'obstacle', obstacle: 'screen-locked', detail: null },
    ];
    const commands = createFakeCommands([
      { program: 'tool', args: [verb], follow: { lines, end: { exitCode: 3 } }, times: 1 },
    ]);
    const tool = createManagementTool({ commands });
    const answer = verb === 'open' ? await tool.open(signal) : await tool.showRecord(signal);
    expect(answer).toMatchObject({
      ok: false,
      fault: { code: 'failed', headline: obstacleTexts['screen-locked'], tryNext },
    });
  });
});
