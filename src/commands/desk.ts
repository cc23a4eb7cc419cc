import { dirname, join, resolve } from 'node:path';
import type { CommandLine } from './cli.ts';
import { STANDARD_STREAM, type Options } from './options.ts';
import type { CommandTools } from './command.ts';
import { writableFolder } from './cli.ja.ts';
import { cannotWrite, writeNewFile, wrongUse } from './refusal.ts';
import { readBefore } from '../desk/before.ts';
import { CALLED_FILE } from '../desk/called.ts';
import { readAll } from '../desk/collection.ts';
import type { DeskStart } from '../desk/console.ts';
import { csvFile } from '../desk/spreadsheet.ts';
import { deskInput as texts } from '../desk/desk.ja.ts';
import { deskDocument } from '../desk/document.ts';
import { deskExitCode } from '../desk/counts.ts';
import { filterRows, noFilter } from '../desk/filter.ts';
import type { Row } from '../desk/rows.ts';
import { listText } from '../desk/list-text.ts';
import { readRoster, withRoster, type Roster } from '../desk/roster.ts';
import { standingOf } from '../desk/standing.ts';
import { deskPage } from '../desk/web-page.ts';
import { InputError } from '../domain/fault.ts';
import { createAnswerFiles, kindOf } from '../ports/node/answer-files.ts';
import { isThere } from '../ports/node/if-there.ts';
import { readNamedFile } from '../ports/node/config-files.ts';
import { STANDARD_INPUT, standardInput } from '../ports/node/standard-input.ts';
import type { AnswerFiles } from '../ports/ports.ts';
import { nodeTimers } from '../ports/node/timers.ts';
import type { Screen } from '../tui/screen.ts';
import { jsonText } from '../text/harmless.ts';
import { textFile } from '../text/text-file.ts';

export type DeskCall = Extract<CommandLine, { readonly command: 'desk' }>;

/** Works on the screen until the work is done, and gives the exit code. */
type OnScreen = (work: (screen: Screen, told: AbortSignal) => Promise<void>) => Promise<number>;

/** What the desk works with: it reads files, and needs no terminal behind the ports. */
export interface DeskTools extends CommandTools {
  /** The zone that times are shown in, in minutes east of UTC. */
  readonly offsetMinutes: number;
  /** null where there is no screen to draw on. */
  readonly onScreen: OnScreen | null;
}

const STALE_HOURS = 48;
/** A document is some 8 kB; what is so much larger is none. */
const MAX_BYTES = 1024 * 1024;
/** Ten thousand terminals, the largest desk that we know of, give as many lines of some 80 MB in all. */
const MOST_IN_A_FILE = { lines: 100_000, bytes: 256 * 1024 * 1024 };

/**
 * `desk FOLDER|FILE...`: how the terminals stand whose answers were gathered, to its exit code (src/desk/counts.ts). On
 * a terminal a live screen; else, or where a list, a document or a CSV is asked for, that; a table stands in the list's
 * place, unless both are asked for. Throws InputError for paths and files that cannot be used.
 */
export async function runDesk({ paths, options }: DeskCall, tools: DeskTools): Promise<number> {
  const { since, list, reasons, json, csv, xlsx, html } = options;
  if (xlsx === STANDARD_STREAM && tools.isRead)
    throw wrongUse(texts.xlsxToTerminal, 'desk --xlsx -', texts.xlsxToTerminalRemedy);
  refuseSameOutput(options);
  // Told at once, not in the list of what could not be read.
  if (paths.includes(STANDARD_INPUT)) standardInput();
  for (const path of [...paths, ...(since === undefined ? [] : [since])])
    if ((await kindOf(path)) === 'absent') throw notThere(path);
  const start: DeskStart = {
    files: answerFiles(paths),
    roster: await rosterOf(options.roster),
    since: since === undefined ? null : answerFiles([since]),
    staleHours: options.stale ?? STALE_HOURS,
    filter: { ...noFilter, words: options.filter ?? '', state: options.state ?? null, change: options.change ?? null },
  };
  const asked =
    list === true || reasons === true || json === true || csv !== undefined || xlsx !== undefined || html !== undefined;
  const { onScreen } = tools;
  if (asked || onScreen === null) return tools.orBug(runList(start, options, tools));
  return openScreen(start, paths[0] ?? '.', onScreen, tools);
}

function answerFiles(paths: readonly string[]): AnswerFiles {
  return createAnswerFiles({ paths, maxBytes: MAX_BYTES, most: MOST_IN_A_FILE, except: CALLED_FILE });
}

/** What is exported goes where the answers are: `path` is the first place that was named. */
async function openScreen(start: DeskStart, path: string, onScreen: OnScreen, tools: DeskTools): Promise<number> {
  const { runDeskScreen } = await import('../desk/console.ts');
  const { realNow: now, offsetMinutes, writeNew, replace } = tools;
  const folder = (await kindOf(path)) === 'folder' ? resolve(path) : dirname(resolve(path));
  const exportPath = (name: string): string => join(folder, name);
  return onScreen((screen, ended) =>
    runDeskScreen(start, { screen, timers: nodeTimers, now, offsetMinutes, writeNew, replace, exportPath, ended }),
  );
}

