import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Opens a console, and leaves it once it has written its first lines to this folder. */
async function work(folder: string, says?: string): Promise<void> {
  const before = journalIn(folder).entries.length;
  await using window = openConsole();
  if (says !== undefined) await window.waitFor(says);
  await until(() => journalIn(folder).entries.length > before, `entries in ${folder}`);
  window.press('ctrl-c');
  expect((await window.waitForExit()).exitCode).toBe(0);
}

describeWindows('%ProgramData%\\oqs-console', () => {
  beforeEach(() => layOut({ ...versionInfos(outdated), [`${OWN_DATA}/settings.json`]: settings() }));

  it('is made whole, and every file that is written in it goes through its folder for them', async () => {
    const above = readdirSync(onDrive('ProgramData')).length;
    await work(DATA);
    expect(readdirSync(onDrive(DATA)).toSorted()).toEqual([
      'exports',
      'journal.head',
      'journal.jsonl',
      'notices',
      'temp',
    ]);
    expect(readdirSync(onDrive('ProgramData'))).toHaveLength(above + 1);
    await work(DATA);
    expect(journalIn()).toMatchObject({ state: 'intact', problems: [] });
    // Whoever leaves in the midst of a write leaves what was being made, and nothing else.
    expect(
      readdirSync(onDrive(`${DATA}/temp`)).filter((name) => !/^oqs-console-[0-9a-f-]{36}\.tmp$/.test(name)),
    ).toEqual([]);
  });

  it('that cannot be written leaves its journal to be gone on from in the own folder, and the console says so', async () => {
    await work(DATA);
    const earlier = journalIn().entries.length;
    const files = ['journal.jsonl', 'journal.head'].map((name) => [name, readOnDrive(`${DATA}/${name}`)] as const);
    // As an earlier version made it, as another user.
    rmSync(onDrive(DATA), { recursive: true });
    mkdirSync(onDrive(DATA), { mode: 0o755 });
    for (const [name, bytes] of files) writeFileSync(join(onDrive(DATA), name), bytes ?? '');
    await work(OWN_DATA, 'そこにこれまでの作業の');
    expect(journalIn(OWN_DATA)).toMatchObject({ state: 'intact', problems: [] });
    expect(journalIn(OWN_DATA).entries.length).toBeGreaterThan(earlier);
    expect(journalIn().entries).toHaveLength(earlier);
  });
});

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
