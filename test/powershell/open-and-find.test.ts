import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  findToolLineSchema,
  openToolLineSchema,
  type ScriptInputs,
} from '../../src/ports/windows/powershell/script-lines.ts';
import { describeScript, runScript, type ScriptRun } from './run-script.ts';
import { unlocked, type World, type WorldProcess } from './world.ts';

const toolName = '配信アプリケーション管理ツール';
const program = 'C:\\Program Files\\OQS\\どれか.exe';

describeScript('open-tool', () => {
  const shell = { id: 100, name: 'explorer', program: 'C:\\Windows\\explorer.exe', title: toolName };
  const tool = { id: 200, name: 'tool', program: program.toUpperCase(), title: '' };
  const other = { id: 300, name: 'viewer', program: 'C:\\viewer.exe', title: `${toolName}の手引き` };

  async function open(world: Partial<World>, more: Partial<ScriptInputs['open-tool'] & ScriptRun> = {}) {
    const { path = program, program: known = program, constrained = false } = more;
    const input: ScriptInputs['open-tool'] = { path, program: known, toolName, waitSeconds: 2 };
    const whole = { session: unlocked, ...world };
    const end = await runScript({ name: 'open-tool', input, world: whole, constrained });
    return { ...end, lines: end.lines.map((line) => openToolLineSchema.parse(line)) };
  }
  const looks = (...all: readonly (readonly WorldProcess[])[]) => ({
    looks: all.map((processes) => ({ processes })),
  });
  const opened = (processId: number, alreadyRunning: boolean) => [{ type: 'opened', processId, alreadyRunning }];

  test('takes up the running program, and starts nothing', async () => {
    const end = await open(looks([shell, other, tool]));
    expect(end).toMatchObject({ exitCode: 0, lines: opened(200, true), presses: [] });
  });

  test('takes up a window by its name only where its program is not known', async () => {
    const elevated = { ...tool, program: null, title: '（ｵﾝﾗｲﾝ資格確認）配信ｱﾌﾟﾘｹｰｼｮﾝ管理ﾂｰﾙ' };
    expect(await open(looks([shell, elevated]))).toMatchObject({ lines: opened(200, true) });
    const byShortcut = await open(looks([shell, { ...tool, title: toolName }]), { program: null });
    expect(byShortcut).toMatchObject({ lines: opened(200, true), presses: [] });
  });

  test('starts it, and waits for its window', async () => {
    const end = await open(looks([shell], [shell], [shell, tool]));
    expect(end).toMatchObject({ exitCode: 0, lines: opened(200, false), presses: [`start ${program}`] });
  });

  test('started through a shortcut: the process that was started, or a new window by its name', async () => {
    const path = 'C:\\Users\\Public\\Desktop\\管理.lnk';
    const bare = await open({ ...looks([shell], [shell, { ...tool, id: 201 }]), startedId: 201 }, { path });
    expect(bare).toMatchObject({ lines: opened(201, false), presses: [`start ${path}`] });
    const launched = { id: 202, name: 'real', program: 'C:\\real.exe', title: `${toolName} 1.0` };
    const byName = await open({ ...looks([shell, other], [shell, other, launched]), startedId: 201 }, { path });
    expect(byName).toMatchObject({ lines: opened(202, false) });
  });

  test('no window, no start, two windows: an obstacle', async () => {
    const none = await open(looks([shell], [shell, other]));
    expect(none.lines).toMatchObject([{ type: 'opened', processId: 300 }]);
    const silent = await open(looks([shell, other]));
    expect(silent).toMatchObject({ exitCode: 0, lines: [{ obstacle: 'window-not-found', detail: '' }] });
    const refused = await open({ ...looks([shell]), refuses: '操作は取り消されました' });
    const detail = '操作は取り消されました';
    expect(refused).toMatchObject({ exitCode: 0, lines: [{ obstacle: 'window-not-found', detail }] });
    const two = await open(looks([tool, { ...tool, id: 201, title: '二つ目' }]));
    expect(two.lines).toMatchObject([{ obstacle: 'several-matches', detail: ' / 二つ目' }]);
  });

  test('starts nothing where nobody could press anything', async () => {
    const locked = await open({ ...looks([tool]), session: { ...unlocked, flags: 0 } });
    expect(locked).toMatchObject({ lines: [{ obstacle: 'screen-locked' }], presses: [] });
    const constrained = await open(looks([shell]), { constrained: true });
    expect(constrained).toMatchObject({ lines: [{ obstacle: 'constrained-language' }], presses: [] });
  });
});

