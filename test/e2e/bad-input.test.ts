import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { builtInFile } from '../../src/domain/notice/built-in.ts';
import { run, runWith, temporaryFolder, writeScenario } from './built.ts';
import { isRoot, OTHER_USER } from '../attack/other-user.ts';
import { answerOf, SETTINGS, times } from './prepared.ts';

const builtIn = builtInFile();

/** Writes a notice, and gives its path. */
function noticeIn(folder: string, notice: unknown): string {
  const path = join(folder, 'notice.json');
  writeFileSync(path, typeof notice === 'string' ? notice : JSON.stringify(notice));
  return path;
}

const full = '/dev/full';

describe.skipIf(!existsSync(full))('an output that takes nothing', () => {
  it.each([
    ['the answer', ['check', '--simulate', 'already-current'], 'output'],
    ['the document', ['check', '--json', '--simulate', 'already-current'], 'output'],
    ['a document of an error', ['check', '--json', '--colour'], 'usage'],
    ['a schema', ['schema', 'check'], 'output'],
    ['the help', ['--help'], 'output'],
  ])('%s: one clear message, exit 64', async (_, args, code) => {
    const { exitCode, stderr } = await runWith({ stdout: full }, ...args);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(new RegExp(`^エラー\\(${code}\\)\\n.+\\n場所: .+\\n対応: .+ください。\\n$`));
  });

  it('is named with the reason', async () => {
    const { stderr } = await runWith({ stdout: full }, 'scenarios');
    expect(stderr).toMatch(/\n結果を書き出せません: ディスクに空きがありません。\n場所: stdout\n/);
  });

  it('leaves the verdict as it is where only stderr takes nothing', async () => {
    const { exitCode } = await runWith({ stderr: full }, 'check', '--simulate', 'outdated-morning');
    expect(exitCode).toBe(1);
  });

  it('leaves the verdict as it is where the reader is gone', async () => {
    const { exitCode, stderr } = await runWith({ stdout: 'closed' }, 'check', '--simulate', 'outdated-morning');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  });
});

