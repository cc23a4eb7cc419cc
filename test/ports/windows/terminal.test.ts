import { expect, it } from 'vitest';
import { windowsPorts } from '../../../src/ports/windows/terminal.ts';
import { defaultSettings } from '../../../src/settings/load.ts';
import { createFakeCommands, type ExpectedCall } from '../../fakes/commands.ts';
import { fakeTrust } from '../../fakes/trust.ts';

const signal = new AbortController().signal;
const session = { remote: false, locked: false, elevated: true, user: 'admin' };
const ours = { isOurs: true, user: 'admin' };
const others = { isOurs: false, user: 'OQSComApp' };

/**
 * What Windows is told to run at the next sign-in, and whether the console says that it comes back, where PowerShell
 * says this.
 */
async function restart(said: object | null) {
  const any = (): boolean => true;
  const report = said === null ? '' : `${JSON.stringify({ type: 'report', session: said })}\n`;
  const calls: readonly ExpectedCall[] = [
    { program: 'system', args: any, run: { stdout: report, exitCode: said === null ? 1 : 0 } },
    { program: 'registry', args: any, run: {} },
    { program: 'shutdown', args: any, run: {} },
  ];
  const commands = createFakeCommands(calls);
  const { power } = windowsPorts(commands, {
    env: { OQS_LAUNCHER: 'E:\\oqs-console\\oqs-console.cmd' },
    folder: 'E:\\oqs-console\\app',
    nodeFile: 'E:\\oqs-console\\node.exe',
    pid: 1234,
    dataDir: 'C:\\ProgramData\\oqs-console',
    settings: defaultSettings(),
    trust: fakeTrust(),
    ended: signal,
  });
  const answered = await power.restart({ delaySeconds: 60, comment: '' }, signal);
  const told = commands.calls.filter(({ program }) => program === 'registry').map(({ args }) => args[0]);
  return { told, comesBack: answered.ok && answered.value.comesBack };
}

it.each([
  ['our own desktop', { ...session, desktop: ours }, true],
  ["another user's desktop", { ...session, desktop: others }, false],
  ["another user's desktop, without rights", { ...session, elevated: false, desktop: others }, false],
  ['nobody knows whose desktop, and we are an administrator', session, false],
  ['nobody knows whose desktop, and we are an ordinary user', { ...session, elevated: false }, true],
  ['PowerShell says nothing', null, true],
])('Windows is told to open the console for nobody but the user who comes back: %s', async (_, said, comesBack) => {
  expect(await restart(said)).toEqual({ told: comesBack ? ['add'] : [], comesBack });
});
