import { compareVersions, parseVersion } from '../domain/versions/version.ts';
import type { Entry, Notice } from './entry.ts';

/** The notices that answers were given to, each once, in an order of their own. */
export function noticesOf(entries: readonly Entry[]): readonly Notice[] {
  const byText = new Map<string, Notice>();
  for (const { notice } of entries) if (notice !== null) byText.set(keyOf(notice), notice);
  return [...byText.keys()].toSorted().flatMap((text) => byText.get(text) ?? []);
}

/** Tells whether a notice asks for less than another one of the same component: who fulfils it may lack what is asked for now. */
export function createOutdated(notices: readonly Notice[]): (notice: Notice | null) => boolean {
  const read = notices.flatMap((notice) => {
    const version = parseVersion(notice.version ?? '');
    return version === null ? [] : [{ notice, version }];
  });
  const outdated = new Set(
    read
      .filter(({ notice, version }) =>
        read.some(
          (other) => other.notice.component === notice.component && compareVersions(version, other.version) < 0,
        ),
      )
      .map(({ notice }) => keyOf(notice)),
  );
  return (notice) => notice !== null && outdated.size > 0 && outdated.has(keyOf(notice));
}

function keyOf({ id, component, version }: Notice): string {
  return `${id ?? ''}\n${component}\n${version ?? ''}`;
}
