import type { CommandLine } from './cli.ts';
import { InputError } from '../domain/fault.ts';
import type { Instant } from '../domain/time.ts';
import { createCollection, type AnswerFiles } from '../desk/collection.ts';
import { csvFile } from '../desk/spreadsheet.ts';
import { deskDocument } from '../desk/document.ts';
import { exitCodeOf } from '../desk/counts.ts';
import { filterRows, noFilter } from '../desk/rows.ts';
import { listText } from '../desk/list-text.ts';
import { readRoster, type Roster } from '../desk/roster.ts';
import { standingOf } from '../desk/standing.ts';
import { deskInput as texts } from '../desk/desk.ja.ts';
import { writingTexts } from '../domain/writing.ja.ts';
import type { DeskStart } from '../desk/console.tsx';
import type { CommandTools } from './command.ts';

export type DeskCall = Extract<CommandLine, { readonly command: 'desk' }>;

/** What the desk works with. */
export interface DeskTools extends Pick<CommandTools, 'consoleVersion' | 'print' | 'writeNew' | 'warn' | 'orBug'> {
  readonly now: () => Instant;
  /** The zone that times are shown in, in minutes east of UTC. */
  readonly offsetMinutes: number;
  readonly answerFiles: (paths: readonly string[]) => AnswerFiles;
  readonly isThere: (path: string) => Promise<boolean>;
  /** A text file that was named; throws InputError where it cannot be read. */
  readonly readText: (path: string, remedy: string) => string;
  /** Opens the live screen, and ends when the operator leaves; null where there is no terminal to draw on. */
  readonly openScreen: ((start: DeskStart) => Promise<number>) | null;
}

const STALE_HOURS = 48;

/**
 * `desk FOLDER|FILE...`: how the terminals stand whose answers were gathered, to its exit code (src/desk/exit-code.ts). On a terminal a live screen; else, or where a
 * list, a document or a CSV is asked for, that. Throws InputError for paths and files that cannot be used.
 */
export async function runDesk({ paths, options }: DeskCall, tools: DeskTools): Promise<number> {
  for (const path of paths) if (!(await tools.isThere(path))) throw notThere(path);
  const start: DeskStart = {
    files: tools.answerFiles(paths),
    paths,
    roster: rosterOf(options.roster, tools),
    staleHours: options.stale ?? STALE_HOURS,
    state: options.state ?? null,
    words: options.filter ?? '',
  };
  const asked = options.list === true || options.json === true || options.csv !== undefined;
  return asked || tools.openScreen === null ? tools.orBug(runList(start, options, tools)) : tools.openScreen(start);
}

async function runList(start: DeskStart, options: DeskCall['options'], tools: DeskTools): Promise<number> {
  const collection = createCollection(start.files);
  const { signal } = new AbortController();
  await collection.refresh({ again: false, signal, onProgress: () => undefined });
  const { entries, bad } = collection.gathered();
  const { offsetMinutes, consoleVersion } = tools;
  const { staleHours, words, state } = start;
  const now = tools.now();
  const standing = standingOf(
    { entries, bad: [...start.roster.bad, ...bad], roster: start.roster.entries },
    { now, staleHours },
  );
  const filter = { ...noFilter, words, state };
  const { csv } = options;
  const write = async (): Promise<void> =>
    csv === undefined ? undefined : writeCsv(csv, csvFile(filterRows(standing.rows, filter), offsetMinutes), tools);
  if (options.json === true) {
    // One document on stdout: where the CSV cannot be written it is the error's.
    await write();
    await tools.print(
      `${JSON.stringify(deskDocument(standing, filter, { consoleVersion, now, offsetMinutes, staleHours }))}\n`,
    );
  } else {
    await tools.print(listText({ standing, filter, now, offsetMinutes, staleHours }));
    await write();
  }
  return exitCodeOf(standing.counts);
}

function rosterOf(path: string | undefined, tools: DeskTools): Roster {
  if (path === undefined) return { entries: [], bad: [] };
  const roster = readRoster(tools.readText(path, texts.rosterRemedy), path);
  if (roster.entries.length > 0) return roster;
  throw new InputError({
    code: 'roster',
    message: texts.emptyRoster,
    where: path,
    remedy: texts.rosterRemedy,
  });
}

async function writeCsv(
  path: string,
  bytes: Uint8Array,
  { writeNew, warn }: Pick<DeskTools, 'writeNew' | 'warn'>,
): Promise<void> {
  const written = await writeNew(path, bytes);
  switch (written.type) {
    case 'written':
      return warn(texts.csvWritten(path));
    case 'exists':
      throw cannotWrite(texts.csvExists, path, texts.csvExistsRemedy);
    case 'failed':
      throw cannotWrite(writingTexts.reason(written.code), path, writingTexts.tryNext);
  }
}

function cannotWrite(message: string, where: string, remedy: string): InputError {
  return new InputError({ code: 'cannot-write', message, where, remedy });
}

function notThere(path: string): InputError {
  return new InputError({ code: 'desk-path', message: texts.absent, where: path, remedy: texts.remedy });
}
