/** The longest script that fits on a command line of Windows (32,767 characters) once it is encoded. */
export const MAX_SCRIPT_LENGTH = 12_000;

const HEAD = "$ErrorActionPreference = 'Stop'\n$ProgressPreference = 'SilentlyContinue'\n";

/**
 * The arguments with which powershell.exe runs a script: MTA because UI Automation wants it, the script encoded because
 * script files are barred by policy on many terminals. Throws RangeError for a script that is too long.
 */
export function powershellArguments(script: string, input: object): readonly string[] {
  const whole = `${HEAD}$OqsInput = ConvertFrom-Json '${asciiJson(input).replaceAll("'", "''")}'\n${withoutComments(script)}`;
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

/** JSON in ASCII: no code page changes it. */
function asciiJson(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[^\u0020-\u007E]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
