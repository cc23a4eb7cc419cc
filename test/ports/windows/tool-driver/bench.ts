import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Timers } from '../../../../src/domain/timers.ts';
import { toolDriverConfigSchema } from '../../../../src/ports/windows/tool-driver/config.ts';
import { runToolDriver, type ToolDriverOptions } from '../../../../src/ports/windows/tool-driver/tool-program.ts';
import {
  createFakePowershell,
  type ExpectedScript,
  type FakePowershell,
  type FakeRun,
  type Line,
} from './fake-powershell.ts';

export const TOOL = 'C:\\Program Files\\OQS\\OQSDistroApp\\Tool.exe';
export const PROCESS = 4321;
export const download = '今すぐダウンロード';
export const record = '配信実績の確認';

export const found = (by: 'settings' | 'shortcut' | 'folder', path = TOOL) => ({ type: 'found', by, path });
export const end = { type: 'end' };
export const opened = { type: 'opened', processId: PROCESS, alreadyRunning: false };
export const watching = { type: 'watching' };
export const pressing = { type: 'pressing' };
export const pressed = { type: 'pressed' };
export const obstacle = (name: string, detail = '', candidates: readonly string[] = []) => ({
  type: 'obstacle',
  obstacle: name,
  detail,
  candidates,
});
export const window = (
  id: string,
  title: string,
  more: { texts?: readonly string[]; buttons?: readonly string[]; isMain?: boolean } = {},
) => ({ type: 'window', id, title, texts: [], buttons: [], isMain: false, ...more });

export const finds: ExpectedScript = { name: 'find-tool', lines: [found('folder'), end], end: 0 };
export const opens: ExpectedScript = {
  name: 'open-tool',
  input: { path: TOOL, program: TOOL },
  lines: [opened],
  end: 0,
};
export const main = window('w1', '管理ツール', { isMain: true, texts: ['配信の管理'], buttons: [download] });
export const watches: ExpectedScript = {
  name: 'watch-tool',
  input: { processId: PROCESS },
  lines: [main, watching],
};
export const presses = (name = download): ExpectedScript => ({
  name: 'press-button',
  input: { processId: PROCESS, buttonName: name, automationId: null },
});

/** The second way, which must never come but after an obstacle of the first one. */
export const messages = (more: Partial<ExpectedScript> = {}): ExpectedScript => ({
  name: 'press-by-message',
  input: { processId: PROCESS, buttonName: download },
  ...more,
});

/** Timers that stand still until a test lets time pass. */
function createStillTimers(): Timers & { readonly advance: (ms: number) => Promise<void> } {
  const waiting = new Set<{ readonly at: number; readonly ring: () => void }>();
  let now = 0;
  return {
    after(ms, ring) {
      const alarm = { at: now + ms, ring };
      waiting.add(alarm);
      return () => void waiting.delete(alarm);
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting.delete(next);
        now = next.at;
        next.ring();
        await settle();
      }
      now = until;
    },
  };
}

/** Lets everything happen that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await setImmediate();
}

export interface Bench {
  readonly powershell: FakePowershell;
  /** What the driver has said, as objects. */
  readonly lines: readonly Record<string, unknown>[];
  run(name: ExpectedScript['name']): FakeRun;
  /** Lets a script speak, and everybody listen. */
  say(name: ExpectedScript['name'], ...lines: readonly Line[]): Promise<void>;
  exit(name: ExpectedScript['name'], exitCode: number): Promise<void>;
  /** Lets time pass. */
  after(ms: number): Promise<void>;
  isDone(): boolean;
  /** The exit code; fails where the driver has not ended by now, or has left a PowerShell behind. */
  exitCode(): Promise<number>;
}

/** The driver on a terminal where these scripts are started, in this order. */
export async function drive(
  args: readonly string[],
  scripts: readonly ExpectedScript[],
  config: object = {},
): Promise<Bench> {
  const powershell = createFakePowershell(scripts);
  const timers = createStillTimers();
  const lines: Record<string, unknown>[] = [];
  let exitCode: number | null = null;
  const options: ToolDriverOptions = {
    args,
    config: toolDriverConfigSchema.parse(config),
    powershell,
    // A program is its own; no shortcut tells.
    programOf: async (path) => (path.endsWith('.exe') ? path : null),
    timers,
    write(line) {
      expect(line).toMatch(/^[ -~]+\n$/);
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
  };
  async function toTheEnd(): Promise<void> {
    exitCode = await runToolDriver(options);
  }
  void toTheEnd();
  await settle();
  return {
    powershell,
    lines,
    run: (name) => powershell.run(name),
    async say(name, ...said) {
      powershell.run(name).say(...said);
      await settle();
    },
    async exit(name, code) {
      powershell.run(name).exit(code);
      await settle();
    },
    async after(ms) {
      await timers.advance(ms);
      await settle();
    },
    isDone: () => exitCode !== null,
    async exitCode() {
      await settle();
      powershell.verify();
      expect(exitCode).not.toBeNull();
      return exitCode ?? -1;
    },
  };
}
