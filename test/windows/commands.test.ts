import { beforeEach, expect, it } from 'vitest';
import { answerOf } from './answer.ts';
import { DATA, layOut, readOnDrive, writeOnDrive } from './drive.ts';
import { eventsIn, journalIn } from './journal-files.ts';
import { describeWindows } from './place.ts';
import { SETTINGS, current, settings, versionInfos } from './terminal.ts';
import { filesInZip } from './unzip.ts';
import { run } from './wine.ts';
import { fileOf, headOf, line } from '../journal/build.ts';

const counted = [line([], { event: 'terminals-counted', at: '2026-01-21T08:00:00+09:00', count: 2, allDone: true })];
const clinic = JSON.stringify({ formatVersion: 1, name: '桜医院', phone: '0312345678' });

describeWindows('the other commands of the zip under Wine, on a terminal that is done', () => {
  beforeEach(() =>
    layOut({
      ...versionInfos(current),
      [SETTINGS]: settings(),
      [`${DATA}/clinic.json`]: clinic,
      [`${DATA}/journal.jsonl`]: fileOf(counted),
      [`${DATA}/journal.head`]: headOf(counted),
    }),
  );

  it('report is ready; report sent records it, and then all is done', async () => {
    const ready = await run(['report']);
    expect(ready).toMatchObject({ exitCode: 0 });
    for (const value of ['150', '桜医院', '0312345678']) expect(ready.stdout).toContain(value);
    expect((await run(['report', 'sent'])).exitCode).toBe(0);
    expect(eventsIn()).toEqual(['terminals-counted', 'report-sent']);
    expect(journalIn()).toMatchObject({ state: 'intact', problems: [] });
    expect((await answerOf()).answer.nextStep.id).toBe('all-done');
  });

  it('history prints the journal and names a line that was changed', async () => {
    expect(await run(['history'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('医院の端末は 2 台: すべて済み'),
    });
    const changed = Buffer.from(fileOf(counted)).toString('utf8').replace('"count":2', '"count":1');
    writeOnDrive(`${DATA}/journal.jsonl`, changed);
    const { stdout } = await run(['history']);
    expect(stdout).toContain('1 行目に、書き換えられた跡があります');
    expect((await answerOf()).answer.journal).toMatchObject({ state: 'changed', line: 1 });
  });

  it('bundle goes to a path of Windows, without the clinic, and never over a file', async () => {
    const out = 'C:\\ProgramData\\oqs-console\\資料 1.zip';
    expect(await run(['bundle', '--out', out])).toMatchObject({ exitCode: 0 });
    const files = await filesInZip(readOnDrive(`${DATA}/資料 1.zip`));
    expect(Object.keys(files)).toEqual(['naiyo.txt', 'check.json', 'journal.jsonl', 'environment.json']);
    expect(Object.values(files).join('')).not.toMatch(/桜医院|0312345678/);
    expect(await run(['bundle', '--out', out])).toMatchObject({ exitCode: 64 });
  });

  it('code and guide answer in Japanese', async () => {
    expect(await run(['code', 'C9M6-MKCA'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('今すぐダウンロード'),
    });
    expect(await run(['code', 'C9M6-MKCC'])).toMatchObject({ exitCode: 64, stdout: '' });
    expect(await run(['guide', 'network-edns'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('EDNS'),
    });
  });
});
