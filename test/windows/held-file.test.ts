import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerOf, checkOf, componentOf } from './answer.ts';
import { layOut, onDrive } from './drive.ts';
import {
  RECORD,
  RECORD_PATH,
  SETTINGS,
  current,
  deliveryRecord,
  outdated,
  settings,
  versionInfos,
} from './terminal.ts';
import { describeWindows } from './place.ts';
import { startWine } from './wine.ts';
import { packaged } from './stick.ts';
import { until } from './until.ts';

/** libuv's UV_FS_O_EXLOCK: on Windows the file is opened without sharing, which nothing else in Node can ask for. */
const HOLD = `
const fs = require('node:fs');
const [path, sign] = process.argv.slice(1);
fs.openSync(path, fs.constants.O_RDWR | 0x10000000);
fs.writeFileSync(sign, '');
setInterval(() => undefined, 1000);
`;
const SIGN = 'ProgramData/配信/held.sign';

/** A program that holds the record open without sharing, as Excel or an installer does. */
async function holdRecord(): Promise<AsyncDisposable> {
  const sign = 'C:\\ProgramData\\配信\\held.sign';
  const holder = startWine([packaged('node', 'node.exe'), '-e', HOLD, RECORD_PATH, sign]);
  await until(() => existsSync(onDrive(SIGN)), 'the record to be held');
  return holder;
}

describeWindows('a delivery record that another program holds', () => {
  it('is busy: named, with the versions unknown, and read once it is free', async () => {
    layOut({
      ...versionInfos(current),
      [RECORD]: deliveryRecord(current),
      [SETTINGS]: settings({ paths: { deliveryRecord: RECORD_PATH } }),
    });
    {
      await using _holder = await holdRecord();
      const { exitCode, answer } = await answerOf();
      // The other witness is new enough, but one that cannot be read might say otherwise.
      expect({ exitCode, verdict: answer.verdict, step: answer.nextStep.id }).toEqual({
        exitCode: 3,
        verdict: 'unknown',
        step: 'check-by-hand',
      });
      const { status, evidence } = checkOf(answer, 'component-versions');
      expect(status).toBe('unknown');
      const record = componentOf(answer, 'face-library').witnesses[0];
      expect(record).toMatchObject({ source: 'delivery-record', version: null, path: RECORD_PATH });
      expect(JSON.stringify(evidence)).toContain('"code":"busy"');
    }
    const { exitCode } = await answerOf();
    expect(exitCode).toBe(0);
  });

  it('does not hide that another witness is outdated', async () => {
    layOut({
      ...versionInfos(outdated),
      [RECORD]: deliveryRecord(outdated),
      [SETTINGS]: settings({ paths: { deliveryRecord: RECORD_PATH } }),
    });
    await using _holder = await holdRecord();
    const { exitCode, answer } = await answerOf();
    expect(exitCode).toBe(1);
    expect(componentOf(answer, 'face-library')).toMatchObject({ status: 'outdated', installed: '5.0.3' });
  });
});
