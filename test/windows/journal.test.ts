import { beforeEach, expect, it } from 'vitest';
import { DATA, layOut, readOnDrive, writeOnDrive } from './drive.ts';
import { eventsIn, journalIn } from './journal-files.ts';
import { openConsole } from './open-console.ts';
import { describeWindows } from './place.ts';
import { SETTINGS, current, outdated, settings, versionInfos } from './terminal.ts';
import { until } from './until.ts';

const LOCK = `${DATA}/console.lock`;

const seen = (): boolean => eventsIn().includes('version-seen');

describeWindows('the journal on C:', () => {
  beforeEach(() => layOut({ ...versionInfos(outdated), [SETTINGS]: settings() }));

  it('is an intact chain, also after a kill and another start', async () => {
    let killed = 0;
    {
      await using window = openConsole();
      await window.waitFor('今すぐダウンロード');
      await until(seen, 'the versions in the journal');
      killed = journalIn().entries.length;
      window.program.kill('SIGKILL');
      await window.program.exit;
      expect(window.terminal.alternate).toBe(true);
    }
    expect(journalIn()).toMatchObject({ state: 'intact', problems: [], tail: { seq: killed } });
    for (const [path, content] of Object.entries(versionInfos(current))) writeOnDrive(path, content);
    await using window = openConsole();
    await window.waitFor('バージョンアップ済み');
    await until(() => journalIn().entries.length > killed, 'more entries');
    window.press('ctrl-c');
    expect((await window.waitForExit()).exitCode).toBe(0);
    const { state, problems, entries, tail } = journalIn();
    expect({ state, problems, tail: tail.seq }).toEqual({
      state: 'intact',
      problems: [],
      tail: entries.length,
    });
    expect(entries.map(({ time }) => time)).toEqual(entries.map(() => expect.stringMatching(/\+09:00$/)));
  });

  it('takes over a lock whose id is alive but gives no sign of the console that wrote it', async () => {
    await using first = openConsole();
    await first.waitFor('今すぐダウンロード');
    await until(seen, 'the versions in the journal');
    const lock = Buffer.from(readOnDrive(LOCK) ?? []).toString('utf8');
    expect(JSON.parse(lock)).toMatchObject({ shown: true });
    writeOnDrive(LOCK, lock.replace(/"token":"[^"]*"/, '"token":"of-an-earlier-run"'));
    await using second = openConsole();
    const { text } = await second.waitFor('今すぐダウンロード');
    expect(text).not.toContain('がこの端末を操作中です');
    second.press('ctrl-c');
    expect((await second.waitForExit()).exitCode).toBe(0);
  });

  it('has one writer: a second console looks only, names the first, and takes over when that was killed', async () => {
    await using first = openConsole();
    await first.waitFor('今すぐダウンロード');
    await until(seen, 'the versions in the journal');
    await using second = openConsole();
    await second.waitFor(({ text }) => /プロセス \d+\) がこの端末を操作中です/.test(text));
    await second.waitFor('  この画面から操作する');
    first.program.kill('SIGKILL');
    await first.program.exit;
    second.press('down');
    await second.waitFor('> この画面から操作する');
    second.press('enter');
    const { text } = await second.waitFor('この画面から操作できるようになりました');
    expect(text).not.toContain('がこの端末を操作中です');
    second.press('ctrl-c');
    expect((await second.waitForExit()).exitCode).toBe(0);
    expect(journalIn()).toMatchObject({ state: 'intact', problems: [] });
  });
});
