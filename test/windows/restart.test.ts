import { expect, it } from 'vitest';
import { runOnceValue } from '../../src/ports/windows/power.ts';
import { isRead } from '../e2e/robot.ts';
import { chain, fileOf, headOf, line } from '../journal/build.ts';
import { DATA, layOut } from './drive.ts';
import { eventsIn, journalIn } from './journal-files.ts';
import { openLauncher } from './open-console.ts';
import { describeWindows } from './place.ts';
import { RUN_ONCE, valueOf } from './registry.ts';
import { onStick } from './stick.ts';
import { SETTINGS, outdated, settings, versionInfos } from './terminal.ts';
import { until } from './until.ts';

/** 「今すぐダウンロード」 was pressed a moment ago: rule 1, whatever the versions say. */
function pressedJustNow(): readonly string[] {
  const at = new Date(Date.now() - 30_000).toISOString();
  const lines = chain(1);
  lines.push(line(lines, { at, event: 'download-started' }));
  const finished = { event: 'download-finished', outcome: 'restart-required', pressed: true, message: null };
  lines.push(line(lines, { at, ...finished }));
  return lines;
}

/** Longer than a question ignores Enter for. */
const QUESTION_STANDS_MS = 400;

describeWindows('a restart under Wine, whose shutdown.exe does nothing and ends with 0', () => {
  it('is asked for, with RunOnce and the journal set before, and taken back again', async () => {
    const before = pressedJustNow();
    layOut({
      ...versionInfos(outdated),
      [SETTINGS]: settings(),
      [`${DATA}/journal.jsonl`]: fileOf(before),
      [`${DATA}/journal.head`]: headOf(before),
    });
    expect(await valueOf(RUN_ONCE, 'oqs-console')).toBeNull();
    await using window = openLauncher({}, onStick('oqs-console.cmd'));
    await window.waitFor((view) => isRead(view) && view.text.includes('次にすること: 端末を再起動する'));
    window.press('enter');
    await window.waitFor('> 再起動する');
    window.press('enter');
    await window.waitFor('>[ やめる ]<');
    window.press('right');
    await window.waitFor('>[ 再起動する ]<');
    await stood();
    window.press('enter');
    const counting = await window.waitFor('秒で再起動します');
    expect(counting.text).not.toContain('自動では開きません');

    expect(eventsIn().slice(-2)).toEqual(['restart-requested', 'restart-answered']);
    expect(journalIn().entries.at(-1)?.event).toMatchObject({ exitCode: 0, answer: 'accepted' });
    const value = await valueOf(RUN_ONCE, 'oqs-console');
    expect(value).toBe(runOnceValue('C:\\windows\\System32\\cmd.exe', onStick('oqs-console.cmd')));
    expect(value?.length).toBeLessThanOrEqual(260);

    await window.waitFor('> 再起動を取り消す');
    window.press('enter');
    await window.waitFor('再起動を取り消しました');
    expect(eventsIn().at(-1)).toBe('restart-cancelled');
    await until(async () => (await valueOf(RUN_ONCE, 'oqs-console')) === null, 'RunOnce to be empty');
    window.press('ctrl-c');
    expect((await window.waitForExit()).exitCode).toBe(0);
    expect(journalIn()).toMatchObject({ state: 'intact', problems: [] });
  });
});

function stood(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, QUESTION_STANDS_MS);
  });
}
