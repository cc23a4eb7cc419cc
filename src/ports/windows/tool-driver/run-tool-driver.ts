import { asciiJsonLine } from '../../ascii-json.ts';
import type { Timers } from '../../node/timers.ts';
import type { ToolDriverConfig } from './config.ts';
import type { DriverTools } from './driver-tools.ts';
import { exitCodeOf, exitCodes } from './obstacle.ts';
import { findTool, openTool } from './open-tool.ts';
import { pressDownload } from './press-download.ts';
import type { PowershellRunner } from './powershell-process.ts';
import { sayObstacle, showRecord } from './show-record.ts';

export interface ToolDriverOptions {
  /** `locate`, `open`, `show-record`, or `press download-now`. */
  readonly args: readonly string[];
  readonly config: ToolDriverConfig;
  readonly powershell: PowershellRunner;
  /** They may leave the process free to end: while the driver waits for one, a PowerShell is running. */
  readonly timers: Timers;
  /** Takes whole lines of ASCII JSON. Must not throw when nobody reads any more. */
  readonly write: (line: string) => void;
}

/**
 * Drives 「配信アプリケーション管理ツール」 on Windows: the program `tool` of a real terminal, in the words of
 * src/ports/windows/tool-lines.ts. Gives the exit code; does not throw, and leaves no PowerShell of its own behind.
 */
export async function runToolDriver({ args, write, ...parts }: ToolDriverOptions): Promise<number> {
  const tools: DriverTools = { ...parts, say: (line) => write(asciiJsonLine(line)) };
  const [verb, button, ...more] = args;
  if (more.length > 0 || (button !== undefined && verb !== 'press')) return exitCodes.badArguments;
  switch (verb) {
    case 'locate':
      return locate(tools);
    case 'open':
      return open(tools);
    case 'show-record':
      return showRecord(tools);
    case 'press':
      return button === 'download-now' ? pressDownload(tools) : exitCodes.badArguments;
    case undefined:
    default:
      return exitCodes.badArguments;
  }
}

/** Where the search has no answer there is no line: `installed` is then unknown, and never a guess. */
async function locate(tools: DriverTools): Promise<number> {
  const choice = await findTool(tools);
  if (choice.type === 'obstacle') return exitCodeOf(choice.obstacle);
  const canOpen = choice.type === 'several' ? null : choice.type === 'one';
  tools.say({ type: 'located', installed: choice.type !== 'none', canOpen });
  return exitCodes.answered;
}

async function open(tools: DriverTools): Promise<number> {
  const opened = await openTool(tools);
  if (opened.type === 'obstacle') return sayObstacle(tools, opened);
  tools.say({ type: 'opened' });
  return exitCodes.answered;
}
