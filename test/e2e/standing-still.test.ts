import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { startInPty } from '../harness/pty.ts';
import { MAIN, temporaryFolder, writeScenario } from './built.ts';
import { answerOf, SETTINGS } from './prepared.ts';
import { downloadTexts } from '../../src/screens/download/download.ja.ts';
import { confirm } from './robot.ts';

const SILENCE_SECONDS = 4;
const WORDS = '資材を受け取りました。再起動してください。';

/** The morning after the first night; the tool answers well within the silence that it is given. */
const morning = {
  formatVersion: 1,
  now: '2026-01-20T08:10:00+09:00',
  tool: { downloadNow: [{ outcome: 'restart-required', seconds: 2, message: WORDS }] },
};

describe('a console that stands still', () => {
  it('takes the answer that the tool gave meanwhile, word for word, and calls it no hang', async () => {
    using folder = temporaryFolder();
    const settings = { limits: { toolSilenceSeconds: SILENCE_SECONDS } };
    writeScenario(join(folder.path, 'terminal'), morning, { [SETTINGS]: JSON.stringify(settings) });
    const workdir = join(folder.path, 'work');
    await using program = startInPty(
      process.execPath,
      [MAIN, '--simulate', join(folder.path, 'terminal'), '--workdir', workdir],
      { columns: 80, rows: 24 },
    );
    await program.waitFor('問題のない点検');
    program.press('enter');
    await program.waitFor('一度だけ');
    program.press('enter');
    await confirm(program, downloadTexts.ask.yes, (key) => program.press(key));
    const pressed = (): boolean => existsSync(join(workdir, 'tool-log.jsonl'));
    await vi.waitFor(() => expect(pressed()).toBe(true), 20_000);
    process.kill(program.pid, 'SIGSTOP');
    // The one thing that is itself a time: longer than the silence that the tool is given.
    await delay((2 * SILENCE_SECONDS + 1) * 1_000);
    process.kill(program.pid, 'SIGCONT');
    const journal = join(workdir, 'files/ProgramData/oqs-console/journal.jsonl');
    await vi.waitFor(() => expect(readFileSync(journal, 'utf8')).toContain('download-finished'), 20_000);
    const finished = readFileSync(journal, 'utf8')
      .split('\n')
      .find((line) => line.includes('download-finished'));
    expect(JSON.parse(finished ?? '')).toMatchObject({ outcome: 'restart-required', message: WORDS });
  }, 90_000);
});

describe('check where the versions are not read in time', () => {
  it('says so, and to read again; it names what the journal knows', async () => {
    using folder = temporaryFolder();
    const seen = {
      at: '2026-01-21T08:10:00+09:00',
      seq: 1,
      prev: null,
      event: 'version-seen',
      component: 'face-library',
      source: 'version-info',
      version: '5.1.0',
    };
    const scenario = {
      formatVersion: 1,
      now: '2026-01-22T08:10:00+09:00',
      versionInfo: { 'distribution-app': '2.1.0', 'link-app': '4.0.2', 'face-library': '5.1.0' },
      faults: { 'probe:component-versions': 'hang' },
    };
    writeScenario(folder.path, scenario, {
      'ProgramData/oqs-console/journal.jsonl': `${JSON.stringify(seen)}\n`,
      [SETTINGS]: JSON.stringify({ limits: { checkTimeoutSeconds: 1 } }),
    });
    const { answer, exitCode } = await answerOf(folder.path);
    expect(exitCode).toBe(3);
    expect(answer.nextStep.id).toBe('read-again');
    expect(answer.nextStep.reason).toContain('時間内に読み取れませんでした');
    expect(answer.nextStep.reason).toContain('5.1.0(1/21(水) 08:10)');
    expect(answer.checks[0]).toMatchObject({ status: 'unknown', guideId: 'version-not-read-in-time' });
  }, 60_000);
});
