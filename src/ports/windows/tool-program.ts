import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { startLimit } from '../../domain/limit.ts';
import { jsonOf } from './ask.ts';
import { loadScript } from './powershell/script.ts';
import { powershellFile, systemFiles } from './programs.ts';
import { toolDriverConfigSchema } from './tool-driver/config.ts';
import { createPowershellRunner } from './tool-driver/powershell-process.ts';
import { runToolDriver } from './tool-driver/run-tool-driver.ts';
import { TOOL_VARIABLE } from './tool-environment.ts';

const BAD_PARAMETER = 87;

/**
 * The program `tool`, over the real PowerShell; its scripts lie beside the bundle. It goes on to its end whether or not a console still
 * listens: what was pressed is watched until the tool has answered. Gives the exit code.
 */
export async function toolProgram(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  output: Writable,
): Promise<number> {
  output.on('error', unlessBrokenPipe);
  const config = toolDriverConfigSchema.safeParse(jsonOf(env[TOOL_VARIABLE] ?? '{}'));
  if (!config.success) return BAD_PARAMETER;
  const scripts = join(import.meta.dirname, 'powershell');
  return runToolDriver({
    args,
    config: config.data,
    powershell: createPowershellRunner({
      file: powershellFile(systemFiles(env)),
      script: (name) => loadScript(scripts, name),
    }),
    // Every one of its timers is a limit.
    timers: { after: startLimit },
    write: (line) => output.write(line),
  });
}

function unlessBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
