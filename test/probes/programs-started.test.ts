import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { programIds, type ProgramId } from '../../src/ports/ports.ts';
import { windowsPorts } from '../../src/ports/windows/terminal.ts';
import { createSurveyor } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { createFakeCommands, type ExpectedCall, type RunAnswer } from '../fakes/commands.ts';
import { programAnswer } from '../ports/windows/fixtures.ts';
import { fakeTrust } from '../fakes/trust.ts';

const MOST = 9;

const any = (): boolean => true;
const says = (program: ProgramId, run: RunAnswer, args: ExpectedCall['args'] = any): ExpectedCall => ({
  program,
  args,
  run,
});
const lines = (...all: readonly object[]): RunAnswer => ({
  stdout: all.map((line) => `${JSON.stringify(line)}\n`).join(''),
});
const session = { remote: false, locked: false, elevated: true, user: 'OQSComApp' };
const healthy: readonly ExpectedCall[] = [
  says('registry', { stdout: programAnswer('reg-hiberboot-off.txt') }),
  says('tasks', { stdout: programAnswer('schtasks-enabled.xml') }, (args) => args.includes('/xml')),
  says('tasks', { stdout: programAnswer('schtasks-verbose-ja.txt') }),
  says('power', { stdout: programAnswer('powercfg-standbyidle-ja.txt') }),
  says('system', lines({ type: 'report', session, record: 7 }, { type: 'end' })),
  says('network', lines({ question: 'resolve=x', answer: true })),
];

/** What one survey of a real terminal starts where these answer. */
async function started(answers: readonly ExpectedCall[]): Promise<readonly ProgramId[]> {
  const commands = createFakeCommands(answers);
  const settings = defaultSettings();
  const impatient = { ...settings, limits: { ...settings.limits, checkTimeoutSeconds: 1 } };
  const ports = windowsPorts(commands, {
    env: {},
    folder: 'C:\\oqs-console\\app',
    nodeFile: 'C:\\oqs-console\\node.exe',
    pid: 1,
    dataDir: 'C:\\ProgramData\\oqs-console',
    settings: impatient,
    trust: fakeTrust(),
    ended: new AbortController().signal,
  });
  const context = { notice: builtInNotice(), settings: impatient, history: emptyHistory };
  await createSurveyor(ports).read(context, new AbortController().signal);
  return commands.calls.map(({ program }) => program);
}

const count = (all: readonly ProgramId[], ...wanted: readonly ProgramId[]): number =>
  all.filter((program) => wanted.includes(program)).length;

const failing = (run: RunAnswer): readonly ExpectedCall[] => programIds.map((program) => says(program, run));

describe('a survey of a real terminal', () => {
  it.each<[string, readonly ExpectedCall[]]>([
    ['all answer', healthy],
    ['the task is not there', [says('tasks', { exitCode: 1 }, (args) => args.includes('/xml')), ...healthy]],
    ['nothing is said', failing({})],
    ['all fail', failing({ exitCode: 1 })],
    ['nothing ends', failing('hang')],
  ])('starts at most nine programs, of them one Node and one PowerShell, where %s', async (_, answers) => {
    const all = await started(answers);
    expect(all.length).toBeLessThanOrEqual(MOST);
    // Our own programs, which Node runs.
    expect(count(all, 'network', 'tool')).toBe(1);
    expect(count(all, 'system')).toBe(1);
  });

  it('starts what docs/windows.md says', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/windows.md'), 'utf8');
    const [, sum = '', list = ''] = /一度の点検で動かすプログラムは(.)つまでです: ([^。]*)。/.exec(page) ?? [];
    const numerals = '〇一二三四五六七八九';
    const named = [...list.matchAll(/([^、]+?) ?([一二三四五六七八九])つ/g)].map(([, name = '', how = '']) => [
      name,
      how,
    ]);
    const all = await started(healthy);
    const told = (program: ProgramId): string => numerals.charAt(count(all, program));
    expect(Object.fromEntries(named)).toEqual({
      '`reg.exe`': told('registry'),
      '`schtasks.exe`': told('tasks'),
      '`powercfg.exe`': told('power'),
      '名前を引く Node': told('network'),
      PowerShell: told('system'),
    });
    expect(sum).toBe(numerals.charAt(all.length));
  });
});
