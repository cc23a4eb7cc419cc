import process from 'node:process';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { basename, join, posix, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise, type Entry } from 'yauzl';
import { buildInto } from '../../scripts/build.ts';
import { bundle } from '../../scripts/bundle.ts';
import { makePackage, type Made } from '../../scripts/package/make.ts';
import { nodeExe } from '../../scripts/package/node-runtime.ts';
import { PackageProblem } from '../../scripts/package/problem.ts';
import { packageFiles } from '../../src/commands/package.ja.ts';
import { temporaryFolder } from '../e2e/built.ts';
import { sbomSchema } from './sbom-schema.ts';
import { pinnedNode } from './node-version.ts';

const root = join(import.meta.dirname, '../..');
const MAX_MEGABYTES = 60;

const sum = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

/** Null where Windows' Node is at hand. Anything but an unreachable registry is a failure, not a reason. */
async function reasonToSkip(): Promise<string | null> {
  try {
    await nodeExe();
    return null;
  } catch (error) {
    if (error instanceof PackageProblem && error.code === 'not-fetched') return error.message;
    throw error;
  }
}

/** Whether what reads signatures of Windows' programs is on this machine. */
const hasSigner = await promisify(execFile)('osslsigncode', ['--version']).then(
  () => true,
  () => false,
);
if (!hasSigner) process.stdout.write('The signature of node.exe: skipped, for want of osslsigncode\n');

const reason = await reasonToSkip();
if (reason !== null) process.stdout.write(`The zip for Windows: skipped. ${reason}\n`);

