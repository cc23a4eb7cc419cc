import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeScenario } from '../e2e/built.ts';
import { SETTINGS, times } from '../e2e/prepared.ts';
import { endOf } from './ended.ts';
import { tried } from './tried.ts';

const PATIENT = '患者 花子';
/** What lies in an exchange folder, in each form that somebody could pass off as a file of ours. */
const exchanged = {
  'record.csv': `名称,バージョン\n${PATIENT} 顔認証ライブラリ,5.1.0 ${PATIENT}\n`,
  'notice.json': `{ "formatVersion": 1, "${PATIENT}": 1 }`,
  'guide.json': `{ "formatVersion": 1, "${PATIENT}": 1 }`,
  'answer.json': `{ "${PATIENT}": 1 }`,
  'roster.csv': `${PATIENT},端末\n`,
} as const;

/** Ways to spell or lead to a file in the folder; `drive` is C: of the simulated terminal. */
const ways: readonly (readonly [name: string, path: (drive: string, file: string) => string])[] = [
  ['its own path', (drive, file) => join(drive, 'OQS', 'Req', file)],
  ['another spelling', (drive, file) => `${drive}/OQS/Res/../Req/./${file}`],
  [
    'a link to the folder',
    (drive, file) => {
      symlinkSync(join(drive, 'OQS', 'Req'), join(drive, 'linked'));
      return join(drive, 'linked', file);
    },
  ],
  [
    'a link to the folder above',
    (drive, file) => {
      symlinkSync(join(drive, 'OQS'), join(drive, 'above'));
      return join(drive, 'above', 'Req', file);
    },
  ],
  [
    'a link to the file',
    (drive, file) => {
      symlinkSync(join(drive, 'OQS', 'Req', file), join(drive, file));
      return join(drive, file);
    },
  ],
  [
    'a link to a link',
    (drive, file) => {
      symlinkSync(join(drive, 'OQS', 'Req'), join(drive, 'first'));
      symlinkSync(join(drive, 'first', file), join(drive, file));
      return join(drive, file);
    },
  ],
];

/** Whatever reads a file whose place others name. */
const doors: readonly {
  readonly name: string;
  readonly file: keyof typeof exchanged;
  readonly args: (path: string, data: string) => readonly string[];
  /** It does without the file, and says so. */
  readonly goesOn?: boolean;
}[] = [
  { name: 'notice FILE', file: 'notice.json', args: (path) => ['notice', path] },
  {
    name: 'check --notice',
    file: 'notice.json',
    args: (path, data) => ['check', '--notice', path, '--data-dir', data],
  },
  { name: 'card --notice', file: 'notice.json', args: (path) => ['card', '--notice', path] },
  { name: 'desk --roster', file: 'roster.csv', args: (path, data) => ['desk', '--json', '--roster', path, data] },
  { name: 'desk FILE', file: 'answer.json', args: (path) => ['desk', '--json', path], goesOn: true },
];

function terminal(folder: string): string {
  const drive = join(folder, 'files');
  for (const name of ['Req', 'Res', 'Face']) mkdirSync(join(drive, 'OQS', name), { recursive: true });
  for (const [name, text] of Object.entries(exchanged)) writeFileSync(join(drive, 'OQS', 'Req', name), text);
  return drive;
}

describe.concurrent('what lies in an exchange folder', () => {
  it.for(doors)('is not read by $name', async ({ name, file, args, goesOn }, context) => {
    tried(context, name, 'patients', ways.length);
    for (const [, path] of ways) {
      using folder = temporaryFolder();
      const data = join(folder.path, 'data');
      mkdirSync(data);
      const end = await endOf(args(path(terminal(folder.path), file), data));
      expect(end).toMatchObject({ exitCode: goesOn === true ? 3 : 64 });
      expect(`${end.stdout}${end.stderr}`).toContain('患者さんのデータ');
      expect(`${end.stdout}${end.stderr}`).not.toContain(PATIENT);
    }
  });

  it('is not found by desk in a folder that leads there', async (context) => {
    tried(context, 'desk FOLDER', 'patients');
    using folder = temporaryFolder();
    const drive = terminal(folder.path);
    mkdirSync(join(folder.path, 'answers'));
    symlinkSync(join(drive, 'OQS', 'Req'), join(folder.path, 'answers', 'clinic'));
    const end = await endOf(['desk', '--json', join(folder.path, 'answers')]);
    expect(end.stdout).toContain('患者さんのデータ');
    expect(end.stdout).not.toMatch(/花子|answer\.json/);
  });

  it.for(['settings.json', 'guide.json', 'clinic.json', 'notices/a.json', 'notices'])(
    'is not read where %s leads there',
    async (name, context) => {
      tried(context, 'check', 'patients');
      using folder = temporaryFolder();
      const drive = terminal(folder.path);
      const data = join(folder.path, 'data');
      mkdirSync(join(data, name, '..'), { recursive: true });
      symlinkSync(join(drive, 'OQS', 'Req', ...(name === 'notices' ? [] : ['guide.json'])), join(data, name));
      const end = await endOf(['check', '--simulate', 'already-current', '--data-dir', data]);
      expect(end).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('患者さんのデータ') });
      expect(`${end.stdout}${end.stderr}`).not.toContain(PATIENT);
    },
  );

  it('is no record of deliveries and no Version.info, whatever leads there', async (context) => {
    tried(context, 'check --json', 'patients', 2);
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    const record = 'C:\\Clinic\\record.csv';
    writeScenario(join(folder.path, 'scenario'), times, {
      [SETTINGS]: JSON.stringify({ paths: { deliveryRecord: record } }),
    });
    const call = ['check', '--json', '--simulate', join(folder.path, 'scenario'), '--workdir', workdir];
    await endOf(call);
    const drive = terminal(workdir);
    symlinkSync(join(drive, 'OQS', 'Req'), join(drive, 'Clinic'));
    const end = await endOf(call);
    expect(end.stdout).toContain('"state":"unreadable"');
    expect(end.stdout).not.toContain('花子');
  });
});
