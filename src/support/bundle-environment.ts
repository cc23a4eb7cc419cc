import { toIso } from '../domain/time.ts';
import { builtInNotice } from '../domain/notice/load.ts';
import { defaultSettings } from '../settings/load.ts';
import type { Settings } from '../settings/schema.ts';
import { OTHER, allowedOs, allowedVersion } from './allowed.ts';
import type { BundleInput } from './bundle-input.ts';

/** Where and with what the bundle was made. The title of a notice that somebody else wrote stays out: its id says which it is. */
export function bundleEnvironment({ about, survey, now }: BundleInput, code: string): object {
  const { consoleVersion, notice, offsetMinutes, settings } = about;
  const builtIn = builtInNotice();
  return {
    formatVersion: 1,
    madeAt: toIso(now, offsetMinutes),
    code,
    consoleVersion,
    label: about.label,
    os: allowedOs(survey.terminal?.os ?? null),
    offsetMinutes,
    notice: {
      id: notice.id,
      title: notice.id === builtIn.id && notice.title === builtIn.title ? notice.title : OTHER,
      target: { component: notice.target.component, version: allowedVersion(notice.target.version) },
    },
    settings: settingsStates(settings),
  };
}

/** Each setting by its name in the file, and whether it is the default; never its value. */
function settingsStates(settings: Settings): Readonly<Record<string, 'default' | 'changed'>> {
  const defaults = new Map(leaves(defaultSettings()));
  return Object.fromEntries(
    leaves(settings).map(([key, value]) => [key, defaults.get(key) === value ? 'default' : 'changed']),
  );
}

/** Every value as JSON under its whole name: `paths.deliveryRecord`. Lists are values. */
function leaves(value: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? leaves(each, `${prefix}${key}.`)
      : [[`${prefix}${key}`, JSON.stringify(each)] as const],
  );
}
