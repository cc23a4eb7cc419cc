import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownVersion } from '../../scripts/package/make.ts';
import { releaseNotes } from '../../scripts/package/release-notes.ts';

const changelog = (unreleased: string): string => `# Changelog

Words.

## [Unreleased]
${unreleased}
## [1.10.0] - 2026-02-01

### Added

- A thing ([1.1.0] had none).

## [1.1.0]

- The first.
`;

describe('the notes of a release', () => {
  it('are the section of its version, up to the next one', () => {
    expect(releaseNotes(changelog(''), '1.10.0')).toEqual({
      text: '## [1.10.0] - 2026-02-01\n\n### Added\n\n- A thing ([1.1.0] had none).\n',
      hasUnreleased: false,
    });
    expect(releaseNotes(changelog(''), '1.1.0').text).toBe('## [1.1.0]\n\n- The first.\n');
  });

  it('tell what is in the package under no version yet, and say so', () => {
    const { text, hasUnreleased } = releaseNotes(changelog('\n- New.\n'), '1.10.0');
    expect(hasUnreleased).toBe(true);
    expect(text).toMatch(/^## \[Unreleased\]\n\n- New\.\n\n## \[1\.10\.0\] - 2026-02-01\n/);
  });

  it('cannot be made for a version of which nothing is told', () => {
    expect(() => releaseNotes(changelog(''), '1.1')).toThrow(
      expect.objectContaining({ code: 'no-changelog', message: 'CHANGELOG.md has no section for 1.1' }),
    );
  });

  it('can be made for the version that this is', async () => {
    const own = readFileSync(join(import.meta.dirname, '../../CHANGELOG.md'), 'utf8');
    const version = await ownVersion();
    expect(releaseNotes(own, version).text).toContain(`## [${version}]`);
  });
});
