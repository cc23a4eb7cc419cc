/**
 * The file that a viewer was started with, by its command line; null where it names none, more than one, or where it could
 * be read in two ways. Only a full path to something that is no program counts. How a command line is cut:
 * CommandLineToArgvW and CreateProcessW, learn.microsoft.com.
 */
export function pathFromCommandLine(commandLine: string): string | null {
  const rest = afterProgram(commandLine.trim());
  const files = rest.includes('"') ? quotedFiles(rest) : unquotedFiles(rest);
  const [only, ...others] = files ?? [];
  if (only === undefined || others.length > 0) return null;
  return isDocument(only) ? only : null;
}

/** Without the program, which stands first: in quotes, up to its `.exe` where it is a path with blanks, else one word. */
function afterProgram(commandLine: string): string {
  const program =
    /^"[^"]*"/.exec(commandLine) ?? /^[A-Za-z]:[\\/].*?\.exe(?=\s|$)/i.exec(commandLine) ?? /^\S+/.exec(commandLine);
  return commandLine.slice(program?.[0].length ?? 0).trim();
}

/** The words that are no options; null where a quotation mark is left open. */
function quotedFiles(rest: string): readonly string[] | null {
  if ((rest.match(/"/g) ?? []).length % 2 === 1) return null;
  const words = (rest.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''));
  return words.filter((word) => !isOption(word));
}

/** `.txt` files are opened with a path that is not quoted, blanks or not (`NOTEPAD.EXE %1`), so all of it may be one path. */
function unquotedFiles(rest: string): readonly string[] {
  const text = rest.replace(/^(?:[/-]\S*\s+)+/, '').replace(/(?:\s+\/\S*)+$/, '');
  if (text === '' || isOption(text)) return [];
  // A blank behind what may be a name's end, or before another path, may part two files: then it cannot be told.
  const parts = /\.[A-Za-z][A-Za-z0-9]{0,4}\s|\s(?:[A-Za-z]:[\\/]|\\\\|[/-])/.test(text);
  return parts ? text.split(/\s+/) : [text];
}

function isOption(word: string): boolean {
  return /^[/-]/.test(word);
}

/** With these names Windows runs a file instead of showing it. */
const RUNS = /\.(?:exe|com|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|msc|dll|cpl|scr|lnk|url|pif)$/i;

/** A full path on a drive or a share, with an extension, and without characters that no file's name has. */
function isDocument(path: string): boolean {
  const isFull = /^(?:[A-Za-z]:[\\/]|\\\\[^\\/?.])/.test(path);
  const name = /[^\\/]+$/.exec(path)?.[0] ?? '';
  return (
    isFull &&
    !/[<>"|?*\p{Cc}]/u.test(path) &&
    !path.slice(2).includes(':') &&
    /[^.]\.[^.\s]+$/.test(name) &&
    !RUNS.test(name)
  );
}
