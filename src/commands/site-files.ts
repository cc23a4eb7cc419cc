import { isAbsolute, join } from 'node:path';
import { InputError } from '../domain/fault.ts';
import { inputProblem, type InputProblem, type SiteFile } from '../domain/input-error.ts';
import { parseGuideFile } from '../guide/guide.ts';
import { builtInNotice } from '../domain/notice/built-in.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { parseNotice } from '../domain/notice/schema.ts';
import { countingFiles, type Candidate } from './doubtful-files.ts';
import type { Options } from './options.ts';
import type { SiteTrust } from '../ports/ports.ts';
import {
  jsonFilesIn,
  lookAt,
  readNamedFile,
  readOptionalFile,
  TIMED_OUT,
  type ConfigText,
} from '../ports/node/config-files.ts';
import { noClinic, parseClinic, type Clinic } from '../settings/clinic.ts';
import { decidedBy, defaultSettings, parseFileValues, parseSettings, type SettingsFile } from '../settings/load.ts';
import { dataFiles } from '../settings/data-files.ts';
import type { Settings } from '../settings/schema.ts';
import { isWholePath } from '../settings/terminal-path.ts';
import { configFileTexts } from '../settings/settings.ja.ts';
import { guideFileTexts } from '../guide/guide.ja.ts';

/** Where the site's files are: the data folder on this machine, and where a path of the terminal is there. */
export interface SitePlace {
  readonly dataDir: string;
  readonly hostPath: (terminalPath: string) => string;
  /** Which of the files there count. */
  readonly trust: SiteTrust;
  /** The notice that the call names, where it was read already: stdin comes once. */
  readonly named?: NoticeFile | null;
}

/** What a site has put beside the journal. */
export interface SiteFiles {
  readonly settings: Settings;
  readonly settingsFile: SettingsFile;
  /** Entries for the guide; of two with the same id the first counts. */
  readonly guide: readonly GuideEntry[];
  /** The files that they stand in. */
  readonly guideFiles: readonly string[];
  readonly clinic: Clinic;
  /** The files that could not be used; the console runs without them. */
  readonly problems: readonly InputProblem[];
}

interface GuideFile {
  readonly path: string;
  readonly entries: readonly GuideEntry[];
}

/** What to do about a file that cannot be used: end with an InputError, or do without it and say so. */
export type Strictness = 'strict' | 'tolerant';

const { remedy } = guideFileTexts;
/** In the folder for notices. */
const MOST_NOTICES = 100;

/**
 * Reads the settings, the guide entries and the clinic of a site. A file that others may have written does not count,
 * and is told of. Rejects with InputError for a bad file, unless it is tolerant.
 */
export async function readSiteFiles(place: SitePlace, strictness: Strictness): Promise<SiteFiles> {
  const problems: InputProblem[] = [];
  async function read<T>(file: SiteFile, path: string, work: () => Promise<T>, without: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // A disk that does not answer for one file does not for the next either.
      if (!(error instanceof InputError) || error.code === TIMED_OUT) throw error;
      if (strictness === 'strict' && !(await isOthers(path, place.trust))) throw error;
      problems.push(inputProblem(file, path, error));
      return without;
    }
  }
  /** What stands in a file that counts: whoever may put one there answers for it. */
  function parse<T>(file: SiteFile, path: string, work: () => T, without: T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError) || strictness === 'strict') throw error;
      problems.push(inputProblem(file, path, error));
      return without;
    }
  }
  async function count(kind: Candidate['kind'], found: ConfigText | null): Promise<ConfigText | null> {
    if (found === null) return null;
    const { counting, problems: doubted } = await countingFiles([{ kind, file: found }], place.trust);
    problems.push(...doubted);
    return counting[0]?.file ?? null;
  }
  const settingsPath = join(place.dataDir, dataFiles.settings.name);
  const without = { settings: defaultSettings(), settingsFile: { path: settingsPath, decides: [] } };
  const settingsText = await count(
    'settings',
    await read(
      'settings',
      settingsPath,
      async () => readOptionalFile(settingsPath, configFileTexts.settingsRemedy),
      null,
    ),
  );
  const site =
    settingsText === null ? without : parse('settings', settingsPath, () => settingsIn(settingsText), without);
  const named = site.settings.guide === null ? null : sitePath(place, site.settings.guide);
  const beside = join(place.dataDir, dataFiles.guide.name);
  async function readGuide(path: string, work: () => Promise<ConfigText | null>): Promise<readonly GuideFile[]> {
    const file = await count('guide', await read('guide', path, work, null));
    const guide = file && parse('guide', path, () => guideIn(file), null);
    return guide === null ? [] : [guide];
  }
  const clinicPath = join(place.dataDir, dataFiles.clinic.name);
  // At the same time: a start waits for each of them.
  const [ofSettings, ofFolder, clinic] = await Promise.all([
    named === null ? [] : readGuide(named, async () => readNamedFile(named, remedy)),
    named === beside ? [] : readGuide(beside, async () => readOptionalFile(beside, remedy)),
    read('clinic', clinicPath, async () => readClinic(clinicPath), noClinic),
  ]);
  const guides = [...ofSettings, ...ofFolder];
  return {
    ...site,
    guide: guides.flatMap(({ entries }) => entries),
    guideFiles: guides.map(({ path }) => path),
    clinic,
    problems: problems.toSorted((one, other) => readInOrder.indexOf(one.file) - readInOrder.indexOf(other.file)),
  };
}

const readInOrder: readonly InputProblem['file'][] = ['settings', 'guide', 'clinic'];

/**
 * Whether what stands at a path, and could not be used, is what others may have put there: they must not end a check by
 * it.
 */
async function isOthers(path: string, trust: SiteTrust): Promise<boolean> {
  const doubts = await trust.doubtsOf(await lookAt([path], configFileTexts.settingsRemedy));
  return doubts.some((doubt) => doubt !== null);
}

/** A notice, and the file that it was read from; null: it is the built-in one. */
export interface NoticeFile {
  readonly notice: Notice;
  readonly file: string | null;
}

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
  return {
    files: [first, ...more.filter((each, at) => isFirst(each, at + 1, [first, ...more]))],
    problems,
  };
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

/** Where a file of the site's is that the settings name: on the terminal, else in the data folder. */
export function sitePath({ dataDir, hostPath }: SitePlace, path: string): string {
  if (isWholePath(path)) return hostPath(path);
  return isAbsolute(path) ? path : join(dataDir, path);
}

function settingsIn({ text, path }: ConfigText): Pick<SiteFiles, 'settings' | 'settingsFile'> {
  const settings = parseSettings(text, path);
  return { settings, settingsFile: { path, decides: decidedBy(parseFileValues(text, path)) } };
}

function guideIn({ text, path }: ConfigText): GuideFile {
  return { path, entries: parseGuideFile(text, path) };
}

async function readClinic(path: string): Promise<Clinic> {
  const file = await readOptionalFile(path, configFileTexts.clinicRemedy);
  return file ? parseClinic(file.text, path) : noClinic;
}
