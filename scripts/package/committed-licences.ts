import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './integrity.ts';
import sources from './licenses/sources.json' with { type: 'json' };
import { PackageProblem } from './problem.ts';

/** A licence text that the project keeps, because the component's own package has none. */
export interface Committed {
  readonly text: string;
  /** Where it comes from, in words. */
  readonly source: string;
}

interface Entry {
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  readonly source: string;
}

/** The licence of Node and of all that Node itself is made of, as one file. */
export async function nodeLicence(version: string): Promise<Committed> {
  return read(sources.node, 'node', version);
}

/** The text for a package without one, null where no entry names the package. */
export async function committedLicence(name: string, version: string): Promise<Committed | null> {
  const entry = sources.packages.find((each) => each.name === name);
  return entry ? read(entry, name, version) : null;
}

async function read(entry: Entry, name: string, version: string): Promise<Committed> {
  const path = join(import.meta.dirname, 'licenses', entry.file);
  const bytes = await readFile(path);
  if (entry.version !== version || sha256Of(bytes) !== entry.sha256) {
    throw new PackageProblem({
      code: 'no-licence',
      what:
        entry.version === version
          ? `the kept licence of ${name} is not the text that its entry names`
          : `the kept licence of ${name} is that of ${entry.version}, but ${version} is packaged`,
      where: `scripts/package/licenses/sources.json, ${path}`,
      remedy: `take the licence of ${name} ${version} from its source again, and write its version and SHA-256 into the entry`,
    });
  }
  return { text: bytes.toString('utf8'), source: entry.source };
}
