import { cpSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { startInPty } from '../harness/pty.ts';
import { MAIN, temporaryFolder } from './built.ts';
import { confirm, isRead } from './robot.ts';

/** What stands on the screen in whatever lines. */
const GONE = consoleTexts.programGone.slice(0, 16);

it('a stick that is pulled out while the console runs is told, and nothing is lost; put back, all goes on', async () => {
  using folder = temporaryFolder();
  const [stick, pulled, workdir] = ['stick', 'pulled', 'terminal'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  cpSync(dirname(MAIN), stick, { recursive: true });
  const args = [join(stick, 'main.js'), '--simulate', 'outdated-morning', '--workdir', workdir];
  await using program = startInPty(process.execPath, args, { columns: 80, rows: 24 });
  await program.waitFor(isRead);
  renameSync(stick, pulled);
  await program.waitFor((view) => view.text.includes(GONE));
  // All screens are there all the same, and what they say is kept.
  program.press({ type: '7' });
  await program.waitFor((view) => view.text.includes('作業記録') && view.text.includes(GONE));
  // The bundle takes a part that was not loaded yet.
  program.press({ type: 't' });
  await program.waitFor('> 問い合わせたことを記録する');
  program.press('down');
  await program.waitFor('> 資料と控えに');
  program.press('down');
  await program.waitFor('> 問い合わせの資料(ZIP)を作る');
  program.press('enter');
  await program.waitFor('environment.json');
  await confirm(program, '作る', (key) => program.press(key));
  await program.waitFor('ZIP を作れません');
  renameSync(pulled, stick);
  await program.waitFor((view) => !view.text.includes(GONE));
  program.press('ctrl-c');
  expect(await program.waitForExit()).toMatchObject({ exitCode: 0 });
  const data = join(workdir, 'files/ProgramData/oqs-console');
  const journal = readJournal(readFileSync(join(data, 'journal.jsonl')), readFileSync(join(data, 'journal.head')));
  expect(journal).toMatchObject({ state: 'intact', problems: [] });
});
