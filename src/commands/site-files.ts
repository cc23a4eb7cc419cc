import { isAbsolute, join } from 'node:path';
import { InputError } from '../domain/fault.ts';
import { inputProblem, type InputProblem, type SiteFile } from '../domain/input-error.ts';
import { parseGuideFile } from '../guide/guide.ts';
import { builtInNotice } from '../domain/notice/built-in.ts';
import { parseNotice, type GuideEntry, type Notice } from '../domain/notice/schema.ts';
import type { Options } from './options.ts';
import { readNamedFile, readNewestJson, readOptionalFile, type ConfigText } from '../ports/node/config-files.ts';
import { noClinic, parseClinic, type Clinic } from '../settings/clinic.ts';
import { decidedBy, defaultSettings, parseFileValues, parseSettings, type SettingsFile } from '../settings/load.ts';
import { CLINIC_FILE, NOTICES_FOLDER, SETTINGS_FILE } from '../settings/data-files.ts';
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

/** `guide.json` in the data folder needs no setting. */
const GUIDE_FILE = 'guide.json';
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
  const settingsPath = join(place.dataDir, SETTINGS_FILE);
  const site = read('settings', settingsPath, () => readSettings(settingsPath), {
    settings: defaultSettings(),
    settingsFile: { path: settingsPath, decides: [] },
  });
  const named = site.settings.guide === null ? null : sitePath(place, site.settings.guide);
  const beside = join(place.dataDir, GUIDE_FILE);
  const guides = [
    named === null ? null : read('guide', named, () => guideIn(readNamedFile(named, remedy)), null),
    named === beside ? null : read('guide', beside, () => guideIn(readOptionalFile(beside, remedy)), null),
  ].filter((file) => file !== null);
  const clinicPath = join(place.dataDir, CLINIC_FILE);
  const clinic = read('clinic', clinicPath, () => readClinic(clinicPath), noClinic);
  return {
    ...site,
    guide: guides.flatMap(({ entries }) => entries),
    guideFiles: guides.map(({ path }) => path),
    clinic,
    problems,
  };
}

/** The notice: the file that was named, else the one in the settings, the newest in the data folder's `notices`, the built-in one. */
export function loadNotice(
  options: Options,
  site: { readonly place: SitePlace; readonly settings: Settings } | null,
): { readonly notice: Notice; readonly file: string | null } {
  const file =
    options.notice !== undefined
      ? readNamedFile(options.notice, configFileTexts.noticeRemedy)
      : site && noticeOf(site.settings, site.place);
  if (!file) return { notice: builtInNotice(), file: null };
  return { notice: parseNotice(file.text, file.path), file: file.path };
}

function noticeOf({ notice }: Settings, place: SitePlace): ConfigText | null {
  return notice === null
    ? readNewestJson(join(place.dataDir, NOTICES_FOLDER), configFileTexts.noticeRemedy)
    : readNamedFile(sitePath(place, notice), configFileTexts.namedNoticeRemedy);
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
