import { fromIso, isoOrNull, offsetOf } from '../domain/time.ts';
import { OTHER } from '../domain/versions/allowed-version.ts';
import { defaultSettings } from '../settings/load.ts';

/** A path where the console looks by itself; others may name a person or a clinic (`C:\Users\…`). */
export function allowedPath(path: string | null): string | null {
  if (path === null) return null;
  const { versionInfo, readerInfo } = defaultSettings().paths;
  return [...Object.values(versionInfo), readerInfo].includes(path) ? path : OTHER;
}

/** A host where the console looks by itself. */
export function allowedHost(host: string): string {
  const { applicationHosts, baseHosts, proxy } = defaultSettings().network;
  return [...applicationHosts, ...baseHosts, proxy?.host].includes(host) ? host : OTHER;
}

const osWords =
  /^(?:Microsoft|Windows|Server|IoT|Enterprise|LTSC|LTSB|Pro|Professional|Home|Education|for|Workstations|N|(?:7|8|8\.1|10|11)|20[0-3]\d)$/;

/** The system's name, where it is made of the words that Windows makes its names of. */
export function allowedOs(os: string | null): string | null {
  if (os === null) return null;
  return os.split(' ').every((word) => osWords.test(word)) ? os : OTHER;
}

/** A time to the second, whatever else its text held. */
export function allowedTime(text: string): string | null {
  return isoOrNull(fromIso(text), offsetOf(text) ?? 0);
}

/** A count or a code of at most five digits: too short for a phone number. */
export function allowedNumber(value: number | null): number | null {
  return value !== null && Number.isInteger(value) && Math.abs(value) < 100_000 ? value : null;
}

/** One of the words that the console itself writes. */
export function allowedWord<Word extends string>(words: readonly Word[], text: string): Word | typeof OTHER {
  return words.find((word) => word === text) ?? OTHER;
}