describe.skipIf(reason !== null)('the zip for Windows', () => {
  const folder = temporaryFolder();
  let made: Made = { zip: '', sha256: '', sbom: '', bytes: 0 };
  let bytes = Buffer.alloc(0);
  const entries = new Map<string, Entry>();
  const files = new Map<string, Buffer>();
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';

  beforeAll(async () => {
    made = await makePackage(join(folder.path, 'one'));
    bytes = readFileSync(made.zip);
    const reader = await fromBufferPromise(bytes, { strictFileNames: true });
    for await (const entry of reader.eachEntry()) {
      entries.set(entry.fileName, entry);
      files.set(entry.fileName.replace(/^oqs-console\//, ''), await buffer(await reader.openReadStreamPromise(entry)));
    }
  });
  afterAll(() => folder[Symbol.dispose]());

  it('is made twice to the same bytes, in another folder and another time zone', async () => {
    const script = `import { makePackage } from './scripts/package/make.ts'; await makePackage(process.argv[1]);`;
    const other = join(folder.path, 'two');
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, other], {
      cwd: root,
      env: { ...process.env, TZ: 'America/St_Johns', LC_ALL: 'C' },
    });
    for (const path of [made.zip, made.sha256, made.sbom])
      expect(sum(readFileSync(join(other, basename(path))))).toBe(sum(readFileSync(path)));
  });

  it('has its SHA-256 beside it, as `sha256sum -c` reads it', () => {
    expect(readFileSync(made.sha256, 'utf8')).toBe(`${sum(bytes)}  ${basename(made.zip)}\n`);
  });

  it('has an SBOM beside it that names what the licence list names, with the very node.exe, and nothing else', () => {
    const { metadata, components } = sbomSchema.parse(JSON.parse(readFileSync(made.sbom, 'utf8')));
    expect(metadata.component.hashes).toEqual([{ alg: 'SHA-256', content: sum(bytes) }]);
    const [node, ...others] = components.filter(({ name }) => name === 'Node.js');
    expect(others).toEqual([]);
    expect(node).toMatchObject({
      version: pinnedNode,
      hashes: [{ alg: 'SHA-256', content: sum(files.get('node/node.exe') ?? Buffer.alloc(0)) }],
    });
    const listed = [...text('THIRD-PARTY-LICENSES.txt').matchAll(/^ {2}(\S+) (\S+) {2}[A-Z(]\S*.*\r$/gm)].map(
      ([, name = '', version = '']) => `${name} ${version}`,
    );
    const named = components
      .filter((each) => each !== node)
      .map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`);
    expect(listed.length).toBeGreaterThan(20);
    expect(named.toSorted()).toEqual(listed.toSorted());
  });

  it('has every picture and text that its texts lead to', () => {
    const texts = [...files.keys()].filter((name) => /^docs\/[^/]+\.md$/.test(name));
    expect(texts.toSorted()).toEqual(['docs/desk.md', 'docs/manual.md', 'docs/notice.md', 'docs/windows.md']);
    const led = texts.flatMap((name) =>
      Array.from(text(name).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g), ([, path = '']) => posix.join('docs', path)),
    );
    expect(led.length).toBeGreaterThan(30);
    const isThere = (path: string): boolean =>
      files.has(path) || [...files.keys()].some((name) => name.startsWith(`${path}/`));
    expect(led.filter((path) => !isThere(path))).toEqual([]);
  });

  it('has deploy/ byte by byte', () => {
    const names = readdirSync(join(root, 'deploy'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    expect(names.length).toBeGreaterThan(10);
    expect([...files.keys()].filter((name) => name.startsWith('deploy/')).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(files.get(name)).toEqual(readFileSync(join(root, name)));
  });

  it(`is under ${String(MAX_MEGABYTES)} MB`, () => {
    expect(bytes.length).toBeLessThan(MAX_MEGABYTES * 1_000_000);
  });

  it('has everything below one folder, under names that Windows reads', () => {
    expect([...entries.keys()].filter((name) => !name.startsWith('oqs-console/'))).toEqual([]);
    const japanese = entries.get(`oqs-console/${packageFiles.readme}`);
    expect(japanese?.fileNameRaw.toString('utf8')).toBe('oqs-console/はじめにお読みください.txt');
    expect((japanese?.generalPurposeBitFlag ?? 0) & 0x800).toBe(0x800);
    for (const name of entries.keys()) {
      expect(name).not.toMatch(/[<>:"|?*\\]|[. ](\/|$)|(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)/i);
      // Room for the folder it is carried to: Explorer's limit is 260.
      expect(name.length).toBeLessThan(140);
    }
  });

  it('has all that a terminal needs', () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'node/node.exe',
        'node/LICENSE',
        'app/main.js',
        'app/program.js',
        'app/restore.js',
        'app/package.json',
        'app/scenarios/outdated-morning/scenario.json',
        'docs/notices/2026-01-face-library.json',
        'docs/notices/2024-11-connect.json',
        'docs/notice.md',
        'docs/card-technician.html',
        'docs/card-staff.html',
        'oqs-console.cmd',
        'check.cmd',
        packageFiles.readme,
        'LICENSE',
        'THIRD-PARTY-LICENSES.txt',
        'SHA256SUMS',
      ]),
    );
    expect(JSON.parse(text('app/package.json'))).toMatchObject({ type: 'module' });
  });

  it("carries Windows' own Node for 64-bit Intel", () => {
    const exe = files.get('node/node.exe') ?? Buffer.alloc(0);
    const header = exe.readUInt32LE(0x3c);
    expect(exe.toString('latin1', header, header + 4)).toBe('PE\0\0');
    expect(exe.readUInt16LE(header + 4)).toBe(0x8664);
    expect(exe.includes(`v${pinnedNode}`)).toBe(true);
  });

  it.skipIf(!hasSigner)(
    'its Node is signed by whom the documents name, whole, and has the hash that they name',
    async () => {
      const exe = files.get('node/node.exe') ?? Buffer.alloc(0);
      const file = join(folder.path, 'node.exe');
      writeFileSync(file, exe);
      // It ends with a failure where this machine knows no root of Microsoft's; the words tell what we ask.
      const { stdout } = await promisify(execFile)('osslsigncode', ['verify', '-in', file]).catch(
        (error: { readonly stdout: string }) => error,
      );
      const digest = (words: string): string | undefined =>
        new RegExp(`${words}\\s*: ([0-9A-F]{64})`).exec(stdout)?.[1];
      expect(digest('Current message digest')).toMatch(/^[0-9A-F]{64}$/);
      expect(digest('Calculated message digest')).toBe(digest('Current message digest'));
      const signer = /Subject: .*\/O=([^/\n]+)\/CN=/.exec(stdout)?.[1] ?? 'nobody';
      expect(signer).toBe('OpenJS Foundation');
      const hash = createHash('sha256').update(exe).digest('hex');
      const page = readFileSync(join(root, 'docs/windows.md'), 'utf8');
      for (const words of [signer, hash, `Node.js ${pinnedNode}`]) expect(page).toContain(words);
      expect(text(packageFiles.readme)).toContain(signer);
    },
  );

  it('has true checksums of every other file', () => {
    const lines = text('SHA256SUMS').split('\n').slice(0, -1);
    const others = [...files.keys()].filter((name) => name !== 'SHA256SUMS').toSorted();
    expect(lines).toEqual(
      others.map(
        (name) =>
          `${createHash('sha256')
            .update(files.get(name) ?? '')
            .digest('hex')}  ${name}`,
      ),
    );
  });

  it('names in its licence list every package that the bundles hold', async () => {
    const list = text('THIRD-PARTY-LICENSES.txt');
    const again = join(folder.path, 'bundles');
    const built = [await buildInto(again), await bundle({ restore: 'scripts/package/restore.ts' }, again)];
    const outputs = built.flatMap((each) => Object.entries(each.outputs));
    const scripts = [...files.keys()].filter((name) => /^app\/[^/]+\.js$/.test(name));
    expect(outputs.map(([path]) => `app/${basename(path)}`)).toEqual(expect.arrayContaining(scripts));
    // What esbuild says went into a bundle is believed of the very bytes that the zip holds.
    const bundled = outputs.flatMap(([path, { inputs }]) => {
      const name = basename(path);
      expect(sum(files.get(`app/${name}`) ?? Buffer.alloc(0))).toBe(sum(readFileSync(join(again, name))));
      return Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => {
        const found = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
        return found === undefined || bytesInOutput === 0 ? [] : [found];
      });
    });
    expect(new Set(bundled).size).toBeGreaterThan(20);
    const unnamed = [...new Set(bundled)].filter((found) => !list.includes(`\r\n  ${found} `));
    expect(unnamed).toEqual([]);
    expect(list).toContain(`Node.js ${pinnedNode}`);
    expect(text('node/LICENSE')).toContain('Node.js is licensed for use as follows');
  });

  it('knows nothing of the machine that made it', () => {
    const words = [root, homedir(), tmpdir(), hostname()].filter((word) => word.length > 3);
    const found = [...files].flatMap(([name, content]) =>
      name === 'node/node.exe'
        ? []
        : words
            .filter((word) => content.includes(`${word}/`) || content.includes(`${word}\\`))
            .map((word) => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});
