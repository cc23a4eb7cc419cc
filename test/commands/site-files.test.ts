import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain/fault.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { readSiteFiles } from '../../src/commands/site-files.ts';
import { loadNotices } from '../../src/commands/site-notices.ts';
import { sitePath, type SitePlace } from '../../src/commands/site-place.ts';
import { exampleText } from '../notice/examples.ts';
import { encode } from '../domain/versions/encode.ts';
import { fakeTrust } from '../fakes/trust.ts';

let dataDir = '';
let place: SitePlace = { dataDir, hostPath: String, trust: fakeTrust() };
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'oqs-site-'));
  place = { dataDir, trust: fakeTrust(), hostPath: (path) => join(dataDir, 'drive', path.slice(3)) };
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const path = join(dataDir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const entry = (id: string, title: string) => ({
  id,
  title,
  see: ['x'],
  why: 'x',
  do: ['x'],
  call: 'x',
  words: [],
});
const guide = (...titles: readonly string[]) => ({
  formatVersion: 1,
  entries: titles.map((title) => entry(title, title)),
});
const titlesOf = async (reading: 'strict' | 'tolerant' = 'strict') =>
  (await readSiteFiles(place, reading)).guide.map(({ title }) => title);

describe('a file of an editor on the terminal', () => {
  const clinic = { formatVersion: 1, name: 'さくら医院', phone: '0312345678' };

  it.each(['utf-8', 'utf-8 with mark', 'cp932', 'utf-16le with mark'] as const)('is read in %s', async (encoding) => {
    writeFileSync(join(dataDir, 'clinic.json'), encode(JSON.stringify(clinic), encoding));
    expect((await readSiteFiles(place, 'strict')).clinic).toEqual(clinic);
  });

  it('that is no text is refused, and says so', async () => {
    writeFileSync(join(dataDir, 'clinic.json'), new TextEncoder().encode('{"name": "abc\u0000defgh"}'));
    await expect(readSiteFiles(place, 'strict')).rejects.toThrow('テキストファイルとして読めません');
  });
});

describe("a site's files", () => {
  it('are defaults where there are none', async () => {
    expect(await readSiteFiles(place, 'strict')).toEqual({
      settings: defaultSettings(),
      settingsFile: { path: join(dataDir, 'settings.json'), decides: [] },
      guide: [],
      guideFiles: [],
      clinic: { formatVersion: 1, name: null, phone: null },
      problems: [],
    });
  });

  it('say which settings they decide, and the clinic', async () => {
    write('settings.json', { clinicId: 'A-1' });
    write('clinic.json', { name: 'サンプルクリニック' });
    const files = await readSiteFiles(place, 'strict');
    expect(files.settings.clinicId).toBe('A-1');
    expect(files.settingsFile.decides).toEqual(['clinicId']);
    expect(files.clinic.name).toBe('サンプルクリニック');
  });

  it.each(['settings.json', 'guide.json', 'clinic.json'])(
    'end a strict reading where %s is a bad one',
    async (name) => {
      write(name, '{\n  "colour": 1\n}');
      const error = await readSiteFiles(place, 'strict').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(InputError);
      expect(error).toMatchObject({ where: expect.stringContaining(join(dataDir, name)) as unknown });
    },
  );

  it('are done without, one by one, and told of, where the reading is tolerant', async () => {
    const path = write('settings.json', '{\n  "clinicId": "A-1",\n  "colour": 1\n}');
    write('guide.json', '{');
    write('clinic.json', { name: '医院' });
    const files = await readSiteFiles(place, 'tolerant');
    expect(files).toMatchObject({ settings: defaultSettings(), guide: [], clinic: { name: '医院' } });
    expect(files.settingsFile.decides).toEqual([]);
    expect(files.problems).toMatchObject([
      { file: 'settings', where: `${path}:3: colour`, place: 'settings.json:3: colour' },
      { file: 'guide', place: 'guide.json:1:2' },
    ]);
  });

  it('that cannot be read at all are told of as well', async () => {
    mkdirSync(join(dataDir, 'settings.json'));
    expect((await readSiteFiles(place, 'tolerant')).problems).toMatchObject([
      { file: 'settings', place: 'settings.json' },
    ]);
  });
});

describe('entries for the guide', () => {
  it('come from the file that the settings name, then from guide.json', async () => {
    write('settings.json', { guide: 'company.json' });
    write('company.json', guide('a', 'b'));
    write('guide.json', guide('c'));
    expect(await titlesOf()).toEqual(['a', 'b', 'c']);
    expect((await readSiteFiles(place, 'strict')).guideFiles).toEqual([
      join(dataDir, 'company.json'),
      join(dataDir, 'guide.json'),
    ]);
  });

  it('are read once where the settings name guide.json itself', async () => {
    write('settings.json', { guide: 'guide.json' });
    write('guide.json', guide('c'));
    expect(await titlesOf()).toEqual(['c']);
  });

  it('may lie anywhere on the terminal', async () => {
    write('settings.json', { guide: 'C:\\company\\guide.json' });
    mkdirSync(join(dataDir, 'drive', 'company\\'), { recursive: true });
    expect(sitePath(place, 'C:\\company\\guide.json')).toBe(join(dataDir, 'drive', 'company\\guide.json'));
    expect((await readSiteFiles(place, 'tolerant')).problems).toMatchObject([{ file: 'guide' }]);
  });

  it('must be there where the settings name a file', async () => {
    write('settings.json', { guide: 'none.json' });
    await expect(titlesOf()).rejects.toThrow(InputError);
    expect((await readSiteFiles(place, 'tolerant')).problems).toMatchObject([{ file: 'guide', place: 'none.json' }]);
  });
});

describe('the notices of a site', () => {
  it('are not passed over because of a link to nothing beside them', async () => {
    mkdirSync(join(dataDir, 'notices'));
    write('notices/one.json', exampleText('2024-11-connect'));
    symlinkSync(join(dataDir, 'gone.json'), join(dataDir, 'notices', 'two.json'));
    const error: unknown = await loadNotices({}, place, defaultSettings()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      message: expect.stringContaining('先がない') as unknown,
      where: join(dataDir, 'notices', 'two.json'),
    });
  });

  it.each([
    ['a link to nothing', (path: string) => symlinkSync(join(dataDir, 'gone'), path), '先がない'],
    ['a file', (path: string) => writeFileSync(path, ''), 'フォルダではありません'],
  ])('are not taken for none where %s stands in the place of their folder', async (_, plant, says) => {
    plant(join(dataDir, 'notices'));
    await expect(loadNotices({}, place, defaultSettings())).rejects.toThrow(says);
  });
});

describe('a link to nothing', () => {
  it.each(['settings.json', 'guide.json', 'clinic.json'])('is not taken for no %s', async (name) => {
    symlinkSync(join(dataDir, 'gone.json'), join(dataDir, name));
    await expect(readSiteFiles(place, 'strict')).rejects.toThrow('先がない');
  });

  it('on the way to them is not taken for no file either', async () => {
    symlinkSync(join(dataDir, 'gone'), join(dataDir, 'linked'));
    const elsewhere = { ...place, dataDir: join(dataDir, 'linked', 'data') };
    await expect(readSiteFiles(elsewhere, 'strict')).rejects.toThrow('先がない');
  });
});

describe('a file in a folder of patients', () => {
  it('is not read by way of a link', async () => {
    mkdirSync(join(dataDir, 'OQS', 'Req'), { recursive: true });
    write('OQS/Req/patient.json', guide('a name'));
    symlinkSync(join(dataDir, 'OQS', 'Req'), join(dataDir, 'linked'));
    write('settings.json', { guide: 'linked/patient.json' });
    await expect(readSiteFiles(place, 'strict')).rejects.toThrow('患者さん');
  });
});
