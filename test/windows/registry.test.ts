import { beforeEach, expect, it } from 'vitest';
import { answerOf, checkOf } from './answer.ts';
import { layOut } from './drive.ts';
import { SERVICING, SESSION_MANAGER, UPDATE, addKey, addValue, forgetMarks } from './registry.ts';
import { SETTINGS, current, settings, versionInfos } from './terminal.ts';
import { describeWindows } from './place.ts';
import { wine } from './wine.ts';

/** As installers leave them: moves and deletions, some of the terminal's own programs. */
const RENAMES =
  '\\??\\C:\\Program Files\\OQS-Auth\\001.dll\\0\\??\\C:\\Program Files\\OQS-Auth\\FaceAuth.dll\\0\\??\\C:\\Windows\\Temp\\x.tmp';

describeWindows('what the packaged program reads through reg.exe', () => {
  beforeEach(async () => {
    await forgetMarks();
    layOut({ ...versionInfos(current), [SETTINGS]: settings() });
  });

  it('knows no mark where even its parent is missing: reg.exe says the same for missing rights', async () => {
    const { answer } = await answerOf();
    expect(checkOf(answer, 'restart-state')).toMatchObject({
      status: 'unknown',
      evidence: { componentServicing: null, windowsUpdate: null, fileRenames: { count: 0, underOqs: [] } },
    });
    expect(checkOf(answer, 'power-settings')).toMatchObject({ status: 'unknown' });
    expect(answer.restart).toMatchObject({ required: false, reasons: [] });
  });

  it('sees that no restart is pending where the parents can be read', async () => {
    await addKey(SERVICING);
    await addKey(UPDATE);
    const { answer } = await answerOf();
    const { status, evidence } = checkOf(answer, 'restart-state');
    expect(evidence).toMatchObject({ componentServicing: false, windowsUpdate: false });
    // How the terminal was started last takes PowerShell.
    expect({ status, kind: answer.restart.lastBootKind }).toEqual({ status: 'unknown', kind: 'unknown' });
    expect(answer.restart).toMatchObject({ required: false });
  });

  it('sees the marks of a pending restart, and which pending renames are of the terminal itself', async () => {
    await addKey(`${SERVICING}\\RebootPending`);
    await addKey(`${UPDATE}\\RebootRequired`);
    await addValue(SESSION_MANAGER, {
      name: 'PendingFileRenameOperations',
      type: 'REG_MULTI_SZ',
      data: RENAMES,
    });
    const { answer } = await answerOf();
    expect(checkOf(answer, 'restart-state')).toMatchObject({
      status: 'warn',
      evidence: {
        componentServicing: true,
        windowsUpdate: true,
        fileRenames: {
          count: 2,
          underOqs: ['\\??\\C:\\Program Files\\OQS-Auth\\001.dll', '\\??\\C:\\Program Files\\OQS-Auth\\FaceAuth.dll'],
        },
      },
    });
    expect(answer.restart.required).toBe(true);
    expect(answer.restart.reasons).toHaveLength(2);
  });

  it.each([
    { data: '1', fastStartup: true, status: 'warn' },
    { data: '0', fastStartup: false, status: 'unknown' },
  ])('reads HiberbootEnabled $data as $status: the sleep timer takes powercfg', async (setting) => {
    const power = `${SESSION_MANAGER}\\Power`;
    await addValue(power, { name: 'HiberbootEnabled', type: 'REG_DWORD', data: setting.data });
    const { answer } = await answerOf();
    expect(checkOf(answer, 'power-settings')).toMatchObject({
      status: setting.status,
      evidence: { fastStartup: setting.fastStartup, sleepMinutesOnAc: null },
    });
  });

  it('is spoken to in Japanese and CP932, and decides by exit codes alone', async () => {
    const { exitCode, bytes } = await wine(['reg.exe', 'query', 'HKLM\\SYSTEM\\Missing', '/reg:64']);
    expect(exitCode).toBe(1);
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(bytes)).toMatch(/指定されたレジストリ/);
  });
});
