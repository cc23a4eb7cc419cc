import { inject } from 'vitest';
import { nodeTimers } from '../../src/ports/node/timers.ts';
import { watchToolLineSchema } from '../../src/ports/windows/powershell/script-lines.ts';
import { toolDriverConfigSchema } from '../../src/ports/windows/tool-driver/config.ts';
import { runToolDriver } from '../../src/ports/windows/tool-driver/tool-program.ts';
import type { Desk, WindowKind } from './desk.ts';
import { createDeskPowershell } from './desk-powershell.ts';

/** A cell of the lane's table, as it came out. */
export interface Cell {
  readonly window: string;
  /** The way that was to press it. */
  readonly way: string;
  /** The script that said that it presses; null: none did. */
  readonly pressedBy: string | null;
  /** The dialog that was seen after the press, with its buttons; null: none was. */
  readonly dialog: string | null;
}

declare module 'vitest' {
  interface TaskMeta {
    cell?: Cell;
  }
}

/** What came of a press by the whole driver on a desk. */
export interface Drive {
  readonly lines: readonly object[];
  /** What `open-tool` said. */
  readonly opened: readonly unknown[];
  /** The scripts that it started, in their order. */
  readonly started: readonly string[];
  readonly pressedBy: string | null;
  /** All windows that the watch told of. */
  readonly windows: readonly WindowLine[];
}
interface WindowLine {
  readonly isMain: boolean;
  readonly title: string;
  readonly texts: readonly string[];
  readonly buttons: readonly string[];
}

const pressers = ['press-button', 'press-by-message'] as const;

/** Presses 「今すぐダウンロード」 as the console does, with the real scripts, in the window of this kind. */
export async function driveDownload(
  desk: Desk,
  how: { readonly window: WindowKind; readonly canInvoke: boolean },
): Promise<Drive> {
  const powershell = createDeskPowershell(desk, how);
  const lines: object[] = [];
  const { stepMs } = inject('pace');
  await runToolDriver({
    args: ['press', 'download-now'],
    config: toolDriverConfigSchema.parse({
      path: desk.window,
      folders: [],
      limits: { findMs: stepMs, openMs: stepMs, lookMs: stepMs, standingMs: 2_000, silenceMs: stepMs },
    }),
    powershell,
    programOf: async (path) => path,
    timers: nodeTimers,
    write: (line) => lines.push(JSON.parse(line)),
  });
  const watched = (await powershell.linesOf('watch-tool')).map((line) => watchToolLineSchema.parse(line));
  const said = await Promise.all(pressers.map(async (name) => JSON.stringify(await powershell.linesOf(name))));
  return {
    lines,
    opened: await powershell.linesOf('open-tool'),
    started: powershell.started,
    pressedBy: pressers.find((_, index) => said[index]?.includes('"pressing"')) ?? null,
    windows: watched.filter((line) => line.type === 'window'),
  };
}
