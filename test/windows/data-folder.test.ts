import { mkdirSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { answerOf, checkOf } from './answer.ts';
import { DATA, layOut, onDrive, OWN_DATA, readOnDrive, writeOnDrive } from './drive.ts';
import { journalIn } from './journal-files.ts';
import { openConsole } from './open-console.ts';
import { describeWindows } from './place.ts';
import { outdated, settings, versionInfos } from './terminal.ts';
import { until } from './until.ts';

/** Ways in which %ProgramData%\oqs-console may be of no use. */
const ways: readonly { readonly name: string; readonly bar: () => void }[] = [
  { name: "another user's", bar: () => mkdirSync(onDrive(DATA), { mode: 0o755 }) },
  { name: 'a file', bar: () => writeOnDrive(DATA, 'not a folder') },
];

describeWindows('where %ProgramData%\\oqs-console cannot be written', () => {
  beforeEach(() => layOut({ ...versionInfos(outdated), [`${OWN_DATA}/settings.json`]: settings() }));

  it.each(ways)("the console uses the user's own folder and says so: it is $name", async ({ bar }) => {
    bar();
    {
      await using window = openConsole();
      await window.waitFor('に書けないため');
      await until(() => journalIn(OWN_DATA).entries.length > 1, 'entries in the own folder');
      window.press('ctrl-c');
      expect((await window.waitForExit()).exitCode).toBe(0);
    }
    expect(journalIn(OWN_DATA)).toMatchObject({ state: 'intact', problems: [] });
    expect(readOnDrive(`${OWN_DATA}/console.lock`)).toBeNull();

    const { answer, stderr, exitCode } = await answerOf();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/C:\\ProgramData\\oqs-console に書けないため、.*AppData\\Local\\oqs-console に置きます/);
    expect(answer.journal).toMatchObject({ state: 'intact', entries: journalIn(OWN_DATA).entries.length });
    expect(checkOf(answer, 'clock').status).toBe('ok');
  });
});