describeScript('find-tool', () => {
  let folder = '';
  const at = (...parts: readonly string[]) => join(folder, ...parts);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oqs-見つける-'));
    const files = [
      'desktop/（ｵﾝﾗｲﾝ資格確認）配信ｱﾌﾟﾘｹｰｼｮﾝ管理ﾂｰﾙ.lnk',
      'desktop/別のもの.lnk',
      'desktop/中/配信アプリケーション管理ツール.lnk',
      'common/配信アプリケーション管理ツール.LNK',
      'common/配信アプリケーション管理ツール.txt',
      'OQS/one.exe',
      'OQS/a/b/two.exe',
      'OQS/a/b/c/deep.exe',
      'OQS/other.exe',
    ];
    for (const file of files) {
      await mkdir(join(folder, file, '..'), { recursive: true });
      await writeFile(join(folder, file), '');
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function find(
    world: Readonly<Record<string, unknown>>,
    input: Partial<ScriptInputs['find-tool']>,
    more: Partial<ScriptRun> = {},
  ) {
    const whole = { path: null, toolName, folders: [], ...input };
    const end = await runScript({
      name: 'find-tool',
      input: whole,
      world: { session: unlocked, ...world },
      ...more,
    });
    return { ...end, lines: end.lines.map((line) => findToolLineSchema.parse(line)) };
  }
  const end = { type: 'end' };

  test('by settings, by shortcuts, by what programs call themselves; in this order', async () => {
    const one = at('OQS', 'one.exe');
    const names = { 'two.exe': ['', ` ${toolName} `], 'one.exe': ['他', null], 'deep.exe': [toolName, ''] };
    const world = {
      desktops: [at('desktop'), at('common'), at('gone'), ''],
      programNames: names,
    };
    const found = await find(world, { path: one, folders: [at('OQS'), at('gone')] });
    expect(found.exitCode).toBe(0);
    expect(found.lines).toEqual([
      { type: 'found', by: 'settings', path: one },
      {
        type: 'found',
        by: 'shortcut',
        path: at('desktop', '（ｵﾝﾗｲﾝ資格確認）配信ｱﾌﾟﾘｹｰｼｮﾝ管理ﾂｰﾙ.lnk'),
      },
      {
        type: 'found',
        by: 'shortcut',
        path: at('common', '配信アプリケーション管理ツール.LNK'),
      },
      {
        type: 'found',
        by: 'folder',
        path: at('OQS', 'a', 'b', 'two.exe'),
      },
      end,
    ]);
  });

  test('nothing: no guess, and no error', async () => {
    const found = await find({ desktops: [at('desktop', '中')] }, { path: at('gone.exe'), toolName: '別の名前' });
    expect(found).toMatchObject({ exitCode: 0, lines: [end] });
    const nameless = await find({ desktops: [at('desktop')] }, { folders: [at('OQS')], toolName: ' ' });
    expect(nameless.lines).toEqual([end]);
  });

  test('constrained language mode finds the same', async () => {
    const path = at('common', '配信アプリケーション管理ツール.LNK');
    const constrained = await find({ desktops: [at('common')] }, {}, { constrained: true });
    expect(constrained).toMatchObject({ exitCode: 0, lines: [{ type: 'found', by: 'shortcut', path }, end] });
  });
});
