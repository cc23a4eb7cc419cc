import { expect, it } from 'vitest';
import { createManagementTool } from '../../../src/ports/windows/management-tool.ts';
import { toolDriverConfigSchema } from '../../../src/ports/windows/tool-driver/config.ts';
import { createWindowsAnswers } from '../../../src/ports/windows/windows-report.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { createFakeCommands } from '../../fakes/commands.ts';

const signal = new AbortController().signal;

it('whoever asks where the tool is waits as long for it as whoever opens it or presses in it', async () => {
  const { limits } = toolDriverConfigSchema.parse({});
  const commands = createFakeCommands([
    { program: 'system', args: ['report'], run: { exitCode: 1 } },
    { program: 'tool', args: ['open'], follow: { lines: [], end: { exitCode: 1 } } },
  ]);
  const answers = createWindowsAnswers({
    commands,
    files: { read: () => Promise.reject(new Error('read')), stat: () => Promise.reject(new Error('stat')) },
    known: () => ({ name: null, os: null, bootedAt: 0, user: null }),
    monotonicMs: () => 0,
    patienceMs: 1_000,
    ended: signal,
  });
  await answers.locate(signal);
  await createManagementTool({ commands }).open(signal);
  const [locating, opening] = commands.calls;
  expect(locating?.timeoutMs).toBe(limits.findMs);
  // It hears nothing until the window is there, and what is in it was looked at.
  const untilOpen = limits.findMs + limits.openMs + limits.lookMs;
  expect(opening?.timeoutMs).toBeGreaterThan(untilOpen);
  expect(defaultSettings().limits.toolSilenceSeconds * 1_000).toBeGreaterThan(untilOpen);
});
