import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../e2e/built.ts';
import { tried } from './tried.ts';

/** What `check` says to settings, as far as these tests ask. */
async function checkWith(settings: object) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'settings.json'), JSON.stringify(settings));
  const { exitCode, stdout } = await run('check', '--json', '--data-dir', folder.path);
  return { exitCode, stdout };
}

const programs = [
  ...'exe com bat cmd ps1 vbs js jse wsf hta msi msc cpl scr lnk url pif jar chm appref-ms'
    .split(' ')
    .map((kind) => `C:\\a.${kind}`),
  'C:\\a.exe ',
  'C:\\a.exe.',
  'C:\\a.pdf:b.exe',
  'C:\\a.exe::$DATA',
  'C:\\a\u202efdp.exe',
  'file:///C:/a.pdf',
];
const shares = [
  '\\\\server\\share\\a.pdf',
  '//server/share/a.pdf',
  '\\\\?\\UNC\\server\\share\\a.pdf',
  '\\\\.\\pipe\\a',
];

describe('a document that the settings name', () => {
  // Several at a time: each is a start of the program.
  it.concurrent.for([...programs, ...shares])('is refused: %j', async (errorDetails, context) => {
    tried(context, 'paths.errorDetails', shares.includes(errorDetails) ? 'another computer' : 'a program');
    const { exitCode, stdout } = await checkWith({ paths: { errorDetails } });
    expect(exitCode).toBe(64);
    expect(stdout).toContain('paths.errorDetails');
  });

  it('counts where it is one', async () => {
    expect((await checkWith({ paths: { errorDetails: 'C:\\Manual\\発生エラー詳細.pdf' } })).exitCode).not.toBe(64);
  });
});

describe('another computer', () => {
  it.concurrent.for([
    ['paths.deliveryRecord', (path: string) => ({ paths: { deliveryRecord: path } })],
    ['paths.readerInfo', (path: string) => ({ paths: { readerInfo: path } })],
    ['paths.versionInfo.face-library', (path: string) => ({ paths: { versionInfo: { 'face-library': path } } })],
    ['managementTool.path', (path: string) => ({ managementTool: { path } })],
    ['managementTool.folders', (path: string) => ({ managementTool: { folders: [path] } })],
    ['notice', (path: string) => ({ notice: path })],
    ['guide', (path: string) => ({ guide: path })],
  ] as const)('is not asked for %s', async ([field, settings], context) => {
    tried(context, field, 'another computer', shares.length);
    for (const path of shares) {
      const { exitCode, stdout } = await checkWith(settings(path));
      expect([path, exitCode]).toEqual([path, 64]);
      expect(stdout).toContain(field);
    }
  });
});
