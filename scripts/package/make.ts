import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Metafile } from 'esbuild';
import { staffCard } from '../../src/card/cards.ts';
import { technicianCard } from '../../src/card/cards.ts';
import { packageFiles, readmeText } from '../../src/commands/package.ja.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { paperHtml } from '../../src/text/paper.ts';
import { buildInto } from '../build.ts';
import { bundle } from '../bundle.ts';
import { nodeLicence } from './committed-licences.ts';
import { componentsOf, type Component } from './components.ts';
import { sha256Of } from './integrity.ts';
import { licenceList } from './licence-list.ts';
import { nodeExe, nodeRuntime } from './node-runtime.ts';
import { everyFileHasAnOwner } from './owners.ts';
import { sbom } from './sbom.ts';
import { sha256Sums, type Files } from './sums.ts';
import { batchFile, windowsText } from './windows-text.ts';
import { zip } from './zip.ts';

const root = join(import.meta.dirname, '../..');
const TOP = 'oqs-console';
const NOTICE = '2026-01-face-library.json';
const EXAMPLES = 'notices/examples';
const DEPLOY = 'deploy';
/** What is in docs/ for those who use the package. */
const GUIDES = ['manual.md', 'desk.md', 'windows.md', 'notice.md'];

/** The paths of what was made. */
export interface Made {
  readonly zip: string;
  readonly sha256: string;
  readonly sbom: string;
  /** How large the zip is. */
  readonly bytes: number;
}

/**
 * Makes the zip for Windows in a folder, and beside it its SHA-256 and its SBOM. Builds the program anew, elsewhere:
 * what lies in dist/ stays as it is.
 */
export async function makePackage(folder: string): Promise<Made> {
  const version = await ownVersion();
  const { files, components, node } = await packageContents(version);
  const name = `oqs-console-${version}-win-x64.zip`;
  const made = new Map([[name, zip(TOP, files)]]);
  const bytes = made.get(name) ?? new Uint8Array();
  const packed = { version, zip: sha256Of(bytes), node: { version: nodeRuntime.version, sha256: sha256Of(node) } };
  await mkdir(folder, { recursive: true });
  const put = async (file: string, content: Uint8Array | string): Promise<string> => {
    const path = join(folder, file);
    await writeFile(path, content);
    return path;
  };
  return {
    zip: await put(name, bytes),
    sha256: await put(`${name}.sha256`, sha256Sums(made)),
    sbom: await put(`oqs-console-${version}-win-x64.cdx.json`, sbom({ ...packed, components })),
    bytes: bytes.length,
  };
}

/** Every file of the package by its path below the top folder, and the works of others that are in it. */
async function packageContents(
  version: string,
): Promise<{ readonly files: Files; readonly components: readonly Component[]; readonly node: Uint8Array }> {
  const node = await nodeExe();
  const built = await buildApp();
  const licence = await nodeLicence(nodeRuntime.version);
  const components = await componentsOf(built.metafiles, root);
  const own = async (path: string): Promise<Uint8Array> => readFile(join(root, path));
  const launcher = async (name: string): Promise<Uint8Array> =>
    batchFile(await readFile(join(import.meta.dirname, 'launchers', name), 'utf8'));

  const files = new Map<string, Uint8Array>([
    ...built.files,
    // Without it Node would have to find out by itself that these are modules.
    ['app/package.json', json({ name: 'oqs-console', version, private: true, type: 'module' })],
    ['node/node.exe', node],
    ['node/LICENSE', Buffer.from(licence.text, 'utf8')],
    [`docs/notices/${NOTICE}`, await own(`src/domain/notice/${NOTICE}`)],
    ...(await Promise.all(
      (await readdir(join(root, EXAMPLES))).map(
        async (name) => [`docs/notices/${name}`, await own(`${EXAMPLES}/${name}`)] as const,
      ),
    )),
    ...(await guides()),
    ...(await deployFiles()),
    ['docs/card-technician.html', windowsText(paperHtml(technicianCard(builtInNotice(), defaultSettings())))],
    ['docs/card-staff.html', windowsText(paperHtml(staffCard(builtInNotice())))],
    ['oqs-console.cmd', await launcher('oqs-console.cmd')],
    ['check.cmd', await launcher('check.cmd')],
    [packageFiles.readme, windowsText(readmeText({ version, node: nodeRuntime.version }))],
    ['LICENSE', await own('LICENSE')],
    [
      'THIRD-PARTY-LICENSES.txt',
      windowsText(licenceList({ version, node: { version: nodeRuntime.version, licence }, components })),
    ],
  ]);
  files.set('SHA256SUMS', sha256Sums(files));
  everyFileHasAnOwner(files, bundlesOf(built.metafiles));
  return { files, components, node };
}

/** The texts for people, with what they show. They name the examples by another path than the package has. */
async function guides(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const folder = join(root, 'docs');
  const texts = await Promise.all(
    GUIDES.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return [`docs/${name}`, text.replaceAll('../notices/examples', 'notices')] as const;
    }),
  );
  const shown = new Set(
    texts.flatMap(([, text]) => Array.from(text.matchAll(/\(([a-z0-9-]+\.svg)\)/g), ([, name = '']) => name)),
  );
  const pictures = [...shown].map(async (name) => [`docs/${name}`, await readFile(join(folder, name))] as const);
  return [...texts.map(([path, text]) => [path, windowsText(text)] as const), ...(await Promise.all(pictures))];
}

/** What a support desk's machines read: as it stands, they may be no Windows. */
async function deployFiles(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const entries = await readdir(join(root, DEPLOY), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => [relative(root, path).replaceAll(sep, '/'), await readFile(path)] as const),
  );
}

/** Builds app/: the program as it is shipped everywhere, and the small one that runs after it. */
async function buildApp(): Promise<{
  readonly files: readonly (readonly [string, Uint8Array])[];
  readonly metafiles: readonly Metafile[];
}> {
  const folder = await mkdtemp(join(tmpdir(), 'oqs-package-'));
  try {
    const app = join(folder, 'app');
    const metafiles = [await buildInto(app), await bundle({ restore: 'scripts/package/restore.ts' }, app)];
    const entries = await readdir(app, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const files = await Promise.all(
      paths.map(async (path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), await readFile(path)] as const),
    );
    return { files, metafiles };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The names of the files that esbuild wrote. */
function bundlesOf(metafiles: readonly Metafile[]): ReadonlySet<string> {
  return new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs).map((path) => path.replace(/.*\//, ''))));
}

/** The version in package.json. */
export async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}
