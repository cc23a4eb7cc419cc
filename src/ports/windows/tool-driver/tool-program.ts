import type { Writable } from 'node:stream';
import { startLimit } from '../../../domain/limit.ts';
import { asciiJsonLine } from '../../../text/text-file.ts';
import { createFiles } from '../../node/files.ts';
import { jsonOf } from '../ask.ts';
import { loadScript } from '../powershell/script.ts';
import { powershellFile, system32Folder, TOOL_VARIABLE } from '../programs.ts';
import { programBehind } from '../shortcut.ts';
import { toolDriverConfigSchema, type DriverTools } from './config.ts';
import { exitCodes } from './obstacle.ts';
import { openTool } from './open-tool.ts';
import { createPowershellRunner } from './powershell-process.ts';
import { pressDownload } from './press-download.ts';
import { sayObstacle, showRecord } from './show-record.ts';

export interface ToolDriverOptions extends Omit<DriverTools, 'say'> {
  /** `open`, `show-record`, or `press download-now`. */
  readonly args: readonly string[];
  /** Takes whole lines of ASCII JSON. Must not throw when nobody reads any more. */
  readonly write: (line: string) => void;
}

/**
 * Drives 「配信アプリケーション管理ツール」 on Windows: the program `tool` of a real terminal, whose lines
 * src/ports/windows/management-tool.ts reads. Gives the exit code; does not throw, and leaves no PowerShell of its own
 * behind.
 */
export async function runToolDriver({ args, write, ...parts }: ToolDriverOptions): Promise<number> {
  const tools: DriverTools = { ...parts, say: (line) => write(asciiJsonLine(line)) };
  switch (args.join(' ')) {
    case 'open':
      return open(tools);
    case 'show-record':
      return showRecord(tools);
    case 'press download-now':
      await pressDownload(tools);
      return exitCodes.answered;
    default:
      return exitCodes.badArguments;
  }
}

async function open(tools: DriverTools): Promise<number> {
  const opened = await openTool(tools);
  if (opened.type === 'obstacle') return sayObstacle(tools, opened);
  tools.say({ type: 'opened' });
  return exitCodes.answered;
}

/**
 * The program `tool`, over the real PowerShell with the scripts of a folder. It goes on to its end whether or not a
 * console still listens: what was pressed is watched until the tool has answered. Gives the exit code.
 */
export async function toolProgram(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  output: Writable,
  scripts: string,
): Promise<number> {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const config = toolDriverConfigSchema.safeParse(jsonOf(env[TOOL_VARIABLE] ?? '{}'));
  if (!config.success) return exitCodes.badArguments;
  const files = createFiles({ toHostPath: (path) => path });
  return runToolDriver({
    args,
    config: config.data,
    powershell: createPowershellRunner({
      file: powershellFile(system32Folder(env)),
      script: (name) => loadScript(scripts, name),
    }),
    programOf: (path) => programBehind(path, files),
    // Every one of its timers is a limit.
    timers: { after: startLimit },
    write: (line) => output.write(line),
  });
}
