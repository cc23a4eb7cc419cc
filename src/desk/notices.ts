import type { NoticeCount } from './counts.ts';
import type { Entry, Notice } from './entry.ts';
import type { Row } from './rows.ts';
import { isDone } from './states.ts';
import { compareVersions, parseVersion } from '../domain/versions/version.ts';

/** The notices that answers were given to, each once, in an order of their own. */
export function noticesOf(entries: readonly Entry[]): readonly Notice[] {
  const keyOf = createKeys();
  const byText = new Map<string, Notice>();
  for (const { notice } of entries) if (notice !== null) byText.set(keyOf(notice), notice);
  return [...byText.keys()].toSorted().flatMap((text) => byText.get(text) ?? []);
}

/** How the terminals stand that are under each notice. */
export function noticeCounts(notices: readonly Notice[], rows: readonly Row[]): readonly NoticeCount[] {
  const keyOf = createKeys();
  const byKey = Map.groupBy(rows, ({ entry }) => (entry?.notice ? keyOf(entry.notice) : null));
  return notices.map((notice) => {
    const own = byKey.get(keyOf(notice)) ?? [];
    const clinics = new Set(own.flatMap(({ clinic }) => clinic ?? []));
    const done = own.filter(({ state }) => isDone(state)).length;
    return { notice, terminals: own.length, done, clinics: clinics.size };
  });
}

/**
 * Tells whether a notice asks for less of a component than another one: who fulfils it may lack what is asked for now.
 */
export function createOutdated(notices: readonly Notice[]): (notice: Notice | null) => boolean {
  const keyOf = createKeys();
  const read = notices.flatMap((notice) =>
    notice.targets.flatMap(({ component, version: asked }) => {
      const version = parseVersion(asked ?? '');
      return version === null ? [] : [{ notice, component, version }];
    }),
  );
  const highest = new Map<string, string>();
  for (const { component, version } of read) {
    const known = highest.get(component);
    if (known === undefined || compareVersions(known, version) < 0) highest.set(component, version);
  }
  const outdated = new Set(
    read
      .filter(({ component, version }) => compareVersions(version, highest.get(component) ?? version) < 0)
      .map(({ notice }) => keyOf(notice)),
  );
  return (notice) => notice !== null && outdated.size > 0 && outdated.has(keyOf(notice));
}

/**
 * What tells a notice from others, by what it asks for. Nearly all answers share a few of them: each is put together
 * once.
 */
function createKeys(): (notice: Notice) => string {
  const keys = new Map<Notice, string>();
  return (notice) => {
    const known = keys.get(notice);
    if (known !== undefined) return known;
    const { id, targets } = notice;
    const key = [id ?? '', ...targets.flatMap(({ component, version }) => [component, version ?? ''])].join('\n');
    keys.set(notice, key);
    return key;
  };
}
