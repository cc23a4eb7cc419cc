import { isAbsolute, join } from 'node:path';
import { InputError } from '../domain/fault.ts';
import { inputProblem, type InputProblem, type SiteFile } from '../domain/input-error.ts';
import { parseGuideFile } from '../guide/guide.ts';
import { builtInNotice } from '../domain/notice/built-in.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { parseNotice } from '../domain/notice/schema.ts';
import type { Options } from './options.ts';
import { readJsonFiles, readNamedFile, readOptionalFile, type ConfigText } from '../ports/node/config-files.ts';
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

/** Reads the settings, the guide entries and the clinic of a site. Throws InputError for a bad file, unless it is tolerant. */
export function readSiteFiles(place: SitePlace, strictness: Strictness): SiteFiles {
  const problems: InputProblem[] = [];
  function read<T>(file: SiteFile, path: string, work: () => T, without: T): T {
    try {
      return work();
    } catch (error) {
      if (strictness === 'strict' || !(error instanceof InputError)) throw error;
      problems.push(inputProblem(file, path, error));
      return without;
    }
  }
  const settingsPath = join(place.dataDir, dataFiles.settings.name);
  const site = read('settings', settingsPath, () => readSettings(settingsPath), {
    settings: defaultSettings(),
    settingsFile: { path: settingsPath, decides: [] },
  });
  const named = site.settings.guide === null ? null : sitePath(place, site.settings.guide);
  // The one in the data folder needs no setting.
  const beside = join(place.dataDir, dataFiles.guide.name);
  const guides = [
    named === null ? null : read('guide', named, () => guideIn(readNamedFile(named, remedy)), null),
    named === beside ? null : read('guide', beside, () => guideIn(readOptionalFile(beside, remedy)), null),
  ].filter((file) => file !== null);
  const clinicPath = join(place.dataDir, dataFiles.clinic.name);
  const clinic = read('clinic', clinicPath, () => readClinic(clinicPath), noClinic);
  return {
    ...site,
    guide: guides.flatMap(({ entries }) => entries),
    guideFiles: guides.map(({ path }) => path),
    clinic,
    problems,
  };
}

/** A notice, and the file that it was read from; null: it is the built-in one. */
export interface NoticeFile {
  readonly notice: Notice;
  readonly file: string | null;
}

/**
 * The notices that may count: only the file that was named, or that the settings name; else those in the data folder's `notices`, the
 * newest file first and of one id the newest only, and behind them the built-in one. Throws InputError for a bad file.
 */
export function loadNotices(
  options: Options,
  place: SitePlace,
  settings: Settings,
): readonly [NoticeFile, ...NoticeFile[]] {
  const { noticeRemedy, namedNoticeRemedy } = configFileTexts;
  if (options.notice !== undefined) return [namedNotice(options.notice)];
  if (settings.notice !== null) return [noticeIn(readNamedFile(sitePath(place, settings.notice), namedNoticeRemedy))];
  const files = readJsonFiles(join(place.dataDir, dataFiles.notices.name), noticeRemedy).map(noticeIn);
  const [first, ...more] = [...files, { notice: builtInNotice(), file: null }];
  const isFirst = ({ notice }: NoticeFile, at: number, all: readonly NoticeFile[]): boolean =>
    all.findIndex((other) => other.notice.id === notice.id) === at;
  return [first, ...more.filter((each, at) => isFirst(each, at + 1, [first, ...more]))];
}

/** The notice in a file that was named on the command line. Throws InputError for a bad one. */
export function namedNotice(path: string): NoticeFile {
  return noticeIn(readNamedFile(path, configFileTexts.noticeRemedy));
}

function noticeIn({ text, path }: ConfigText): NoticeFile {
  return { notice: parseNotice(text, path), file: path };
}

/** Where a file of the site's is that the settings name: on the terminal, else in the data folder. */
export function sitePath({ dataDir, hostPath }: SitePlace, path: string): string {
  if (isWholePath(path)) return hostPath(path);
  return isAbsolute(path) ? path : join(dataDir, path);
}

function readSettings(path: string): Pick<SiteFiles, 'settings' | 'settingsFile'> {
  const file = readOptionalFile(path, configFileTexts.settingsRemedy);
  if (!file) return { settings: defaultSettings(), settingsFile: { path, decides: [] } };
  const settings = parseSettings(file.text, path);
  return { settings, settingsFile: { path, decides: decidedBy(parseFileValues(file.text, path)) } };
}

function guideIn(file: ConfigText | null): GuideFile | null {
  return file && { path: file.path, entries: parseGuideFile(file.text, file.path) };
}

function readClinic(path: string): Clinic {
  const file = readOptionalFile(path, configFileTexts.clinicRemedy);
  return file ? parseClinic(file.text, path) : noClinic;
}
