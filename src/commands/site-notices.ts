import { join } from 'node:path';
import { InputError } from '../domain/fault.ts';
import { inputProblem, type InputProblem } from '../domain/input-problem.ts';
import { builtInNotice } from '../domain/notice/built-in.ts';
import { parseNotice } from '../domain/notice/schema.ts';
import { jsonFilesIn, lookAt, readNamedFile, TIMED_OUT, type ConfigText } from '../ports/node/config-files.ts';
import type { SiteTrust } from '../ports/ports.ts';
import { dataFiles } from '../settings/data-files.ts';
import type { Settings } from '../settings/schema.ts';
import { configFileTexts } from '../settings/settings.ja.ts';
import type { Options } from './options.ts';
import { isOthers, sitePath, type NoticeFile, type SitePlace, countingFiles } from './site-place.ts';

/** In the folder for notices. */
const MOST_NOTICES = 100;

/** The notices that may count, and those that do not because others may have written them. */
export interface Notices {
  readonly files: readonly [NoticeFile, ...NoticeFile[]];
  readonly problems: readonly InputProblem[];
}

/**
 * The notices that may count: only the file that was named, or that the settings name; else those in the data folder's
 * `notices`, the newest file first and of one id the newest only, and behind them the built-in one. Whoever calls the
 * program answers for the file that the call names; one that the settings name and that does not count is done without.
 * Rejects with InputError for a bad file.
 */
export async function loadNotices(options: Options, place: SitePlace, settings: Settings): Promise<Notices> {
  const { noticeRemedy, namedNoticeRemedy } = configFileTexts;
  if (options.notice !== undefined)
    return { files: [place.named ?? (await namedNotice(options.notice))], problems: [] };
  const problems: InputProblem[] = [];
  async function orProblem<T>(path: string, work: Promise<T>, without: T): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof InputError) || error.code === TIMED_OUT) throw error;
      if (!(await isOthers(path, place.trust))) throw error;
      problems.push(inputProblem('notice', path, error));
      return without;
    }
  }
  async function read(paths: readonly string[], remedy: string): Promise<readonly NoticeFile[]> {
    const found: ConfigText[] = [];
    // One after another: together they might not fit into the memory.
    for (const path of paths) {
      const file = await orProblem(path, readNamedFile(path, remedy), null);
      if (file !== null) found.push(file);
    }
    const { files, problems: doubted } = await countingNotices(found, place.trust);
    problems.push(...doubted);
    return files;
  }
  const named = settings.notice === null ? null : sitePath(place, settings.notice);
  const [only] = await read(named === null ? [] : [named], namedNoticeRemedy);
  if (only) return { files: [only], problems: [] };
  const folder = join(place.dataDir, dataFiles.notices.name);
  const paths = await orProblem(folder, jsonFilesIn(folder, noticeRemedy), []);
  const few = paths.length > MOST_NOTICES ? await ownOfMany(folder, paths, place.trust) : { own: paths, problems: [] };
  problems.push(...few.problems);
  const beside = await read(
    few.own.filter((path) => path !== named),
    noticeRemedy,
  );
  const [first, ...more] = [...beside, { notice: builtInNotice(), file: null }];
  return { files: [first, ...more.filter((each, at) => isFirst(each, at + 1, [first, ...more]))], problems };
}

/**
 * Of more notices than anybody has: those that others cannot have put there. Rejects with InputError where these are
 * too many as well.
 */
async function ownOfMany(folder: string, paths: readonly string[], trust: SiteTrust) {
  const { tooMany, tooManyRemedy: remedy, noticeRemedy } = configFileTexts;
  const looked = await lookAt(paths, noticeRemedy);
  const doubts = await trust.doubtsOf(looked);
  const own = looked.filter((_, at) => (doubts[at] ?? null) === null).map(({ path }) => path);
  const message = tooMany(paths.length, MOST_NOTICES);
  const error = new InputError({ code: 'too-many-files', message, where: folder, remedy });
  if (own.length > MOST_NOTICES) throw error;
  return { own, problems: [inputProblem('notice', folder, error)] };
}

/** Whether none of the same id stands before it. */
function isFirst({ notice }: NoticeFile, at: number, all: readonly NoticeFile[]): boolean {
  return all.findIndex((other) => other.notice.id === notice.id) === at;
}

async function countingNotices(files: readonly ConfigText[], trust: SiteTrust) {
  const candidates = files.map((file) => ({ kind: 'notice', file }) as const);
  const { counting, problems } = await countingFiles(candidates, trust);
  return { files: counting.map(({ file }) => noticeIn(file)), problems };
}

/** The notice in a file that was named on the command line. Rejects with InputError for a bad one. */
export async function namedNotice(path: string): Promise<NoticeFile> {
  return noticeIn(await readNamedFile(path, configFileTexts.noticeRemedy));
}

function noticeIn({ text, path }: ConfigText): NoticeFile {
  return { notice: parseNotice(text, path), file: path };
}
