import { describe, expect, it } from 'vitest';
import { isSafeToRunLater } from '../../../src/ports/windows/rights.ts';
import { createFakeCommands, type ExpectedCall } from '../../fakes/commands.ts';
import { signal } from './fixtures.ts';

const US = 'S-1-5-21-1-2-3-1001';
const launched = {
  launcher: 'C:\\Users\\a\\oqs-console\\oqs-console.cmd',
  nodeFile: 'C:\\Users\\a\\oqs-console\\node\\node.exe',
  folder: 'C:\\Users\\a\\oqs-console\\app',
};
const paths = [
  launched.launcher,
  launched.nodeFile,
  'C:\\Users\\a\\oqs-console',
  'C:\\Users\\a\\oqs-console\\node',
  launched.folder,
];
const own = `O:${US}G:BAD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${US})`;

/** What PowerShell says of the paths, in their order; null: nothing. */
async function isSafe(rights: readonly (string | null)[] | null) {
  const lines = [{ type: 'self', sid: US }, ...(rights ?? []).map((sddl) => ({ type: 'rights', owner: 'a', sddl }))];
  const run = rights === null ? { exitCode: 1 } : { stdout: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
  const call: ExpectedCall = { program: 'system', args: ['rights', ...paths], run, times: 1 };
  const commands = createFakeCommands([call]);
  const safe = await isSafeToRunLater(commands, launched, 'C:\\', signal);
  commands.verify();
  return safe;
}

describe('what RunOnce would run', () => {
  it('may be run where only the user and administrators can write', async () => {
    expect(await isSafe(paths.map(() => own))).toBe(true);
  });

  it.each(paths.map((path, at) => [path, at] as const))('may not where others can write to %s', async (_, at) => {
    // What a folder directly on drive C: passes on: signed-in users may modify.
    const shared = `${own}(A;ID;0x1301bf;;;AU)`;
    expect(await isSafe(paths.map((__, each) => (each === at ? shared : own)))).toBe(false);
  });

  it('may not where others can put files beside the programs', async () => {
    expect(await isSafe(paths.map((_, at) => (at === 3 ? `${own}(A;;DC;;;BU)` : own)))).toBe(false);
  });

  it('may not where nothing is told', async () => {
    expect(await isSafe(null)).toBe(false);
    expect(await isSafe(paths.map((_, at) => (at === 4 ? null : own)))).toBe(false);
  });

  it('is not asked about on a stick, which is in the hands of whoever carries it', async () => {
    const commands = createFakeCommands([]);
    const onStick = { ...launched, launcher: 'E:\\oqs-console\\oqs-console.cmd' };
    expect(await isSafeToRunLater(commands, onStick, 'C:\\', signal)).toBe(true);
    commands.verify();
  });
});
