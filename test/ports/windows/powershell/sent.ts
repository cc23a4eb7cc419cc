import { join } from 'node:path';
import { loadScript, powershellArguments, type ScriptName } from '../../../../src/ports/windows/powershell/script.ts';

export const scriptFolder = join(import.meta.dirname, '../../../../src/ports/windows/powershell');

/** The longest input that a script is given: paths of Windows end at 260 characters. */
const path = 'あ'.repeat(80);
const inputs = {
  'find-tool': { path, toolName: path, folders: [path, path, path] },
  'open-tool': { path, program: path, toolName: path, waitSeconds: 60 },
  'press-button': { processId: 2 ** 31, buttonName: '今すぐダウンロード', automationId: path, waitSeconds: 60 },
  'press-by-message': { processId: 2 ** 31, buttonName: path, waitSeconds: 60 },
  'watch-tool': { processId: 2 ** 31, everyMilliseconds: 1000 },
  'set-clipboard': { textBase64: 'A'.repeat(4000) },
  'open-document': { path: path + path },
  'file-holders': { path: path + path },
  rights: { paths: Array.from({ length: 5 }, () => 'あ'.repeat(260)) },
  selftest: { changes: false },
  'selftest-windows': { processId: 2 ** 31 - 1 },
  'system-report': { readerDevice: path, path, toolName: path, folders: [path, path, path] },
} as const satisfies Record<ScriptName, object>;
export const scriptNames = [
  'find-tool',
  'open-tool',
  'press-button',
  'press-by-message',
  'watch-tool',
  'set-clipboard',
  'open-document',
  'file-holders',
  'rights',
  'selftest',
  'selftest-windows',
  'system-report',
] as const;

/** A script as powershell.exe gets it, with its longest input. */
export function sentScript(name: ScriptName, script = loadScript(scriptFolder, name)): string {
  return Buffer.from(powershellArguments(script, inputs[name]).at(-1) ?? '', 'base64').toString('utf16le');
}
