import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asciiJsonLine } from '../../../text/text-file.ts';

/** The longest script that fits on a command line of Windows (32,767 characters) once it is encoded. */
export const MAX_SCRIPT_LENGTH = 12_000;

const HEAD = "$ErrorActionPreference = 'Stop'\n$ProgressPreference = 'SilentlyContinue'\n";

/**
 * The arguments with which powershell.exe runs a script: MTA because UI Automation wants it, the script encoded because
 * script files are barred by policy on many terminals. Throws RangeError for a script that is too long.
 */
export function powershellArguments(script: string, input: object): readonly string[] {
  // In ASCII: no code page changes it.
  const json = asciiJsonLine(input).trimEnd().replaceAll("'", "''");
  const whole = `${HEAD}$OqsInput = ConvertFrom-Json '${json}'\n${withoutComments(script)}`;
  if (whole.length > MAX_SCRIPT_LENGTH) throw new RangeError(`a script of ${String(whole.length)} characters`);
  const encoded = Buffer.from(whole, 'utf16le').toString('base64');
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-Mta', '-EncodedCommand', encoded];
}

/** Without lines that are comments only, and without indentation: they are for the reader, not for the command line. */
export function withoutComments(script: string): string {
  return script
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .join('\n');
}

/** What tells whether somebody can work in this session. */
const session = ['json', 'session', 'session-state', 'session-rules'] as const;

/**
 * What each script is made of, in this order; its own file comes last, and runs. The pieces before it only define
 * functions and texts. Those that touch anything outside PowerShell stand in `automation`, `session`, `session-state`,
 * `native` and `*.outside`, and decide nothing.
 */
const pieces = {
  'find-tool': ['json', 'names', 'find-tool.outside', 'tool-places'],
  'open-tool': [...session, 'names', 'native', 'open-tool.outside'],
  'press-button': [...session, 'names', 'native', 'automation', 'windows', 'press.outside', 'press'],
  'press-by-message': [...session, 'names', 'press-by-message.outside', 'press.outside', 'press'],
  'watch-tool': [...session, 'native', 'automation', 'windows', 'watch-tool.outside'],
  'set-clipboard': ['json', 'set-clipboard.outside'],
  'open-document': ['json', 'open-document.outside'],
  'file-holders': ['json', 'file-holders.outside'],
  rights: ['json', 'rights.outside'],
  selftest: [
    'json',
    'try-way',
    'session',
    'session-state',
    'native',
    'system-report.outside',
    'set-clipboard.outside',
    'selftest.outside',
  ],
  'selftest-windows': ['json', 'try-way', 'automation', 'selftest-windows.outside'],
  'system-report': ['json', 'names', 'session', 'find-tool.outside', 'tool-places', 'system-report.outside'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ScriptName = keyof typeof pieces;

/**
 * A script as one text, from the folder of the .ps1 files. `standIns` are functions that take the place of those before
 * them: a test puts objects of its own where Windows would be.
 */
export function loadScript(folder: string, name: ScriptName, standIns = ''): string {
  const read = (piece: string) => readFileSync(join(folder, `${piece}.ps1`), 'utf8');
  return [...pieces[name].map(read), standIns, read(name)].join('\n');
}
