import type { DriverTools } from './config.ts';
import { exitCodes, type Met } from './obstacle.ts';
import { openTool } from './open-tool.ts';
import { startPressing, type Pressing } from './pressing.ts';

/**
 * Presses 「配信実績の確認」 and learns from the viewer that opens which file the record is. Gives the exit code; says
 * `record`, or `obstacle`.
 */
export async function showRecord(tools: DriverTools): Promise<number> {
  const { say } = tools;
  const opened = await openTool(tools);
  if (opened.type === 'obstacle') return sayObstacle(tools, opened);

  // The steps keep whoever waits from taking a slow terminal for silence.
  say({ type: 'step', step: 'opening' });
  const pressing = startPressing(tools, opened.processId);
  try {
    const there = await pressing.watching();
    if ('obstacle' in there) return sayObstacle(tools, there);
    say({ type: 'step', step: 'pressing' });
    pressing.press(tools.config.buttons.showRecord);
    const shown = await followViewers(tools, pressing);
    if (shown === null) return exitCodes.noAnswer;
    if ('obstacle' in shown) return sayObstacle(tools, shown);
    say({ type: 'record', path: shown.path });
    return exitCodes.answered;
  } finally {
    pressing.end();
  }
}

export function sayObstacle({ say }: Pick<DriverTools, 'say'>, { obstacle, detail }: Met): number {
  say({ type: 'obstacle', obstacle, detail });
  return exitCodes.obstacle;
}

const VIEWER = 'viewer';

/**
 * The one file that the programs started since the press were given; no path where there is none or more than one.
 * null: the tool ended, so that nothing can be said.
 */
async function followViewers(
  { config }: DriverTools,
  pressing: Pressing,
): Promise<{ readonly path: string | null } | Met | null> {
  const paths = new Set<string>();
  let mayHavePressed = false;
  let ended = false;

  /** Waits for the viewer, and after it for another one that would make it doubtful. */
  function wait(): void {
    const { viewerMs, secondViewerMs } = config.limits;
    pressing.alarm(VIEWER, paths.size > 0 ? secondViewerMs : viewerMs);
  }

  for (;;) {
    const happening = await pressing.next();
    switch (happening.type) {
      case 'not-pressed':
        return happening.met;
      case 'before':
      case 'second-way':
        break;
      case 'pressing':
      case 'pressed':
        mayHavePressed = true;
        wait();
        break;
      case 'watch': {
        const { line } = happening;
        if (line.type === 'process-ended') ended = true;
        const path = line.type === 'viewer' && line.commandLine ? pathFromCommandLine(line.commandLine) : null;
        if (path === null) break;
        paths.add(path);
        if (mayHavePressed) wait();
        break;
      }
      case 'watch-lost':
        ended = true;
        break;
      case 'alarm':
        return { path: theOnly(paths) };
    }
    // Before the press has said whether it has pressed, the end of the watch is not yet the end.
    if (ended && mayHavePressed) return paths.size === 0 ? null : { path: theOnly(paths) };
  }
}

function theOnly(paths: ReadonlySet<string>): string | null {
  const [only, ...others] = paths;
  return others.length === 0 ? (only ?? null) : null;
}

/**
 * The file that a viewer was started with, by its command line; null where it names none, more than one, or where it
 * could be read in two ways. Only a full path to something that is no program counts. How a command line is cut:
 * CommandLineToArgvW and CreateProcessW, learn.microsoft.com.
 */
export function pathFromCommandLine(commandLine: string): string | null {
  const rest = afterProgram(commandLine.trim());
  const files = rest.includes('"') ? quotedFiles(rest) : unquotedFiles(rest);
  const [only, ...others] = files ?? [];
  if (only === undefined || others.length > 0) return null;
  return isDocument(only) ? only : null;
}

/**
 * Without the program, which stands first: in quotes, up to its `.exe` where it is a path with blanks, else one word.
 */
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

/**
 * `.txt` files are opened with a path that is not quoted, blanks or not (`NOTEPAD.EXE %1`), so all of it may be one
 * path.
 */
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
const RUNS =
  /\.(?:exe|com|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|sct|hta|msi|msp|msc|dll|cpl|scr|lnk|url|pif|jar|reg|inf|chm|hlp|iso|vhdx?|appref-ms|application|settingcontent-ms)$/i;

/** A full path on a drive, with an extension, and without characters that no file's name has. */
function isDocument(path: string): boolean {
  const isFull = /^[A-Za-z]:[\\/]/.test(path);
  const name = /[^\\/]+$/.exec(path)?.[0] ?? '';
  return (
    isFull &&
    !/[<>"|?*\p{Cc}]/u.test(path) &&
    !path.slice(2).includes(':') &&
    /[^.]\.[^.\s]+$/.test(name) &&
    !RUNS.test(name)
  );
}