async function runList(start: DeskStart, options: Options, tools: DeskTools): Promise<number> {
  const { signal } = new AbortController();
  const gathered = withRoster(await readAll(start.files, signal), start.roster);
  const { offsetMinutes, consoleVersion } = tools;
  const { staleHours, filter } = start;
  const now = tools.realNow();
  const clock = { now, staleHours };
  const standing = standingOf(
    gathered,
    clock,
    start.since && (await readBefore(start.since, start.roster, clock, signal)),
  );
  const { csv, xlsx, html } = options;
  const listed = { standing, filter, now, offsetMinutes, staleHours, reasons: options.reasons === true };
  const rows = filterRows(standing.rows, filter);
  const bytesOf: Readonly<Record<OutputName, () => Uint8Array | Promise<Uint8Array>>> = {
    csv: () => csvFile(rows, offsetMinutes),
    xlsx: async () => workbook(rows, offsetMinutes),
    html: () => textFile(deskPage(listed)),
  };
  const write = async (): Promise<void> => {
    const outputs = outputsOf(options);
    // None of them where one is there already. What cannot be looked at is told when it is written.
    for (const { path } of outputs)
      if (await isThere(path).catch(() => false)) throw cannotWrite(texts.csvExists, path, texts.csvExistsRemedy);
    for (const output of outputs) await writeOutput(output, await bytesOf[output.name](), tools);
  };
  if (csv === STANDARD_STREAM) {
    const bytes = csvFile(rows, offsetMinutes);
    await write();
    await (tools.isRead ? tools.print(new TextDecoder().decode(bytes)) : tools.printBytes(bytes));
  } else if (xlsx === STANDARD_STREAM) {
    await write();
    await tools.printBytes(await workbook(rows, offsetMinutes));
  } else if (html === STANDARD_STREAM) {
    await write();
    await tools.print(deskPage(listed));
  } else if (options.json === true) {
    // One document on stdout: where the CSV cannot be written it is the error's.
    await write();
    await tools.print(
      `${jsonText(deskDocument(standing, filter, { consoleVersion, now, offsetMinutes, staleHours }))}\n`,
    );
  } else {
    if (
      (csv === undefined && xlsx === undefined && html === undefined) ||
      options.list === true ||
      options.reasons === true
    )
      await tools.print(listText(listed, tools.columns));
    await write();
  }
  return deskExitCode(standing.counts);
}

async function rosterOf(path: string | undefined): Promise<Roster> {
  if (path === undefined) return { entries: [], bad: [] };
  const roster = readRoster((await readNamedFile(path, texts.rosterRemedy)).text, path);
  if (roster.entries.length > 0) return roster;
  throw new InputError({ code: 'roster', message: texts.emptyRoster, where: path, remedy: texts.rosterRemedy });
}

type OutputName = 'csv' | 'xlsx' | 'html';

/** A file that is asked for, by its option. */
interface Output {
  readonly name: OutputName;
  readonly path: string;
}

function outputsOf({ csv, xlsx, html }: Options): readonly Output[] {
  const asked = [
    { name: 'csv', path: csv } as const,
    { name: 'xlsx', path: xlsx } as const,
    { name: 'html', path: html } as const,
  ];
  return asked.flatMap(({ name, path }) =>
    typeof path === 'string' && path !== STANDARD_STREAM ? [{ name, path }] : [],
  );
}

/** Two of one name would be the first of them, and an error. Windows does not tell large letters from small ones. */
function refuseSameOutput(options: Options): void {
  for (const same of Map.groupBy(outputsOf(options), ({ path }) => resolve(path).toLowerCase()).values()) {
    const names = same.map(({ name }) => `--${name}`);
    if (same.length > 1) throw wrongUse(texts.sameOutput(names), ['desk', ...names].join(' '), texts.sameOutputRemedy);
  }
}

async function workbook(rows: readonly Row[], offsetMinutes: number): Promise<Uint8Array> {
  const { workbookFile } = await import('../desk/workbook.ts');
  return workbookFile(rows, offsetMinutes);
}

async function writeOutput({ name, path }: Output, bytes: Uint8Array, tools: DeskTools): Promise<void> {
  const { csvExists: exists, csvExistsRemedy: existsRemedy } = texts;
  await writeNewFile(path, bytes, tools, { exists, existsRemedy, writeRemedy: writableFolder(`--${name}`) });
  tools.warn(texts.written[name](path));
}

function notThere(path: string): InputError {
  return new InputError({ code: 'desk-path', message: texts.absent, where: path, remedy: texts.remedy });
}
