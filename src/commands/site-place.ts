import { isAbsolute, join } from 'node:path';
import { InputError } from '../domain/fault.ts';
import { parseJson } from '../domain/input-error.ts';
import { inputProblem, type InputProblem, type SiteFile } from '../domain/input-problem.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { parseNotice } from '../domain/notice/schema.ts';
import { parseGuideFile } from '../guide/guide.ts';
import { lookAt, type ConfigText } from '../ports/node/config-files.ts';
import type { SiteTrust } from '../ports/ports.ts';
import type { Doubt } from '../settings/data-files.ts';
import { isValues, parseSettings } from '../settings/load.ts';
import { configFileTexts, settingsTexts } from '../settings/settings.ja.ts';
import { isWholePath } from '../settings/terminal-path.ts';

/** Where the site's files are: the data folder on this machine, and where a path of the terminal is there. */
export interface SitePlace {
  readonly dataDir: string;
  readonly hostPath: (terminalPath: string) => string;
  /** Which of the files there count. */
  readonly trust: SiteTrust;
  /** The notice that the call names, where it was read already: stdin comes once. */
  readonly named?: NoticeFile | null;
}

/** A notice, and the file that it was read from; null: it is the built-in one. */
export interface NoticeFile {
  readonly notice: Notice;
  readonly file: string | null;
}

/** Where a file of the site's is that the settings name: on the terminal, else in the data folder. */
export function sitePath({ dataDir, hostPath }: SitePlace, path: string): string {
  if (isWholePath(path)) return hostPath(path);
  return isAbsolute(path) ? path : join(dataDir, path);
}

/**
 * Whether what stands at a path, and could not be used, is what others may have put there: they must not end a check by
 * it.
 */
export async function isOthers(path: string, trust: SiteTrust): Promise<boolean> {
  const doubts = await trust.doubtsOf(await lookAt([path], configFileTexts.settingsRemedy));
  return doubts.some((doubt) => doubt !== null);
}

const { doubt: texts } = settingsTexts;

/** A file of the site's, and what it is. */
export interface Candidate {
  readonly kind: Exclude<SiteFile, 'clinic' | 'program'>;
  readonly file: ConfigText;
}

/**
 * Those of the files that count; of the others, why not. Nothing is read out of a file that does not count, but to show
 * it.
 */
export async function countingFiles(
  candidates: readonly Candidate[],
  trust: SiteTrust,
): Promise<{ readonly counting: readonly Candidate[]; readonly problems: readonly InputProblem[] }> {
  const doubts = await trust.doubtsOf(candidates.map(({ file }) => file));
  const problems = candidates.flatMap((candidate, at): readonly InputProblem[] => {
    const doubt = doubts[at] ?? null;
    return doubt === null ? [] : [problemOf(candidate, doubt)];
  });
  return { counting: candidates.filter((_, at) => (doubts[at] ?? null) === null), problems };
}

function problemOf({ kind, file }: Candidate, doubt: Doubt): InputProblem {
  const { path, sha256 } = file;
  const told = new InputError({
    code: 'doubtful-file',
    message: `${texts.reasons[doubt.why]}${texts.wayForward}`,
    where: path,
    remedy: texts.remedy,
  });
  try {
    return {
      ...inputProblem(kind, path, told),
      agreement: { sha256, owner: doubt.owner, tells: contentOf(kind, file) },
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // One that could not be used anyway is not asked about.
    return inputProblem(kind, path, error);
  }
}

/**
 * What a file says, for the person who is to agree to it. Throws InputError where it says nothing that could be used.
 */
function contentOf(kind: Candidate['kind'], { text, path }: ConfigText): readonly string[] {
  switch (kind) {
    case 'settings':
      parseSettings(text, path);
      return valuesIn(parseJson(text, { code: '', file: path, remedy: '' }));
    case 'notice': {
      const { title, targets } = parseNotice(text, path);
      return [title, ...targets.map(({ component, version }) => texts.target(component, version))];
    }
    case 'guide': {
      const entries = parseGuideFile(text, path);
      return [texts.entries(entries.length), ...entries.map(({ title }) => title)];
    }
  }
}

/** Every value that stands there, by its whole name: one that is not seen might be the one that matters. */
function valuesIn(value: unknown, name = ''): readonly string[] {
  if (!isValues(value)) return [`${name}: ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => valuesIn(inner, name === '' ? key : `${name}.${key}`));
}

/** What is to be said of the program itself: nothing that others may write should be run. */
export function programProblems(trust: SiteTrust, folder: string): readonly InputProblem[] {
  if (trust.programDoubt() === null) return [];
  const told = new InputError({ code: 'doubtful-program', where: folder, ...texts.program });
  return [inputProblem('program', folder, told)];
}
