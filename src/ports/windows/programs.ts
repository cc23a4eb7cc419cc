import { win32 } from 'node:path';
import type { Settings } from '../../settings/schema.ts';
import type { ProgramFile } from '../node/program-file.ts';
import type { ProgramId } from '../ports.ts';
import { powershellArguments, type ScriptName } from './powershell/script.ts';
import type { ScriptInputs } from './powershell/script-lines.ts';
import { TOOL_NAME } from './tool-places.ts';

/** Where Windows keeps its programs: `C:\Windows\System32`. */
export function system32Folder(env: Readonly<Record<string, string | undefined>>): string {
  return win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
}

export function powershellFile(system32: string): string {
  return win32.join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/**
 * The programs of a real terminal, each by its absolute path: what stands in the search path may be something else.
 * None is started on the stick: a document that it opens would hold that drive for as long as it is open.
 */
export function windowsPrograms(options: {
  readonly system32: string;
  /** This Node and `windows.js`, our own programs that look up names and drive the management tool. */
  readonly nodeFile: string;
  readonly ownProgram: string;
  readonly script: (name: ScriptName) => string;
  readonly settings: Pick<Settings, 'managementTool' | 'readerDevice'>;
}): Readonly<Record<ProgramId, ProgramFile>> {
  const { system32, nodeFile, ownProgram, script, settings } = options;
  const { readerDevice, managementTool } = settings;
  const { path, folders } = managementTool;
  const inSystem32 = (name: string): ProgramFile => ({
    file: win32.join(system32, name),
    argumentsFor: (args) => args,
    folder: system32,
  });
  const own = (id: ProgramId): ProgramFile => ({
    file: nodeFile,
    argumentsFor: (args) => [ownProgram, id, ...args],
    folder: system32,
  });
  const scriptWith = <Name extends ScriptName>(name: Name, input: ScriptInputs[Name]) =>
    powershellArguments(script(name), input);
  /**
   * What takes PowerShell: `report`, `file-holders PATH`, `open-document PATH`, `rights PATH…`, `clipboard BASE64`,
   * `selftest changes|read-only`, `selftest-windows PROCESS`.
   */
  function powershell([verb, ...named]: readonly string[]): readonly string[] {
    const [argument = ''] = named;
    switch (verb) {
      case 'rights':
        return scriptWith(verb, { paths: named });
      case 'open-document':
      case 'file-holders':
        return scriptWith(verb, { path: argument });
      case 'clipboard':
        return scriptWith('set-clipboard', { textBase64: argument });
      case 'selftest':
        return scriptWith(verb, { changes: argument === 'changes' });
      case 'selftest-windows':
        return scriptWith(verb, { processId: Number(argument) });
      case undefined:
      default:
        return scriptWith('system-report', { readerDevice, path, folders, toolName: TOOL_NAME });
    }
  }
  return {
    registry: inSystem32('reg.exe'),
    tasks: inSystem32('schtasks.exe'),
    power: inSystem32('powercfg.exe'),
    shutdown: inSystem32('shutdown.exe'),
    system: { file: powershellFile(system32), argumentsFor: powershell, folder: system32 },
    network: own('network'),
    tool: own('tool'),
  };
}

/**
 * The environment variable in which our program `tool` finds what the settings say of
 * 「配信アプリケーション管理ツール」, as JSON.
 */
export const TOOL_VARIABLE = 'OQS_TOOL';

/** The value of that variable: the part of the driver's config that a site can set. */
export function toolEnvironment({ managementTool, limits }: Pick<Settings, 'managementTool' | 'limits'>): string {
  const { path, folders, automationIds, phrases } = managementTool;
  return JSON.stringify({
    path,
    folders,
    phrases,
    limits: { silenceMs: limits.toolSilenceSeconds * 1_000 },
    buttons: {
      downloadNow: { automationId: automationIds.downloadNow },
      showRecord: { automationId: automationIds.showRecord },
    },
  });
}
