import * as z from 'zod';
import type { Timers } from '../../../domain/timers.ts';
import { toolLimits } from '../tool-limits.ts';
import { TOOL_NAME, type ProgramOf } from '../tool-places.ts';
import type { PowershellRunner } from './powershell-process.ts';

const words = z.array(z.string().min(1));
const button = (name: string) =>
  z
    .object({
      name: z.string().min(1).default(name),
      /** Tried before the name; null: not known. */
      automationId: z.string().min(1).nullable().default(null),
    })
    .prefault({});
const milliseconds = (value: number) => z.number().positive().default(value);

/**
 * What the driver of 「配信アプリケーション管理ツール」 goes by. Names and the folder are those of the portal's
 * notices; the tool's words are not public, so that the phrases are empty until somebody who has seen them fills them
 * in.
 */
export const toolDriverConfigSchema = z.object({
  /** What to start, where the settings name it; it is then taken for the tool, whatever else is found. */
  path: z.string().min(1).nullable().default(null),
  /** Where to look for programs that call themselves by the tool's name. */
  folders: words.default(['C:\\Program Files\\OQS\\OQSDistroApp']),
  toolName: z.string().min(1).default(TOOL_NAME),
  buttons: z.object({ downloadNow: button('今すぐダウンロード'), showRecord: button('配信実績の確認') }).prefault({}),
  /** A part of what the tool says, for each outcome that it can tell. */
  phrases: z
    .object({ restartRequired: words.default([]), alreadyLatest: words.default([]), error: words.default([]) })
    .prefault({}),
  limits: z
    .object({
      findMs: milliseconds(toolLimits.findMs),
      openMs: milliseconds(toolLimits.openMs),
      lookMs: milliseconds(toolLimits.lookMs),
      fillMs: milliseconds(toolLimits.fillMs),
      /** How often the windows are looked at. */
      everyMs: milliseconds(500),
      /** How long a dialog with words that nobody knows must stand unchanged before it is taken for the end. */
      standingMs: milliseconds(5_000),
      /** How long the tool may say nothing after the press. */
      silenceMs: milliseconds(600_000),
      /** How long the tool may go on talking after the press. */
      totalMs: milliseconds(4 * 3_600_000),
      viewerMs: milliseconds(toolLimits.viewerMs),
      /** For a second viewer to appear after the first one. */
      secondViewerMs: milliseconds(2_000),
    })
    .prefault({}),
});
export type ToolDriverConfig = z.output<typeof toolDriverConfigSchema>;

/** What the driver works with. */
export interface DriverTools {
  readonly config: ToolDriverConfig;
  readonly powershell: PowershellRunner;
  readonly programOf: ProgramOf;
  /** They may leave the process free to end: while the driver waits for one, a PowerShell is running. */
  readonly timers: Timers;
  /**
   * Says one object as a line (the lines: src/ports/windows/management-tool.ts). Must not throw when nobody listens any
   * more.
   */
  readonly say: (line: object) => void;
}
