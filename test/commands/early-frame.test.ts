import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleCall, drawFirstFrame } from '../../src/commands/early-frame.ts';
import { readMachine, writeMachine } from '../../src/ports/simulator/machine.ts';
import { dataDirOf } from '../../src/ports/simulator/workdir.ts';
import { statusTexts } from '../../src/screens/status/status.ja.ts';
import { fakeScreen } from '../harness/fake-screen.ts';
import { fileOf, line } from '../journal/build.ts';
import { temporaryFolder, terminalOf } from '../ports/simulator/harness.ts';

/** A terminal at 08:10 on the 20th, whose journal knows that the library was 5.0.3 in the evening before. */
function prepared() {
  const workdir = terminalOf();
  const dataDir = dataDirOf(workdir);
  mkdirSync(dataDir, { recursive: true });
  const seen = { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.0.3' };
  writeFileSync(join(dataDir, 'journal.jsonl'), fileOf([line([], { at: '2026-01-19T19:30:00+09:00', ...seen })]));
  return { workdir, dataDir };
}

/** What the first frame shows of this call, row by row; null where nothing is written. */
async function firstFrame(
  args: readonly string[],
  where: { readonly isReadOut?: boolean } = {},
): Promise<readonly string[] | null> {
  const call = consoleCall(args);
  expect(call).not.toBeNull();
  const { screen, written, waitFor, close } = fakeScreen({ columns: 80, rows: 24 });
  const program = { platform: 'linux', env: {} } as const;
  if (call) await drawFirstFrame(call, program, '0.1.0', { ...screen, isReadOut: false, ...where });
  const rows = written() === '' ? null : await waitFor('oqs-console');
  close();
  return rows;
}

describe('a call that opens the console', () => {
  it.each([
    [[], {}],
    [['--simulate', 'outdated-morning', '--read-only'], { simulate: 'outdated-morning', readOnly: true }],
    [['--workdir=/w', '--data-dir', '/d'], { workdir: '/w', dataDir: '/d' }],
  ])('%j is one', (args, values) => {
    expect(consoleCall(args)).toEqual(values);
  });

  it.each([
    [['check']],
    [['--help']],
    [['--json']],
    [['--workdir']],
    [['--read-only=yes']],
    [['--data-dir', '']],
    [['--clock', 'noon']],
    [['desk', '.']],
  ])('%j is none: its own reader says what it is', (args) => {
    expect(consoleCall(args)).toBeNull();
  });
});

describe('the first frame', () => {
  it('shows the terminal, its time, what is asked for, and what was known last with its time', async () => {
    const { workdir } = prepared();
    const rows = await firstFrame(['--workdir', workdir]);
    expect(rows?.[0]).toMatch(/^oqs-console 状態 .*\[模擬\].* 1\/20\(火\) 08:10$/);
    expect(rows?.[1]).toBe(
      `[..]   ${statusTexts.progress(0, 11)}  顔認証ライブラリ 前回 5.0.3 (1/19(月) 19:30) (必要 5.1.0)`,
    );
    expect(rows?.join('\n')).toContain(statusTexts.pendingStep);
  });

  it('takes the journal from the folder that is named, and goes without where there is none', async () => {
    const { workdir } = prepared();
    const rows = await firstFrame(['--workdir', workdir, '--data-dir', join(workdir, 'elsewhere')]);
    expect(rows?.[1]).toContain('顔認証ライブラリ .. (必要 5.1.0)');
  });

  it('is drawn where the folder of the notices holds none', async () => {
    const { workdir, dataDir } = prepared();
    mkdirSync(join(dataDir, 'notices'));
    expect((await firstFrame(['--workdir', workdir]))?.[0]).toContain('oqs-console 状態');
  });

  it('waits for no pipe in the place of the journal', async () => {
    const { workdir, dataDir } = prepared();
    rmSync(join(dataDir, 'journal.jsonl'));
    execFileSync('mkfifo', [join(dataDir, 'journal.jsonl')]);
    expect((await firstFrame(['--workdir', workdir]))?.[1]).toContain('顔認証ライブラリ .. ');
  });

  it('shows no text of the journal that would move the cursor, and stands without a journal that is none', async () => {
    const { workdir, dataDir } = prepared();
    const hostile = { event: 'version-seen', component: 'face-library', source: 'version-info', version: '\u001B[2J5' };
    writeFileSync(join(dataDir, 'journal.jsonl'), fileOf([line([], hostile)]));
    expect((await firstFrame(['--workdir', workdir]))?.[0]).toContain('oqs-console 状態');
    writeFileSync(
      join(dataDir, 'journal.jsonl'),
      '{"at":"2026-01-19T19:30:00+09:00","seq":1,"event":"version-seen"}\n\u0000\u0000',
    );
    expect(await firstFrame(['--workdir', workdir])).not.toBeUndefined();
  });

  it.each([
    ['a terminal that is yet to be made', () => ['--simulate', 'outdated-morning']],
    ['a folder that is no terminal', () => ['--workdir', temporaryFolder()]],
    ['a notice that must be checked first', () => ['--workdir', prepared().workdir, '--notice', 'other.json']],
    [
      'a notice in the data folder',
      () => {
        const { workdir, dataDir } = prepared();
        mkdirSync(join(dataDir, 'notices'));
        writeFileSync(join(dataDir, 'notices', 'next.json'), '{}');
        return ['--workdir', workdir];
      },
    ],
    [
      'settings that name a notice',
      () => {
        const { workdir, dataDir } = prepared();
        writeFileSync(join(dataDir, 'settings.json'), '{ "notice": "C:\\\\n.json" }');
        return ['--workdir', workdir];
      },
    ],
    [
      'settings in another encoding that name a notice',
      () => {
        const { workdir, dataDir } = prepared();
        const text = Buffer.from('\uFEFF{ "notice": "C:\\\\n.json" }', 'utf16le');
        writeFileSync(join(dataDir, 'settings.json'), text);
        return ['--workdir', workdir];
      },
    ],
    [
      'settings that spell it in another way',
      () => {
        const { workdir, dataDir } = prepared();
        writeFileSync(join(dataDir, 'settings.json'), '{ "\\u006eotice": "C:\\\\n.json" }');
        return ['--workdir', workdir];
      },
    ],
    [
      'settings that are a link, or cannot be read as such',
      () => {
        const { workdir, dataDir } = prepared();
        writeFileSync(join(workdir, 'elsewhere.json'), '{}');
        rmSync(join(dataDir, 'settings.json'));
        symlinkSync(join(workdir, 'elsewhere.json'), join(dataDir, 'settings.json'));
        return ['--workdir', workdir];
      },
    ],
    [
      'a machine that is down',
      () => {
        const { workdir } = prepared();
        writeMachine(workdir, { ...readMachine(workdir), power: 'restarting' });
        return ['--workdir', workdir];
      },
    ],
  ])('is not drawn for %s', async (_, args) => {
    expect(await firstFrame(args())).toBeNull();
  });

  it('is drawn where settings name no notice', async () => {
    const { workdir, dataDir } = prepared();
    writeFileSync(join(dataDir, 'settings.json'), '{ "clinicId": "notice" }');
    expect((await firstFrame(['--workdir', workdir]))?.[1]).toContain('(必要 5.1.0)');
  });

  it('is not drawn for a screen reader', async () => {
    expect(await firstFrame(['--workdir', prepared().workdir], { isReadOut: true })).toBeNull();
  });
});
