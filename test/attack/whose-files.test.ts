import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAIN, runProgram, temporaryFolder, writeScenario } from '../e2e/built.ts';
import { confirm } from '../e2e/robot.ts';
import { EXAMPLE, OTHER_USER, isRoot } from './other-user.ts';
import { tried } from './tried.ts';
import { startInPty, type PtyProgram } from '../harness/pty.ts';

/** A data folder with settings, a guide and a notice of the site's, all as the user would have made them. */
function siteFolder() {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const state = join(folder.path, 'state');
  for (const each of [data, state, join(data, 'notices')]) mkdirSync(each, { mode: 0o755 });
  const settings = join(data, 'settings.json');
  const guide = join(data, 'guide.json');
  const notice = join(data, 'notices', 'connect.json');
  writeFileSync(settings, JSON.stringify({ clinicId: 'SITE-1' }), { mode: 0o644 });
  const entry = { id: 'site-beep', title: '医院の音', see: ['x'], why: 'x', do: ['x'], call: 'x', words: ['ぴーぴー'] };
  writeFileSync(guide, JSON.stringify({ formatVersion: 1, entries: [entry] }), { mode: 0o644 });
  copyFileSync(EXAMPLE, notice);
  chmodSync(notice, 0o644);
  const env = { XDG_STATE_HOME: state };
  return {
    ...folder,
    path: folder.path,
    data,
    state,
    settings,
    guide,
    notice,
    env,
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
type Site = ReturnType<typeof siteFolder>;

/** What of the site's files counts, and which are named as problems. */
async function counting(site: Site, env: Readonly<Record<string, string>> = site.env) {
  const check = await runProgram(MAIN, env, ['check', '--json', '--data-dir', site.data]);
  const answer = JSON.parse(check.stdout) as {
    readonly clinic?: { readonly id: string | null };
    readonly notice?: { readonly file: string | null };
    readonly problems?: readonly { readonly file: string; readonly reason: string }[];
  };
  const guide = await runProgram(MAIN, env, ['guide', '--data-dir', site.data, 'ぴーぴー']);
  const counts = [
    ...(answer.clinic?.id === 'SITE-1' ? ['settings'] : []),
    ...(guide.stdout.includes('医院の音') ? ['guide'] : []),
    ...(answer.notice?.file === site.notice ? ['notice'] : []),
  ];
  return { counts, problems: (answer.problems ?? []).map(({ file }) => file), exitCode: check.exitCode, answer };
}

const all = ['settings', 'guide', 'notice'] as const;
const noticesOf = ({ data }: Site): string => join(data, 'notices');

describe.skipIf(!isRoot)('a file that others may have written counts for nothing, and is named', () => {
  type Attack = readonly [how: string, plant: (site: Site) => void, hit: readonly (typeof all)[number][]];
  const attacks: readonly Attack[] = [
    ...all.flatMap((kind): readonly Attack[] => [
      [`${kind}: of another user`, (site) => chownSync(site[kind], OTHER_USER, OTHER_USER), [kind]],
      [`${kind}: its group may write`, (site) => chmodSync(site[kind], 0o664), [kind]],
      [`${kind}: everybody may write`, (site) => chmodSync(site[kind], 0o646), [kind]],
      [
        `${kind}: a link of ours to another user's file`,
        (site) => {
          const target = join(site.path, kind);
          writeFileSync(target, readFileSync(site[kind]), { mode: 0o644 });
          chownSync(target, OTHER_USER, OTHER_USER);
          replaceByLink(site[kind], target);
        },
        [kind],
      ],
      [
        `${kind}: a link of ours into another user's folder`,
        (site) => {
          const folder = join(site.path, 'theirs');
          mkdirSync(folder, { mode: 0o755 });
          writeFileSync(join(folder, kind), readFileSync(site[kind]), { mode: 0o644 });
          chownSync(folder, OTHER_USER, OTHER_USER);
          replaceByLink(site[kind], join(folder, kind));
        },
        [kind],
      ],
    ]),
    ['the data folder: of another user', (site) => chownSync(site.data, OTHER_USER, OTHER_USER), all],
    ['the data folder: its group may write', (site) => chmodSync(site.data, 0o775), all],
    ['the data folder: everybody may write', (site) => chmodSync(site.data, 0o777), all],
    ['notices: of another user', (site) => chownSync(noticesOf(site), OTHER_USER, OTHER_USER), ['notice']],
    ['notices: everybody may write', (site) => chmodSync(noticesOf(site), 0o757), ['notice']],
    [
      'the data folder: all of another user',
      (site) => {
        for (const path of [site.settings, site.guide, site.notice, noticesOf(site), site.data])
          chownSync(path, OTHER_USER, OTHER_USER);
      },
      all,
    ],
  ];

  it.concurrent.for(attacks)('%s', async ([how, plant, hit], context) => {
    tried(context, how.split(':')[0] ?? how, attackIn(how));
    using site = siteFolder();
    plant(site);
    const { counts, problems, exitCode } = await counting(site);
    expect(exitCode).not.toBe(64);
    expect(counts).toEqual(all.filter((kind) => !hit.includes(kind)));
    expect(problems.toSorted()).toEqual(hit.map((kind) => site[kind]).toSorted());
  });

  it('also where it is no file that could be used: a planted one ends no check', async () => {
    using site = siteFolder();
    for (const kind of all) {
      writeFileSync(site[kind], '{ "colour": ');
      chownSync(site[kind], OTHER_USER, OTHER_USER);
    }
    const { counts, problems, exitCode } = await counting(site);
    expect([counts, problems.length, exitCode === 64]).toEqual([[], 3, false]);
  });

  it('also where the settings name it', async () => {
    using site = siteFolder();
    const elsewhere = join(site.path, 'named.json');
    copyFileSync(EXAMPLE, elsewhere);
    chownSync(elsewhere, OTHER_USER, OTHER_USER);
    writeFileSync(site.settings, JSON.stringify({ clinicId: 'SITE-1', notice: elsewhere }));
    const { problems, answer } = await counting(site);
    expect([problems, answer.notice?.file]).toEqual([[elsewhere], site.notice]);
  });
});

/** By its column in the table. */
function attackIn(how: string): string {
  if (how.includes('a link')) return 'a link to what is theirs';
  return how.includes('may write') ? 'others may write' : 'of another user';
}

/** Puts a link of ours in the file's place. */
function replaceByLink(path: string, target: string): void {
  rmSync(path);
  symlinkSync(target, path);
}

describe("the user's own files and root's count", () => {
  it('as they were made', async () => {
    using site = siteFolder();
    expect(await counting(site)).toMatchObject({ counts: [...all], problems: [] });
  });

  it('for their owner alone, as links, and in a data folder that is a link', async () => {
    using site = siteFolder();
    chmodSync(site.settings, 0o600);
    const elsewhere = join(site.path, 'ours.json');
    copyFileSync(EXAMPLE, elsewhere);
    replaceByLink(site.notice, elsewhere);
    symlinkSync(site.data, join(site.path, 'link'));
    expect(await counting(site)).toMatchObject({ counts: [...all], problems: [] });
    const { problems } = await counting({ ...site, data: join(site.path, 'link') });
    expect(problems).toEqual([]);
  });

  it('as they are made under a generous umask', async () => {
    using site = siteFolder();
    rmSync(site.data, { recursive: true });
    const script = `umask 0; exec "$@"`;
    await using program = startInPty('/bin/sh', ['-c', script, 'sh', process.execPath, MAIN, '--data-dir', site.data], {
      columns: 80,
      rows: 24,
      env: site.env,
    });
    await program.waitFor('に確認');
    await saveHours(program);
    await program.waitFor('設定を保存しました');
    for (const path of [site.data, site.settings]) expect([path, statSync(path).mode & 0o022]).toEqual([path, 0]);
    const { problems } = await counting(site);
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!isRoot)('a file of another user that the operator has agreed to', () => {
  const OTHER = 'settings.json は、確かめるまで使いません。';

  /** Opens the console, and agrees to the settings that lie there. */
  async function agree(site: Site): Promise<void> {
    await using program = startInPty(process.execPath, [MAIN, '--data-dir', site.data], {
      columns: 80,
      rows: 24,
      env: site.env,
    });
    await program.waitFor('settings.json は確かめるまで使いません');
    await program.waitFor('に確認');
    program.press({ type: 's' });
    // Whose it is, what it says and by what it is known.
    await program.waitFor(({ text }) => text.includes(OTHER) && text.includes(`持ち主: ${String(OTHER_USER)}`));
    await program.waitFor('clinicId: "SITE-1"');
    program.press('enter');
    await confirm(program, '使う', (key) => program.press(key));
    await program.waitFor('次からこのファイルを使います');
  }

  it('counts from then on for this user, until it changes', async () => {
    using site = siteFolder();
    chownSync(site.settings, OTHER_USER, OTHER_USER);
    await agree(site);
    expect(await counting(site)).toMatchObject({ counts: [...all], problems: [] });
    // Remembered in the user's own folder, for nobody else to write, and nowhere in the data folder.
    const kept = join(site.state, 'oqs-console', 'agreed.json');
    expect(statSync(kept).mode & 0o077).toBe(0);
    expect(readdirSync(site.data).filter((name) => name.includes('agreed'))).toEqual([]);
    // Another user has not agreed to it.
    const others = join(site.path, 'other-state');
    mkdirSync(others);
    expect((await counting(site, { XDG_STATE_HOME: others })).problems).toEqual([site.settings]);
    // Another content has not been agreed to.
    writeFileSync(site.settings, JSON.stringify({ clinicId: 'SITE-1', limits: { refreshSeconds: 60 } }));
    expect(await counting(site)).toMatchObject({ counts: ['guide', 'notice'], problems: [site.settings] });
  });

  it.each<readonly [string, (kept: string) => void]>([
    ['another user has written', (kept) => chownSync(kept, OTHER_USER, OTHER_USER)],
    ['others may write', (kept) => chmodSync(kept, 0o666)],
    ['is a link', (kept) => replaceByLink(kept, moved(kept))],
    ['lies in a folder that others may write', (kept) => chmodSync(join(kept, '..'), 0o777)],
    ['is no list', (kept) => writeFileSync(kept, '{"a":')],
  ])('does not count by a memory that %s', async (_, spoil) => {
    using site = siteFolder();
    chownSync(site.settings, OTHER_USER, OTHER_USER);
    const kept = join(site.state, 'oqs-console', 'agreed.json');
    mkdirSync(join(kept, '..'), { mode: 0o700 });
    const { problems } = await counting(site);
    expect(problems).toEqual([site.settings]);
    const sha256 = createHash('sha256').update(readFileSync(site.settings)).digest('hex');
    writeFileSync(kept, JSON.stringify([sha256]), { mode: 0o600 });
    expect((await counting(site)).problems).toEqual([]);
    spoil(kept);
    expect((await counting(site)).problems).toEqual([site.settings]);
  });

  it("is never made the user's own by saving a setting", async () => {
    using site = siteFolder();
    await using program = startInPty(process.execPath, [MAIN, '--data-dir', site.data], {
      columns: 80,
      rows: 24,
      env: site.env,
    });
    await program.waitFor('に確認');
    const planted = JSON.stringify({ clinicId: 'SITE-1', managementTool: { path: 'C:\\planted.exe' } });
    writeFileSync(site.settings, planted);
    chownSync(site.settings, OTHER_USER, OTHER_USER);
    await saveHours(program);
    await program.waitFor(({ text }) => text.replaceAll(/\s/g, '').includes('ほかの利用者に書き換えられています'));
    expect(readFileSync(site.settings, 'utf8')).toBe(planted);
  });
});

/** Changes the hours of reception in the settings screen, and agrees to save them. */
async function saveHours(program: PtyProgram): Promise<void> {
  program.press({ type: 's' });
  await program.waitFor('] 受付時間');
  program.press('enter');
  await program.waitFor('[月-土 8:30-18:30 ]');
  program.press('backspace');
  await program.waitFor('[月-土 8:30-18:3 ]');
  program.press({ type: '5' });
  await program.waitFor('[月-土 8:30-18:35 ]');
  program.press('enter');
  await confirm(program, '保存する', (key) => program.press(key));
}

/** The file under another name. */
function moved(path: string): string {
  const to = `${path}.moved`;
  copyFileSync(path, to);
  return to;
}

describe('on a practice terminal', () => {
  it('the owners are those of the scenario', async () => {
    using site = siteFolder();
    const scenario = writeScenario(
      join(site.path, 'scenario'),
      { formatVersion: 1, owners: { 'C:\\ProgramData\\oqs-console\\notices': '受付' } },
      {
        'ProgramData/oqs-console/notices/connect.json': readFileSync(EXAMPLE),
        'ProgramData/oqs-console/settings.json': readFileSync(site.settings),
      },
    );
    const check = await runProgram(MAIN, site.env, ['check', '--json', '--simulate', scenario]);
    const answer = JSON.parse(check.stdout) as { problems: readonly { file: string; reason: string }[] };
    expect(answer).toMatchObject({ clinic: { id: 'SITE-1' }, notice: { id: '2026-01-face-library', file: null } });
    expect(answer.problems).toMatchObject([
      {
        file: expect.stringMatching(/connect\.json$/) as unknown,
        reason: expect.stringContaining('ほかの利用者が置いた') as unknown,
      },
    ]);
  });
});
