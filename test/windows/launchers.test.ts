import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { checkDocumentSchema } from '../../src/formats/answer-schema.ts';
import { layOut, onDrive } from './drive.ts';
import { killNodes, openLauncher } from './open-console.ts';
import { describeWindows } from './place.ts';
import { STICK, packaged } from './stick.ts';
import { SETTINGS, current, outdated, settings, versionInfos } from './terminal.ts';
import { wine } from './wine.ts';

/** Where RunOnce and the task scheduler start things. */
const SYSTEM = { cwd: 'windows/system32' };

/** What lies on the stick, and when each file was written. */
function stick(): readonly string[] {
  const folder = onDrive(STICK.join('/'));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${path} ${String(statSync(join(folder, path)).mtimeMs)}`)
    .toSorted();
}

describeWindows(
  'the launchers, from a path with Japanese, spaces, & and parentheses, on a stick that cannot be written',
  () => {
    beforeEach(() => layOut({ ...versionInfos(outdated), [SETTINGS]: settings() }));

    it.each([
      { versions: current, code: 0 },
      { versions: outdated, code: 1 },
    ])('check.cmd ends with the exit code of the check: $code', async ({ versions, code }) => {
      layOut({ ...versionInfos(versions), [SETTINGS]: settings() });
      const before = stick();
      const { exitCode, stdout } = await wine([packaged('check.cmd'), '--json', '--timeout', '170'], SYSTEM);
      expect(exitCode).toBe(code);
      expect(checkDocumentSchema.parse(JSON.parse(stdout))).toMatchObject({ simulated: false });
      expect(stick()).toEqual(before);
    });

    it('check.cmd ends with 64 for an option that there is not', async () => {
      expect((await wine([packaged('check.cmd'), '--nonsense'], SYSTEM)).exitCode).toBe(64);
    });

    it('oqs-console.cmd opens the console and ends with its exit code', async () => {
      const before = stick();
      await using window = openLauncher(SYSTEM);
      await window.waitFor('今すぐダウンロード');
      window.press('ctrl-c');
      expect((await window.waitForExit()).exitCode).toBe(0);
      expect(window.terminal).toMatchObject({ alternate: false, wraps: true });
      expect(stick()).toEqual(before);
    });

    it('oqs-console.cmd puts the window in order after a kill, says so and waits for a key', async () => {
      await using window = openLauncher(SYSTEM);
      await window.waitFor('今すぐダウンロード');
      expect(window.terminal.alternate).toBe(true);
      await killNodes();
      await window.waitFor('コンソールが途中で終わりました');
      expect(window.terminal).toMatchObject({ alternate: false, wraps: true });
      window.press('enter');
      // taskkill ends a program with 1, which would be a verdict.
      expect((await window.waitForExit()).exitCode).toBe(70);
    });

    it.each([
      ['is not there', null, /^oqs-console: app\\main\.js is missing beside this file\. [^\r\n]+\r\n$/],
      ['is empty', '', /^$/],
      ['is torn', 'import {', /^$/],
    ])('a program that %s is no verdict', async (_, content, stdout) => {
      const [part, aside] = ['app/main.js', 'app/main.aside'].map((name) =>
        onDrive([...STICK, 'oqs-console', name].join('/')),
      ) as [string, string];
      renameSync(part, aside);
      try {
        if (content !== null) writeFileSync(part, content);
        const plain = await wine([packaged('check.cmd')], SYSTEM);
        expect(plain).toMatchObject({ exitCode: 70, stdout: expect.stringMatching(stdout) as unknown });
        const nagios = await wine([packaged('check.cmd'), '--nagios'], SYSTEM);
        expect(nagios.exitCode).toBe(3);
        expect(nagios.stdout).toMatch(/^OQS UNKNOWN - [^\r\n]+\r\n$/);
      } finally {
        rmSync(part, { force: true });
        renameSync(aside, part);
      }
    });

    it('check.cmd takes no options for Node from the machine', async () => {
      layOut({ ...versionInfos(current), [SETTINGS]: settings() });
      const env = { NODE_OPTIONS: '--require=C:/nowhere.js' };
      const { exitCode } = await wine([packaged('check.cmd'), '--json', '--timeout', '170'], {
        ...SYSTEM,
        env,
      });
      expect(exitCode).toBe(0);
    });
  },
);
