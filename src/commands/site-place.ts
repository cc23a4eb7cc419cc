import { isAbsolute, join } from 'node:path';
import type { Notice } from '../domain/notice/notice.ts';
import { lookAt } from '../ports/node/config-files.ts';
import type { SiteTrust } from '../ports/ports.ts';
import { configFileTexts } from '../settings/settings.ja.ts';
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
