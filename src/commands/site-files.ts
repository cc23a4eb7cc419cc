import { join } from 'node:path';
import { InputError } from '../domain/fault.ts';
import { inputProblem, type InputProblem, type SiteFile } from '../domain/input-problem.ts';
import { parseGuideFile } from '../guide/guide.ts';
import type { GuideEntry } from '../domain/notice/parts.ts';
import { readNamedFile, readOptionalFile, TIMED_OUT, type ConfigText } from '../ports/node/config-files.ts';
import { noClinic, parseClinic, type Clinic } from '../settings/clinic.ts';
import { decidedBy, defaultSettings, parseFileValues, parseSettings, type SettingsFile } from '../settings/load.ts';
import { dataFiles } from '../settings/data-files.ts';
import type { Settings } from '../settings/schema.ts';
import { configFileTexts } from '../settings/settings.ja.ts';
import { guideFileTexts } from '../guide/guide.ja.ts';
import { isOthers, sitePath, type SitePlace, countingFiles, type Candidate } from './site-place.ts';

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
  /** The file, where it is there and counts. */
  async function counting(
    kind: Candidate['kind'],
    path: string,
    work: () => Promise<ConfigText | null>,
  ): Promise<ConfigText | null> {
    const found = await read(kind, path, work, null);
    if (found === null) return null;
    const counted = await countingFiles([{ kind, file: found }], place.trust);
    problems.push(...counted.problems);
    return counted.counting[0]?.file ?? null;
  }
  const settingsPath = join(place.dataDir, dataFiles.settings.name);
  const without = { settings: defaultSettings(), settingsFile: { path: settingsPath, decides: [] } };
  const settingsText = await counting('settings', settingsPath, async () =>
    readOptionalFile(settingsPath, configFileTexts.settingsRemedy),
  );
  const site =
    settingsText === null ? without : parse('settings', settingsPath, () => settingsIn(settingsText), without);
  const named = site.settings.guide === null ? null : sitePath(place, site.settings.guide);
  const beside = join(place.dataDir, dataFiles.guide.name);
  async function readGuide(path: string, work: () => Promise<ConfigText | null>): Promise<readonly GuideFile[]> {
    const file = await counting('guide', path, work);
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
