import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What each script is made of, in this order; its own file comes last, and runs. The pieces before it only define functions.
 * Those that touch anything outside PowerShell stand in `automation`, `session` and `*.outside`, and decide nothing.
 */
const pieces = {
  'find-tool': ['json', 'names', 'find-tool.outside'],
  'open-tool': ['json', 'names', 'session', 'session-rules', 'open-tool.outside'],
  'press-button': ['json', 'names', 'session', 'session-rules', 'automation', 'windows', 'press-button.outside'],
  'watch-tool': ['json', 'session', 'session-rules', 'automation', 'windows', 'watch-tool.outside'],
  'set-clipboard': ['json', 'set-clipboard.outside'],
  'open-document': ['json', 'open-document.outside'],
  'file-holders': ['json', 'file-holders.outside'],
  'system-report': ['json', 'names', 'session', 'session-rules', 'system-report.outside'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ScriptName = keyof typeof pieces;

/**
 * A script as one text, from the folder of the .ps1 files. `standIns` are functions that take the place of those before them: a
 * test puts objects of its own where Windows would be.
 */
export function loadScript(folder: string, name: ScriptName, standIns = ''): string {
  const read = (piece: string) => readFileSync(join(folder, `${piece}.ps1`), 'utf8');
  return [...pieces[name].map(read), standIns, read(name)].join('\n');
}
