import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject } from 'vitest';
import { quietEnvironment } from '../../scripts/powershell/install.ts';
import { loadScript, powershellArguments, type ScriptName } from '../../src/ports/windows/powershell/script.ts';
import type { World } from './world.ts';

export const scriptFolder = join(import.meta.dirname, '../../src/ports/windows/powershell');
const worldFile = join(import.meta.dirname, 'stand-in/world.ps1');

/** Skipped where there is no PowerShell. */
export const describeScript = inject('powershell') === null ? describe.skip : describe;

export interface ScriptRun {
  readonly name: ScriptName;
  readonly input: object;
  readonly world: World;
  /** In constrained language mode, as AppLocker and WDAC leave it. */
  readonly constrained?: boolean;
  /** Without the stand-in for UI Automation, which is then missing as it is outside Windows. */
  readonly withoutAutomation?: boolean;
  /** Kills it a second after it has said a line of this type. */
  readonly killAfter?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface ScriptEnd {
  /** null: it was killed. */
  readonly exitCode: number | null;
  readonly bytes: Buffer;
  readonly lines: readonly unknown[];
  readonly errors: string;
  /** What was pressed or started. */
  readonly presses: readonly string[];
}

/** Runs a script the way the console does, in a world of the test's. */
export async function runScript(run: ScriptRun): Promise<ScriptEnd> {
  const powershell = inject('powershell');
  if (!powershell) throw new Error('no PowerShell');
  const folder = await mkdtemp(join(tmpdir(), 'oqs-world-'));
  const files = { world: join(folder, 'world.json'), presses: join(folder, 'presses.txt') };
  try {
    await writeFile(files.world, JSON.stringify(run.world));
    await writeFile(files.presses, '');
    const environment = {
      ...process.env,
      ...quietEnvironment,
      OQS_WORLD: files.world,
      OQS_PRESSES: files.presses,
      OQS_ASSEMBLY: run.withoutAutomation || run.constrained ? '' : powershell.assembly,
      ...run.environment,
    };
    const end = await runProcess(powershell.file, argumentsOf(run), environment, run.killAfter);
    const presses = (await readFile(files.presses, 'utf8')).split('\n').filter((line) => line !== '');
    return { ...end, lines: linesOf(end.bytes), presses };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The console's own arguments, but for -Mta, which PowerShell takes on Windows only. */
function argumentsOf(run: ScriptRun): readonly string[] {
  const script = loadScript(scriptFolder, run.name, `. '${worldFile.replaceAll("'", "''")}'`);
  const args = powershellArguments(script, run.input).filter((argument) => argument !== '-Mta');
  if (!run.constrained) return args;
  // A script keeps the mode in which it was read, so the mode is set before it is read.
  const outer = [
    `$text = [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String('${args.at(-1) ?? ''}'))`,
    "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'",
    'Invoke-Expression $text',
  ];
  return [...args.slice(0, -2), '-Command', outer.join('\n')];
}

interface ProcessEnd {
  readonly exitCode: number | null;
  readonly bytes: Buffer;
  readonly errors: string;
}

function runProcess(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  killAfter: string | undefined,
): Promise<ProcessEnd> {
  // A group of its own: what the .NET tool installs as pwsh starts the real one as its child.
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  let doomed = false;
  child.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    if (doomed || !killAfter || !Buffer.concat(out).includes(`{"type":"${killAfter}"`)) return;
    doomed = true;
    setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, 1000);
  });
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ exitCode, bytes: Buffer.concat(out), errors: Buffer.concat(errors).toString() });
    });
  });
}

/** The lines, each of which must be one JSON value, and all of which must be ASCII. */
function linesOf(bytes: Buffer): readonly unknown[] {
  const stranger = bytes.find((byte) => byte !== 0x0a && byte !== 0x0d && (byte < 0x20 || byte > 0x7e));
  if (stranger !== undefined) throw new Error(`byte ${String(stranger)} in ${bytes.toString()}`);
  const lines = bytes.toString('ascii').split(/\r?\n/);
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
}
