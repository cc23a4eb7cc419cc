import { PackageProblem } from './problem.ts';

/** A release's notes, and whether they hold entries that no version has yet. */
export interface ReleaseNotes {
  readonly text: string;
  readonly hasUnreleased: boolean;
}

const HEADING = /^## \[([^\]]+)\].*$/gm;

/**
 * What CHANGELOG.md says of a version, and before it what it says of no version yet, which is in the package as well.
 * Fails where it knows no such version.
 */
export function releaseNotes(changelog: string, version: string): ReleaseNotes {
  const headings = [...changelog.matchAll(HEADING)];
  const sections = headings.map((heading, at) => ({
    of: heading[1] ?? '',
    text: changelog.slice(heading.index, headings[at + 1]?.index).trim(),
    isEmpty: changelog.slice(heading.index + heading[0].length, headings[at + 1]?.index).trim() === '',
  }));
  const own = sections.find(({ of }) => of === version);
  if (own === undefined) {
    throw new PackageProblem({
      code: 'no-changelog',
      what: `CHANGELOG.md has no section for ${version}`,
      where: 'CHANGELOG.md, and the version in package.json',
      remedy: `give the entries under [Unreleased] the heading "## [${version}] - YYYY-MM-DD", or put the version right`,
    });
  }
  const unreleased = sections.find(({ of, isEmpty }) => of === 'Unreleased' && !isEmpty);
  const told = unreleased === undefined ? [own] : [unreleased, own];
  return { text: `${told.map(({ text }) => text).join('\n\n')}\n`, hasUnreleased: unreleased !== undefined };
}
