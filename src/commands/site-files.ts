import { isAbsolute, join } from 'node:path';
import { InputError } from '../domain/fault.ts';
import { inputProblem, type InputProblem, type SiteFile } from '../domain/input-error.ts';
import { parseGuideFile } from '../guide/file-schema.ts';
import type { GuideEntry } from '../domain/notice/schema.ts';
import { readNamedFile, readOptionalFile, type ConfigText } from '../ports/node/config-files.ts';
import { CLINIC_FILE, noClinic, parseClinic, type Clinic } from '../settings/clinic.ts';
import { decidedBy, defaultSettings, parseFileValues, parseSettings } from '../settings/load.ts';
import type { Settings } from '../settings/schema.ts';
import { SETTINGS_FILE, type SettingsFile } from '../settings/settings-file.ts';
import { isWholePath } from '../settings/terminal-path.ts';
import { configFileTexts } from '../settings/config-files.ja.ts';
import { guideFileTexts } from '../guide/guide-file.ja.ts';

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
export type Reading = 'strict' | 'tolerant';

/** `guide.json` in the data folder needs no setting. */
const GUIDE_FILE = 'guide.json';
const { remedy } = guideFileTexts;

/** Reads the settings, the guide entries and the clinic of a site. Throws InputError for a bad file, unless it is tolerant. */
export function readSiteFiles(place: SitePlace, reading: Reading): SiteFiles {
  const problems: InputProblem[] = [];
  function read<T>(file: SiteFile, path: string, work: () => T, without: T): T {
    try {
      return work();
    } catch (error) {
      if (reading === 'strict' || !(error instanceof InputError)) throw error;
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
