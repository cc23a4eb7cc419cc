import { win32 } from 'node:path';
import type { ProgramFile } from '../node/program-file.ts';
import type { ProgramId } from '../ports.ts';
import { powershellArguments, type ScriptName } from './powershell/script.ts';
import type {
  FileHoldersInput,
  OpenDocumentInput,
  SetClipboardInput,
  SystemReportInput,
} from './powershell/script-lines.ts';

/** Where Windows keeps its programs. */
export interface SystemFiles {
  /** `C:\Windows\System32`. */
  readonly system32: string;
}

export function systemFiles(env: Readonly<Record<string, string | undefined>>): SystemFiles {
  return { system32: win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32') };
}

export function powershellFile({ system32 }: SystemFiles): string {
  return win32.join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/** The programs of a real terminal, each by its absolute path: what stands in the search path may be something else. */
export function windowsPrograms(options: {
  readonly files: SystemFiles;
  /** This Node and `windows.js`, our own programs that look up names and drive the management tool. */
  readonly nodeFile: string;
  readonly ownProgram: string;
  readonly script: (name: ScriptName) => string;
  readonly readerDevice: string | null;
}): (id: ProgramId) => ProgramFile {
  const { files, nodeFile, ownProgram } = options;
  const inSystem32 = (name: string): ProgramFile => ({
    file: win32.join(files.system32, name),
    argumentsFor: (args) => args,
  });
  const own = (id: ProgramId): ProgramFile => ({
    file: nodeFile,
    argumentsFor: (args) => [ownProgram, id, ...args],
  });
  /** What takes PowerShell: `report`, `file-holders PATH`, `open-document PATH`, `clipboard BASE64`. */
  function powershell([verb, argument = '']: readonly string[]): readonly string[] {
    switch (verb) {
      case 'open-document':
        return scriptWith('open-document', { path: argument } satisfies OpenDocumentInput);
      case 'file-holders':
        return scriptWith('file-holders', { path: argument } satisfies FileHoldersInput);
      case 'clipboard':
        return scriptWith('set-clipboard', { textBase64: argument } satisfies SetClipboardInput);
      case undefined:
      default:
        return scriptWith('system-report', {
          readerDevice: options.readerDevice,
        } satisfies SystemReportInput);
    }
  }
  const scriptWith = (name: ScriptName, input: object) => powershellArguments(options.script(name), input);
  const programs: Readonly<Record<ProgramId, () => ProgramFile>> = {
    registry: () => inSystem32('reg.exe'),
    tasks: () => inSystem32('schtasks.exe'),
    power: () => inSystem32('powercfg.exe'),
    shutdown: () => inSystem32('shutdown.exe'),
    system: () => ({ file: powershellFile(files), argumentsFor: powershell }),
    network: () => own('network'),
    tool: () => own('tool'),
  };
  return (id) => programs[id]();
}
