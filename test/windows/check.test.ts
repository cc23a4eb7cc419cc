import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { chain, fileOf, headOf, line } from '../journal/build.ts';
import { answerOf, checkOf, componentOf, statusesOf } from './answer.ts';
import { AGREED, DATA, layOut, writeOnDrive } from './drive.ts';
import {
  current,
  deliveryRecord,
  outdated,
  readerFiles,
  RECORD,
  RECORD_PATH,
  SETTINGS,
  settings,
  versionInfos,
} from './terminal.ts';
import { describeWindows } from './place.ts';
import { run } from './wine.ts';

const knowsRecord = { paths: { deliveryRecord: RECORD_PATH } };

/**
 * What each check says under Wine on a current terminal. Unknown: Wine's powershell.exe prints nothing (kind of boot,
 * session, reader, management tool), its schtasks.exe neither, and it has no powercfg.exe.
 */
const underWine = {
  'component-versions': 'ok',
  'delivery-calendar': 'ok',
  clock: 'ok',
  'restart-state': 'unknown',
  'delivery-task': 'unknown',
  'power-settings': 'unknown',
  network: 'ok',
  'disk-space': 'ok',
  'card-reader': 'unknown',
  'management-tool': 'unknown',
  session: 'unknown',
};

describeWindows('check --json of the zip under Wine', () => {
  it('reads every version, in the encodings of a terminal', async () => {
    layOut({
      ...versionInfos(current),
      ...readerFiles,
      [RECORD]: deliveryRecord(current),
      [SETTINGS]: settings(knowsRecord),
    });
    const { exitCode, answer } = await answerOf();
    expect(exitCode).toBe(0);
    expect(answer).toMatchObject({
      simulated: false,
      verdict: 'current',
      nextStep: { id: 'send-report' },
      delivery: { phase: 'all-day' },
      journal: { state: 'absent', entries: 0 },
    });
    const read = answer.components.map(({ id, status, witnesses }) => ({
      id,
      status,
      witnesses: witnesses.map(({ source, version, path }) => [source, version, path]),
    }));
    expect(read).toEqual([
      {
        id: 'distribution-app',
        status: 'not-required',
        witnesses: [
          ['delivery-record', '2.1.0', RECORD_PATH],
          ['version-info', '2.1.0', 'C:\\Program Files\\OQS\\OQSDistroApp\\Version.info'],
        ],
      },
      {
        id: 'link-app',
        status: 'not-required',
        witnesses: [
          ['delivery-record', '4.0.2', RECORD_PATH],
          ['version-info', '4.0.2', 'C:\\Program Files\\OQS\\OQSComApp\\Version.info'],
        ],
      },
      {
        id: 'face-library',
        status: 'ok',
        witnesses: [
          ['delivery-record', '5.1.0', RECORD_PATH],
          ['version-info', '5.1.0', 'C:\\Program Files\\OQS-Auth\\Version.info'],
        ],
      },
      { id: 'reader-app', status: 'not-required', witnesses: [['delivery-record', null, RECORD_PATH]] },
    ]);
    expect(checkOf(answer, 'card-reader').evidence).toMatchObject({
      registered: true,
      reader: '顔認証付きカードリーダー 一号機',
      hasAccount: true,
      connected: null,
    });
    expect(statusesOf(answer)).toEqual(underWine);
  });

  it('says outdated, and to download: whatever Wine cannot tell does not hide it', async () => {
    layOut({
      ...versionInfos(outdated),
      [RECORD]: deliveryRecord(outdated),
      [SETTINGS]: settings(knowsRecord),
    });
    const { exitCode, answer } = await answerOf();
    expect(exitCode).toBe(1);
    expect(answer).toMatchObject({ verdict: 'action-needed', nextStep: { id: 'download-now', check: null } });
    expect(componentOf(answer, 'face-library')).toMatchObject({ status: 'outdated', installed: '5.0.3' });
    expect(statusesOf(answer)).toEqual({
      ...underWine,
      'component-versions': 'fail',
      'delivery-calendar': 'warn',
      // No ReaderInfo.ini: that much can be told.
      'card-reader': 'warn',
    });
  });

  it('takes witnesses that disagree for neither', async () => {
    layOut({
      ...versionInfos(outdated),
      [RECORD]: deliveryRecord(current),
      [SETTINGS]: settings(knowsRecord),
    });
    const { exitCode, answer } = await answerOf();
    // Both were written after the last boot: a restart may yet settle it.
    expect({ exitCode, step: answer.nextStep.id }).toEqual({ exitCode: 1, step: 'restart' });
    expect(componentOf(answer, 'face-library').status).toBe('disagree');
    expect(checkOf(answer, 'component-versions').status).toBe('fail');
  });

  it('finds the record where an earlier run learned that it is', async () => {
    const before = chain(1);
    const lines = [...before, line(before, { event: 'record-path-learned', path: RECORD_PATH })];
    layOut({
      [RECORD]: deliveryRecord(current),
      [SETTINGS]: settings(),
      [`${DATA}/journal.jsonl`]: fileOf(lines),
      [`${DATA}/journal.head`]: headOf(lines),
    });
    const { exitCode, answer } = await answerOf();
    expect(exitCode).toBe(0);
    expect(answer.journal).toMatchObject({ state: 'intact', line: null, entries: 2 });
    expect(componentOf(answer, 'face-library').witnesses).toMatchObject([
      { source: 'delivery-record', version: '5.1.0', path: RECORD_PATH },
      { source: 'version-info', version: null },
    ]);
  });

  it('never calls an empty terminal ok', async () => {
    layOut({ [SETTINGS]: settings() });
    const { exitCode, answer } = await answerOf();
    expect({ exitCode, verdict: answer.verdict, step: answer.nextStep.id }).toEqual({
      exitCode: 3,
      verdict: 'unknown',
      step: 'check-by-hand',
    });
  });

  it('looks names up and connects by itself', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const reachable = { host: '127.0.0.1', port };
    const hosts = { applicationHosts: ['localhost'], baseHosts: ['oqs-console.invalid'], proxy: reachable };
    layOut({ ...versionInfos(outdated), [SETTINGS]: settings({ network: hosts }) });
    try {
      const { answer } = await answerOf();
      const { status, guideId, evidence } = checkOf(answer, 'network');
      expect({ status, guideId }).toEqual({ status: 'fail', guideId: 'network-edns' });
      expect(evidence).toMatchObject({
        applicationHosts: [{ host: 'localhost', resolves: true }],
        baseHosts: [{ host: 'oqs-console.invalid', resolves: false }],
        proxy: { ...reachable, answers: true },
      });
      expect(answer.nextStep).toMatchObject({ id: 'fix-first', check: 'network' });
    } finally {
      server.close();
    }
  });

  it('does without settings of which nobody says whose they are, and names them', async () => {
    layOut({ ...versionInfos(outdated), [SETTINGS]: settings({ clinicId: 'A-1' }) });
    writeOnDrive(AGREED, '[]');
    const { exitCode, stdout } = await run(['check', '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      clinic: { id: null },
      problems: [{ file: 'C:\\ProgramData\\oqs-console\\settings.json', reason: expect.any(String) as unknown }],
    });
  });

  it('ends with 64 for a settings file that is none', async () => {
    layOut({ [SETTINGS]: '{"limits": 1}' });
    const { exitCode, stdout, stderr } = await run(['check', '--json']);
    expect(exitCode).toBe(64);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { where: 'C:\\ProgramData\\oqs-console\\settings.json:1: limits' },
    });
    expect(stderr).toContain('エラー');
  });
});