describe('bad input', () => {
  const cases: readonly {
    name: string;
    args: (folder: string) => readonly string[];
    says: readonly RegExp[];
  }[] = [
    {
      name: 'an empty scenario',
      args: (folder) => ['--simulate', writeScenario(folder, '')],
      says: [/scenario\.json/, /ファイルが空です/],
    },
    {
      name: 'a scenario that is not JSON',
      args: (folder) => ['--simulate', writeScenario(folder, '{')],
      says: [/scenario\.json/, /JSON/],
    },
    {
      name: 'a scenario with an unknown field',
      args: (folder) => ['--simulate', writeScenario(folder, { ...times, colour: 1 })],
      says: [/scenario\.json:1: colour/],
    },
    {
      name: 'a scenario with a wrong type',
      args: (folder) => ['--simulate', writeScenario(folder, { ...times, power: { sleepMinutesOnAc: 'x' } })],
      says: [/power\.sleepMinutesOnAc/],
    },
    {
      name: 'a scenario without its format version',
      args: (folder) => ['--simulate', writeScenario(folder, {})],
      says: [/formatVersion/],
    },
    {
      name: 'an unknown scenario',
      args: () => ['--simulate', 'no-such-terminal'],
      says: [/no-such-terminal/, /outdated-morning/],
    },
    {
      name: 'a notice that is not there',
      args: (folder) => ['--notice', join(folder, 'none.json')],
      says: [/none\.json/],
    },
    {
      name: 'a notice with a bad field',
      args: (folder) => {
        writeFileSync(join(folder, 'notice.json'), '{"formatVersion":1,"id":"x"}');
        return ['--notice', join(folder, 'notice.json')];
      },
      says: [/notice\.json:1: title/, /この項目がありません/],
    },
    {
      name: 'settings with a bad field',
      args: (folder) => [
        '--simulate',
        writeScenario(folder, times, { [SETTINGS]: '{"limits":{"checkTimeoutSeconds":-1}}' }),
      ],
      says: [/settings\.json:1: limits\.checkTimeoutSeconds/],
    },
    {
      name: 'a journal that is a folder',
      args: (folder) => {
        mkdirSync(join(folder, 'data', 'journal.jsonl'), { recursive: true });
        return ['--data-dir', join(folder, 'data')];
      },
      says: [/journal\.jsonl/],
    },
    { name: 'an unknown option', args: () => ['--colour'], says: [/--colour/, /--help/] },
    { name: 'a timeout that is no number', args: () => ['--timeout', 'soon'], says: [/--timeout/] },
    {
      name: 'a working folder that is in use for something else',
      args: (folder) => {
        writeFileSync(join(folder, 'letter.txt'), 'mine');
        return ['--workdir', folder];
      },
      says: [/模擬端末の作業フォルダではありません/, /--workdir/],
    },
    { name: 'an option without its value', args: () => ['--notice'], says: [/--notice/, /--help/] },
    { name: 'a timeout of nothing', args: () => ['--timeout', '0'], says: [/--timeout: 1 から 3600 まで/] },
    { name: 'a time that is none', args: () => ['--clock', 'noon'], says: [/--clock/] },
    { name: 'a word too many', args: () => ['now'], says: [/余分な引数/] },
    {
      name: 'a working folder that is a file',
      args: (folder) => {
        writeFileSync(join(folder, 'letter.txt'), 'mine');
        return ['--workdir', join(folder, 'letter.txt')];
      },
      says: [/フォルダではありません/, /letter\.txt/],
    },
    {
      name: 'a working folder below a file',
      args: (folder) => {
        writeFileSync(join(folder, 'letter.txt'), 'mine');
        return ['--workdir', join(folder, 'letter.txt', 'sub')];
      },
      says: [/フォルダであるはずの場所がファイルです。\n/, /場所: .+sub\n/],
    },
    {
      name: 'a folder that Node makes for ever',
      args: () => ['--workdir', '/proc/oqs-console/sub'],
      says: [/作業フォルダを使えません: フォルダがありません。\n場所: \/proc\/oqs-console\/sub\n/],
    },
    {
      name: 'a working folder linked to itself',
      args: (folder) => {
        symlinkSync('loop', join(folder, 'loop'));
        return ['--workdir', join(folder, 'loop')];
      },
      says: [/作業フォルダを使えません: リンクの先がありません。\n/],
    },
    {
      name: 'a scenario that is a link to itself',
      args: (folder) => {
        symlinkSync('loop', join(folder, 'loop'));
        return ['--simulate', join(folder, 'loop')];
      },
      says: [/bad-scenario/, /リンク\(別の場所を指すもの\)の先がないため/],
    },
    {
      name: 'a notice that is not JSON',
      args: (folder) => ['--notice', noticeIn(folder, '{"formatVersion":1,')],
      says: [/notice\.json/, /JSON/],
    },
    {
      name: 'a notice with an unknown field',
      args: (folder) => ['--notice', noticeIn(folder, { ...builtIn, colour: 'red' })],
      says: [/notice\.json:1: colour/],
    },
    {
      name: 'a notice that excludes a night outside its calendar',
      args: (folder) => {
        const delivery = { ...builtIn.delivery, excludedNights: ['2026-01-25', '2026-02-01'] };
        return ['--notice', noticeIn(folder, { ...builtIn, delivery })];
      },
      says: [/notice\.json:1: delivery\.excludedNights\[1\]/, /配信期間の外/],
    },
    {
      name: 'a notice in the data folder with a bad field',
      args: (folder) => [
        '--simulate',
        writeScenario(folder, times, { 'ProgramData/oqs-console/notices/next.json': '{"formatVersion":3}' }),
      ],
      says: [/next\.json:1: formatVersion/],
    },
    {
      name: 'settings that are not JSON',
      args: (folder) => ['--simulate', writeScenario(folder, times, { [SETTINGS]: 'clinicId = 1' })],
      says: [/settings\.json/, /JSON/],
    },
    {
      name: 'settings with an unknown field',
      args: (folder) => ['--simulate', writeScenario(folder, times, { [SETTINGS]: '{"clinic":"1"}' })],
      says: [/settings\.json:1: clinic/],
    },
  ];

  it.each(cases)('$name: one clear message, exit 64', async ({ args, says }) => {
    using folder = temporaryFolder();
    const { exitCode, stdout, stderr } = await run('check', '--json', ...args(folder.path));
    const { error } = errorDocumentSchema.parse(JSON.parse(stdout));
    expect(exitCode).toBe(64);
    expect(stderr).toBe(
      `エラー(${error.code})\n${error.message}\n場所: ${String(error.where)}\n対応: ${String(error.remedy)}\n`,
    );
    expect(error.remedy).toContain('ください');
    for (const pattern of says) expect(stderr).toMatch(pattern);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.skipIf(!isRoot).each([
    ['--workdir', 'bad-workdir', '作業フォルダを使えません: 書き込む権限がありません。'],
    ['--simulate', 'bad-scenario', 'ファイルを読む権限がありません: '],
  ])("%s in another user's own folder: no rights, exit 64", async (option, code, says) => {
    using folder = temporaryFolder();
    writeScenario(join(folder.path, 'own'), times);
    chmodSync(folder.path, 0o755);
    chmodSync(join(folder.path, 'own'), 0o700);
    const simulate = option === '--workdir' ? ['--simulate', 'already-current'] : [];
    const args = ['check', '--json', ...simulate, option, join(folder.path, 'own')];
    const { exitCode, stdout } = await runWith({ uid: OTHER_USER, env: { HOME: '/nonexistent' } }, ...args);
    const { error } = errorDocumentSchema.parse(JSON.parse(stdout));
    expect({ exitCode, code: error.code }).toEqual({ exitCode: 64, code });
    expect(error.message).toContain(says);
  });

  it.each([['schema everything'], ['schema'], ['chekc'], ['check --timeout soon']])(
    'says what is wrong on stderr alone: %s',
    async (words) => {
      const { exitCode, stdout, stderr } = await run(...words.split(' '));
      expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
      expect(stderr).toMatch(/^エラー\(usage\)\n.+\n場所: oqs-console .+\n対応: .+--help.+\n$/);
    },
  );

  it('has no folder for temporary files: exit 64, with the way out, and no scenario is blamed', async () => {
    using folder = temporaryFolder();
    const missing = join(folder.path, 'none');
    const { exitCode, stdout } = await runWith({ env: { TMPDIR: missing } }, 'check', '--json');
    const { error } = errorDocumentSchema.parse(JSON.parse(stdout));
    expect(exitCode).toBe(64);
    expect(error).toMatchObject({
      code: 'bad-workdir',
      where: missing,
      message: '作業フォルダを使えません: フォルダがありません。',
    });
    expect(error.remedy).toMatch(/TMPDIR.*--workdir/);
  });

  it('names the line of the journal that is not as it was written, and goes on', async () => {
    using folder = temporaryFolder();
    const scenarios = join(import.meta.dirname, '../../scenarios/two-failed-cycles/files/ProgramData/oqs-console');
    const lines = readFileSync(join(scenarios, 'journal.jsonl'), 'utf8').split('\n');
    const changed = lines.with(2, (lines[2] ?? '').replace('"error"', '"already-latest"'));
    writeFileSync(join(folder.path, 'journal.jsonl'), changed.join('\n'));
    writeFileSync(join(folder.path, 'journal.head'), readFileSync(join(scenarios, 'journal.head')));
    const { answer, exitCode } = await answerOf('two-failed-cycles', '--data-dir', folder.path);
    expect(answer.journal).toMatchObject({ state: 'changed', line: 3, entries: 11 });
    expect(exitCode).toBe(2);
  });
});
