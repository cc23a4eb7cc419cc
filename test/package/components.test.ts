import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { committedLicence, nodeLicence } from '../../scripts/package/committed-licences.ts';
import { componentsOf, packageFolder } from '../../scripts/package/components.ts';
import { licenceList } from '../../scripts/package/licence-list.ts';
import { temporaryFolder } from '../e2e/built.ts';
import { pinnedNode } from './node-version.ts';

/** A build whose outputs hold these many bytes of these inputs. */
function built(outputs: Readonly<Record<string, Readonly<Record<string, number>>>>): Metafile {
  return {
    inputs: {},
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([path, inputs]) => [
        path,
        {
          bytes: 1,
          imports: [],
          exports: [],
          inputs: Object.fromEntries(
            Object.entries(inputs).map(([input, bytesInOutput]) => [input, { bytesInOutput }]),
          ),
        },
      ]),
    ),
  };
}

function writePackage(root: string, folder: string, manifest: unknown, texts: Record<string, string>): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(root, folder, name), text);
}

const none = async (): Promise<null> => null;

describe('the components of a bundle', () => {
  it('are what really is in it: by package, once each, with licence, notice and the files they are in', async () => {
    using root = temporaryFolder();
    const thing = { name: '@a/thing', version: '1.0.0', license: 'MIT' };
    writePackage(root.path, 'node_modules/@a/thing', thing, { license: 'The MIT text\n', NOTICE: 'Of Z' });
    writePackage(root.path, 'node_modules/b/node_modules/@a/thing', thing, { license: 'The MIT text' });
    writePackage(
      root.path,
      'node_modules/b',
      { name: 'b', version: '2.0.0', license: 'ISC' },
      { 'LICENSE.md': 'The ISC text', 'licensed.js': '' },
    );
    const metafile = built({
      'out/main.js': {
        'src/bin.ts': 10,
        'node_modules/@a/thing/lib/index.js': 5,
        'node_modules/dropped/index.js': 0,
      },
      'out/chunk.js': { 'node_modules/b/node_modules/@a/thing/x.js': 1, 'node_modules/b/index.js': 3 },
    });
    expect(await componentsOf([metafile], root.path, none)).toMatchObject([
      { name: '@a/thing', licence: 'MIT', files: ['chunk.js', 'main.js'] },
      {
        name: 'b',
        version: '2.0.0',
        licence: 'ISC',
        text: 'The ISC text',
        source: 'its npm package (LICENSE.md)',
        files: ['chunk.js'],
      },
    ]);
    const [first] = await componentsOf([built({ 'main.js': { 'node_modules/@a/thing/i.js': 1 } })], root.path, none);
    expect(first?.text).toBe('The MIT text\n\nOf Z');
  });

  it('need a licence text, or a kept one', async () => {
    using root = temporaryFolder();
    writePackage(root.path, 'node_modules/bare', { name: 'bare', version: '1.0.0', license: 'MIT' }, {});
    const metafiles = [built({ 'main.js': { 'node_modules/bare/index.js': 1 } })];
    await expect(componentsOf(metafiles, root.path, none)).rejects.toMatchObject({
      code: 'no-licence',
      message: 'bare 1.0.0 is bundled, but its package has no licence file',
      remedy: expect.stringContaining('scripts/package/licenses/'),
    });
    const kept = async (name: string, version: string) => ({
      text: `Kept ${name} ${version}`,
      source: 'there',
    });
    expect(await componentsOf(metafiles, root.path, kept)).toMatchObject([
      { text: 'Kept bare 1.0.0', source: 'there' },
    ]);
  });

  it('need a licence id', async () => {
    using root = temporaryFolder();
    writePackage(root.path, 'node_modules/x', { name: 'x', version: '1.0.0' }, { LICENSE: 'text' });
    await expect(
      componentsOf([built({ 'main.js': { 'node_modules/x/i.js': 1 } })], root.path, none),
    ).rejects.toMatchObject({ code: 'no-licence' });
  });

  it.each([
    ['src/bin.ts', null],
    ['scripts/nothing.ts', null],
    ['node_modules/ink/build/index.js', 'node_modules/ink'],
    ['node_modules/ink/node_modules/signal-exit/index.js', 'node_modules/ink/node_modules/signal-exit'],
    ['node_modules/@alcalzone/ansi-tokenize/build/index.js', 'node_modules/@alcalzone/ansi-tokenize'],
    ['(disabled):node_modules/x/y.js', 'node_modules/x'],
  ])('belongs to: %s', (input, folder) => {
    expect(packageFolder(input)).toBe(folder);
  });

  it('may be what the build itself defines', () => {
    expect(packageFolder('<define:OQS_PARTS>')).toBeNull();
  });

  it('may not come from anywhere else', () => {
    expect(() => packageFolder('../other/index.js')).toThrow(expect.objectContaining({ code: 'nobody-s' }));
  });
});

describe('the kept licences', () => {
  it('are the texts that their entries name, for the versions that are packaged', async () => {
    expect((await nodeLicence(pinnedNode)).text).toMatch(/^Node\.js is licensed for use as follows:/);
    await expect(nodeLicence('99.0.0')).rejects.toMatchObject({
      code: 'no-licence',
      message: expect.stringContaining('99.0.0 is packaged'),
    });
    expect(await committedLicence('no-such-package', '1.0.0')).toBeNull();
  });
});

describe('THIRD-PARTY-LICENSES.txt', () => {
  it('names every component with its licence, its files, its source and the text in full', async () => {
    const text = licenceList({
      version: '1.2.3',
      node: { version: pinnedNode, licence: { text: 'unused', source: 'the source of the text' } },
      components: [
        {
          name: 'a',
          version: '1.0.0',
          licence: 'MIT',
          text: 'Text of a\n',
          source: 'there',
          files: ['main.js'],
        },
      ],
    });
    for (const words of [
      'oqs-console 1.2.3',
      `Node.js ${pinnedNode}`,
      'the source of the text',
      '  a 1.0.0  MIT\n',
      'In: app/main.js\nText from: there\n\nText of a\n',
    ])
      expect(text).toContain(words);
  });
});
